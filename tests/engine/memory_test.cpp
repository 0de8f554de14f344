// What the optimizer saw and keeps, and each sample's own cost.
#include "catch.h"
#include "engine/options/cost.h"
#include "engine/options/optimizer.h"
#include "networks.h"

using namespace glassbox;

namespace {

const std::vector<ParameterIndex> held = {{0, 1, 2}, {1, 0, ParameterIndex::bias}};

/// Batches of 5 from 12 rows, with both penalties and weight decay.
Settings pulled(const std::string& optimizer) {
  Settings settings = settingsFor(3, {{4, "tanh"}, {2, "sigmoid"}}, "mse", optimizer);
  settings.l1 = settings.l2 = 0.01;
  settings.weightDecay = 0.1;
  settings.batchSize = 5;
  settings.shuffle = true;
  return settings;
}

struct Learning : Trainer {
  explicit Learning(const Settings& settings) : Trainer(settings) {
    setData(sines(3, 12, 1.7, 0.9, 1.5), oneHot(2, 12));
    step(4);
    lock(held);
  }
};

/// Of the next batch's mean cost, by trace().
VectorXd costGradient(Trainer& trainer) {
  const std::vector<int> batch = trainer.nextBatch();
  const Trace trace =
      traceOf(trainer, trainer.training().X(Eigen::all, batch), trainer.training().Y(Eigen::all, batch));
  std::vector<LayerParameters> layers;
  for (const LayerTrace& layer : trace.layers) layers.push_back({layer.weightGradient, layer.biasGradient});
  return pack(trainer.network(), layers);
}

/// What penalty and coupled weight decay add, written out parameter by parameter.
double pull(const Trainer& trainer, const ParameterIndex& index) {
  const Settings& settings = trainer.settings();
  const double p = trainer.parameter(index);
  const double penalty = index.column == ParameterIndex::bias ? 0 : settings.l1 * ((p > 0) - (p < 0)) + settings.l2 * p;
  return penalty + (settings.optimizer == "adamw" ? 0 : settings.weightDecay * p);
}

bool isLocked(const Trainer& trainer, Index place) {
  return place == trainer.network().at(held[0]) || place == trainer.network().at(held[1]);
}

}  // namespace

TEST_CASE("after a step the gradient is the one the optimizer used, with penalty and coupled decay, 0 where locked") {
  for (const Optimizer& optimizer : optimizers()) {
    INFO(optimizer.name);
    Learning trainer(pulled(optimizer.name));
    VectorXd expected = costGradient(trainer);
    for (Index place = 0; place < expected.size(); ++place) {
      expected[place] += pull(trainer, trainer.network().indexAt(place));
      if (isLocked(trainer, place)) expected[place] = 0;
    }
    trainer.step();
    CHECK(difference(MatrixXd(trainer.memory().gradient), MatrixXd(expected)) < 1e-15);
  }
}

TEST_CASE("plain gradient descent goes exactly by the gradient shown") {
  Learning trainer(pulled("sgd"));
  const VectorXd before = trainer.parameterBuffer();
  trainer.step();
  CHECK(trainer.parameterBuffer() == before - trainer.settings().learningRate * trainer.memory().gradient);
  CHECK(trainer.memory().first.isZero(0));
  CHECK(trainer.memory().second.isZero(0));
}

TEST_CASE("the memories are what the formulas say, velocity, mean or squares") {
  const auto stepped = [](const char* optimizer, auto check) {
    INFO(optimizer);
    Learning trainer(pulled(optimizer));
    const OptimizerMemory before = trainer.memory();
    trainer.step();
    check(trainer.settings(), before, trainer.memory());
  };
  const auto isNear = [](const VectorXd& a, const VectorXd& b) { return difference(MatrixXd(a), MatrixXd(b)) < 1e-15; };
  stepped("momentum", [&](const Settings& s, const OptimizerMemory& before, const OptimizerMemory& after) {
    CHECK(isNear(after.first, s.momentum * before.first + after.gradient));
    CHECK(after.second.isZero(0));
  });
  stepped("rmsprop", [&](const Settings& s, const OptimizerMemory& before, const OptimizerMemory& after) {
    CHECK(isNear(after.first, s.rho * before.first + (1 - s.rho) * after.gradient.cwiseAbs2()));
  });
  stepped("adam", [&](const Settings& s, const OptimizerMemory& before, const OptimizerMemory& after) {
    CHECK(isNear(after.first, s.beta1 * before.first + (1 - s.beta1) * after.gradient));
    CHECK(isNear(after.second, s.beta2 * before.second + (1 - s.beta2) * after.gradient.cwiseAbs2()));
  });
}

