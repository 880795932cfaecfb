#include "CNetwork.h"
#include "clones.h"
#include <string.h>

#define LABELS 17

typedef int8_t row __attribute__((vector_size(16), aligned(1)));
typedef int32_t numbers __attribute__((vector_size(64)));
typedef uint16_t sixteen __attribute__((vector_size(32), aligned(2)));
typedef bool flags __attribute__((ext_vector_type(16)));

// Which of sixteen neighbours are the fingerprint, the first in the lowest bit.
static inline __attribute__((always_inline)) uint32_t equal(const uint16_t *at, uint16_t fingerprint) {
  flags same = __builtin_convertvector(*(const sixteen *)at == fingerprint, flags);
  uint16_t mask;
  memcpy(&mask, &same, sizeof mask);
  return mask;
}

CLONES void crossread_sum_labels(
    size_t count, const uint32_t *keys, const struct crossread_fingerprints *table, const int8_t *rows, float scale,
    float *scores) {
  // Fingerprints and rows fill more than the nearest cache, so each step fetches for all keys what the next one reads.
  uint32_t starts[count], found[count];
  uint8_t sizes[count];
  for (size_t i = 0; i < count; i++) {
    uint32_t bucket = keys[i] >> (32 - table->bits);
    uint32_t start = table->bases[bucket >> 8] + table->offsets[bucket];
    uint32_t end = table->bases[(bucket + 1) >> 8] + table->offsets[bucket + 1];
    starts[i] = start;
    sizes[i] = (uint8_t)(end - start < 255 ? end - start : 255);
    // Sixteen may lie in two cache lines.
    __builtin_prefetch(table->fingerprints + start);
    __builtin_prefetch(table->fingerprints + start + 15);
  }
  size_t kept = 0;
  uint32_t latest = 0;
  for (size_t i = 0; i < count; i++) {
    uint16_t fingerprint = (uint16_t)(keys[i] >> (16 - table->bits));
    uint32_t start = starts[i], size = sizes[i];
    if (start + 16 <= table->count && size <= 16) {
      uint32_t mask = equal(table->fingerprints + start, fingerprint) & ((1u << size) - 1);
      // No branch: whether a key is there is not to be foreseen.
      uint32_t place = start + (uint32_t)__builtin_ctz(mask | 0x10000);
      found[kept] = place;
      kept += mask != 0;
      latest = mask ? place : latest;
    } else {
      uint32_t end = start + size;
      while (start < end && table->fingerprints[start] != fingerprint) start++;
      found[kept] = start;
      kept += start < end;
      latest = start < end ? start : latest;
    }
    __builtin_prefetch(rows + (size_t)latest * LABELS);
  }
  numbers sums = {0};
  int32_t last = 0;
  for (size_t i = 0; i < kept; i++) {
    const int8_t *weights = rows + (size_t)found[i] * LABELS;
    sums += __builtin_convertvector(*(const row *)weights, numbers);
    last += weights[16];
  }
  for (int label = 0; label < 16; label++) scores[label] = (float)sums[label] * scale;
  scores[16] = (float)last * scale;
}
