#include "engine/math/archive.h"
#include "engine/training/trainer.h"

namespace glassbox {
namespace {

constexpr std::uint32_t snapshotMark = 0x32534247;  // "GBS2"

/// The first bytes of a snapshot: what a trainer must share with it to take it.
struct Head {
  std::uint32_t mark, isSingle;
  std::int64_t parameters, samples;
  std::uint64_t shape;
};

/// Two networks of as many parameters can differ in shape: a hash of the sizes tells (FNV-1a).
std::uint64_t hashOfShape(const Network& network) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  const auto add = [&](int size) { hash = (hash ^ std::uint64_t(size)) * 0x100000001b3u; };
  add(network.inputs);
  for (const Layer& layer : network.layers) add(layer.units);
  return hash;
}

Head headOf(const Trainer& trainer) {
  return {snapshotMark, trainer.settings().isSingle(), trainer.network().parameterCount, trainer.training().count(),
          hashOfShape(trainer.network())};
}

/// The trainer's own counters, as they lie in a snapshot.
struct Counters {
  std::array<std::uint64_t, 4> shuffle;
  std::int64_t cursor, steps, epochs, hasDiverged;
};

}  // namespace

std::vector<std::uint8_t> Trainer::snapshot() const {
  ArchiveWriter archive;
  archive.value(headOf(*this));
  archive.value(Counters{shuffle_.state, cursor_, steps_, epochs_, hasDiverged_});
  archive.numbers(firstParameters_.data(), firstParameters_.size());
  archive.indices(order_);
  std::visit([&](auto& learner) { learner.archive(archive); }, learner_);
  archive.list(locked_);
  archive.list(muted());
  return std::move(archive.bytes);
}

/// Whether the bytes were as many as they say.
bool Trainer::read(const std::vector<std::uint8_t>& bytes) {
  ArchiveReader archive(bytes);
  Head head{};
  Counters counters{};
  std::vector<UnitIndex> muted;
  archive.value(head);
  archive.value(counters);
  archive.numbers(firstParameters_.data(), firstParameters_.size());
  archive.indices(order_);
  const auto readInto = [&](auto& learner) {
    learner.archive(archive);
    archive.list(locked_);
    archive.list(muted);
    learner.mute(muted);
  };
  std::visit(readInto, learner_);
  window_ = {};
  shuffle_.state = counters.shuffle;
  cursor_ = static_cast<Index>(counters.cursor);
  steps_ = static_cast<long>(counters.steps);
  epochs_ = static_cast<long>(counters.epochs);
  hasDiverged_ = counters.hasDiverged != 0;
  return archive.isWhole();
}

/// Whether what was read can be gone on from: bytes may come from a file.
bool Trainer::isSound() const {
  const bool isFinite = std::visit([](const auto& learner) { return learner.isFinite(); }, learner_);
  std::vector<bool> isSeen(order_.size());
  for (const int sample : order_) {
    if (sample < 0 || sample >= training_.count() || isSeen[static_cast<std::size_t>(sample)]) return false;
    isSeen[static_cast<std::size_t>(sample)] = true;
  }
  const auto isPlace = [&](int place) { return place >= 0 && place < network_.parameterCount; };
  const auto isHidden = [&](const UnitIndex& unit) { return network_.isHidden(unit); };
  const bool isHeld =
      std::all_of(locked_.begin(), locked_.end(), isPlace) && std::all_of(muted().begin(), muted().end(), isHidden);
  const bool isOnTrack = cursor_ >= 0 && (cursor_ < training_.count() || cursor_ == 0) && steps_ >= 0 && epochs_ >= 0;
  return isOnTrack && isHeld && isFinite && firstParameters_.allFinite();
}

void Trainer::restore(const std::vector<std::uint8_t>& bytes) {
  const std::vector<std::uint8_t> before = snapshot();
  const bool isOfThisTrainer =
      bytes.size() >= sizeof(Head) && std::equal(bytes.begin(), bytes.begin() + sizeof(Head), before.begin());
  require(isOfThisTrainer, "sameTrainer", "snapshot", "another one");
  if (read(bytes) && isSound()) return;
  read(before);
  refuse("undamaged", "snapshot", std::to_string(bytes.size()) + " bytes");
}

}  // namespace glassbox
