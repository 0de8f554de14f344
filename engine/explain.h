#pragma once
#include <vector>

#include "engine/trainer.h"

namespace glassbox {

/// One parameter's slope dCost/dp, by backpropagation and measured: from the costs (mean over the samples, without the
/// penalty) at the present value p and at p - 2h, p - h, p + h, p + 2h, with h = 1e-4 in float64 and 1e-2 in float32.
struct SlopePair {
  ParameterIndex parameter;
  /// By backpropagation.
  double gradient;
  /// Measured by the five-point central difference (Abramowitz and Stegun, 25.3.6), off by the order of h^4.
  double slope;
  /// Measured on one side only, off by the order of h^2. They differ where the cost has a corner, as where a Z is 0 of a
  /// relu: the slope is their mean then, and the gradient the one below (its f'(0) is 0, as in PyTorch).
  double slopeBelow, slopeAbove;
  /// |gradient - slope| relative to the larger of the two, or to a thousandth of the largest gradient if that is more:
  /// the difference of two nearly equal costs has no digits left for slopes much smaller than the largest.
  double difference;
};

/// What happens to the network when one parameter is nudged and all else stays.
struct Shock : SlopePair {
  /// Mean cost over the samples, without the penalty, at p and at p + epsilon.
  double costBefore, costAfter;
  /// How much each unit's activation moved, mean over the samples; one vector a layer.
  std::vector<VectorXd> changes;
};

/// Nudges a parameter by `epsilon` (not 0) and puts it back, bit for bit. The slopes are those at its present value,
/// whatever epsilon is.
Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const Samples& samples);

/// Backpropagation against measurement, for many parameters.
struct GradientCheck {
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
