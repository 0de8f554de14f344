// Activations, costs and whole training runs against PyTorch in float64 (tests/reference/pytorch_reference.py).
#include <algorithm>

#include "catch.h"
#include "engine/options/cost.h"
#include "engine/options/optimizer.h"
#include "networks.h"
#include "tests/reference/pytorch_reference.h"

using namespace glassbox;

namespace {

/// Native and wasm are both held to it, and so agree with each other within 1e-12.
constexpr double tolerance = 5e-13;

MatrixXd columns(Index rows, const std::vector<double>& numbers) {
  return Eigen::Map<const MatrixXd>(numbers.data(), rows, Index(numbers.size()) / rows);
}

/// A layer of `units` that hands its inputs on to `activation` as they are.
struct PassThrough : Trainer {
  PassThrough(int units, const std::string& activation, const std::string& cost)
      : Trainer(settingsFor(units, {{units, activation}}, cost)) {
    setParameters({{MatrixXd::Identity(units, units), VectorXd::Zero(units)}});
  }
};

Settings settingsOf(const reference::Training& run) {
  std::vector<LayerSettings> layers;
  for (const auto& [units, activation] : run.layers) layers.push_back({units, activation});
  Settings settings = settingsFor(3, layers, run.cost, run.optimizer);
  const reference::HyperParameters& h = run.hyperParameters;
  settings.learningRate = h.learningRate;
  settings.momentum = h.momentum;
  settings.beta1 = h.beta1;
  settings.beta2 = h.beta2;
  settings.epsilon = h.epsilon;
  settings.rho = h.rho;
  settings.weightDecay = h.weightDecay;
  settings.l1 = h.l1;
  settings.l2 = h.l2;
  settings.batchSize = reference::batchSize;
  return settings;
}

template <class Table, class Runs, class NameOf>
void requireNamed(const Table& table, const Runs& runs, NameOf nameOf) {
  for (const auto& row : table) {
    INFO(row.name);
    CHECK(std::any_of(runs.begin(), runs.end(), [&](const auto& run) { return nameOf(run) == row.name; }));
  }
}

}  // namespace

TEST_CASE("every elementwise activation has PyTorch's values and derivatives") {
  const MatrixXd z = columns(1, reference::activationZ);
  for (const reference::Activation& expected : reference::activations) {
    INFO(expected.name);
    PassThrough trainer(1, expected.name, "quadratic");
    const MatrixXd values = predict(trainer, z);
    CHECK(difference(values, columns(1, expected.values)) < tolerance);
    // Half the square of (activation - (activation - 1)) has slope 1 by the activation, so delta is the derivative.
    const Trace trace = traceOf(trainer, z, values.array() - 1);
    const MatrixXd slope = trace.layers[0].delta.array() / (values.array() - (values.array() - 1));
    CHECK(difference(slope, columns(1, expected.derivatives)) < tolerance);
  }
}

TEST_CASE("sigmoid, softplus and silu keep their digits far out in the tail") {
  for (const reference::Activation& expected : reference::activations) {
    if (expected.name != "sigmoid" && expected.name != "softplus" && expected.name != "silu") continue;
    INFO(expected.name);
    PassThrough trainer(1, expected.name, "quadratic");
    for (std::size_t i = 0; i < reference::activationZ.size(); ++i) {
      const double value = predict(trainer, MatrixXd::Constant(1, 1, reference::activationZ[i]))(0, 0);
      CHECK_THAT(value, Catch::Matchers::WithinRel(expected.values[i], tolerance));
    }
  }
}

TEST_CASE("softmax has PyTorch's values and gradients, large logits included") {
  const reference::Softmax& expected = reference::softmax;
  const MatrixXd z = columns(4, expected.z), upstream = columns(4, expected.upstream);
  PassThrough trainer(4, "softmax", "quadratic");
  const MatrixXd values = predict(trainer, z);
  CHECK(difference(values, columns(4, expected.values)) < tolerance);
  const Trace trace = traceOf(trainer, z, values - upstream.replicate(1, z.cols()));
  CHECK(difference(trace.layers[0].delta, columns(4, expected.gradients)) < tolerance);
}

TEST_CASE("every cost has PyTorch's value and output gradient") {
  for (const reference::Cost& expected : reference::costs) {
    INFO(expected.name);
    PassThrough trainer(3, expected.outputActivation, expected.name);
    const MatrixXd z = columns(3, expected.z), targets = columns(3, expected.targets);
    const Trace trace = traceOf(trainer, z, targets);
    CHECK_THAT(trace.cost, Catch::Matchers::WithinRel(expected.value, tolerance));
    CHECK(difference(trace.layers[0].delta, columns(3, expected.deltas)) < tolerance);
    trainer.setData(z, targets);
    CHECK_THAT(evaluate(trainer).cost, Catch::Matchers::WithinRel(expected.value, tolerance));
  }
}

TEST_CASE("25 steps of every optimizer, cost and activation follow PyTorch") {
  for (const reference::Training& run : reference::trainings) {
    INFO(run.name);
    const Settings settings = settingsOf(run);
    const bool hasClasses = run.cost == "softmaxCrossEntropy";
    Trainer trainer(settings);
    trainer.setData(columns(3, reference::inputs),
                    hasClasses ? columns(3, reference::classes) : columns(2, reference::targets));
    trainer.setParameters(unflat(settings, reference::start));
    std::vector<double> costs = {evaluate(trainer).cost};
    while (costs.size() < run.costs.size()) {
      trainer.step();
      costs.push_back(evaluate(trainer).cost);
    }
    CHECK(difference(costs, run.costs) < tolerance);
    CHECK(difference(flat(trainer.parameters()), run.parameters) < tolerance);
  }
}

TEST_CASE("the reference covers every activation, cost and optimizer there is") {
  requireNamed(activations(), reference::trainings, [](const auto& run) { return run.layers.front().second; });
  requireNamed(costs(), reference::costs, [](const auto& cost) { return cost.name; });
  requireNamed(costs(), reference::trainings, [](const auto& run) { return run.cost; });
  requireNamed(optimizers(), reference::trainings, [](const auto& run) { return run.optimizer; });
  for (const reference::Training& run : reference::trainings) CHECK(run.costs.size() >= 21);
}
