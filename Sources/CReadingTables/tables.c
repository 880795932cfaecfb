#include "CReadingTables.h"

// #embed is C23; clang takes it in every mode, and the package manager knows no later standard than C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A table is a file in tables/, embedded whole; a function gives its bytes and their number.
#define CROSSREAD_TABLE(name)                              \
  const unsigned char *crossread_##name(size_t *size) {    \
    *size = sizeof(name);                                  \
    return name;                                           \
  }

static const unsigned char cues[] = {
#embed "tables/cues.tsv"
};
CROSSREAD_TABLE(cues)

static const unsigned char statements[] = {
#embed "tables/statements.bin"
};
CROSSREAD_TABLE(statements)
