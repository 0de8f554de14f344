// Same seed, same bits; and a snapshot brings back everything.
#include <algorithm>
#include <cstring>
#include <memory>

#include "catch.h"
#include "engine/options/optimizer.h"
#include "routes.h"

using namespace glassbox;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// Shuffled batches of 4 from 18 rows: the last of each epoch has 2.
Settings shuffled(const std::string& optimizer) {
  Settings settings = settingsFor(3, {{5, "tanh"}, {4, "relu"}, {3, "softmax"}}, "softmaxCrossEntropy", optimizer);
  settings.batchSize = 4;
  settings.shuffle = true;
  settings.seed = 7;
  settings.l2 = 1e-3;
  settings.weightDecay = 1e-3;
  return settings;
}

void feed(Trainer& trainer) { trainer.setData(sines(3, 18, 1.7, 0.9, 1.5), oneHot(3, 18)); }

void checkRestore(const Settings& settings) {
  INFO(settings.optimizer << " in " << settings.precision);
  Trainer trainer(settings);
  feed(trainer);
  trainer.step(33);
  const auto snapshot = trainer.snapshot();
  const auto there = flat(trainer.parameters());
  const auto batch = trainer.nextBatch();
  trainer.step(100);
  const auto end = flat(trainer.parameters());
  const auto endBatch = trainer.nextBatch();

  trainer.restore(snapshot);
  CHECK(flat(trainer.parameters()) == there);
  CHECK(trainer.nextBatch() == batch);
  CHECK(trainer.steps() == 33);
  CHECK(trainer.snapshot() == snapshot);
  trainer.step(100);
  CHECK(flat(trainer.parameters()) == end);
  CHECK(trainer.nextBatch() == endBatch);
  CHECK(trainer.steps() == 133);

  Trainer fresh(settings);
  feed(fresh);
  fresh.restore(snapshot);
  fresh.step(100);
  CHECK(flat(fresh.parameters()) == end);
}

}  // namespace

TEST_CASE("two runs from the same seed have the same bits") {
  for (const Optimizer& optimizer : optimizers()) {
    INFO(optimizer.name);
    Trainer one(shuffled(optimizer.name)), two(shuffled(optimizer.name));
    feed(one);
    feed(two);
    one.step(150);
    two.step(150);
    CHECK(flat(one.parameters()) == flat(two.parameters()));
    CHECK(one.snapshot() == two.snapshot());
    CHECK(evaluate(one).cost == evaluate(two).cost);
  }
}

TEST_CASE("another seed starts elsewhere") {
  Settings other = shuffled("sgd");
  other.seed = 8;
  CHECK(flat(Trainer(shuffled("sgd")).parameters()) != flat(Trainer(other).parameters()));
}

TEST_CASE("snapshot, 100 steps, restore, 100 steps gives the same bits with every optimizer") {
  for (const Optimizer& optimizer : optimizers()) {
    checkRestore(shuffled(optimizer.name));
    checkRestore(inFloat32(shuffled(optimizer.name)));
  }
}

TEST_CASE("along every route two runs have the same bits, and a snapshot goes back to them") {
  const Route route = GENERATE(from_range(routes));
  const std::string precision = GENERATE("float64", "float32");
  INFO(route.name << " in " << precision);
  const Settings settings = settingsAlong(route, precision);
  const Samples samples = samplesAlong(route, settings);
  Trainer one(settings, route.kernels), two(settings, route.kernels), fresh(settings, route.kernels);
  for (Trainer* trainer : {&one, &two, &fresh}) trainer->setData(samples.X, samples.Y);
  one.step(4);
  const Bytes there = one.snapshot();
  one.step(7);
  const Bytes end = one.snapshot();
  CHECK(one.parameterBuffer() != fresh.parameterBuffer());
  two.step(4);
  CHECK((two.snapshot() == there));
  two.step(7);
  CHECK((two.snapshot() == end));
  for (Trainer* trainer : {&one, &fresh}) {
    trainer->restore(there);
    CHECK((trainer->snapshot() == there));
    trainer->step(7);
    CHECK((trainer->snapshot() == end));
    CHECK(trainer->parameterBuffer() == two.parameterBuffer());
  }
}