TEST_CASE("the memories begin empty and come back with a snapshot; in float32 they are the float64 ones, rounded") {
  Learning trainer(pulled("adam")), single(inFloat32(pulled("adam")));
  CHECK(Trainer(pulled("adam")).memory().first.isZero(0));
  const auto snapshot = trainer.snapshot();
  const OptimizerMemory before = trainer.memory();
  CHECK(difference(MatrixXd(single.memory().second), MatrixXd(before.second)) < 1e-6);
  trainer.step(7);
  trainer.restore(snapshot);
  CHECK(trainer.memory().first == before.first);
  CHECK(trainer.memory().second == before.second);
  trainer.setParameters(trainer.parameterBuffer());
  CHECK(trainer.memory().first.isZero(0));
}

TEST_CASE("locked() names what is locked") {
  Trainer trainer(pulled("sgd"));
  CHECK(trainer.locked().empty());
  trainer.lock(held);
  REQUIRE(trainer.locked().size() == 2);
  CHECK(trainer.locked()[0].column == 2);
  CHECK(trainer.locked()[1].column == ParameterIndex::bias);
  trainer.unlock(trainer.locked());
  CHECK(trainer.locked().empty());
}

TEST_CASE("each sample has the cost it has alone, and their mean is the cost, with every cost and in both precisions") {
  const Index count = 300;  // more than go through the network at once
  for (const Cost& cost : costs())
    for (const bool isSingle : {false, true}) {
      INFO(cost.name << (isSingle ? " in float32" : ""));
      Settings settings = settingsFor(3, {{4, "tanh"}, {3, "softmax"}}, cost.name);
      if (isSingle) settings = inFloat32(settings);
      Trainer trainer(settings);
      const Samples rows{sines(3, count, 1.7, 0.9, 1.5), oneHot(3, count)};
      const VectorXd costs = costsOf(trainer, rows);
      REQUIRE(costs.size() == count);
      CHECK(std::abs(costs.mean() - evaluate(trainer, rows).cost) < 1e-12);
      for (const Index i : {0, 1, 255, 256, 299})
        CHECK(std::abs(costs[i] - traceOf(trainer, rows.X.col(i), rows.Y.col(i)).cost) < (isSingle ? 1e-6 : 1e-14));
    }
  Trainer trainer(Settings{});
  CHECK(costsOf(trainer, {MatrixXd(2, 0), MatrixXd(1, 0)}).size() == 0);
}

TEST_CASE("a trace shows each unit's mean of Z and of activation over the samples") {
  Trainer trainer(pulled("sgd"));
  const Trace trace = traceOf(trainer, sines(3, 300, 1.7, 0.9, 1.5), oneHot(2, 300));
  for (const LayerTrace& layer : trace.layers) {
    CHECK(difference(MatrixXd(layer.meanZ), layer.Z.rowwise().mean()) < 1e-15);
    CHECK(difference(MatrixXd(layer.meanActivation), layer.activation.rowwise().mean()) < 1e-15);
    CHECK(difference(MatrixXd(layer.biasGradient), layer.delta.rowwise().mean()) < 1e-14);
  }
}

TEST_CASE("another optimizer starts with empty memory, as a new trainer would from these parameters") {
  for (const Optimizer& optimizer : optimizers()) {
    if (optimizer.name == std::string("adam")) continue;
    INFO("adam, then " << optimizer.name);
    Settings before = pulled("adam"), after = pulled(optimizer.name);
    before.batchSize = after.batchSize = 0;
    Trainer changed(before), fresh(after);
    for (Trainer* trainer : {&changed, &fresh}) trainer->setData(sines(3, 12, 1.7, 0.9, 1.5), oneHot(2, 12));
    changed.step(4);
    REQUIRE_FALSE(changed.memory().first.isZero(0));
    changed.configure(after);
    CHECK(changed.memory().first.isZero(0));
    CHECK(changed.memory().second.isZero(0));
    fresh.setParameters(changed.parameterBuffer());
    changed.step(5);
    fresh.step(5);
    CHECK(changed.parameterBuffer() == fresh.parameterBuffer());
  }
}

TEST_CASE("other settings of the same optimizer keep its memory") {
  Learning trainer(pulled("adam"));
  const OptimizerMemory before = trainer.memory();
  Settings slower = trainer.settings();
  slower.learningRate /= 2;
  trainer.configure(slower);
  CHECK(trainer.memory().first == before.first);
  CHECK(trainer.memory().second == before.second);
}
