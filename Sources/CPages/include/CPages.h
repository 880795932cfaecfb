// Memory that the program can do without for now, and memory that it will need.
#pragma once
#include <stddef.h>

/// Gives the whole pages within constant data back to the system, which reads them again from the binary when asked.
void crossread_release_pages(const void *_Nonnull start, size_t length);

/// Lets the heap grow at once, by `length` bytes in large pages: thousands of small ones are asked for one by one.
void crossread_expect_memory(size_t length);

/// Gives back the pages of the program's code, which return as they are run, and what `free` has kept.
void crossread_release_program(void);
