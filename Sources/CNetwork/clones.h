#pragma once

// One version of a function for each generation of processors, chosen when the program starts.
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

// Sixteen floats: one vector register or several, as the processor has them.
typedef float lanes __attribute__((vector_size(64), aligned(4)));
