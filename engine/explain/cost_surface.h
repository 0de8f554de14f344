#pragma once
#include "engine/training/trainer.h"

namespace glassbox {

/// The mean cost (without the penalty) where two parameters take other values and all else stays.
struct CostSurface {
  /// The values tried.
  VectorXd a, b;
  /// cost(row of b, column of a).
  MatrixXd cost;
};

/// The values that are tried, both ends among them.
struct Range {
  double low, high;
};

/// Evenly spaced, `resolution` (2 to 200) values a parameter. Throws if the parameters are the same one or a range is empty.
CostSurface costSurface(Trainer& trainer, const ParameterIndex& a, const ParameterIndex& b, Range rangeA, Range rangeB,
                        int resolution, const Samples& samples);

}  // namespace glassbox
