// Activations, costs and whole training runs against PyTorch in float64 (tests/reference/pytorch_reference.py).
#include <algorithm>

#include "catch.h"
#include "engine/options/cost.h"
#include "engine/options/optimizer.h"
#include "routes.h"
#include "tests/reference/pytorch_reference.h"

using namespace glassbox;

namespace {

/// Native and wasm are both held to it, and so agree with each other within 1e-12.
constexpr double tolerance = 5e-13;

MatrixXd columns(Index rows, const std::vector<double>& numbers) {
  return Eigen::Map<const MatrixXd>(numbers.data(), rows, Index(numbers.size()) / rows);
}

/// The numbers for each of two units: one unit cannot have so many inputs that it is wide.
MatrixXd twice(const std::vector<double>& numbers) { return columns(1, numbers).replicate(2, 1); }

/// A layer of `units` that hands its inputs on to `activation` as they are.
struct PassThrough : Routed {
  PassThrough(const Route& route, int units, const std::string& activation, const std::string& cost, const MatrixXd& z)
      : Routed(settingsFor(units, {{units, activation}}, cost), route, z.cols()) {
    start({{MatrixXd::Identity(units, units), VectorXd::Zero(units)}});
    if (route.batch > 1)
      feed(z, oneHot(units, z.cols()));  // traces go as batches of the data do: single rows without any
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
  const Route route = GENERATE(from_range(routes));
  INFO(route.name);
  const MatrixXd z = twice(reference::activationZ);
  for (const reference::Activation& expected : reference::activations) {
    INFO(expected.name);
    PassThrough trainer(route, 2, expected.name, "quadratic", z);
    const MatrixXd values = trainer.outputs(z);
    CHECK(difference(values, twice(expected.values)) < tolerance);
    // Half the square of (activation - (activation - 1)) has slope 1 by the activation, so delta is the derivative.
    const Trace trace = trainer.trace(z, values.array() - 1);
    const MatrixXd slope = trace.layers[0].delta.array() / (values.array() - (values.array() - 1));
    CHECK(difference(slope, twice(expected.derivatives)) < tolerance);
  }
}

TEST_CASE("sigmoid, softplus and silu keep their digits far out in the tail") {
  const Route route = GENERATE(from_range(routes));
  INFO(route.name);
  for (const reference::Activation& expected : reference::activations) {
    if (expected.name != "sigmoid" && expected.name != "softplus" && expected.name != "silu") continue;
    INFO(expected.name);
    PassThrough trainer(route, 2, expected.name, "quadratic", MatrixXd::Zero(2, 1));
    for (std::size_t i = 0; i < reference::activationZ.size(); ++i) {
      const double value = trainer.outputs(MatrixXd::Constant(2, 1, reference::activationZ[i]))(0, 0);
      CHECK_THAT(value, Catch::Matchers::WithinRel(expected.values[i], tolerance));
    }
  }
}

TEST_CASE("softmax has PyTorch's values and gradients, large logits included") {
  const Route route = GENERATE(from_range(routes));
  INFO(route.name);
  const reference::Softmax& expected = reference::softmax;
  const MatrixXd z = columns(4, expected.z), upstream = columns(4, expected.upstream);
  PassThrough trainer(route, 4, "softmax", "quadratic", z);
  const MatrixXd values = trainer.outputs(z);
  CHECK(difference(values, columns(4, expected.values)) < tolerance);
  const Trace trace = trainer.trace(z, values - upstream.replicate(1, z.cols()));
  CHECK(difference(trace.layers[0].delta, columns(4, expected.gradients)) < tolerance);
}

TEST_CASE("every cost has PyTorch's value and output gradient") {
  const Route route = GENERATE(from_range(routes));
  INFO(route.name);
  for (const reference::Cost& expected : reference::costs) {
    INFO(expected.name);
    const MatrixXd z = columns(3, expected.z), targets = columns(3, expected.targets);
    PassThrough trainer(route, 3, expected.outputActivation, expected.name, z);
    const Trace trace = trainer.trace(z, targets);
    CHECK_THAT(trace.cost, Catch::Matchers::WithinRel(expected.value, tolerance));
    CHECK(difference(trace.layers[0].delta, columns(3, expected.deltas)) < tolerance);
    trainer.feed(z, targets);
    CHECK_THAT(evaluate(trainer).cost, Catch::Matchers::WithinRel(expected.value, tolerance));
  }
}

TEST_CASE("25 steps of every optimizer, cost and activation follow PyTorch") {
  const Route route = GENERATE(from_range(routes));
  INFO(route.name);
  if (route.batch < reference::batchSize) return;
  for (const reference::Training& run : reference::trainings) {
    INFO(run.name);
    const Settings settings = settingsOf(run);
    const bool hasClasses = run.cost == "softmaxCrossEntropy";
    Routed trainer(settings, route, reference::batchSize);
    trainer.feed(columns(3, reference::inputs),
                 hasClasses ? columns(3, reference::classes) : columns(2, reference::targets));
    trainer.start(unflat(settings, reference::start));
    std::vector<double> costs = {evaluate(trainer).cost};
    while (costs.size() < run.costs.size()) {
      trainer.step();
      costs.push_back(evaluate(trainer).cost);
    }
    CHECK(difference(costs, run.costs) < tolerance);
    CHECK(difference(flat(trainer.learnt()), run.parameters) < tolerance);
  }
}

TEST_CASE("the reference covers every activation, cost and optimizer there is") {
  requireNamed(activations(), reference::trainings, [](const auto& run) { return run.layers.front().second; });
  requireNamed(costs(), reference::costs, [](const auto& cost) { return cost.name; });
  requireNamed(costs(), reference::trainings, [](const auto& run) { return run.cost; });
  requireNamed(optimizers(), reference::trainings, [](const auto& run) { return run.optimizer; });
  for (const reference::Training& run : reference::trainings) CHECK(run.costs.size() >= 21);
}
