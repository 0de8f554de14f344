#pragma once
#include <vector>

#include "engine/explain/slope_meter.h"

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
  /// Units that the parameter acts on whose Z stands, for any of the samples, at a corner of their activation (closer
  /// than 1e-3).
  std::vector<UnitIndex> kinks;
};

/// Adds `epsilon` (not 0) to a parameter, and finite `offsets` to its value p, and puts it back, bit for bit. The
/// slopes are those at p, whatever epsilon is.
Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const VectorXd& offsets,
            const Samples& samples);

}  // namespace glassbox
