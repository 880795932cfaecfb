// Tables of Reading, embedded in the binary at compile time.
#pragma once
#include <stddef.h>
#include "ActorTables.h"

// Words that attribute speech: text, tab-separated.
const unsigned char *crossread_cues(size_t *size);
// Tables of Accounts; see accounts.c.
const unsigned char *crossread_axes(size_t *count);
const unsigned char *crossread_idioms(size_t *count);
const unsigned char *crossread_frames(size_t *count);
const unsigned char *crossread_scope(size_t *count);
const unsigned char *crossread_headcounts(size_t *count);
const unsigned char *crossread_quantities(size_t *count);

// Weights that find statements and speakers.
const unsigned char *crossread_statements(size_t *size);
const unsigned char *crossread_opposites(size_t *count);
const unsigned char *crossread_kinds(size_t *count);
// Tables of Contrast; see contrast.c.
const unsigned char *crossread_senses(size_t *count);
const unsigned char *crossread_deeds(size_t *count);
const unsigned char *crossread_contrast(size_t *count);
