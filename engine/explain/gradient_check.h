#pragma once
#include "engine/explain/slope_meter.h"

namespace glassbox {

/// Backpropagation against measurement, for many parameters.
struct GradientCheck {
  /// Of the largest disagreement; one that is no number, as where a cost overflows, is worse than any.
  SlopePair worst;
  long checked;
};

/// Of `count` parameters from the buffer's place `from` on, or as many as there are. Throws if there are none.
GradientCheck gradientCheck(Trainer& trainer, const Samples& samples, Index from = 0, Index count = Limits::parameters);

}  // namespace glassbox
