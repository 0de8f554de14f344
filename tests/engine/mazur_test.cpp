// Matt Mazur, "A step by step backpropagation example" (2015): two inputs, two hidden units, two outputs.
// The numbers have full precision, computed apart from this engine; the post prints nine digits of them. Its cost after
// one step (.291027924) and its last outputs came from hidden gradients taken after the output weights had moved.
#include "catch.h"
#include "routes.h"

using namespace glassbox;

namespace {

using Catch::Matchers::WithinRel;

const MatrixXd X = (MatrixXd(2, 1) << 0.05, 0.10).finished();
const MatrixXd Y = (MatrixXd(2, 1) << 0.01, 0.99).finished();

Settings mazurSettings() {
  Settings settings = settingsFor(2, {{2, "sigmoid"}, {2, "sigmoid"}}, "quadratic");
  settings.learningRate = 0.5;
  return settings;
}

struct Mazur : Routed {
  explicit Mazur(const Route& route) : Routed(mazurSettings(), route, 1) {
    feed(X, Y);
    start(unflat(mazurSettings(), {.15, .25, .20, .30, .35, .35, .40, .50, .45, .55, .60, .60}));
  }
};

struct MazurWithoutBiases : Mazur {
  explicit MazurWithoutBiases(const Route& route) : Mazur(route) {
    constexpr int bias = ParameterIndex::bias;
    lock({{0, 0, bias}, {0, 1, bias}, {1, 0, bias}, {1, 1, bias}});
  }
};

void requireAll(const std::vector<double>& numbers, const std::vector<double>& published) {
  REQUIRE(numbers.size() == published.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) REQUIRE_THAT(numbers[i], WithinRel(published[i], 1e-10));
}

std::vector<double> list(const MatrixXd& numbers) { return {numbers.data(), numbers.data() + numbers.size()}; }

}  // namespace

TEST_CASE("Mazur's network gives the published forward numbers and cost") {
  const Route route = GENERATE(from_range(routes));
  INFO(route.name);
  Mazur trainer(route);
  const auto trace = trainer.trace(X, Y);
  requireAll(list(trace.layers[0].Z), {.3775, .3925});
  requireAll(list(trace.layers[0].activation), {.5932699921071872, .596884378259767});
  requireAll(list(trace.layers[1].Z), {1.10590596705977, 1.2249214040964653});
  requireAll(list(trace.layers[1].activation), {.7513650695523157, .7729284653214625});
  requireAll({evaluate(trainer).cost, trace.cost}, {.2983711087600027, .2983711087600027});
}

TEST_CASE("Mazur's network gives the published deltas and gradients") {
  const Route route = GENERATE(from_range(routes));
  INFO(route.name);
  Mazur trainer(route);
  const auto trace = trainer.trace(X, Y);
  requireAll(list(trace.layers[1].delta), {.13849856162855695, -.038098236516556236});
  requireAll(list(trace.layers[0].delta), {.00877135468948693, .009954254705217196});
  REQUIRE_THAT(trace.layers[1].weightGradient(0, 0), WithinRel(.08216704056423077, 1e-10));
  REQUIRE_THAT(trace.layers[0].weightGradient(0, 0), WithinRel(.0004385677344743465, 1e-10));
  requireAll(list(trace.layers[1].biasGradient), list(trace.layers[1].delta));
}

TEST_CASE("Mazur's network with its biases locked takes the published step") {
  const Route route = GENERATE(from_range(routes));
  INFO(route.name);
  MazurWithoutBiases trainer(route);
  trainer.step();
  const auto parameters = trainer.learnt();
  requireAll(list(parameters[0].weights.transpose()),
             {.1497807161327628, .19956143226552567, .24975114363236958, .29950228726473915});
  requireAll(list(parameters[1].weights.transpose()),
             {.35891647971788465, .4086661860762334, .5113012702387375, .5613701211079891});
  requireAll(flat({{MatrixXd(), parameters[0].bias}, {MatrixXd(), parameters[1].bias}}), {.35, .35, .60, .60});
  REQUIRE_THAT(evaluate(trainer).cost, WithinRel(.29102777369359933, 1e-10));
}

TEST_CASE("Mazur's network with its biases locked reaches the right numbers after 10,000 steps") {
  const Route route = GENERATE(from_range(narrowRoutes));
  INFO(route.name);
  MazurWithoutBiases trainer(route);
  trainer.step(10000);
  REQUIRE(trainer.steps() == 10000);
  REQUIRE_THAT(evaluate(trainer).cost, WithinRel(3.510187782978859e-05, 1e-10));
  requireAll(list(trainer.outputs(X)), {.01591362044355068, .9840642735146238});
}

TEST_CASE("Mazur's network that trains its biases too reaches the right numbers") {
  const Route route = GENERATE(from_range(narrowRoutes));
  INFO(route.name);
  Mazur trainer(route);
  trainer.step();
  const auto parameters = trainer.learnt();
  requireAll(list(parameters[0].bias), {.3456143226552565, .3450228726473914});
  requireAll(list(parameters[1].bias), {.5307507191857215, .6190491182582781});
  REQUIRE_THAT(evaluate(trainer).cost, WithinRel(.28047144679143016, 1e-10));
  trainer.step(9999);
  REQUIRE_THAT(evaluate(trainer).cost, WithinRel(2.4475622359322466e-06, 1e-10));
  requireAll(list(trainer.outputs(X)), {.011587527390870083, .9884589350256716});
}
