#pragma once
#include <vector>

#include "engine/training/trainer.h"

// What the network makes of any rows. A sample's numbers are bit for bit the same whatever samples are beside it.

namespace glassbox {

/// Outputs x samples.
MatrixXd predict(Trainer& trainer, const MatrixXd& X);
/// Every layer's activation, units x samples.
std::vector<MatrixXd> activationsOf(Trainer& trainer, const MatrixXd& X);
/// Each layer's activation (units), mean over the samples.
std::vector<VectorXd> meanActivationsOf(Trainer& trainer, const MatrixXd& X);

/// Of each row (units) over the samples, in their order.
VectorXd mean(const MatrixXd& values);

}  // namespace glassbox
