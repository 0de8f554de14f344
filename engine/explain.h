#pragma once
#include <vector>

#include "engine/slope_meter.h"

namespace glassbox {

/// What happens to the network when one parameter is nudged and all else stays.
struct Shock : SlopePair {
  /// Mean cost over the samples, without the penalty, at p and at p + epsilon.
  double costBefore, costAfter;
  /// (costAfter - costBefore) / epsilon: what this very nudge measures of the slope.
  double secant;
  /// How much each unit's activation moved, mean over the samples; one vector a layer.
  std::vector<VectorXd> changes;
};

/// Nudges a parameter by `epsilon` (not 0) and puts it back, bit for bit. The slopes are those at its present value,
/// whatever epsilon is.
Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const Samples& samples);

/// Backpropagation against measurement, for many parameters.
struct GradientCheck {
  /// Of the largest disagreement; one that is no number, as where a cost overflows, is worse than any.
  SlopePair worst;
  long checked;
};

/// Of `count` parameters from the buffer's place `from` on, or as many as there are. Throws if there are none.
GradientCheck gradientCheck(Trainer& trainer, const Samples& samples, Index from = 0, Index count = Limits::parameters);

/// The mean cost (without the penalty) with one parameter at each of the values, which must be finite, and all else as it is.
VectorXd costLine(Trainer& trainer, const ParameterIndex& index, const VectorXd& values, const Samples& samples);

/// The mean cost (without the penalty) where two parameters take other values and all else stays.
struct CostSurface {
  /// The values tried.
  VectorXd a, b;
  /// cost(row of b, column of a).
  MatrixXd cost;
};

struct Range {
  double low, high;
};

/// Evenly spaced, `resolution` (2 to 200) values a parameter. Throws if the parameters are the same one or a range is empty.
CostSurface costSurface(Trainer& trainer, const ParameterIndex& a, const ParameterIndex& b, Range rangeA, Range rangeB,
                        int resolution, const Samples& samples);

}  // namespace glassbox
