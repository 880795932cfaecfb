#include "CReadingTables.h"

// #embed is C23; clang takes it in every mode, and the package manager knows no later standard than C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char axes_bytes[] = {
#embed "tables/axes.txt"
};
static const unsigned char idioms_bytes[] = {
#embed "tables/idioms.txt"
};
static const unsigned char frames_bytes[] = {
#embed "tables/frames.txt"
};
static const unsigned char scope_bytes[] = {
#embed "tables/scope.txt"
};
static const unsigned char headcounts_bytes[] = {
#embed "tables/headcounts.txt"
};
static const unsigned char quantities_bytes[] = {
#embed "tables/quantities.txt"
};

static const unsigned char opposites_bytes[] = {
#embed "tables/opposites.txt"
};
static const unsigned char kinds_bytes[] = {
#embed "tables/kinds.txt"
};

const unsigned char *crossread_axes(size_t *count) {
  *count = sizeof axes_bytes;
  return axes_bytes;
}

const unsigned char *crossread_idioms(size_t *count) {
  *count = sizeof idioms_bytes;
  return idioms_bytes;
}

const unsigned char *crossread_frames(size_t *count) {
  *count = sizeof frames_bytes;
  return frames_bytes;
}

const unsigned char *crossread_scope(size_t *count) {
  *count = sizeof scope_bytes;
  return scope_bytes;
}

const unsigned char *crossread_headcounts(size_t *count) {
  *count = sizeof headcounts_bytes;
  return headcounts_bytes;
}

const unsigned char *crossread_quantities(size_t *count) {
  *count = sizeof quantities_bytes;
  return quantities_bytes;
}

const unsigned char *crossread_opposites(size_t *count) {
  *count = sizeof opposites_bytes;
  return opposites_bytes;
}

const unsigned char *crossread_kinds(size_t *count) {
  *count = sizeof kinds_bytes;
  return kinds_bytes;
}
