#include "CLanguageTables.h"

// A table is a file in tables/, embedded whole:
//   const unsigned char crossread_example[] = {
//   #embed "tables/example.bin"
//   };
