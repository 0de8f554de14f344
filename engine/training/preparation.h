#pragma once
#include <vector>

#include "engine/network/samples.h"

namespace glassbox {

/// Which samples train and which test, in rising order; together each sample once.
struct Split {
  std::vector<int> training, test;
};

/// Holds out `testShare` of the samples (see limits), chosen by the seed; of every class the same share when Y (outputs x
/// samples) holds classes. At least one sample of every class stays for training.
Split split(const MatrixXd& Y, double testShare, double seed);

/// (x - mean) / deviation, feature by feature, so that all features weigh alike at the start. Fit it on the training set
/// only: the test set must stay unseen.
struct Standardizer {
  /// Population standard deviation; 1 for a feature that never changes.
  VectorXd mean, deviation;

  /// X: features x samples, at least 1. Throws Refusal if there are none or not all are finite.
  static Standardizer fit(const MatrixXd& X);
  /// Throws Refusal if X has another number of features.
  MatrixXd apply(const MatrixXd& X) const;
};

}  // namespace glassbox
