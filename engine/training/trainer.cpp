#include "engine/training/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glassbox {
namespace {

/// The stream of the seed that orders batches; 1, 2, ... are the layers' first weights.
constexpr std::uint64_t shuffleStream = 1000;

Random shuffleGenerator(const Settings& settings) {
  return Random(static_cast<std::uint64_t>(settings.seed), shuffleStream);
}

std::variant<Learner<double>, Learner<float>> learnerFor(const Network& network, const Settings& settings,
                                                         Kernels kernels) {
  using Variant = std::variant<Learner<double>, Learner<float>>;
  if (settings.isSingle()) return Variant(std::in_place_type<Learner<float>>, network, kernels);
  return Variant(std::in_place_type<Learner<double>>, network, kernels);
}

}  // namespace

Trainer::Trainer(const Settings& settings, Kernels kernels)
    : settings_((requireAllowed(settings), settings)),
      network_(settings_),
      cost_(&glassbox::cost(settings_.cost)),
      optimizer_(&optimizer(settings_.optimizer)),
      learner_(learnerFor(network_, settings_, kernels)),
      shuffle_(shuffleGenerator(settings_)) {
  setParameters(firstParameters(network_, settings_));
}

void Trainer::configure(const Settings& settings) {
  requireAllowed(settings);
  const bool isSameNetwork = settings.inputs == settings_.inputs && settings.layers == settings_.layers &&
                             settings.seed == settings_.seed && settings.initializer == settings_.initializer &&
                             settings.precision == settings_.precision;
  require(isSameNetwork, "fixed", "settings", "another network");
  requireTargets(glassbox::cost(settings.cost), training_.Y);
  requireTargets(glassbox::cost(settings.cost), test_.Y);
  const bool isSameOptimizer = settings.optimizer == settings_.optimizer;
  settings_ = settings;
  cost_ = &glassbox::cost(settings_.cost);
  optimizer_ = &optimizer(settings_.optimizer);
  prepareBatches();
  if (!isSameOptimizer) std::visit([](auto& learner) { learner.forget(); }, learner_);
}

/// Chooses the pass by the size of the batches.
void Trainer::prepareBatches() {
  window_ = {};
  if (training_.count() > 0) std::visit([&](auto& learner) { learner.prepareFor(batchSize()); }, learner_);
}

void Trainer::requireData() const { require(training_.count() > 0, "data", "data", "none"); }

Index Trainer::batchSize() const {
  const auto wanted = static_cast<Index>(settings_.batchSize);
  return wanted == 0 ? training_.count() : std::min(wanted, training_.count());
}

void Trainer::firstEpoch() {
  epochs_ = 0;
  shuffle_ = shuffleGenerator(settings_);
  order_.resize(static_cast<std::size_t>(training_.count()));
  std::iota(order_.begin(), order_.end(), 0);
  beginEpoch();
}

void Trainer::beginEpoch() {
  cursor_ = 0;
  if (settings_.shuffle) shuffle_.shuffle(order_);
  else std::iota(order_.begin(), order_.end(), 0);
  // The whole training set is taken as it lies, and needs to be taken in only once.
  if (settings_.shuffle && !isFullBatch()) window_ = {};
}

double Trainer::epochs() const {
  return training_.count() == 0 ? 0 : double(epochs_) + double(cursor_) / double(training_.count());
}

std::vector<int> Trainer::nextBatch() const {
  requireData();
  std::vector<int> batch(order_.begin() + cursor_, order_.begin() + cursor_ + nextCount());
  // The whole training set is taken as it lies, without gathering.
  if (isFullBatch() && cursor_ == 0) std::iota(batch.begin(), batch.end(), 0);
  return batch;
}

/// Has the pass take in the next batches, and remembers which.
template <class S>
void Trainer::fillWindow(Learner<S>& learner) {
  const Index batch = batchSize(), batches = std::max<Index>(1, windowSize(!settings_.shuffle) / batch);
  window_ = {cursor_, std::min(cursor_ + batches * batch, training_.count())};
  const Rows rows{window_.from, window_.end - window_.from,
                  batch == training_.count() && cursor_ == 0 ? nullptr : order_.data()};
  learner.pass->load(training_.X, training_.Y, rows, batch);
}

template <class S>
void Trainer::stepOnce(Learner<S>& learner) {
  if (cursor_ < window_.from || cursor_ >= window_.end) fillWindow(learner);
  const Index count = nextCount(), capacity = learner.pass->capacity(), batch = batchSize();
  const Index chunk = (cursor_ - window_.from) / batch * ((batch + capacity - 1) / capacity);
  hasDiverged_ = !learner.step({chunk, count}, *cost_, settings_, *optimizer_, locked_);
  if (hasDiverged_) return;
  ++steps_;
  cursor_ += count;
  if (cursor_ < training_.count()) return;
  ++epochs_;
  beginEpoch();
}

void Trainer::step(long count) {
  requireData();
  const auto run = [&](auto& learner) {
    for (; count > 0 && !hasDiverged_; --count) stepOnce(learner);
  };
  std::visit(run, learner_);
}

void Trainer::epoch(long count) {
  requireData();
  const long goal = epochs_ + count;
  const auto run = [&](auto& learner) {
    while (epochs_ < goal && !hasDiverged_) stepOnce(learner);
  };
  std::visit(run, learner_);
}

OptimizerMemory Trainer::memory() const {
  const auto read = [](const auto& learner) {
    return OptimizerMemory{learner.numbersOf(learner.gradient), learner.numbersOf(learner.first),
                           learner.numbersOf(learner.second), learner.updates};
  };
  return std::visit(read, learner_);
}

void Trainer::reset() {
  steps_ = 0;
  setParameters(VectorXd(firstParameters_));
  firstEpoch();
}

}  // namespace glassbox
