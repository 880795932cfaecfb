// Tables of actor finding; text, tab-separated.
#pragma once
#include <stddef.h>

// How news speaks of states and their people.
const unsigned char *crossread_states(size_t *size);
// Parts of states, as news abbreviates them.
const unsigned char *crossread_regions(size_t *size);
// Titles and roles.
const unsigned char *crossread_roles(size_t *size);
// Words around the names of organisations.
const unsigned char *crossread_organisations(size_t *size);
// Given names and the gender of those who bear them, sorted by bytes: "name\tm\n".
const unsigned char *crossread_given_names(size_t *size);
// Weights of the pronoun model by feature.
const unsigned char *crossread_pronouns(size_t *size);
