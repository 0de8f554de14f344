// Backpropagation against slopes measured by moving one parameter at a time: every hidden activation x output
// activation x cost, every parameter. The measurement is here, apart from the engine's own gradientCheck().
#include <algorithm>

#include "catch.h"
#include "engine/options/cost.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

/// No Z may lie nearer to a corner; a nudge of one parameter moves no Z as far.
constexpr double kinkMargin = 5e-3;
constexpr double nudge = 2e-4;

/// Five-point central difference: its error is of order nudge^4, so rounding alone limits it.
double measuredSlope(Trainer& trainer, std::vector<LayerParameters> parameters, ParameterIndex index) {
  const double value = at(parameters, index);
  const auto costAt = [&](double offset) {
    at(parameters, index) = value + offset;
    trainer.setParameters(parameters);
    return evaluate(trainer).cost;
  };
  const double near = costAt(nudge) - costAt(-nudge), far = costAt(2 * nudge) - costAt(-2 * nudge);
  at(parameters, index) = value;
  trainer.setParameters(parameters);
  return (8 * near - far) / (12 * nudge);
}

/// How near any Z lies to a corner of its activation, or an output's difference to Huber's corner at 1.
double distanceToKink(const Trace& trace, const Settings& settings, const MatrixXd& Y) {
  double nearest = INFINITY;
  for (std::size_t l = 0; l < trace.layers.size(); ++l)
    if (!std::isnan(activation(settings.layers[l].activation).slopeAtCorner))
      nearest = std::min(nearest, trace.layers[l].Z.array().abs().minCoeff());
  if (settings.cost == "huber")
    nearest = std::min(nearest, ((trace.layers.back().activation - Y).array().abs() - 1).abs().minCoeff());
  return nearest;
}

/// Largest difference of backpropagation and measurement, relative to the larger of the two; a slope below 1e-5 of the
/// cost is compared with that, for the rounding of the cost itself hides it.
double worstDifference(Trainer& trainer, const Settings& settings, const Trace& trace) {
  const auto parameters = trainer.parameters();
  double worst = 0;
  for (const ParameterIndex& index : everyParameter(settings)) {
    const double gradient = gradientAt(trace, index);
    const double slope = measuredSlope(trainer, parameters, index);
    const double scale = std::max({std::abs(gradient), std::abs(slope), 1e-5 * (1 + trace.cost)});
    worst = std::max(worst, std::abs(gradient - slope) / scale);
  }
  return worst;
}

std::vector<double> startNumbers() {
  const MatrixXd numbers = sines(1, 80, 2.399, 2.83, 0.9);
  return {numbers.data(), numbers.data() + numbers.size()};
}

/// Checks one network of two hidden layers on five samples.
void check(const std::string& hidden, const std::string& output, const std::string& cost) {
  const Settings settings = settingsFor(3, {{4, hidden}, {4, hidden}, {3, output}}, cost);
  const bool takesNumbers = glassbox::cost(cost).targets == Targets::numbers;
  const MatrixXd X = sines(3, 5, 1.7, 0.9, 1.5), Y = takesNumbers ? sines(3, 5, 1.3, 0.4, 2) : oneHot(3, 5);
  Trainer trainer(settings);
  trainer.setData(X, Y);
  trainer.setParameters(unflat(settings, startNumbers()));
  const Trace trace = traceOf(trainer, X, Y);
  INFO(hidden << ", " << hidden << ", " << output << " with " << cost);
  REQUIRE(distanceToKink(trace, settings, Y) > kinkMargin);
  CHECK(worstDifference(trainer, settings, trace) < 1e-7);
}

}  // namespace

TEST_CASE("backpropagation agrees with central differences for every hidden activation, output activation and cost") {
  for (const Cost& cost : costs()) {
    int outputs = 0;
    for (const Activation& output : activations()) {
      if (refusalBy([&] { requireFit(cost, output); })) continue;
      ++outputs;
      for (const Activation& hidden : activations()) check(hidden.name, output.name, cost.name);
    }
    INFO(cost.name);
    CHECK(outputs > 0);
  }
}

TEST_CASE("binary cross-entropy is refused for outputs that leave 0 to 1, with a sentence that says what to choose") {
  for (const Activation& output : activations()) {
    const Settings settings = settingsFor(3, {{4, "tanh"}, {1, output.name}}, "binaryCrossEntropy");
    INFO(output.name);
    const std::string name = output.name;
    if (name == "sigmoid" || name == "softmax") {
      CHECK_NOTHROW(Trainer(settings));
    } else {
      CHECK_THROWS_WITH(Trainer(settings),
                        Catch::Matchers::StartsWith("cost: binaryCrossEntropy takes predictions from 0 to 1 only") &&
                            Catch::Matchers::EndsWith("got " + name));
      CHECK_THROWS_AS(Trainer(settings), std::invalid_argument);
    }
  }
}

TEST_CASE("backpropagation in float32 agrees with float64 to single precision") {
  const Settings settings = settingsFor(3, {{4, "tanh"}, {4, "gelu"}, {3, "softmax"}}, "softmaxCrossEntropy");
  const MatrixXd X = sines(3, 5, 1.7, 0.9, 1.5), Y = oneHot(3, 5);
  Trainer exact(settings);
  Trainer single(inFloat32(settings));
  exact.setParameters(unflat(settings, startNumbers()));
  single.setParameters(unflat(settings, startNumbers()));
  const Trace a = traceOf(single, X, Y), b = traceOf(exact, X, Y);
  CHECK(std::abs(a.cost - b.cost) < 1e-6);
  for (std::size_t l = 0; l < b.layers.size(); ++l) {
    CHECK(difference(a.layers[l].activation, b.layers[l].activation) < 1e-6);
    CHECK(difference(a.layers[l].weightGradient, b.layers[l].weightGradient) < 1e-6);
    CHECK(difference(MatrixXd(a.layers[l].biasGradient), MatrixXd(b.layers[l].biasGradient)) < 1e-6);
  }
}
