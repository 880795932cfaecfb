// Arithmetic of small neural networks on float32.
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

// Rounds every row of x to integers within ±2047 and gives the scale that takes them back.
void crossread_quantise(
    size_t rows, size_t columns, const float *_Nonnull x, size_t stride, int16_t *_Nonnull y, float *_Nonnull scales);

// c[m×n] = scales[m] · scale · (a[m×k] · b[k×n]) of integers: a as crossread_quantise leaves it, b within ±4095 in pairs
// of rows (b[k/2][n][2]). k is even and at most 255, so no sum overflows; n is a multiple of 32.
void crossread_multiply_shorts(
    size_t m, size_t n, size_t k, const int16_t *_Nonnull a, size_t lda, const float *_Nonnull scales,
    const int16_t *_Nonnull b, float scale, float *_Nonnull c, size_t ldc);

// Dot products of one vector with `rows` vectors: out[r] = x · w[r]. `length` is a multiple of 16.
void crossread_dots(
    size_t rows, size_t length, const float *_Nonnull x, const float *_Nonnull w, size_t stride, float *_Nonnull out);

// One direction of a simple recurrent unit (Lei et al. 2018) over a sentence of `count` tokens.
//
// u holds candidate, forget and reset pre-activations (3 × width per token); x is the input that the highway carries;
// gates holds four vectors of `width`: forget and reset peepholes, forget and reset biases. `saved`, where given,
// receives state, forget and reset values (3 × width per token) for crossread_recur_back.
void crossread_recur(
    size_t count, size_t width, bool reverse, const float *_Nonnull u, size_t ustride, const float *_Nonnull x,
    size_t xstride, const float *_Nonnull gates, float *_Nonnull h, size_t hstride, float *_Nullable saved);

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
