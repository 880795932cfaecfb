// Tables of Reading, embedded in the binary at compile time.
#pragma once
#include <stddef.h>

// Words that attribute speech: text, tab-separated.
const unsigned char *crossread_cues(size_t *size);
