// Every refusal is data: a code of the table, where, and the values of its sentence.
#include <functional>
#include <limits>
#include <map>

#include "catch.h"
#include "engine/kernels/pass.h"
#include "engine/options/limits.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

const double notANumber = std::numeric_limits<double>::quiet_NaN();
const MatrixXd X = sines(2, 9, 1.7, 0.3), Y = oneHot(3, 9);
const std::vector<LayerSettings> layers = {{3, "tanh"}, {3, "softmax"}};

struct Busy : Trainer {
  explicit Busy(const std::string& cost = "mse") : Trainer(settingsFor(2, layers, cost)) { setData(X, Y); }
};

Settings with(double Settings::* setting, double value) {
  Settings settings = settingsFor(2, layers);
  settings.*setting = value;
  return settings;
}

CostSurface surfaceOf(Trainer& trainer, ParameterIndex b, Range range) {
  return costSurface(trainer, {0, 0, 0}, b, {0, 1}, range, 3, trainer.training());
}

using Action = std::function<void(Trainer& trainer)>;

/// A mistake for every code.
const std::map<std::string, Action> mistakes = {
    {"whole", [](Trainer&) { Trainer(with(&Settings::batchSize, 2.5)); }},
    {"above", [](Trainer&) { Trainer(with(&Settings::learningRate, -1)); }},
    {"between", [](Trainer&) { split(Y, 0.95, 1); }},
    {"count", [](Trainer&) { Trainer(settingsFor(2, {})); }},
    {"atLeast", [](Trainer& trainer) { gradientCheck(trainer, trainer.training(), 0, 0); }},
    {"finite", [](Trainer& trainer) { trainer.setParameter({0, 0, 0}, notANumber); }},
    {"finiteRow", [](Trainer& trainer) { predict(trainer, X / 0.0); }},
    {"nonzero", [](Trainer& trainer) { shock(trainer, {0, 0, 0}, 0, {}, trainer.training()); }},
    {"rising", [](Trainer& trainer) { surfaceOf(trainer, {0, 0, 1}, {1, 1}); }},
    {"different", [](Trainer& trainer) { surfaceOf(trainer, {0, 0, 0}, {0, 1}); }},
    {"choice", [](Trainer&) { kernels("quick"); }},
    {"data", [](Trainer&) { Trainer(settingsFor(2, layers)).step(); }},
    {"samples", [](Trainer&) { Standardizer::fit(MatrixXd(2, 0)); }},
    {"mostSamples", [](Trainer& trainer) { predict(trainer, MatrixXd::Zero(2, Limits::samples + 1)); }},
    {"sameSamples", [](Trainer& trainer) { trainer.setData(X, oneHot(3, 8)); }},
    {"features", [](Trainer& trainer) { predict(trainer, sines(3, 9, 1, 0)); }},
    {"outputs", [](Trainer& trainer) { trainer.setData(X, oneHot(2, 9)); }},
    {"probabilities", [](Trainer&) { Busy("binaryCrossEntropy").setData(X, Y * 2); }},
    {"shares", [](Trainer&) { Busy("softmaxCrossEntropy").setData(X, Y * 2); }},
    {"task", [](Trainer& trainer) { trainer.setData(X, Y * 2, X, Y, Task::classes); }},
    {"mostParameters", [](Trainer&) { Trainer(settingsFor(4096, {{1000, "tanh"}})); }},
    {"layers", [](Trainer& trainer) { trainer.setParameters(std::vector<LayerParameters>{}); }},
    {"shape", [](Trainer& trainer) { trainer.setParameters(std::vector<LayerParameters>(2)); }},
    {"parameters", [](Trainer& trainer) { trainer.setParameters(VectorXd::Zero(5)); }},
    {"layer", [](Trainer& trainer) { trainer.lock({{2, 0, 0}}); }},
    {"unit", [](Trainer& trainer) { trainer.lock({{0, 3, 0}}); }},
    {"input", [](Trainer& trainer) { trainer.lock({{0, 0, 2}}); }},
    {"place", [](Trainer& trainer) { gradientCheck(trainer, trainer.training(), -1); }},
    {"hidden", [](Trainer& trainer) { trainer.mute({{1, 2}}); }},
    {"fit", [](Trainer&) { Trainer(settingsFor(2, {{1, "tanh"}}, "binaryCrossEntropy")); }},
    {"fixed", [](Trainer& trainer) { trainer.configure(with(&Settings::seed, 2)); }},
    {"sameTrainer", [](Trainer& trainer) { trainer.restore({}); }},
    {"undamaged",
     [](Trainer& trainer) {
       auto bytes = trainer.snapshot();
       bytes.pop_back();
       trainer.restore(bytes);
     }},
};

/// What the refusal has of that name, as text; "" if it has nothing.
std::string valueOf(const Refusal& refusal, const std::string& name) {
  for (const auto& value : refusal.values())
    if (name == value.name) return value.text;
  return "";
}

