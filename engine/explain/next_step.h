#pragma once
#include "engine/training/trainer.h"

namespace glassbox {

/// What the next step will do; all in the order of the network's buffer.
struct NextStep {
  VectorXd before, after;
  /// As the optimizer uses it: penalty and coupled weight decay added, 0 at locked places.
  VectorXd gradient;
  /// Its length: the root of the sum of its squares.
  double gradientNorm;
  OptimizerMemory memory, memoryAfter;
  /// The step would diverge, or one has: then `after` is `before`, memoryAfter is memory, and the gradient may hold
  /// infinity or NaN.
  bool isDiverged;
};

/// Takes the step and takes it back: it is that very step, bit for bit. Throws without data.
NextStep nextStep(Trainer& trainer);

}  // namespace glassbox
