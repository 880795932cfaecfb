#include "CNetwork.h"
#include "clones.h"
#include "exponential.h"

#pragma STDC FP_CONTRACT OFF

// Label 0 goes by itself, the sixteen others as one vector.
#define COUNT 17

typedef int32_t numbers __attribute__((vector_size(64), aligned(4)));

// Of two vectors, lane by lane, the first where `mask` is set.
#define SELECT(TYPE, mask, a, b) ((TYPE)(((numbers)(a) & (mask)) | ((numbers)(b) & ~(mask))))

#define TAIL(row) (*(const lanes *)((row) + 1))

CLONES void crossread_chain_best(
    size_t count, const float *scores, const float *transitions, const float *starts, const float *ends, int32_t *back,
    uint8_t *labels) {
  float head = scores[0] + starts[0];
  lanes rest = TAIL(scores) + TAIL(starts);
  float current[COUNT];
  for (size_t t = 1; t < count; t++) {
    current[0] = head;
    *(lanes *)(current + 1) = rest;
    float best = current[0] + transitions[0];
    lanes bests = current[0] + TAIL(transitions);
    int32_t from = 0;
    numbers froms = {0};
    for (int left = 1; left < COUNT; left++) {
      const float *row = transitions + left * COUNT;
      float score = current[left] + row[0];
      if (score > best) {
        best = score;
        from = left;
      }
      lanes those = current[left] + TAIL(row);
      numbers better = those > bests;
      bests = SELECT(lanes, better, those, bests);
      froms = SELECT(numbers, better, (numbers){0} + left, froms);
    }
    back[t * COUNT] = from;
    *(numbers *)(back + t * COUNT + 1) = froms;
    head = best + scores[t * COUNT];
    rest = bests + TAIL(scores + t * COUNT);
  }
  current[0] = head + ends[0];
  *(lanes *)(current + 1) = rest + TAIL(ends);
  int label = 0;
  for (int candidate = 1; candidate < COUNT; candidate++) {
    if (current[candidate] > current[label]) label = candidate;
  }
  for (size_t t = count; t-- > 0;) {
    labels[t] = (uint8_t)label;
    if (t > 0) label = back[t * COUNT + label];
  }
}

CLONES void crossread_chain_sums(
    size_t count, const float *scores, const float *potentials, const float *turned, const float *starts,
    const float *ends, float *local, float *forward, float *backward, float *norms, float *tops) {
  for (size_t t = 0; t < count; t++) {
    float head = starts[0];
    lanes rest = TAIL(starts);
    if (t > 0) {
      const float *before = forward + (t - 1) * COUNT;
      head = 0;
      rest = (lanes){0};
      for (int left = 0; left < COUNT; left++) {
        head += before[left] * potentials[left * COUNT];
        rest += before[left] * TAIL(potentials + left * COUNT);
      }
    }
    const float *row = scores + t * COUNT;
    float *restrict weights = local + t * COUNT;
    float largest = row[0];
    for (int label = 1; label < COUNT; label++) largest = row[label] > largest ? row[label] : largest;
    for (int label = 0; label < COUNT; label++) {
      float score = row[label] - largest;
      weights[label] = exponential(score > -60 ? score : -60);
    }
    head *= weights[0];
    rest *= TAIL(weights);
    if (t + 1 == count) {
      head *= ends[0];
      rest *= TAIL(ends);
    }
    float *restrict reached = forward + t * COUNT;
    reached[0] = head;
    *(lanes *)(reached + 1) = rest;
    float sum = 0;
    for (int label = 0; label < COUNT; label++) sum += reached[label];
    sum = sum > 1.17549435e-38f ? sum : 1.17549435e-38f;
    for (int label = 0; label < COUNT; label++) reached[label] /= sum;
    norms[t] = sum;
    tops[t] = largest;
  }
  memcpy(backward + (count - 1) * COUNT, ends, COUNT * sizeof(float));
  for (size_t t = count - 1; t-- > 0;) {
    const float *after = backward + (t + 1) * COUNT, *weights = local + (t + 1) * COUNT;
    float head = 0;
    lanes rest = {0};
    for (int right = 0; right < COUNT; right++) {
      head += turned[right * COUNT] * weights[right] * after[right];
      rest += TAIL(turned + right * COUNT) * weights[right] * after[right];
    }
    backward[t * COUNT] = head / norms[t + 1];
    *(lanes *)(backward + t * COUNT + 1) = rest / norms[t + 1];
  }
}
