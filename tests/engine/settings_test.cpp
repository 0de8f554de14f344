// A setting out of range is refused with `name: rule, got value` before anything has changed.
#include <limits>
#include <map>

#include "catch.h"
#include "engine/math/text.h"
#include "engine/options/optimizer.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

using Catch::Matchers::EndsWith;
using Catch::Matchers::Matches;
using Catch::Matchers::StartsWith;

const double infinity = std::numeric_limits<double>::infinity();
const double notANumber = std::numeric_limits<double>::quiet_NaN();

/// A trainer in the middle of its work.
struct Busy : Trainer {
  Busy() : Trainer(settingsFor(2, {{3, "tanh"}, {1, "sigmoid"}}, "mse", "adam")) {
    setData(sines(2, 9, 1.7, 0.3), sines(1, 9, 1.3, 0.2));
    step(7);
  }
};

/// Values that each number must refuse, by hand from the documented limits.
const std::map<std::string, std::vector<double>> outOfRange = {
    {"learningRate", {0, -1, 1001}},
    {"momentum", {-0.1, 1, 2}},
    {"beta1", {-0.1, 1}},
    {"beta2", {-0.1, 1}},
    {"epsilon", {0, 1e-31, -1e-8, 2}},
    {"rho", {-0.1, 1}},
    {"weightDecay", {-0.1, 1.5}},
    {"l1", {-0.1, 11}},
    {"l2", {-0.1, 11}},
    {"batchSize", {-1, 2.5, 1e6}},
    {"seed", {-1, 0.5, 4294967296.0}},
};

std::string refusalOf(const Settings& settings) {
  return refusal([&] { Trainer made(settings); });
}

void checkRefused(const Settings& wrong, const std::string& name, const std::string& got) {
  Busy trainer;
  const auto before = trainer.snapshot();
  for (const std::string& sentence : {refusalOf(wrong), refusal([&] { trainer.configure(wrong); })}) {
    INFO(name << " " << got << ": " << sentence);
    CHECK_THAT(sentence, StartsWith(name + ": ") && Matches(".*must.*") && EndsWith(", got " + got));
  }
  CHECK(trainer.snapshot() == before);
  Busy untouched;
  trainer.step(5);
  untouched.step(5);
  CHECK(flat(trainer.parameters()) == flat(untouched.parameters()));
}

}  // namespace

TEST_CASE("every number out of its range is refused by name, rule and value") {
  for (const NumberSetting& setting : numberSettings()) {
    REQUIRE(outOfRange.count(setting.name) == 1);
    auto values = outOfRange.at(setting.name);
    values.insert(values.end(), {notANumber, infinity, -infinity});
    for (const double value : values) {
      Settings wrong = Busy().settings();
      wrong.*setting.value = value;
      checkRefused(wrong, setting.name, text(value));
    }
  }
  CHECK(numberSettings().size() == outOfRange.size());
}

TEST_CASE("both ends of every number's range are accepted") {
  for (const NumberSetting& setting : numberSettings())
    for (const double value : {setting.minimum, setting.maximum}) {
      if (setting.exclusiveMinimum && value == setting.minimum) continue;
      INFO(setting.name << " " << value);
      Settings settings = Busy().settings();
      settings.*setting.value = value;
      CHECK(refusalOf(settings) == "accepted");
    }
}

