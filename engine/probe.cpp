#include "engine/trainer.h"

// What can be seen of a trainer at any time. Nothing here changes what its next step will do.

namespace glassbox {

MatrixXd Trainer::predict(const MatrixXd& X) {
  requireX(X);
  MatrixXd outputs(network_.outputs(), X.cols());
  forward(X, [&](Index from, Index count) { outputs.middleCols(from, count) = kernel_->activation(network_.layers.size() - 1); });
  return outputs;
}

std::vector<MatrixXd> Trainer::activations(const MatrixXd& X) {
  requireX(X);
  std::vector<MatrixXd> layers;
  for (const Layer& layer : network_.layers) layers.emplace_back(layer.units, X.cols());
  forward(X, [&](Index from, Index count) {
    for (std::size_t l = 0; l < layers.size(); ++l) layers[l].middleCols(from, count) = kernel_->activation(l);
  });
  return layers;
}

std::vector<VectorXd> Trainer::meanActivations(const Samples& samples) {
  std::vector<VectorXd> layers;
  for (const Layer& layer : network_.layers) layers.push_back(VectorXd::Zero(layer.units));
  forward(samples.X, [&](Index, Index) {
    for (std::size_t l = 0; l < layers.size(); ++l) layers[l] += kernel_->activation(l).rowwise().sum();
  });
  for (VectorXd& layer : layers) layer /= double(samples.count());
  return layers;
}

VectorXd Trainer::gradient(const Samples& samples) {
  sumGradient(samples);
  kernel_->scaleGradient(1.0 / double(samples.count()));
  return kernel_->gradient();
}

Trace Trainer::trace(const MatrixXd& X, const MatrixXd& Y) {
  const Samples rows = samples(X, Y);
  require(rows.count() > 0, "X", "must have at least 1 sample", 0);
  Trace trace{0, penalty(), {}};
  for (const Layer& layer : network_.layers) {
    const MatrixXd empty(layer.units, rows.count());
    trace.layers.push_back({empty, empty, empty, {}, {}, {}, {}});
  }
  forward(rows.X, [&](Index from, Index count) {
    const auto targets = columns(rows.Y, from, count);
    trace.cost += kernel_->costSum(*cost_, targets, 0);
    kernel_->backward(*cost_, targets, from == 0);
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
      trace.layers[l].Z.middleCols(from, count) = kernel_->Z(l);
      trace.layers[l].activation.middleCols(from, count) = kernel_->activation(l);
      trace.layers[l].delta.middleCols(from, count) = kernel_->delta(l);
    }
  });
  kernel_->scaleGradient(1.0 / double(rows.count()));
  const VectorXd gradient = kernel_->gradient();
  for (std::size_t l = 0; l < trace.layers.size(); ++l) {
    LayerTrace& layer = trace.layers[l];
    layer.weightGradient = weights(network_.layers[l], gradient);
    layer.biasGradient = bias(network_.layers[l], gradient);
    layer.meanZ = layer.Z.rowwise().mean();
    layer.meanActivation = layer.activation.rowwise().mean();
  }
  trace.cost /= double(rows.count());
  return trace;
}

double Trainer::penalty() const {
  const VectorXd buffer = parameterBuffer();
  double absolute = 0, squared = 0;
  for (const Layer& layer : network_.layers) {
    absolute += weights(layer, buffer).cwiseAbs().sum();
    squared += weights(layer, buffer).squaredNorm();
  }
  return settings_.l1 * absolute + settings_.l2 / 2 * squared;
}

Measures Trainer::evaluate(const Samples& samples) {
  Tally tally(task_, samples);
  double costSum = 0;
  forward(samples.X, [&](Index from, Index count) {
    costSum += kernel_->costSum(*cost_, columns(samples.Y, from, count), 0);
    tally.add(kernel_->activation(network_.layers.size() - 1), from);
  });
  return tally.measures(costSum);
}

VectorXd Trainer::costs(const Samples& samples) {
  VectorXd costs(samples.count());
  forward(samples.X, [&](Index from, Index count) {
    for (Index i = 0; i < count; ++i) costs[from + i] = kernel_->costSum(*cost_, columns(samples.Y, from + i, 1), i);
  });
  return costs;
}

}  // namespace glassbox
