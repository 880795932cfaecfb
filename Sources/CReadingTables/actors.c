#include "ActorTables.h"

// #embed is C23; clang takes it in every mode, and the package manager knows no later standard than C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define CROSSREAD_TABLE(name)                              \
  const unsigned char *crossread_##name(size_t *size) {    \
    *size = sizeof(name);                                  \
    return name;                                           \
  }

static const unsigned char states[] = {
#embed "tables/states.tsv"
};
CROSSREAD_TABLE(states)

static const unsigned char regions[] = {
#embed "tables/regions.tsv"
};
CROSSREAD_TABLE(regions)

static const unsigned char roles[] = {
#embed "tables/roles.tsv"
};
CROSSREAD_TABLE(roles)

static const unsigned char organisations[] = {
#embed "tables/organisations.tsv"
};
CROSSREAD_TABLE(organisations)

static const unsigned char given_names[] = {
#embed "tables/given-names.tsv"
};
CROSSREAD_TABLE(given_names)

static const unsigned char pronouns[] = {
#embed "tables/pronouns.tsv"
};
CROSSREAD_TABLE(pronouns)
