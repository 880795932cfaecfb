#include "CNetwork.h"
#include <string.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

typedef float lanes __attribute__((vector_size(64), aligned(4)));

// Sums of products of 16-bit integers are exact, so every version below gives the same result.

#if !defined(__x86_64__)
static void plain(
    size_t m, size_t n, size_t pairs, const int16_t *a, size_t lda, const float *scales, const int16_t *b, float scale,
    float *c, size_t ldc) {
  for (size_t i = 0; i < m; i++) {
    for (size_t j = 0; j < n; j++) {
      int32_t sum = 0;
      for (size_t p = 0; p < pairs; p++) {
        const int16_t *left = a + i * lda + 2 * p, *right = b + (p * n + j) * 2;
        sum += left[0] * right[0] + left[1] * right[1];
      }
      c[i * ldc + j] = (float)sum * (scales[i] * scale);
    }
  }
}
#else
// One tile of `COUNT` rows and two vectors of columns; a pair of neighbours in k is multiplied and added at once.
#define TILE(COUNT, VECTOR, FLOATS, LANES, P, S)                                                                       \
  for (; i + COUNT <= m; i += COUNT) {                                                                                 \
    VECTOR low[COUNT], high[COUNT];                                                                                    \
    for (int r = 0; r < COUNT; r++) low[r] = high[r] = P##_setzero_##S();                                              \
    for (size_t p = 0; p < pairs; p++) {                                                                               \
      const int16_t *right = b + (p * n + j) * 2;                                                                      \
      VECTOR first, second;                                                                                            \
      memcpy(&first, right, sizeof first);                                                                             \
      memcpy(&second, right + 2 * LANES, sizeof second);                                                               \
      for (int r = 0; r < COUNT; r++) {                                                                                \
        int32_t pair;                                                                                                  \
        memcpy(&pair, a + (i + r) * lda + 2 * p, sizeof pair);                                                         \
        VECTOR left = P##_set1_epi32(pair);                                                                            \
        low[r] = P##_add_epi32(low[r], P##_madd_epi16(left, first));                                                   \
        high[r] = P##_add_epi32(high[r], P##_madd_epi16(left, second));                                                \
      }                                                                                                                \
    }                                                                                                                  \
    for (int r = 0; r < COUNT; r++) {                                                                                  \
      FLOATS factor = P##_set1_ps(scales[i + r] * scale);                                                              \
      FLOATS first = P##_mul_ps(P##_cvtepi32_ps(low[r]), factor), second = P##_mul_ps(P##_cvtepi32_ps(high[r]), factor); \
      memcpy(c + (i + r) * ldc + j, &first, sizeof first);                                                             \
      memcpy(c + (i + r) * ldc + j + LANES, &second, sizeof second);                                                   \
    }                                                                                                                  \
  }

#define KERNEL(NAME, FEATURES, COUNT, VECTOR, FLOATS, LANES, P, S)                                                     \
  __attribute__((target(FEATURES))) static void NAME(                                                                  \
      size_t m, size_t n, size_t pairs, const int16_t *a, size_t lda, const float *scales,                             \
      const int16_t *b, float scale, float *c, size_t ldc) {                                                           \
    for (size_t j = 0; j + 2 * LANES <= n; j += 2 * LANES) {                                                           \
      size_t i = 0;                                                                                                    \
      TILE(COUNT, VECTOR, FLOATS, LANES, P, S)                                                                         \
      TILE(2, VECTOR, FLOATS, LANES, P, S)                                                                             \
      TILE(1, VECTOR, FLOATS, LANES, P, S)                                                                             \
    }                                                                                                                  \
  }

KERNEL(wide, "avx512f,avx512bw", 8, __m512i, __m512, 16, _mm512, si512)
KERNEL(middle, "avx2", 6, __m256i, __m256, 8, _mm256, si256)
KERNEL(narrow, "sse2", 6, __m128i, __m128, 4, _mm, si128)
#endif

void crossread_multiply_shorts(
    size_t m, size_t n, size_t k, const int16_t *a, size_t lda, const float *scales, const int16_t *b, float scale,
    float *c, size_t ldc) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) {
    wide(m, n, k / 2, a, lda, scales, b, scale, c, ldc);
  } else if (__builtin_cpu_supports("avx2")) {
    middle(m, n, k / 2, a, lda, scales, b, scale, c, ldc);
  } else {
    narrow(m, n, k / 2, a, lda, scales, b, scale, c, ldc);
  }
#else
  plain(m, n, k / 2, a, lda, scales, b, scale, c, ldc);
#endif
}

CLONES void crossread_quantise(size_t rows, size_t columns, const float *x, size_t stride, int16_t *y, float *scales) {
  for (size_t r = 0; r < rows; r++) {
    const float *restrict from = x + r * stride;
    int16_t *restrict to = y + r * columns;
    lanes sizes = {0};
    for (size_t i = 0; i + 16 <= columns; i += 16) {
      sizes = __builtin_elementwise_max(sizes, __builtin_elementwise_abs(*(const lanes *)(from + i)));
    }
    float largest = 0;
    for (int l = 0; l < 16; l++) largest = sizes[l] > largest ? sizes[l] : largest;
    float factor = largest > 0 ? 2047.0f / largest : 0;
    scales[r] = largest / 2047.0f;
    // Adding and taking away 1.5 · 2^23 rounds to the nearest whole number.
    for (size_t i = 0; i < columns; i++) to[i] = (int16_t)((from[i] * factor + 12582912.0f) - 12582912.0f);
  }
}
