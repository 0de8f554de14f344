#pragma once
#include <vector>

#include "engine/training/trainer.h"

namespace glassbox {

/// What one layer holds after a forward and backward pass over n samples.
struct LayerTrace {
  /// units x n. delta is of each sample's own cost, not divided by n. slope = f'(Z), whether muted or not; NaN for an
  /// activation of the whole layer (softmax).
  MatrixXd Z, activation, delta, slope;
  /// Of the mean cost over the n samples, without the penalty.
  MatrixXd weightGradient;
  VectorXd biasGradient;
  /// units; mean over the n samples. The mean of delta is biasGradient.
  VectorXd meanZ, meanActivation, meanSlope;
};

/// Sums of |w| and of w^2 over all weights, biases apart.
struct WeightSums {
  double absolute, squared;
};

/// What a network holds after a forward and backward pass over n samples.
struct Trace {
  double cost, penalty;
  WeightSums weights;
  /// outputs x n: dCost/dActivation of the output layer, of each sample's own cost.
  MatrixXd costSlope;
  std::vector<LayerTrace> layers;
};

/// Z, activation, delta and gradients over any rows (at least 1); changes nothing. The gradients are bit for bit those of
/// a step, Z and activation those of a prediction.
Trace traceOf(Trainer& trainer, const MatrixXd& X, const MatrixXd& Y);
/// Of the mean cost over the samples (at least 1), without the penalty; in the order of the parameter buffer.
VectorXd gradientOf(Trainer& trainer, const Samples& samples);
/// What the penalty is made of.
WeightSums weightSumsOf(const Trainer& trainer);
/// l1 * sum |weight| + l2 / 2 * sum weight^2, biases apart.
double penaltyOf(const Trainer& trainer);

}  // namespace glassbox
