#include "CNetwork.h"
#include "clones.h"
#include <string.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Sums of products of integers are exact, so every version below gives the same result.

CLONES static void plain(
    size_t m, size_t n, size_t quads, const int8_t *a, const int32_t *starts, const float *scales, const uint8_t *b,
    const float *columns, float *c) {
  for (size_t i = 0; i < m; i++) {
    for (size_t j = 0; j < n; j++) {
      int32_t sum = starts[i];
      for (size_t q = 0; q < quads; q++) {
        const int8_t *left = a + (i * quads + q) * 4;
        const uint8_t *right = b + (q * n + j) * 4;
        for (int k = 0; k < 4; k++) sum += left[k] * right[k];
      }
      c[i * n + j] = (float)sum * (scales[i] * columns[j]);
    }
  }
}

#if defined(__x86_64__)
// One tile of `ROWS` rows and two vectors of columns; four neighbours in k are multiplied and added at once.
// The accumulators stay in registers only where the loops over rows are unrolled.
#define UNROLL _Pragma("clang loop unroll(full)")
#define TILE(ROWS, VECTOR, FLOATS, LANES, P, DOT)                                                                      \
  for (; i + ROWS <= m; i += ROWS) {                                                                                   \
    VECTOR low[ROWS], high[ROWS];                                                                                      \
    UNROLL for (int r = 0; r < ROWS; r++) low[r] = high[r] = P##_set1_epi32(starts[i + r]);                            \
    for (size_t q = 0; q < quads; q++) {                                                                               \
      const uint8_t *right = b + (q * n + j) * 4;                                                                      \
      VECTOR first, second;                                                                                            \
      memcpy(&first, right, sizeof first);                                                                             \
      memcpy(&second, right + 4 * LANES, sizeof second);                                                               \
      UNROLL for (int r = 0; r < ROWS; r++) {                                                                          \
        int32_t quad;                                                                                                  \
        memcpy(&quad, a + ((i + r) * quads + q) * 4, sizeof quad);                                                     \
        VECTOR left = P##_set1_epi32(quad);                                                                            \
        low[r] = DOT(low[r], first, left);                                                                             \
        high[r] = DOT(high[r], second, left);                                                                          \
      }                                                                                                                \
    }                                                                                                                  \
    UNROLL for (int r = 0; r < ROWS; r++) {                                                                            \
      FLOATS scale = P##_set1_ps(scales[i + r]);                                                                       \
      FLOATS first = P##_mul_ps(P##_cvtepi32_ps(low[r]), P##_mul_ps(scale, P##_loadu_ps(columns + j)));                \
      FLOATS second = P##_mul_ps(P##_cvtepi32_ps(high[r]), P##_mul_ps(scale, P##_loadu_ps(columns + j + LANES)));      \
      P##_storeu_ps(c + (i + r) * n + j, first);                                                                       \
      P##_storeu_ps(c + (i + r) * n + j + LANES, second);                                                              \
    }                                                                                                                  \
  }

#define KERNEL(NAME, FEATURES, COUNT, VECTOR, FLOATS, LANES, P, DOT)                                                   \
  __attribute__((target(FEATURES))) static void NAME(                                                                  \
      size_t m, size_t n, size_t quads, const int8_t *a, const int32_t *starts, const float *scales, const uint8_t *b, \
      const float *columns, float *c) {                                                                                \
    for (size_t j = 0; j + 2 * LANES <= n; j += 2 * LANES) {                                                           \
      size_t i = 0;                                                                                                    \
      TILE(COUNT, VECTOR, FLOATS, LANES, P, DOT)                                                                       \
      TILE(4, VECTOR, FLOATS, LANES, P, DOT)                                                                           \
      TILE(2, VECTOR, FLOATS, LANES, P, DOT)                                                                           \
      TILE(1, VECTOR, FLOATS, LANES, P, DOT)                                                                           \
    }                                                                                                                  \
  }

// Without an instruction of its own, the dot product of four bytes is one of pairs of 16-bit halves.
__attribute__((target("avx2"), always_inline)) static inline __m256i dot_by_halves(
    __m256i sum, __m256i right, __m256i left) {
  __m256i low = _mm256_set1_epi32(0x00FF00FF);
  __m256i even = _mm256_madd_epi16(_mm256_and_si256(right, low), _mm256_srai_epi16(_mm256_slli_epi16(left, 8), 8));
  __m256i odd = _mm256_madd_epi16(_mm256_srli_epi16(right, 8), _mm256_srai_epi16(left, 8));
  return _mm256_add_epi32(sum, _mm256_add_epi32(even, odd));
}

KERNEL(wide, "avx512f,avx512vnni", 12, __m512i, __m512, 16, _mm512, _mm512_dpbusd_epi32)
KERNEL(middle, "avx2,avxvnni", 6, __m256i, __m256, 8, _mm256, _mm256_dpbusd_avx_epi32)
KERNEL(narrow, "avx2", 4, __m256i, __m256, 8, _mm256, dot_by_halves)
#endif

void crossread_multiply_bytes(
    size_t m, size_t n, size_t k, const int8_t *a, const int32_t *starts, const float *scales, const uint8_t *b,
    const float *columns, float *c) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni")) {
    wide(m, n, k / 4, a, starts, scales, b, columns, c);
    return;
  }
  if (__builtin_cpu_supports("avxvnni")) {
    middle(m, n, k / 4, a, starts, scales, b, columns, c);
    return;
  }
  if (__builtin_cpu_supports("avx2")) {
    narrow(m, n, k / 4, a, starts, scales, b, columns, c);
    return;
  }
#endif
  plain(m, n, k / 4, a, starts, scales, b, columns, c);
}

typedef int32_t numbers __attribute__((vector_size(64)));
typedef int8_t row __attribute__((vector_size(16), aligned(1)));

CLONES void crossread_quantise(
    size_t rows, size_t columns, const float *x, int8_t *y, int32_t *starts, float *scales) {
  for (size_t r = 0; r < rows; r++) {
    const float *restrict from = x + r * columns;
    int8_t *restrict to = y + r * columns;
    // Without its sign a float is ordered as the whole number of the same bits.
    numbers sizes = {0};
    for (size_t i = 0; i + 16 <= columns; i += 16) {
      sizes = __builtin_elementwise_max(sizes, (numbers)*(const lanes *)(from + i) & 0x7FFFFFFF);
    }
    int32_t size = __builtin_reduce_max(sizes);
    float largest;
    memcpy(&largest, &size, sizeof largest);
    float factor = largest > 0 ? 127.0f / largest : 0;
    scales[r] = largest / 127.0f;
    numbers sums = {0};
    for (size_t i = 0; i + 16 <= columns; i += 16) {
      // Adding and taking away 1.5 · 2^23 rounds to the nearest whole number.
      lanes rounded = (*(const lanes *)(from + i) * factor + 12582912.0f) - 12582912.0f;
      numbers values = __builtin_convertvector(rounded, numbers);
      *(row *)(to + i) = __builtin_convertvector(values, row);
      sums += values;
    }
    starts[r] = -128 * __builtin_reduce_add(sums);
  }
}