/// The rule's sentence with the values in their places.
std::string filled(const Refusal& refusal) {
  std::string sentence = refusal.rule().sentence;
  for (const auto& value : refusal.values()) {
    const std::string place = "{" + std::string(value.name) + "}";
    const auto at = sentence.find(place);
    if (at != std::string::npos) sentence.replace(at, place.size(), value.text);
  }
  return sentence;
}

}  // namespace

TEST_CASE("every rule of the table has a mistake that breaks it, and the sentence is the rule's with its values") {
  for (const Rule& rule : rules) {
    INFO(rule.code);
    REQUIRE(mistakes.count(rule.code) == 1);
    Busy trainer;
    const auto refusal = refusalBy([&] { mistakes.at(rule.code)(trainer); });
    REQUIRE(refusal);
    CHECK(refusal->rule().code == std::string(rule.code));
    const std::string sentence = filled(*refusal);
    CHECK(sentence.find_first_of("{}") == std::string::npos);
    CHECK(refusal->what() == std::string(refusal->path()) + ": " + sentence + ", got " + valueOf(*refusal, "value"));
    for (const auto& value : refusal->values()) {
      INFO(value.name);
      const bool isUsed = std::string(rule.sentence).find("{" + std::string(value.name) + "}") != std::string::npos;
      CHECK((isUsed || value.name == std::string("value") || rule.code == std::string("hidden")));
    }
  }
  CHECK(mistakes.size() == std::size(rules));
}

TEST_CASE("numbers are numbers and names are text in a refusal") {
  Busy trainer;
  const auto rate = refusalBy(std::bind(mistakes.at("above"), std::ref(trainer)));
  CHECK(rate->path() == std::string("learningRate"));
  CHECK(rate->what() == std::string("learningRate: must be > 0 and at most 1000, got -1"));
  REQUIRE(rate->values().size() == 3);
  for (const auto& value : rate->values()) CHECK(value.isNumber);
  CHECK(rate->values()[0].number == -1);
  CHECK(rate->values()[1].number == 0);
  CHECK(rate->values()[2].number == 1000);
  const auto output = refusalBy(std::bind(mistakes.at("hidden"), std::ref(trainer)));
  CHECK(valueOf(*output, "layer") == "1");
  CHECK(valueOf(*output, "unit") == "2");
  const auto fit = refusalBy(std::bind(mistakes.at("fit"), std::ref(trainer)));
  CHECK(valueOf(*fit, "cost") == "binaryCrossEntropy");
  CHECK(valueOf(*fit, "value") == "tanh");
  CHECK(valueOf(*fit, "names") == "sigmoid, softmax");
  for (const auto& value : fit->values())
    CHECK(value.isNumber == (value.name == std::string("minimum") || value.name == std::string("maximum")));
}

TEST_CASE("of a long text that was given a refusal keeps the first 60 bytes, without half a letter") {
  const auto given = [](const std::string& name) { return valueOf(*refusalBy([&] { task(name); }), "value"); };
  CHECK(given(std::string(60, 'x')) == std::string(60, 'x'));
  CHECK(given(std::string(100'000, 'x')) == std::string(60, 'x'));
  CHECK(given(std::string(59, 'x') + "éé") == std::string(59, 'x'));
  CHECK(given(std::string(58, 'x') + "éé") == std::string(58, 'x') + "é");
  CHECK(given("{names}") == "{names}");
}

TEST_CASE("a rule that holds refuses nothing, and a refusal is a std::invalid_argument") {
  CHECK(refusal([] { require(true, "nonzero", "epsilon", 1); }) == "accepted");
  CHECK(refusal([] { require(false, "nonzero", "epsilon", 0); }) == "epsilon: must be a number other than 0, got 0");
  CHECK_THROWS_AS(refuse("nonzero", "epsilon", 0), std::invalid_argument);
}

TEST_CASE("codes and names of limits are there once") {
  std::map<std::string, int> codes, names;
  for (const Rule& rule : rules) CHECK(++codes[rule.code] == 1);
  for (const Limit& limit : limits) CHECK(++names[limit.name] == 1);
  for (const Limit& limit : numberSettings()) CHECK(++names[limit.name] == 1);
}

TEST_CASE("every number has its limits: sizes are whole, shares are not") {
  CHECK(refusal([] { requireAllowed(limit("inputs"), 0); }) == "inputs: must be a whole number from 1 to 4096, got 0");
  CHECK(refusal([] { requireAllowed(limit("layers"), 13); }) == "layers: must be a whole number from 1 to 12, got 13");
  CHECK(refusal([] { requireAllowed(limit("noise"), 10.5); }) == "noise: must be from 0 to 10, got 10.5");
  CHECK(refusal([] { requireAllowed(limit("testShare"), 1); }) == "testShare: must be from 0 to 0.9, got 1");
  for (const Limit& each : limits) {
    INFO(each.name);
    CHECK(refusal([&] { requireAllowed(each, each.minimum); }) == "accepted");
    CHECK(refusal([&] { requireAllowed(each, each.maximum); }) == "accepted");
    const bool isShare = each.maximum < 1 || std::string(each.name) == "noise";
    CHECK((refusal([&] { requireAllowed(each, each.minimum + 0.5); }) == "accepted") == isShare);
  }
}
