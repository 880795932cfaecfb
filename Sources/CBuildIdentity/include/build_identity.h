#ifndef CROSSREAD_BUILD_IDENTITY_H
#define CROSSREAD_BUILD_IDENTITY_H

#include <stddef.h>

/// The NT_GNU_BUILD_ID note that the linker wrote into this program: a digest of all that is in it.
/// Returns its length and points `bytes` at it; 0 where there is none.
size_t crossread_build_identity(const unsigned char **bytes);

#endif
