// Locked parameters keep their value while the others learn.
#include <algorithm>

#include "catch.h"
#include "engine/options/optimizer.h"
#include "networks.h"

using namespace glassbox;

namespace {

struct Learning : Trainer {
  explicit Learning(const std::string& optimizer) : Trainer(chosen(optimizer)) {
    setData(sines(3, 12, 1.7, 0.9, 1.5), oneHot(2, 12));
  }
  static Settings chosen(const std::string& optimizer) {
    Settings settings = settingsFor(3, {{4, "tanh"}, {2, "sigmoid"}}, "mse", optimizer);
    settings.l1 = settings.l2 = 0.01;
    settings.weightDecay = 0.1;
    settings.learningRate = 0.05;
    return settings;
  }
};

constexpr int bias = ParameterIndex::bias;
const std::vector<ParameterIndex> locked = {{0, 0, 0}, {0, 3, 2}, {1, 1, 1}, {0, 2, bias}, {1, 0, bias}};

}  // namespace

TEST_CASE("locked parameters keep their bits with every optimizer, penalty and decay, and all others move") {
  for (const Optimizer& optimizer : optimizers()) {
    INFO(optimizer.name);
    Learning trainer(optimizer.name);
    trainer.step(5);
    trainer.lock(locked);
    const auto before = trainer.parameters();
    trainer.step(20);
    for (const ParameterIndex& index : everyParameter(trainer.settings())) {
      const bool isLocked = std::any_of(locked.begin(), locked.end(), [&](const ParameterIndex& l) {
        return l.layer == index.layer && l.row == index.row && l.column == index.column;
      });
      auto was = before;
      CHECK((trainer.parameter(index) == at(was, index)) == isLocked);
    }
  }
}

TEST_CASE("an unlocked parameter learns again; locking twice and unlocking what is free is harmless") {
  Learning trainer("momentum"), never("momentum");
  trainer.lock(locked);
  trainer.lock(locked);
  trainer.unlock(locked);
  trainer.unlock(locked);
  trainer.step(10);
  never.step(10);
  CHECK(flat(trainer.parameters()) == flat(never.parameters()));
}

TEST_CASE("with every parameter locked the network stands still and the steps are counted") {
  Learning trainer("adamw");
  trainer.lock(everyParameter(trainer.settings()));
  const auto before = flat(trainer.parameters());
  trainer.step(10);
  CHECK(flat(trainer.parameters()) == before);
  CHECK(trainer.steps() == 10);
}

TEST_CASE("a locked parameter can still be set by hand") {
  Learning trainer("sgd");
  trainer.lock(locked);
  trainer.setParameter(locked[0], 0.25);
  trainer.step(3);
  CHECK(trainer.parameter(locked[0]) == 0.25);
}

TEST_CASE("a parameter gathers no momentum while it is locked") {
  const Settings settings = settingsFor(3, {{4, "tanh"}, {2, "sigmoid"}}, "mse", "momentum");
  const MatrixXd X = sines(3, 12, 1.7, 0.9, 1.5), Y = oneHot(2, 12);
  Trainer trainer(settings);
  trainer.setData(X, Y);
  trainer.lock(locked);
  trainer.step(10);
  trainer.unlock(locked);
  const Trace trace = traceOf(trainer, X, Y);
  auto before = trainer.parameters();
  trainer.step();
  for (const ParameterIndex& index : locked) {
    const double expected = at(before, index) - settings.learningRate * gradientAt(trace, index);
    CHECK_THAT(trainer.parameter(index), Catch::Matchers::WithinAbs(expected, 1e-15));
  }
}
