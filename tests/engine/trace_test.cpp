// The parts of the chain rule that a trace holds beside delta: the cost's slope, f'(Z), and how they make delta.
#include <cmath>

#include "catch.h"
#include "engine/options/cost.h"
#include "networks.h"

using namespace glassbox;

namespace {

constexpr double h = 1e-6;

/// Central difference of one activation, from predictions of a network that is nothing but it.
double measuredSlope(const std::string& activation, double z) {
  Trainer trainer(settingsFor(1, {{1, activation}}));
  trainer.setParameters({{MatrixXd::Ones(1, 1), VectorXd::Zero(1)}});
  const MatrixXd outputs = predict(trainer, MatrixXd{{z - h, z + h}});
  return (outputs(0, 1) - outputs(0, 0)) / (2 * h);
}

/// Central difference of one row's cost by one output's activation: the outputs are biases, handed on as they are.
double measuredCostSlope(const std::string& cost, VectorXd outputs, const MatrixXd& Y, Index k) {
  const auto costAt = [&](double value) {
    outputs[k] = value;
    Trainer trainer(settingsFor(1, {{int(outputs.size()), "linear"}}, cost));
    trainer.setParameters({{MatrixXd::Zero(outputs.size(), 1), outputs}});
    return traceOf(trainer, MatrixXd::Zero(1, 1), Y).cost;
  };
  const double value = outputs[k];
  return (costAt(value + h) - costAt(value - h)) / (2 * h);
}

}  // namespace

TEST_CASE("a trace's slope is the derivative of the activation, muted or not, and no number for softmax") {
  for (const Activation& kind : activations()) {
    INFO(kind.name);
    Trainer trainer(settingsFor(2, {{3, kind.name}, {2, "linear"}}));
    trainer.setParameters(someParameters(trainer.settings()));
    const MatrixXd X = sines(2, 4, 1.7, 0.9, 1.5), Y = oneHot(2, 4);
    const LayerTrace layer = traceOf(trainer, X, Y).layers[0];
    if (!kind.elementwise) {
      CHECK(layer.slope.array().isNaN().all());
      continue;
    }
    for (Index i = 0; i < layer.Z.size(); ++i)
      CHECK(std::abs(layer.slope(i) - measuredSlope(kind.name, layer.Z(i))) < 1e-8);
    CHECK(difference(layer.slope.rowwise().mean(), layer.meanSlope) == 0);
    trainer.mute({{0, 1}});
    CHECK(traceOf(trainer, X, Y).layers[0].slope == layer.slope);
  }
}

TEST_CASE("delta is what the next layer hands back times the slope") {
  Trainer trainer(settingsFor(3, {{4, "gelu"}, {3, "sigmoid"}, {2, "tanh"}}, "huber"));
  trainer.setParameters(someParameters(trainer.settings()));
  const Trace trace = traceOf(trainer, sines(3, 5, 1.7, 0.9, 1.5), oneHot(2, 5));
  for (std::size_t l = 0; l + 1 < trace.layers.size(); ++l) {
    const MatrixXd handed = trainer.parameters()[l + 1].weights.transpose() * trace.layers[l + 1].delta;
    CHECK(difference(handed.cwiseProduct(trace.layers[l].slope), trace.layers[l].delta) < 1e-15);
  }
  CHECK(difference(trace.costSlope.cwiseProduct(trace.layers.back().slope), trace.layers.back().delta) < 1e-15);
}

TEST_CASE("a trace's cost slope is the derivative of the row's cost by the output") {
  for (const Cost& cost : costs()) {
    if (cost.low > -INFINITY) continue;  // it takes no linear outputs
    INFO(cost.name);
    const VectorXd outputs{{0.3, -1.9, 0.8}};
    const MatrixXd Y{{0}, {0}, {1}};
    Trainer trainer(settingsFor(1, {{3, "linear"}}, cost.name));
    trainer.setParameters({{MatrixXd::Zero(3, 1), outputs}});
    const MatrixXd slope = traceOf(trainer, MatrixXd::Zero(1, 1), Y).costSlope;
    for (Index k = 0; k < outputs.size(); ++k)
      CHECK(std::abs(slope(k, 0) - measuredCostSlope(cost.name, outputs, Y, k)) < 1e-8);
  }
  Trainer trainer(settingsFor(1, {{2, "sigmoid"}}, "binaryCrossEntropy"));
  trainer.setParameters(someParameters(trainer.settings()));
  const Trace trace = traceOf(trainer, MatrixXd::Ones(1, 1), MatrixXd{{1}, {0}});
  CHECK(difference(trace.costSlope.cwiseProduct(trace.layers[0].slope), trace.layers[0].delta) < 1e-14);
}

TEST_CASE("the penalty is made of the sums that are told") {
  Settings settings = settingsFor(3, {{4, "tanh"}, {1, "linear"}});
  settings.l1 = 0.01;
  settings.l2 = 0.3;
  Trainer trainer(settings);
  double absolute = 0, squared = 0;
  for (const LayerParameters& layer : trainer.parameters()) {
    absolute += layer.weights.array().abs().sum();
    squared += layer.weights.array().square().sum();
  }
  CHECK(std::abs(weightSumsOf(trainer).absolute - absolute) < 1e-14);
  CHECK(std::abs(weightSumsOf(trainer).squared - squared) < 1e-14);
  CHECK(std::abs(penaltyOf(trainer) - 0.01 * absolute - 0.15 * squared) < 1e-14);
}
