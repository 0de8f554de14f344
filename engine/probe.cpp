#include <limits>
#include <utility>

#include "engine/trainer.h"

// What can be seen of a trainer at any time. Nothing here changes what its next step will do.

namespace glassbox {
namespace {

/// f'(Z), of Z alone: a muted unit's activation is not f(Z).
MatrixXd slopeOf(const Activation& kind, const MatrixXd& Z) {
  if (!kind.elementwise) return MatrixXd::Constant(Z.rows(), Z.cols(), std::numeric_limits<double>::quiet_NaN());
  MatrixXd activation(Z.rows(), Z.cols()), slope = MatrixXd::Ones(Z.rows(), Z.cols());
  kind.float64.apply(firstColumns(Z, Z.cols()), firstColumns(activation, Z.cols()));
  kind.float64.backward(firstColumns(Z, Z.cols()), firstColumns(std::as_const(activation), Z.cols()),
                        firstColumns(slope, Z.cols()));
  return slope;
}

/// Of each row (units) over the samples.
VectorXd mean(const MatrixXd& values) {
  VectorXd mean = VectorXd::Zero(values.rows());
  for (Index sample = 0; sample < values.cols(); ++sample) mean += values.col(sample);
  return mean / double(values.cols());
}

}  // namespace

MatrixXd Trainer::predict(const MatrixXd& X) {
  requireX(X);
  MatrixXd outputs(network_.outputs(), X.cols());
  forwardBlocks(X, [&](Index from, Index count) {
    outputs.middleCols(from, count) = kernel_->activation(network_.layers.size() - 1);
  });
  return outputs;
}

std::vector<MatrixXd> Trainer::activations(const MatrixXd& X) {
  requireX(X);
  std::vector<MatrixXd> layers;
  for (const Layer& layer : network_.layers) layers.emplace_back(layer.units, X.cols());
  forwardBlocks(X, [&](Index from, Index count) {
    for (std::size_t l = 0; l < layers.size(); ++l) layers[l].middleCols(from, count) = kernel_->activation(l);
  });
  return layers;
}

std::vector<VectorXd> Trainer::meanActivations(const Samples& samples) {
  std::vector<VectorXd> means;
  for (const MatrixXd& layer : activations(samples.X)) means.push_back(mean(layer));
  return means;
}

VectorXd Trainer::gradient(const Samples& samples) {
  sumGradient(samples);
  kernel_->scaleGradient(1.0 / double(samples.count()));
  return kernel_->gradient();
}

Trace Trainer::trace(const MatrixXd& X, const MatrixXd& Y) {
  const Samples rows = samples(X, Y);
  require(rows.count() > 0, "X", "must have at least 1 sample", 0);
  Trace trace{0, penalty(), weightSums(), MatrixXd(network_.outputs(), rows.count()),
              std::vector<LayerTrace>(network_.layers.size())};
  for (std::size_t l = 0; l < trace.layers.size(); ++l)
    for (MatrixXd LayerTrace::* part : {&LayerTrace::Z, &LayerTrace::activation, &LayerTrace::delta})
      (trace.layers[l].*part).resize(network_.layers[l].units, rows.count());
  forwardBlocks(rows.X, [&](Index from, Index count) {
    const auto targets = columns(rows.Y, from, count);
    trace.cost += kernel_->costSum(*cost_, targets, 0);
    kernel_->backward(*cost_, targets, from == 0);
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
      trace.layers[l].Z.middleCols(from, count) = kernel_->Z(l);
      trace.layers[l].activation.middleCols(from, count) = kernel_->activation(l);
      trace.layers[l].delta.middleCols(from, count) = kernel_->delta(l);
    }
  });
  const VectorXd gradient = this->gradient(rows);
  for (std::size_t l = 0; l < trace.layers.size(); ++l) {
    LayerTrace& layer = trace.layers[l];
    layer.weightGradient = weights(network_.layers[l], gradient);
    layer.biasGradient = bias(network_.layers[l], gradient);
    layer.slope = slopeOf(*network_.layers[l].kind, layer.Z);
    layer.meanZ = mean(layer.Z);
    layer.meanActivation = mean(layer.activation);
    layer.meanSlope = mean(layer.slope);
  }
  const LayerTrace& output = trace.layers.back();
  const auto all = [&](const MatrixXd& matrix) { return firstColumns(matrix, rows.count()); };
  cost_->slope({*network_.layers.back().kind, all(output.Z), all(output.activation)}, all(rows.Y),
               firstColumns(trace.costSlope, rows.count()));
  trace.cost /= double(rows.count());
  return trace;
}

WeightSums Trainer::weightSums() const {
  const VectorXd buffer = parameterBuffer();
  WeightSums sums{0, 0};
  for (const Layer& layer : network_.layers) {
    sums.absolute += weights(layer, buffer).cwiseAbs().sum();
    sums.squared += weights(layer, buffer).squaredNorm();
  }
  return sums;
}

double Trainer::penalty() const {
  const WeightSums sums = weightSums();
  return settings_.l1 * sums.absolute + settings_.l2 / 2 * sums.squared;
}

Measures Trainer::evaluate(const Samples& samples) {
  Tally tally(task_, samples);
  double costSum = 0;
  forwardBlocks(samples.X, [&](Index from, Index count) {
    costSum += kernel_->costSum(*cost_, columns(samples.Y, from, count), 0);
    tally.add(kernel_->activation(network_.layers.size() - 1), from);
  });
  return tally.measures(costSum);
}

VectorXd Trainer::costs(const Samples& samples) {
  VectorXd costs(samples.count());
  forwardBlocks(samples.X, [&](Index from, Index count) {
    for (Index i = 0; i < count; ++i) costs[from + i] = kernel_->costSum(*cost_, columns(samples.Y, from + i, 1), i);
  });
  return costs;
}

}  // namespace glassbox