TEST_CASE("an unknown activation, cost, optimizer or initializer is refused with the names there are") {
  const Settings right = Busy().settings();
  Settings wrong = right;
  wrong.layers[0].activation = "swish";
  checkRefused(wrong, "activation", "swish");
  CHECK_THAT(refusalOf(wrong),
             Matches(".*linear, sigmoid, tanh, relu, leakyRelu, elu, softplus, gelu, silu, softmax.*"));
  wrong = right;
  wrong.cost = "MSE";
  checkRefused(wrong, "cost", "MSE");
  CHECK_THAT(refusalOf(wrong), Matches(".*mse, quadratic, binaryCrossEntropy, softmaxCrossEntropy, huber.*"));
  wrong = right;
  wrong.optimizer = "";
  checkRefused(wrong, "optimizer", "");
  CHECK_THAT(refusalOf(wrong), Matches(".*sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw.*"));
  wrong = right;
  wrong.initializer = "zero";
  checkRefused(wrong, "initializer", "zero");
  CHECK_THAT(refusal([] { Settings::withOptimizer("adamW"); }),
             StartsWith("optimizer: must be one of sgd") && EndsWith("got adamW"));
  CHECK(refusal([] { Settings::withOptimizer(std::string(100'000, 'a')); }).size() < 200);
}

TEST_CASE("a network too small or too large is refused") {
  const Settings right = settingsFor(2, {{3, "tanh"}, {1, "sigmoid"}});
  const auto refusalAfter = [&](auto change) {
    Settings wrong = right;
    change(wrong);
    return refusalOf(wrong);
  };
  for (const int inputs : {0, -3, Limits::inputs + 1})
    CHECK_THAT(refusalAfter([=](Settings& s) { s.inputs = inputs; }),
               StartsWith("inputs: must") && EndsWith("got " + std::to_string(inputs)));
  for (const int units : {0, -1, Limits::units + 1})
    CHECK_THAT(refusalAfter([=](Settings& s) { s.layers[0].units = units; }),
               StartsWith("units: must") && EndsWith("got " + std::to_string(units)));
  for (const int layers : {0, Limits::layers + 1})
    CHECK_THAT(refusalAfter([=](Settings& s) { s.layers.assign(std::size_t(layers), {2, "tanh"}); }),
               StartsWith("layers: must") && EndsWith("got " + std::to_string(layers)));
  CHECK_THAT(refusalAfter([](Settings& s) {
               s.inputs = 4096;
               s.layers[0].units = 1000;
             }),
             StartsWith("layers: must") && Matches(".*2000000.*"));
  const auto ofOneLayer = [](int inputs) { return refusal([=] { Trainer(settingsFor(inputs, {{1000, "tanh"}})); }); };
  CHECK(ofOneLayer(1999) == "accepted");  // as many as there may be
  CHECK(ofOneLayer(2000) == "layers: must have at most 2000000 parameters in all, got 2001000");
}

TEST_CASE("each optimizer brings PyTorch's defaults") {
  const auto of = [](const char* name) { return Settings::withOptimizer(name); };
  for (const Optimizer& optimizer : optimizers()) CHECK(of(optimizer.name).optimizer == optimizer.name);
  CHECK(of("sgd").weightDecay == 0);
  CHECK(of("momentum").momentum == 0.9);
  CHECK(of("nesterov").momentum == 0.9);
  CHECK(of("adagrad").learningRate == 0.01);
  CHECK(of("adagrad").epsilon == 1e-10);
  CHECK(of("rmsprop").learningRate == 0.01);
  CHECK(of("rmsprop").rho == 0.99);
  CHECK(of("rmsprop").epsilon == 1e-8);
  for (const char* name : {"adam", "adamw"}) {
    CHECK(of(name).learningRate == 0.001);
    CHECK(of(name).beta1 == 0.9);
    CHECK(of(name).beta2 == 0.999);
    CHECK(of(name).epsilon == 1e-8);
  }
  CHECK(of("adam").weightDecay == 0);
  CHECK(of("adamw").weightDecay == 0.01);
}

TEST_CASE("configure takes new training settings at once, and refuses another network") {
  Busy trainer;
  const auto parameters = flat(trainer.parameters());
  Settings settings = trainer.settings();
  settings.learningRate = 1e-300;
  settings.optimizer = "sgd";
  settings.cost = "quadratic";
  settings.l2 = 1;
  const double mse = evaluate(trainer).cost;
  trainer.configure(settings);
  CHECK_THAT(evaluate(trainer).cost, Catch::Matchers::WithinRel(mse / 2, 1e-14));
  CHECK(penaltyOf(trainer) > 0);
  trainer.step(3);
  CHECK(flat(trainer.parameters()) == parameters);
  CHECK(trainer.steps() == 10);

  Settings other = settings;
  other.layers[0].units = 4;
  CHECK_THAT(refusal([&] { trainer.configure(other); }), StartsWith("settings: "));
  other = settings;
  other.inputs = 3;
  CHECK_THAT(refusal([&] { trainer.configure(other); }), StartsWith("settings: "));
}
