#include "CIngestTables.h"

// #embed is C23; clang takes it in every mode, and the package manager knows no later standard than C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char cues[] = {
#embed "tables/cues.tsv"
};
const void *crossread_cues_start(void) { return cues; }
int crossread_cues_length(void) { return sizeof cues; }

static const unsigned char debris[] = {
#embed "tables/debris.bin"
};
const void *crossread_debris_start(void) { return debris; }
int crossread_debris_length(void) { return sizeof debris; }

static const unsigned char words[] = {
#embed "tables/words.bin"
};
const void *crossread_words_start(void) { return words; }
int crossread_words_length(void) { return sizeof words; }
