#include "CReadingTables.h"

// #embed is C23; clang takes it in every mode, and the package manager knows no later standard than C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char senses_bytes[] = {
#embed "tables/senses.txt"
};
static const unsigned char deeds_bytes[] = {
#embed "tables/deeds.txt"
};
static const unsigned char contrast_bytes[] = {
#embed "tables/contrast.bin"
};

const unsigned char *crossread_senses(size_t *count) {
  *count = sizeof senses_bytes;
  return senses_bytes;
}

const unsigned char *crossread_deeds(size_t *count) {
  *count = sizeof deeds_bytes;
  return deeds_bytes;
}

const unsigned char *crossread_contrast(size_t *count) {
  *count = sizeof contrast_bytes;
  return contrast_bytes;
}
