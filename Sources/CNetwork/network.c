#include "CNetwork.h"
#include "clones.h"
#include "exponential.h"
#include <string.h>

// No fused multiply-add: results must not depend on the machine.
#pragma STDC FP_CONTRACT OFF

// A tile of up to six rows and sixteen columns, held in registers while k runs.
#define TILE(ROWS)                                                                                                     \
  {                                                                                                                    \
    lanes sum[ROWS];                                                                                                   \
    for (int r = 0; r < ROWS; r++) sum[r] = accumulate ? *(const lanes *)(c + (i + r) * ldc + j) : (lanes){0};         \
    for (size_t p = 0; p < k; p++) {                                                                                   \
      lanes right = *(const lanes *)(b + p * ldb + j);                                                                 \
      for (int r = 0; r < ROWS; r++) sum[r] = sum[r] + a[(i + r) * lda + p] * right;                                   \
    }                                                                                                                  \
    for (int r = 0; r < ROWS; r++) *(lanes *)(c + (i + r) * ldc + j) = sum[r];                                         \
  }

CLONES void crossread_multiply(
    size_t m, size_t n, size_t k, const float *a, size_t lda, const float *b, size_t ldb, float *c, size_t ldc,
    bool accumulate) {
  for (size_t j = 0; j + 16 <= n; j += 16) {
    size_t i = 0;
    for (; i + 6 <= m; i += 6) TILE(6)
    switch (m - i) {
    case 5: TILE(5) break;
    case 4: TILE(4) break;
    case 3: TILE(3) break;
    case 2: TILE(2) break;
    case 1: TILE(1) break;
    default: break;
    }
  }
}

// Halves are added until one number is left.
static inline __attribute__((always_inline)) float total(const lanes *from) {
  lanes sum = *from;
  typedef float eight __attribute__((vector_size(32)));
  typedef float four __attribute__((vector_size(16)));
  eight a = __builtin_shufflevector(sum, sum, 0, 1, 2, 3, 4, 5, 6, 7) +
            __builtin_shufflevector(sum, sum, 8, 9, 10, 11, 12, 13, 14, 15);
  four b = __builtin_shufflevector(a, a, 0, 1, 2, 3) + __builtin_shufflevector(a, a, 4, 5, 6, 7);
  return (b[0] + b[2]) + (b[1] + b[3]);
}

CLONES void crossread_dots(size_t rows, size_t length, const float *x, const float *w, size_t stride, float *out) {
  for (size_t r = 0; r < rows; r++) {
    lanes sum = {0};
    for (size_t p = 0; p + 16 <= length; p += 16) {
      sum = sum + *(const lanes *)(x + p) * *(const lanes *)(w + r * stride + p);
    }
    out[r] = total(&sum);
  }
}

CLONES void crossread_transpose(
    size_t rows, size_t columns, const float *restrict x, size_t xstride, float *restrict y, size_t ystride) {
  for (size_t r = 0; r < rows; r++) {
    for (size_t i = 0; i < columns; i++) y[i * ystride + r] = x[r * xstride + i];
  }
}

void crossread_add_distances(
    size_t count, const uint8_t *classes, const float *restrict near, size_t nearstride, float *restrict scores,
    size_t stride) {
  for (size_t i = 0; i < count; i++) {
    const uint8_t *row = classes - i;
#pragma clang loop vectorize(disable)
    for (size_t j = 0; j < count; j++) scores[i * stride + j] += near[i * nearstride + row[j]];
  }
}

#define AT(p) (*(const lanes *)(p))

// x = exp(-x), relative error below 3e-6, with x held within ±30: 2^n · p(f), a minimax polynomial.
static inline __attribute__((always_inline)) void negative_exponential(lanes *x) {
  typedef int32_t numbers __attribute__((vector_size(64), aligned(4)));
  lanes held = __builtin_elementwise_max(__builtin_elementwise_min(*x, (lanes){0} + 30.0f), (lanes){0} - 30.0f);
  lanes scaled = held * -1.44269504f;
  // The lowest bits hold the whole number.
  lanes shifted = scaled + 12582912.0f;
  lanes f = scaled - (shifted - 12582912.0f);
  lanes p = f * 9.582818386e-3f + 5.590637020e-2f;
  p = p * f + 2.402409887e-1f;
  p = p * f + 6.931241998e-1f;
  p = p * f + 1.0f;
  *x = p * (lanes)(((numbers)shifted + 127) << 23);
}

