#include "engine/trainer.h"

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

}  // namespace

Trainer::Trainer(const Settings& settings)
    : settings_((requireAllowed(settings), settings)),
      network_(settings_),
      cost_(&glassbox::cost(settings_.cost)),
      kernel_(makeKernel(network_, settings_)),
      batch_{MatrixXd(network_.inputs, Kernel::capacity), MatrixXd(network_.outputs(), Kernel::capacity)},
      shuffle_(shuffleGenerator(settings_)) {
  setParameters(firstParameters(network_, settings_));
}

void Trainer::configure(const Settings& settings) {
  requireAllowed(settings);
  const bool isSameNetwork = settings.inputs == settings_.inputs && settings.layers == settings_.layers &&
                             settings.seed == settings_.seed && settings.initializer == settings_.initializer &&
                             settings.precision == settings_.precision;
  if (!isSameNetwork)
    refuse("settings", "inputs, layers, initializer, seed and precision must stay while training", "another network");
  requireTargets(glassbox::cost(settings.cost), training_.Y);
  requireTargets(glassbox::cost(settings.cost), test_.Y);
  if (settings.optimizer != settings_.optimizer) kernel_->forget();
  settings_ = settings;
  cost_ = &glassbox::cost(settings_.cost);
}

void Trainer::requireData() const {
  if (training_.count() == 0) refuse("data", "must be set first (setData)", "none");
}

Index Trainer::batchSize() const {
  const auto wanted = static_cast<Index>(settings_.batchSize);
  return wanted == 0 ? training_.count() : std::min(wanted, training_.count());
}

/// Leaves in the kernel the gradient of the summed cost over the samples.
void Trainer::sumGradient(const Samples& samples) {
  for (Index from = 0; from < samples.count(); from += Kernel::capacity) {
    const Index count = std::min(Kernel::capacity, samples.count() - from);
    kernel_->forward(columns(samples.X, from, count));
    kernel_->backward(*cost_, columns(samples.Y, from, count), from == 0);
  }
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

/// Copies `count` samples of the next batch, from its `from`-th on, side by side.
const Samples& Trainer::gather(Index from, Index count) {
  for (Index i = 0; i < count; ++i) {
    const Index sample = order_[static_cast<std::size_t>(cursor_ + from + i)];
    batch_.X.col(i) = training_.X.col(sample);
    batch_.Y.col(i) = training_.Y.col(sample);
  }
  return batch_;
}

void Trainer::stepOnce() {
  const Index batch = nextCount();
  if (batch == training_.count()) {
    sumGradient(training_);
  } else {
    for (Index from = 0; from < batch; from += Kernel::capacity) {
      const Index count = std::min(Kernel::capacity, batch - from);
      const Samples& part = gather(from, count);
      kernel_->forward(columns(part.X, 0, count));
      kernel_->backward(*cost_, columns(part.Y, 0, count), from == 0);
    }
  }
  kernel_->scaleGradient(1.0 / double(batch));
  hasDiverged_ = !kernel_->update(settings_, locked_);
  if (hasDiverged_) return;
  ++steps_;
  cursor_ += batch;
  if (cursor_ < training_.count()) return;
  ++epochs_;
  beginEpoch();
}

void Trainer::step(long count) {
  requireData();
  for (; count > 0 && !hasDiverged_; --count) stepOnce();
}

void Trainer::epoch(long count) {
  requireData();
  const long goal = epochs_ + count;
  while (epochs_ < goal && !hasDiverged_) stepOnce();
}

void Trainer::reset() {
  steps_ = 0;
  setParameters(VectorXd(firstParameters_));
  firstEpoch();
}

}  // namespace glassbox
