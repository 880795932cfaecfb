#include "CLanguageTables.h"

// #embed is C23; clang takes it in every mode, and the package manager knows no later standard than C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A table is a file in tables/, embedded whole:
//   const unsigned char crossread_example[] = {
//   #embed "tables/example.bin"
//   };

static const _Alignas(16) unsigned char name_lexicon[] = {
#embed "tables/name-lexicon.bin"
};
const void *crossread_name_lexicon_start(void) { return name_lexicon; }
int crossread_name_lexicon_length(void) { return sizeof name_lexicon; }

static const _Alignas(16) unsigned char name_weights[] = {
#embed "tables/name-weights.bin"
};
const void *crossread_name_weights_start(void) { return name_weights; }
int crossread_name_weights_length(void) { return sizeof name_weights; }

static const _Alignas(16) unsigned char syntax[] = {
#embed "tables/syntax.bin"
};
const void *crossread_syntax_start(void) { return syntax; }
int crossread_syntax_length(void) { return sizeof syntax; }

static const _Alignas(16) unsigned char name_variants[] = {
#embed "tables/name-variants.bin"
};
const void *crossread_name_variants_start(void) { return name_variants; }
int crossread_name_variants_length(void) { return sizeof name_variants; }

static const _Alignas(16) unsigned char name_equivalents[] = {
#embed "tables/name-equivalents.tsv"
};
const void *crossread_name_equivalents_start(void) { return name_equivalents; }
int crossread_name_equivalents_length(void) { return sizeof name_equivalents; }

static const _Alignas(16) unsigned char name_match[] = {
#embed "tables/name-match.tsv"
};
const void *crossread_name_match_start(void) { return name_match; }
int crossread_name_match_length(void) { return sizeof name_match; }
