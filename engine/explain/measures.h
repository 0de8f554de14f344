#pragma once
#include <vector>

#include "engine/training/trainer.h"

namespace glassbox {

/// How good predictions are over some samples.
struct Measures {
  /// Mean over samples, without the penalty.
  double cost;
  /// Of which that is the mean.
  double costSum;
  /// Share of samples classified right; NaN for regression.
  double accuracy;
  /// Coefficient of determination, 1 - residual / total sum of squares over all outputs; NaN for classes and for
  /// targets that never change.
  double r2;
  /// confusion[actual][predicted] counts samples; empty for regression. A single output has the classes 0 and 1.
  std::vector<std::vector<long>> confusion;
};

/// All is NaN if there are no samples.
Measures evaluate(Trainer& trainer, const Samples& samples);
/// Over the training set.
inline Measures evaluate(Trainer& trainer) { return evaluate(trainer, trainer.training()); }
/// Over the test set.
inline Measures evaluateTest(Trainer& trainer) { return evaluate(trainer, trainer.test()); }

/// Each sample's own cost (samples), without the penalty; their mean is the cost.
VectorXd costsOf(Trainer& trainer, const Samples& samples);

}  // namespace glassbox
