#pragma once
#include <vector>

#include "engine/slope_meter.h"

namespace glassbox {

/// What happens to the network when one parameter is changed and all else stays.
struct Shock : SlopePair {
  /// p, the parameter's present value.
  double value;
  /// Mean cost over the samples, without the penalty, at p and at p + epsilon.
  double costBefore, costAfter;
  /// (costAfter - costBefore) / epsilon: what this very shock measures of the slope.
  double secant;
  /// How much each unit's activation moved, mean over the samples; one vector per layer.
  std::vector<VectorXd> changes;
  /// Other values of the parameter, p + offset, and the mean cost (without the penalty) there.
  VectorXd values, costs;
};

/// Adds `epsilon` (not 0) to a parameter, and finite `offsets` to its value p, and puts it back, bit for bit. The
/// slopes are those at p, whatever epsilon is.
Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const VectorXd& offsets,
            const Samples& samples);

/// Backpropagation against measurement, for many parameters.
struct GradientCheck {
  /// Of the largest disagreement; one that is no number, as where a cost overflows, is worse than any.
  SlopePair worst;
  long checked;
};

/// Of `count` parameters from the buffer's place `from` on, or as many as there are. Throws if there are none.
GradientCheck gradientCheck(Trainer& trainer, const Samples& samples, Index from = 0, Index count = Limits::parameters);

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
