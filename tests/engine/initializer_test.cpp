// First weights: the spread of each initializer against its formula, within sampling bounds at a fixed seed.
#include "engine/options/initializer.h"
#include "catch.h"
#include "networks.h"

using namespace glassbox;

namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

/// What the papers say of a layer with 200 inputs and 50 units: standard deviation, and largest value if there is one.
struct Spread {
  std::string name;
  double deviation, bound;
};
const Spread spreads[] = {
    {"xavierUniform", std::sqrt(2.0 / 250), std::sqrt(6.0 / 250)},
    {"xavierNormal", std::sqrt(2.0 / 250), 0},
    {"heUniform", std::sqrt(2.0 / 200), std::sqrt(6.0 / 200)},
    {"heNormal", std::sqrt(2.0 / 200), 0},
    {"lecunNormal", std::sqrt(1.0 / 200), 0},
    {"uniform", 0.5 / std::sqrt(3), 0.5},
    {"normal", 1, 0},
};

std::vector<LayerParameters> firstOf(const std::string& initializer) {
  Settings settings = settingsFor(200, {{50, "tanh"}, {200, "tanh"}});
  settings.initializer = initializer;
  return Trainer(settings).parameters();
}

}  // namespace

TEST_CASE("every initializer has the spread of its formula, and biases start at zero") {
  for (const Spread& spread : spreads) {
    INFO(spread.name);
    const auto parameters = firstOf(spread.name);
    const auto w = parameters[0].weights.array();
    const double n = double(w.size());
    CHECK(std::abs(w.mean()) < 4 * spread.deviation / std::sqrt(n));
    CHECK_THAT(std::sqrt((w - w.mean()).square().mean()), WithinRel(spread.deviation, 4 / std::sqrt(2 * n)));
    if (spread.bound > 0) {
      CHECK(w.abs().maxCoeff() <= spread.bound);
      CHECK(w.abs().maxCoeff() > 0.999 * spread.bound);
    } else {
      const double within = (w.abs() < spread.deviation).cast<double>().mean();
      CHECK_THAT(within, WithinAbs(0.6827, 4 * std::sqrt(0.2166 / n)));
      CHECK(w.abs().maxCoeff() > 3.2 * spread.deviation);
    }
    for (const LayerParameters& layer : parameters) CHECK(layer.bias.isZero(0));
    CHECK(parameters[0].weights.leftCols(50) != parameters[1].weights.topRows(50));
  }
  for (const LayerParameters& layer : firstOf("zeros")) CHECK(layer.weights.isZero(0));
  CHECK(initializers().size() == std::size(spreads) + 1);
}

TEST_CASE("changing one layer leaves the first weights of the layers before it") {
  const auto weightsOf = [](int units) {
    return Trainer(settingsFor(3, {{4, "tanh"}, {units, "tanh"}, {1, "linear"}})).parameters()[0].weights;
  };
  CHECK(weightsOf(5) == weightsOf(6));
}
