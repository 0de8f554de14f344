#include "engine/explain/trace.h"

#include <limits>

#include "engine/explain/predict.h"
#include "engine/math/pack.h"

namespace glassbox {
namespace {

/// A copy, with room to round its size up: as the functions of the options take it.
MatrixXd withRoom(const MatrixXd& values) {
  MatrixXd copy = MatrixXd::Zero(values.rows(), values.cols() + 16);
  copy.leftCols(values.cols()) = values;
  return copy;
}
Layout layoutOf(const MatrixXd& values) {
  return {values.rows(), values.cols(), 1, values.rows(), roundedUp<double>(values.size())};
}

/// f'(Z), of Z alone: a muted unit's activation is not f(Z).
MatrixXd slopeOf(const Activation& kind, const MatrixXd& Z) {
  if (!kind.elementwise) return MatrixXd::Constant(Z.rows(), Z.cols(), std::numeric_limits<double>::quiet_NaN());
  const MatrixXd z = withRoom(Z);
  MatrixXd activation(z), slope = MatrixXd::Ones(z.rows(), z.cols());
  kind.float64.apply(z.data(), activation.data(), layoutOf(Z));
  kind.float64.backward(z.data(), activation.data(), slope.data(), layoutOf(Z));
  return slope.leftCols(Z.cols());
}

/// dCost/dActivation.
MatrixXd slopeOf(const Cost& cost, const MatrixXd& activation, const MatrixXd& Y) {
  const MatrixXd a = withRoom(activation), y = withRoom(Y);
  MatrixXd slope(a);
  cost.float64.slope(a.data(), y.data(), slope.data(), layoutOf(activation));
  return slope.leftCols(activation.cols());
}

void finish(LayerTrace& trace, const Layer& layer, const VectorXd& gradient) {
  trace.weightGradient = weights(layer, gradient);
  trace.biasGradient = bias(layer, gradient);
  trace.slope = slopeOf(*layer.kind, trace.Z);
  trace.meanZ = mean(trace.Z);
  trace.meanActivation = mean(trace.activation);
  trace.meanSlope = mean(trace.slope);
}

}  // namespace

Trace traceOf(Trainer& trainer, const MatrixXd& X, const MatrixXd& Y) {
  const Samples rows = trainer.samples(X, Y);
  requireSamples(rows.count());
  const std::vector<Layer>& layers = trainer.network().layers;
  Trace trace{0, penaltyOf(trainer), weightSumsOf(trainer), MatrixXd(trainer.network().outputs(), rows.count()), {}};
  for (const Layer& layer : layers) {
    const MatrixXd empty(layer.units, rows.count());
    trace.layers.push_back({empty, empty, empty, {}, {}, {}, {}, {}, {}});
  }
  const VectorXd gradient = trainer.backward(rows, [&](PassValues& values, Index from, Index count) {
    trace.cost += values.costSum(trainer.cost(), columns(rows.Y, from, count), 0);
    for (std::size_t l = 0; l < layers.size(); ++l) {
      values.copy(Held::Z, l, columns(trace.layers[l].Z, from, count));
      values.copy(Held::activation, l, columns(trace.layers[l].activation, from, count));
      values.copy(Held::delta, l, columns(trace.layers[l].delta, from, count));
    }
  });
  trace.cost /= double(rows.count());
  for (std::size_t l = 0; l < layers.size(); ++l) finish(trace.layers[l], layers[l], gradient);
  trace.costSlope = slopeOf(trainer.cost(), trace.layers.back().activation, rows.Y);
  return trace;
}

VectorXd gradientOf(Trainer& trainer, const Samples& samples) {
  requireSamples(samples.count());
  return trainer.backward(samples, [](PassValues&, Index, Index) {});
}

WeightSums weightSumsOf(const Trainer& trainer) {
  const VectorXd buffer = trainer.parameterBuffer();
  WeightSums sums{0, 0};
  for (const Layer& layer : trainer.network().layers) {
    sums.absolute += weights(layer, buffer).cwiseAbs().sum();
    sums.squared += weights(layer, buffer).squaredNorm();
  }
  return sums;
}

double penaltyOf(const Trainer& trainer) {
  const WeightSums sums = weightSumsOf(trainer);
  return trainer.settings().l1 * sums.absolute + trainer.settings().l2 / 2 * sums.squared;
}

}  // namespace glassbox
