// A snapshot holds what is locked and muted, as it was, and restoring one is all or nothing.
#include <cstring>

#include "catch.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

using Bytes = std::vector<std::uint8_t>;
using Catch::Matchers::StartsWith;

const std::vector<ParameterIndex> some = {{1, 2, 3}, {0, 0, ParameterIndex::bias}}, others = {{0, 1, 1}};

/// Shuffled batches of 5 from 12 rows by Adam, four steps in.
struct Learning : Trainer {
  explicit Learning(const std::string& precision = "float64") : Trainer(chosen(precision)) {
    setData(sines(3, 12, 1.7, 0.9, 1.5), oneHot(2, 12));
    step(4);
  }
  static Settings chosen(const std::string& precision) {
    Settings settings = settingsFor(3, {{4, "tanh"}, {4, "relu"}, {2, "sigmoid"}}, "mse", "adam");
    settings.precision = precision;
    settings.batchSize = 5;
    settings.shuffle = true;
    settings.l2 = 0.01;
    return settings;
  }
};

std::vector<Index> lockedPlaces(const Trainer& trainer) {
  std::vector<Index> places;
  for (const ParameterIndex& index : trainer.locked()) places.push_back(trainer.network().at(index));
  return places;
}
std::vector<std::pair<int, int>> mutedUnits(const Trainer& trainer) {
  std::vector<std::pair<int, int>> units;
  for (const auto [layer, unit] : trainer.muted()) units.push_back({layer, unit});
  return units;
}

/// Takes the snapshot in `there`, changes what is held by `change`, goes on and comes back: the same bits as without.
template <class Change>
void checkComesBack(Trainer& trainer, Change change) {
  const Bytes there = trainer.snapshot();
  const auto places = lockedPlaces(trainer);
  const auto units = mutedUnits(trainer);
  trainer.step(20);
  const Bytes end = trainer.snapshot();
  change();
  trainer.step(3);
  trainer.restore(there);
  CHECK((trainer.snapshot() == there));
  CHECK(lockedPlaces(trainer) == places);
  CHECK(mutedUnits(trainer) == units);
  trainer.step(20);
  CHECK((trainer.snapshot() == end));
}

}  // namespace

TEST_CASE("a snapshot brings back what was locked and muted, bit for bit, and nothing else stays so") {
  const std::string precision = GENERATE("float64", "float32");
  INFO(precision);
  Learning free(precision), held(precision);
  const auto hold = [](Trainer& trainer) {
    trainer.lock(others);
    trainer.mute({{1, 0}});
  };
  checkComesBack(free, [&] { hold(free); });
  CHECK(free.locked().empty());
  CHECK(free.muted().empty());
  held.lock(some);
  held.mute({{0, 2}, {1, 3}});
  checkComesBack(held, [&] {
    held.unlock(some);
    hold(held);
  });
  checkComesBack(held, [&] {
    held.unlock(held.locked());
    held.mute({});
  });
}

TEST_CASE("another trainer takes over what is locked and muted with a snapshot") {
  Learning held, fresh;
  held.lock(some);
  held.mute({{0, 2}});
  const Bytes there = held.snapshot();
  fresh.lock(others);
  fresh.restore(there);
  held.step(20);
  fresh.step(20);
  CHECK((fresh.snapshot() == held.snapshot()));
  CHECK(predict(fresh, held.training().X) == predict(held, held.training().X));
}

TEST_CASE("what is locked and muted makes another snapshot") {
  Learning trainer;
  const Bytes before = trainer.snapshot();
  trainer.lock(some);
  CHECK((trainer.snapshot() != before));
  trainer.unlock(some);
  trainer.mute({{0, 1}});
  CHECK((trainer.snapshot() != before));
  trainer.mute({});
  CHECK((trainer.snapshot() == before));
}

TEST_CASE("a snapshot with locks and mutes that are cut, too many or not there is refused and changes nothing") {
  Learning trainer;
  const std::size_t end = trainer.snapshot().size();  // then come the two lists, of no items
  trainer.lock(some);
  trainer.mute({{0, 2}});
  const Bytes before = trainer.snapshot();
  const std::size_t locks = end - 16, mutes = locks + 8 + 2 * sizeof(int);
  const auto with = [&](std::size_t at, auto number) {
    Bytes changed = before;
    std::memcpy(changed.data() + at, &number, sizeof number);
    return changed;
  };
  std::vector<Bytes> wrong;
  for (std::size_t size = sizeof(double) * 5; size < before.size(); ++size)
    wrong.emplace_back(before.begin(), before.begin() + std::ptrdiff_t(size));
  for (const std::uint64_t count : {std::uint64_t(1), std::uint64_t(3), ~std::uint64_t(0), std::uint64_t(1) << 62})
    for (const std::size_t at : {locks, mutes}) wrong.push_back(with(at, count));
  for (const int place : {-1, int(trainer.network().parameterCount)}) wrong.push_back(with(locks + 8, place));
  for (const int layer : {-1, 2, 3}) wrong.push_back(with(mutes + 8, layer));
  for (const int unit : {-1, 4}) wrong.push_back(with(mutes + 8 + sizeof(int), unit));
  wrong.push_back(before);
  wrong.back().push_back(0);
  for (const Bytes& bytes : wrong) {
    if (bytes == before) continue;
    CHECK_THAT(refusal([&] { trainer.restore(bytes); }), StartsWith("snapshot: must not be damaged, got "));
    CHECK((trainer.snapshot() == before));
  }
  trainer.restore(with(mutes + 8 + sizeof(int), 3));
  CHECK(mutedUnits(trainer) == std::vector<std::pair<int, int>>{{0, 3}});
}

TEST_CASE("a snapshot whose order of batches has a row twice is refused") {
  Learning trainer;
  const Bytes before = trainer.snapshot();
  const std::size_t lists = 16, updates = 8,
                    numbers = 3 * sizeof(double) * std::size_t(trainer.network().parameterCount);
  const std::size_t order = before.size() - lists - updates - numbers - 12 * sizeof(int);
  Bytes repeated = before, exchanged = before;
  std::memcpy(repeated.data() + order, before.data() + order + sizeof(int), sizeof(int));
  std::memcpy(exchanged.data() + order, before.data() + order + sizeof(int), sizeof(int));
  std::memcpy(exchanged.data() + order + sizeof(int), before.data() + order, sizeof(int));
  CHECK_THAT(refusal([&] { trainer.restore(repeated); }), StartsWith("snapshot: must not be damaged, got "));
  CHECK((trainer.snapshot() == before));
  trainer.restore(exchanged);
  CHECK((trainer.snapshot() == exchanged));
}