TEST_CASE("a snapshot that is cut short, damaged, foreign or empty is refused and changes nothing") {
  Trainer trainer(shuffled("adam"));
  feed(trainer);
  trainer.step(5);
  const auto before = trainer.snapshot();
  const Bytes cut(before.begin(), before.end() - 1);
  auto longer = before;
  longer.push_back(0);
  const auto damagedFrom = [&](double share) {
    Bytes damaged = before;
    std::fill(damaged.begin() + std::ptrdiff_t(share * double(damaged.size())), damaged.end(), 0xff);
    return damaged;
  };
  Settings bigger = shuffled("adam");
  bigger.layers[0].units = 6;
  Trainer other(bigger);
  feed(other);
  Trainer single(inFloat32(shuffled("adam")));
  feed(single);
  for (const Bytes& wrong : {Bytes{}, Bytes(before.size(), 0xff), cut, longer, damagedFrom(0.2), damagedFrom(0.5),
                             damagedFrom(0.8), other.snapshot(), single.snapshot()}) {
    INFO(wrong.size() << " bytes");
    CHECK_THROWS_AS(trainer.restore(wrong), std::invalid_argument);
    CHECK((trainer.snapshot() == before));
  }
}

TEST_CASE("a snapshot whose counters are out of range is refused") {
  Trainer trainer(shuffled("adam"));
  feed(trainer);
  const auto withCounter = [before = trainer.snapshot()](std::size_t number, std::int64_t value) {
    Bytes changed = before;
    std::memcpy(changed.data() + 64 + 8 * number, &value, sizeof value);  // behind the head and the generator
    return changed;
  };
  const std::size_t cursor = 0, steps = 1, epochs = 2;
  const std::int64_t count = trainer.training().count();
  for (const std::int64_t value : {std::int64_t(-1), count, count + 1})
    CHECK_THROWS_AS(trainer.restore(withCounter(cursor, value)), std::invalid_argument);
  CHECK_THROWS_AS(trainer.restore(withCounter(steps, -1)), std::invalid_argument);
  CHECK_THROWS_AS(trainer.restore(withCounter(epochs, -1)), std::invalid_argument);
  trainer.restore(withCounter(cursor, count - 1));
  CHECK(trainer.nextBatch().size() == 1);
  trainer.restore(withCounter(steps, 3));
  CHECK(trainer.steps() == 3);
}

TEST_CASE("a snapshot of other layers is refused even if they have as many parameters") {
  const auto fed = [](const std::vector<LayerSettings>& layers) {
    auto trainer = std::make_unique<Trainer>(settingsFor(2, layers, "mse", "adam"));
    trainer->setData(sines(2, 6, 1.7, 0.9), sines(layers.back().units, 6, 1.3, 0.2));
    trainer->step(3);
    return trainer;
  };
  const auto refusesThatOf = [&](const std::vector<LayerSettings>& layers, const std::vector<LayerSettings>& others) {
    const auto trainer = fed(layers), other = fed(others);
    REQUIRE(trainer->network().parameterCount == other->network().parameterCount);
    const Bytes before = trainer->snapshot();
    CHECK_THROWS_AS(trainer->restore(other->snapshot()), std::invalid_argument);
    CHECK((trainer->snapshot() == before));
  };
  refusesThatOf({{6, "tanh"}, {1, "linear"}}, {{3, "tanh"}, {3, "tanh"}, {1, "linear"}});
  refusesThatOf({{3, "tanh"}, {4, "tanh"}, {2, "linear"}}, {{4, "tanh"}, {3, "tanh"}, {2, "linear"}});
}

TEST_CASE("reset goes back to the first weights and the first order of batches") {
  Trainer trainer(shuffled("adam"));
  feed(trainer);
  const auto first = flat(trainer.parameters());
  const auto batch = trainer.nextBatch();
  trainer.step(41);
  const auto after = flat(trainer.parameters());
  trainer.reset();
  CHECK(trainer.steps() == 0);
  CHECK(trainer.epochs() == 0);
  CHECK(flat(trainer.parameters()) == first);
  CHECK(trainer.nextBatch() == batch);
  trainer.step(41);
  CHECK(flat(trainer.parameters()) == after);
}

TEST_CASE("reset goes back to the weights set before the first step, not to those set after it") {
  Trainer trainer(shuffled("adam"));
  feed(trainer);
  const VectorXd set = trainer.parameterBuffer() / 2;
  trainer.setParameters(set);
  trainer.step(3);
  trainer.setParameters(VectorXd(set * 3));
  trainer.setParameter({0, 0, 0}, 5);
  trainer.step(3);
  trainer.reset();
  CHECK(trainer.parameterBuffer() == set);
}

TEST_CASE("setting parameters to what they are changes no later step of plain gradient descent") {
  Trainer touched(shuffled("sgd")), untouched(shuffled("sgd"));
  feed(touched);
  feed(untouched);
  for (int i = 0; i < 20; ++i) {
    touched.setParameters(touched.parameters());
    touched.step();
    untouched.step();
  }
  CHECK(flat(touched.parameters()) == flat(untouched.parameters()));
}
