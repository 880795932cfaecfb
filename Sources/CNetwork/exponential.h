#pragma once
#include <stdint.h>
#include <string.h>

// No fused multiply-add: results must not depend on the machine.
#pragma STDC FP_CONTRACT OFF

// exp for |x| up to 87, by 2^n · p(f): Cephes' polynomial.
static inline __attribute__((always_inline)) float exponential(float x) {
  x = x > 87.0f ? 87.0f : x;
  x = x < -87.0f ? -87.0f : x;
  float scaled = x * 1.44269504f;
  float shifted = scaled + 12582912.0f;
  float whole = shifted - 12582912.0f;
  float f = x - whole * 0.693359375f;
  f = f + whole * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * f + 1.3981999507e-3f;
  p = p * f + 8.3334519073e-3f;
  p = p * f + 4.1665795894e-2f;
  p = p * f + 1.6666665459e-1f;
  p = p * f + 5.0000001201e-1f;
  p = p * f * f + f + 1.0f;
  int32_t power = ((int32_t)whole + 127) << 23;
  float two;
  memcpy(&two, &power, sizeof two);
  return p * two;
}
