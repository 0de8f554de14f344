#pragma once
#include "engine/training/trainer.h"

namespace glassbox {

/// One parameter's slope dCost/dp at its present value p, by backpropagation and measured. The cost is the mean over the
/// samples, without the penalty.
struct SlopePair {
  ParameterIndex parameter;
  /// By backpropagation.
  double gradient;
  /// Measured from the costs at p - 2h, p - h, p + h, p + 2h by the five-point central difference (Abramowitz and Stegun,
  /// 25.3.6), with the h at which its error is least.
  double slope;
  /// How far off `slope` may be: its change when h is doubled, and the rounding of the costs.
  double slopeError;
  /// Measured on one side only, off by the order of h^2.
  double slopeBelow, slopeAbove;
  /// The two differ by more than their errors: the cost has a corner here, as where a Z is 0 of a relu. `slope` is their
  /// mean then, and the gradient the one below (its f'(0) is 0, as in PyTorch).
  bool hasCorner;
  /// |gradient - slope| relative to the larger of the two; 0 where both are 0.
  double difference;
  /// The difference up to which they count as equal, where measuring can tell: 1e-6 in float64, 1e-2 in float32.
  double tolerance;
  /// |gradient - slope| over the larger of slopeError and tolerance times the larger slope: above 1 they disagree.
  double disagreement;
};

/// Measures slopes beside those of backpropagation. Trainer and samples (at least 1) must outlive it.
class SlopeMeter {
 public:
  /// Takes the gradient once, for all parameters.
  SlopeMeter(Trainer& trainer, const Samples& samples);

  /// The mean cost as it is.
  double cost() const { return cost_; }
  /// How many there are.
  Index parameters() const { return gradient_.size(); }
  /// Of the parameter at a place of the buffer, which is turned and put back.
  SlopePair at(Index place);

 private:
  Trainer& trainer_;
  const Samples& samples_;
  VectorXd gradient_;
  double cost_;
};

}  // namespace glassbox
