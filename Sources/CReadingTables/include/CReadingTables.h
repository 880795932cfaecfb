// Tables of Language, embedded in the binary at compile time.
#pragma once
#include <stddef.h>
