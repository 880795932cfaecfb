#include "CSeeds.h"

// #embed is C23; clang takes it in every mode, and the package manager knows no later standard than C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char seed_000[] = {
#embed "../../seeds/000_22455c3be93bb989.txt"
};
static const unsigned char seed_001[] = {
#embed "../../seeds/001_4500782fc5af7161.txt"
};
static const unsigned char seed_002[] = {
#embed "../../seeds/002_d3f3b251890b7003.txt"
};
static const unsigned char seed_003[] = {
#embed "../../seeds/003_cf4e1a0c551ef352.txt"
};
static const unsigned char seed_004[] = {
#embed "../../seeds/004_758a5824e923800f.txt"
};

static const crossread_seed seeds[] = {
    {"000_22455c3be93bb989.txt", seed_000, sizeof seed_000},
    {"001_4500782fc5af7161.txt", seed_001, sizeof seed_001},
    {"002_d3f3b251890b7003.txt", seed_002, sizeof seed_002},
    {"003_cf4e1a0c551ef352.txt", seed_003, sizeof seed_003},
    {"004_758a5824e923800f.txt", seed_004, sizeof seed_004},
};
const size_t crossread_seed_count = sizeof seeds / sizeof seeds[0];

crossread_seed crossread_seed_at(size_t index) { return seeds[index]; }
