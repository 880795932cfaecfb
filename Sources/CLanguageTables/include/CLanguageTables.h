// Tables of Language, embedded in the binary at compile time.
#pragma once
#include <stddef.h>

/// Lists of names and clusters of words; see NameLexicon.
const void *_Nonnull crossread_name_lexicon_start(void);
int crossread_name_lexicon_length(void);

/// Weights of the name finder; see NameModel.
const void *_Nonnull crossread_name_weights_start(void);
int crossread_name_weights_length(void);

/// Weights of the tagger, lemmatiser and parser; see SyntaxModel.
const void *_Nonnull crossread_syntax_start(void);
int crossread_syntax_length(void);

/// Groups of spelling variants, words of equal meaning, and the weights of NameMatcher.
const void *_Nonnull crossread_name_variants_start(void);
int crossread_name_variants_length(void);
const void *_Nonnull crossread_name_equivalents_start(void);
int crossread_name_equivalents_length(void);
const void *_Nonnull crossread_name_match_start(void);
int crossread_name_match_length(void);
