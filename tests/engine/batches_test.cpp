// Which rows a step uses: batches of the stated size, the short last one included, a new order every epoch.
#include <algorithm>
#include <numeric>
#include <set>

#include "catch.h"
#include "networks.h"

using namespace glassbox;

namespace {

const int rows = 23;

/// One linear unit fed with its row's number.
struct Counting : Trainer {
  Counting(int batchSize, bool shuffle, double seed = 1) : Trainer(chosen(batchSize, shuffle, seed)) {
    setData(VectorXd::LinSpaced(rows, 0, rows - 1).transpose(), MatrixXd::Ones(1, rows));
  }
  static Settings chosen(int batchSize, bool shuffle, double seed) {
    Settings settings = settingsFor(1, {{1, "linear"}});
    settings.batchSize = batchSize;
    settings.shuffle = shuffle;
    settings.seed = seed;
    settings.learningRate = 1e-6;
    return settings;
  }
};

/// The batches of the next epoch.
std::vector<std::vector<int>> epoch(Trainer& trainer, int batches) {
  std::vector<std::vector<int>> used;
  for (int i = 0; i < batches; ++i) {
    used.push_back(trainer.nextBatch());
    trainer.step();
  }
  return used;
}

std::vector<int> joined(const std::vector<std::vector<int>>& batches) {
  std::vector<int> all;
  for (const auto& batch : batches) all.insert(all.end(), batch.begin(), batch.end());
  return all;
}

std::vector<int> inOrder() {
  std::vector<int> all(rows);
  std::iota(all.begin(), all.end(), 0);
  return all;
}

}  // namespace

TEST_CASE("every epoch visits every row exactly once, in batches of the stated size and a short last one") {
  for (const bool shuffle : {false, true})
    for (const int size : {1, 4, 5, 10, 22, 23, 0, 1000}) {
      INFO("batchSize " << size << ", shuffle " << shuffle);
      Counting trainer(size, shuffle);
      const int whole = size == 0 || size > rows ? rows : size;
      const int batches = (rows + whole - 1) / whole;
      for (int pass = 0; pass < 3; ++pass) {
        const auto used = epoch(trainer, batches);
        for (int i = 0; i < batches; ++i)
          CHECK(int(used[i].size()) == (i + 1 < batches ? whole : rows - whole * (batches - 1)));
        auto all = joined(used);
        if (!shuffle) CHECK(all == inOrder());
        std::sort(all.begin(), all.end());
        CHECK(all == inOrder());
      }
      CHECK(trainer.steps() == 3 * batches);
      CHECK_THAT(trainer.epochs(), Catch::Matchers::WithinAbs(3, 1e-12));
    }
}

TEST_CASE("shuffling gives a new order every epoch, and another for another seed") {
  Counting trainer(5, true), other(5, true, 2);
  std::set<std::vector<int>> orders;
  for (int pass = 0; pass < 10; ++pass) orders.insert(joined(epoch(trainer, 5)));
  orders.insert(joined(epoch(other, 5)));
  CHECK(orders.size() == 11);
}

TEST_CASE("an epoch is as many steps as it has batches") {
  Counting byEpoch(5, true), byStep(5, true);
  byEpoch.epoch(3);
  byStep.step(15);
  CHECK(byEpoch.steps() == 15);
  CHECK(byEpoch.epochs() == 3);
  CHECK(flat(byEpoch.parameters()) == flat(byStep.parameters()));
  byStep.step();
  CHECK(byStep.epochs() > 3);
  CHECK(byStep.epochs() < 4);
}

TEST_CASE("asking for the next batch changes nothing") {
  Counting asked(5, true), silent(5, true);
  for (int i = 0; i < 30; ++i) {
    CHECK(asked.nextBatch() == asked.nextBatch());
    asked.step();
    silent.step();
  }
  CHECK(flat(asked.parameters()) == flat(silent.parameters()));
}

TEST_CASE("a step is the gradient of exactly the rows that nextBatch named") {
  Settings settings = settingsFor(3, {{4, "tanh"}, {2, "sigmoid"}});
  settings.batchSize = 4;
  settings.shuffle = true;
  settings.learningRate = 0.3;
  Trainer trainer(settings);
  const MatrixXd X = sines(3, 10, 1.7, 0.9, 1.5), Y = oneHot(2, 10);
  trainer.setData(X, Y);
  for (int step = 0; step < 12; ++step) {
    const std::vector<int> batch = trainer.nextBatch();
    const Trace trace = traceOf(trainer, X(Eigen::all, batch), Y(Eigen::all, batch));
    auto expected = trainer.parameters();
    for (const ParameterIndex& index : everyParameter(settings))
      at(expected, index) -= settings.learningRate * gradientAt(trace, index);
    trainer.step();
    CHECK(difference(flat(trainer.parameters()), flat(expected)) < 1e-15);
  }
}

TEST_CASE("a step of n is n steps") {
  Counting together(5, true), apart(5, true);
  together.step(37);
  for (int i = 0; i < 37; ++i) apart.step();
  CHECK(flat(together.parameters()) == flat(apart.parameters()));
  CHECK(together.nextBatch() == apart.nextBatch());
}

TEST_CASE("turning shuffle off puts the next epoch back in order") {
  Counting trainer(5, true);
  trainer.step(7);
  trainer.configure(Counting::chosen(5, false, 1));
  trainer.step(3);
  CHECK(joined(epoch(trainer, 5)) == inOrder());
}

TEST_CASE("a new batch size in mid-epoch still visits each row of the epoch once") {
  Counting trainer(5, true);
  auto used = epoch(trainer, 2);
  trainer.configure(Counting::chosen(6, true, 1));
  for (const auto& batch : epoch(trainer, 3)) used.push_back(batch);
  auto all = joined(used);
  std::sort(all.begin(), all.end());
  CHECK(all == inOrder());
  CHECK(trainer.epochs() == 1);
}
