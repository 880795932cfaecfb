// Tables of Ingest, embedded in the binary at compile time.
#pragma once
#include <stddef.h>

/// Phrases of debris and names of agencies; see CueTable.
const void *_Nonnull crossread_cues_start(void);
int crossread_cues_length(void);

/// Weights of the classifier of debris; see DebrisModel.
const void *_Nonnull crossread_debris_start(void);
int crossread_debris_length(void);

/// Two Bloom filters of English words; see WordFilter.
const void *_Nonnull crossread_words_start(void);
int crossread_words_length(void);
