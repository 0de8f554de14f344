#pragma once
#include "engine/math/matrix.h"

namespace glassbox {

/// Samples that go side by side, at the most.
constexpr Index mostLanes = 16;

/// The loops of SamplesPass over one layer. A unit's numbers for `lanes` samples lie side by side, so that one sum over the
/// inputs serves them all; W is units x inputs, column by column. Small functions behind pointers, because engines of
/// WebAssembly compile each function for itself, and only hot ones well.
template <class S>
struct SampleLanes {
  Index lanes;
  /// Z = W * input + bias. input: inputs x lanes, Z: units x lanes.
  void (*forward)(const S* W, const S* bias, const S* input, S* Z, Index inputs, Index units);
  /// handedBack = W transposed * delta. delta: units x lanes, handedBack: inputs x lanes.
  void (*handBack)(const S* W, const S* delta, S* handedBack, Index inputs, Index units);
  /// The sums over the samples of delta * input, column by column, of which the last is delta alone: columns `from` to `to`
  /// of the layer's gradient, times `share`, or added to it unless `isFirst`.
  void (*gradient)(const S* delta, const S* input, S* gradient, Index from, Index to, Index inputs, Index units,
                   bool isFirst, S share);
};

/// The loops that take a batch of that size in the least time.
template <class S>
const SampleLanes<S>& sampleLanesFor(Index batch);

}  // namespace glassbox
