// The five articles of seeds/, embedded at compile time: what crossread opens when it is given nothing.
#pragma once
#include <stddef.h>

typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} crossread_seed;

extern const size_t crossread_seed_count;

// The seed at `index`, which must be below `crossread_seed_count`.
crossread_seed crossread_seed_at(size_t index);
