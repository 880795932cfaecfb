#include "CLanguageTables.h"

// #embed is C23; clang takes it in every mode, and the package manager knows no later standard than C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A table is a file in tables/, embedded whole:
//   const unsigned char crossread_example[] = {
//   #embed "tables/example.bin"
//   };