// Sixteen units at a time, and one division for both gates: what takes long is to wait for it.
CLONES void crossread_recur(
    size_t count, size_t width, bool reverse, const uint32_t *rows, const float *u, size_t ustride, const float *x,
    size_t xstride, const float *gates, float *h, size_t hstride, float *saved) {
  lanes states[width / 16];
  memset(states, 0, sizeof states);
  for (size_t step = 0; step < count; step++) {
    size_t t = reverse ? count - 1 - step : step;
    size_t row = rows ? rows[t] : t;
    const float *ut = u + row * ustride;
    const float *xt = x + row * xstride;
    if (rows && step + 1 < count) {
      size_t next = rows[reverse ? t - 1 : t + 1];
      for (size_t i = 0; i < 3 * width; i += 16) __builtin_prefetch(u + next * ustride + i);
      for (size_t i = 0; i < width; i += 16) __builtin_prefetch(x + next * xstride + i);
    }
    for (size_t i = 0; i + 16 <= width; i += 16) {
      lanes state = states[i / 16];
      lanes a = AT(ut + width + i) + AT(gates + i) * state + AT(gates + 2 * width + i);
      lanes b = AT(ut + 2 * width + i) + AT(gates + width + i) * state + AT(gates + 3 * width + i);
      negative_exponential(&a);
      negative_exponential(&b);
      a = a + 1.0f;
      b = b + 1.0f;
      lanes inverse = 1.0f / (a * b);
      lanes forget = b * inverse, reset = a * inverse;
      state = forget * state + (1.0f - forget) * AT(ut + i);
      states[i / 16] = state;
      *(lanes *)(h + t * hstride + i) = reset * state + (1.0f - reset) * AT(xt + i);
      if (saved) {
        float *to = saved + t * 3 * width + i;
        *(lanes *)to = state;
        *(lanes *)(to + width) = forget;
        *(lanes *)(to + 2 * width) = reset;
      }
    }
  }
}

CLONES void crossread_recur_back(
    size_t count, size_t width, bool reverse, const float *u, size_t ustride, const float *x, size_t xstride,
    const float *restrict gates, const float *saved, const float *dh, size_t hstride, float *du, float *dx,
    float *restrict dgates) {
  float dstate[width];
  float zero[width];
  memset(dstate, 0, sizeof dstate);
  memset(zero, 0, sizeof zero);
  for (size_t step = count; step-- > 0;) {
    size_t t = reverse ? count - 1 - step : step;
    const float *restrict ut = u + t * ustride;
    const float *restrict xt = x + t * xstride;
    const float *restrict st = saved + t * 3 * width;
    const float *previous = step == 0 ? zero : saved + (reverse ? t + 1 : t - 1) * 3 * width;
    const float *restrict dht = dh + t * hstride;
    float *restrict dut = du + t * ustride;
    float *restrict dxt = dx + t * xstride;
    for (size_t i = 0; i < width; i++) {
      float state = st[i], forget = st[width + i], reset = st[2 * width + i], before = previous[i];
      float dreset = dht[i] * (state - xt[i]) * reset * (1.0f - reset);
      dxt[i] += dht[i] * (1.0f - reset);
      float ds = dstate[i] + dht[i] * reset;
      float dforget = ds * (before - ut[i]) * forget * (1.0f - forget);
      dut[i] = ds * (1.0f - forget);
      dut[width + i] = dforget;
      dut[2 * width + i] = dreset;
      dstate[i] = ds * forget + dreset * gates[width + i] + dforget * gates[i];
      dgates[i] += dforget * before;
      dgates[width + i] += dreset * before;
      dgates[2 * width + i] += dforget;
      dgates[3 * width + i] += dreset;
    }
  }
}

CLONES void crossread_add_bias(size_t rows, size_t columns, float *x, size_t stride, const float *restrict bias) {
  for (size_t r = 0; r < rows; r++) {
    for (size_t i = 0; i < columns; i++) x[r * stride + i] += bias[i];
  }
}

CLONES void crossread_add_bias_relu(size_t rows, size_t columns, float *x, size_t stride, const float *restrict bias) {
  for (size_t r = 0; r < rows; r++) {
    for (size_t i = 0; i < columns; i++) {
      float value = x[r * stride + i] + bias[i];
      x[r * stride + i] = value > 0 ? value : 0;
    }
  }
}

CLONES void crossread_add_bytes(size_t count, float scale, const int8_t *restrict x, float *restrict y) {
  for (size_t i = 0; i < count; i++) y[i] += scale * (float)x[i];
}

CLONES float crossread_exp_sum(size_t count, float shift, float *x) {
  for (size_t i = 0; i < count; i++) x[i] = exponential(x[i] - shift);
  float sum = 0;
  for (size_t i = 0; i < count; i++) sum += x[i];
  return sum;
}

CLONES void crossread_adam(
    size_t count, float rate, float beta1, float beta2, float epsilon, float *restrict weights,
    float *restrict gradient, float *restrict mean, float *restrict variance) {
  for (size_t i = 0; i + 16 <= count; i += 16) {
    lanes g = *(lanes *)(gradient + i);
    lanes m = beta1 * *(lanes *)(mean + i) + (1.0f - beta1) * g;
    lanes v = beta2 * *(lanes *)(variance + i) + (1.0f - beta2) * g * g;
    *(lanes *)(mean + i) = m;
    *(lanes *)(variance + i) = v;
    *(lanes *)(weights + i) -= rate * m / (__builtin_elementwise_sqrt(v) + epsilon);
    *(lanes *)(gradient + i) = (lanes){0};
  }
}
