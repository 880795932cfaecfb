// The inner loops of the models: arithmetic of small neural networks, look-ups of weights, sums over chains of labels.
//
// Every sum is taken in one fixed order and never fused, so results are the same bit for bit whatever vector unit runs
// them. Matrices are row-major; numbers of columns are multiples of 16.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// c[m×n] = a[m×k] · b[k×n], added to c where `accumulate`. n is a multiple of 16.
void crossread_multiply(
    size_t m, size_t n, size_t k, const float *_Nonnull a, size_t lda, const float *_Nonnull b, size_t ldb,
    float *_Nonnull c, size_t ldc, bool accumulate);

// Rounds every row of x to bytes within ±127: `scales` takes them back, `starts` is -128 times their sum.
// `columns` is a multiple of 16.
void crossread_quantise(
    size_t rows, size_t columns, const float *_Nonnull x, int8_t *_Nonnull y, int32_t *_Nonnull starts,
    float *_Nonnull scales);

// c[m×n] = scales[m] · columns[n] · (a[m×k] · (b[k×n] - 128)) of integers: a, starts and scales as crossread_quantise
// leaves them, b in quads of rows (b[k/4][n][4]). k is a multiple of 4, n of 32.
void crossread_multiply_bytes(
    size_t m, size_t n, size_t k, const int8_t *_Nonnull a, const int32_t *_Nonnull starts,
    const float *_Nonnull scales, const uint8_t *_Nonnull b, const float *_Nonnull columns, float *_Nonnull c);

// Dot products of one vector with `rows` vectors: out[r] = x · w[r]. `length` is a multiple of 16.
void crossread_dots(
    size_t rows, size_t length, const float *_Nonnull x, const float *_Nonnull w, size_t stride, float *_Nonnull out);

// y[i][r] = x[r][i].
void crossread_transpose(
    size_t rows, size_t columns, const float *_Nonnull x, size_t xstride, float *_Nonnull y, size_t ystride);

// scores[i][j] = scores[i][j] + near[i][classes[j - i]] for `count` rows and columns; `classes` points to that of 0.
void crossread_add_distances(
    size_t count, const uint8_t *_Nonnull classes, const float *_Nonnull near, size_t nearstride,
    float *_Nonnull scores, size_t stride);

// One direction of a simple recurrent unit (Lei et al. 2018) over a sentence of `count` tokens; `width` is a multiple of
// 16.
//
// u holds candidate, forget and reset pre-activations (3 × width per token); x is the input that the highway carries;
// gates holds four vectors of `width`: forget and reset peepholes, forget and reset biases. `rows`, where given, says
// which row of u and x is a token's, else they are in order. `saved`, where given, receives state, forget and reset
// values (3 × width per token) for crossread_recur_back.
void crossread_recur(
    size_t count, size_t width, bool reverse, const uint32_t *_Nullable rows, const float *_Nonnull u, size_t ustride,
    const float *_Nonnull x, size_t xstride, const float *_Nonnull gates, float *_Nonnull h, size_t hstride,
    float *_Nullable saved);

// Gradients of crossread_recur: du and dgates from dh; dx receives the part that went through the highway.
void crossread_recur_back(
    size_t count, size_t width, bool reverse, const float *_Nonnull u, size_t ustride, const float *_Nonnull x,
    size_t xstride, const float *_Nonnull gates, const float *_Nonnull saved, const float *_Nonnull dh, size_t hstride,
    float *_Nonnull du, float *_Nonnull dx, float *_Nonnull dgates);

// x[r] = x[r] + bias for every row.
void crossread_add_bias(size_t rows, size_t columns, float *_Nonnull x, size_t stride, const float *_Nonnull bias);

// As crossread_add_bias, then negative values become zero.
void crossread_add_bias_relu(
    size_t rows, size_t columns, float *_Nonnull x, size_t stride, const float *_Nonnull bias);

// y = y + scale · x over `count` signed bytes.
void crossread_add_bytes(size_t count, float scale, const int8_t *_Nonnull x, float *_Nonnull y);

// Exponentials in place: x = exp(x - shift); returns their sum. Relative error below 1e-6.
float crossread_exp_sum(size_t count, float shift, float *_Nonnull x);

// One step of Adam (Kingma and Ba 2015): `rate` already holds the bias correction. Clears the gradient.
// `count` is a multiple of 16.
void crossread_adam(
    size_t count, float rate, float beta1, float beta2, float epsilon, float *_Nonnull weights,
    float *_Nonnull gradient, float *_Nonnull mean, float *_Nonnull variance);

// A set of hashed keys as Language's FingerprintTable lays it out.
struct crossread_fingerprints {
  const uint32_t *_Nonnull bases;
  const uint16_t *_Nonnull offsets;
  const uint16_t *_Nonnull fingerprints;
  uint32_t bits;
  uint32_t count;
};

// Adds up, label by label, the rows of those keys that the table holds, 17 bytes each: scores[label] = scale · sum.
void crossread_sum_labels(
    size_t count, const uint32_t *_Nonnull keys, const struct crossread_fingerprints *_Nonnull table,
    const int8_t *_Nonnull rows, float scale, float *_Nonnull scores);

// The best of all ways through a chain of `count` tokens (Viterbi), 17 labels each: scores is count×17, transitions 17×17
// from left to right, minus infinity where forbidden, as are starts and ends, else 0. back is count×17 to work in.
void crossread_chain_best(
    size_t count, const float *_Nonnull scores, const float *_Nonnull transitions, const float *_Nonnull starts,
    const float *_Nonnull ends, int32_t *_Nonnull back, uint8_t *_Nonnull labels);

// Sums over all ways through a chain of at least one token. potentials are powers of transitions, turned the same from
// right to left; starts and ends 1 where allowed, else 0. local is the power of every score less the highest of its
// token (tops); forward is scaled to one at every token by norms; forward · backward is a label's probability.
void crossread_chain_sums(
    size_t count, const float *_Nonnull scores, const float *_Nonnull potentials, const float *_Nonnull turned,
    const float *_Nonnull starts, const float *_Nonnull ends, float *_Nonnull local, float *_Nonnull forward,
    float *_Nonnull backward, float *_Nonnull norms, float *_Nonnull tops);
