#pragma once
#include <vector>

#include "engine/trainer.h"

namespace glassbox {

/// What happens to the network when one parameter is nudged and all else stays.
struct Shock {
  /// Mean cost over the samples, without the penalty.
  double costBefore, costAfter;
  /// Measured: (cost(p + epsilon) - cost(p - epsilon)) / (2 epsilon).
  double slope;
  /// The same slope by backpropagation.
  double gradient;
  /// How much each unit's activation moved, mean over the samples; one vector a layer.
  std::vector<VectorXd> changes;
};

/// Nudges a parameter by `epsilon` (not 0) and puts it back, bit for bit.
Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const Samples& samples);

/// One parameter's slope, by backpropagation and measured.
struct SlopePair {
  ParameterIndex parameter;
  double gradient, slope;
  /// |gradient - slope| relative to the larger of the two, or to a thousandth of the largest gradient if that is more:
  /// the difference of two nearly equal costs has no digits left for slopes much smaller than the largest.
  double difference;
};

/// Backpropagation against measurement, for every parameter.
struct GradientCheck {
  SlopePair worst;
  long checked;
};

/// Measured by the five-point central difference (Abramowitz and Stegun, 25.3.6), step 1e-4 in float64, 1e-2 in float32.
GradientCheck gradientCheck(Trainer& trainer, const Samples& samples);

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
