#include "engine/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glassbox {
namespace {

/// The stream of the seed that orders batches; 1, 2, ... are the layers' first weights.
constexpr std::uint64_t shuffleStream = 1000;

Random shuffleGenerator(const Settings& settings) { return Random(static_cast<std::uint64_t>(settings.seed), shuffleStream); }

void requireRows(const char* name, Index wanted, Index got) {
  if (wanted != got)
    refuse(name, "must have " + std::to_string(wanted) + (wanted == 1 ? " value" : " values") + " a sample", std::to_string(got));
}

/// Finite, also once they are in the settings' precision.
void requireFinite(const char* name, const MatrixXd& values, const Settings& settings) {
  const bool isFinite = settings.precision == "float32" ? values.cast<float>().allFinite() : values.allFinite();
  if (!isFinite) refuse(name, "must be finite numbers", "NaN, infinity or too large");
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
  const bool isSameNetwork = settings.inputs == settings_.inputs && settings.layers == settings_.layers && settings.seed == settings_.seed &&
                             settings.initializer == settings_.initializer && settings.precision == settings_.precision;
  if (!isSameNetwork) refuse("settings", "inputs, layers, initializer, seed and precision must stay while training", "another network");
  requireTargets(glassbox::cost(settings.cost), training_.Y);
  requireTargets(glassbox::cost(settings.cost), test_.Y);
  if (settings.optimizer != settings_.optimizer) kernel_->forget();
  settings_ = settings;
  cost_ = &glassbox::cost(settings_.cost);
}

// ---- data ----

void Trainer::requireX(const MatrixXd& X) const {
  requireRows("X", network_.inputs, X.rows());
  require(X.cols() <= Limits::samples, "X", "must have at most 100000 samples", double(X.cols()));
  requireFinite("X", X, settings_);
}

Samples Trainer::samples(const MatrixXd& X, const MatrixXd& Y) const {
  requireX(X);
  requireRows("Y", network_.outputs(), Y.rows());
  if (X.cols() != Y.cols()) refuse("Y", "must have as many samples as X (" + std::to_string(X.cols()) + ")", std::to_string(Y.cols()));
  requireFinite("Y", Y, settings_);
  requireTargets(*cost_, Y);
  return {X, Y};
}

void Trainer::setData(const MatrixXd& X, const MatrixXd& Y) {
  setData(X, Y, MatrixXd(network_.inputs, 0), MatrixXd(network_.outputs(), 0));
}

void Trainer::setData(const MatrixXd& X, const MatrixXd& Y, const MatrixXd& testX, const MatrixXd& testY) {
  Samples training = samples(X, Y), test = samples(testX, testY);
  require(training.count() > 0, "X", "must have at least 1 sample", 0);
  training_ = std::move(training);
  test_ = std::move(test);
  task_ = taskOf(Y);
  firstEpoch();
}

void Trainer::requireData() const { require(training_.count() > 0, "data", "must be set before training", 0); }

Index Trainer::batchSize() const {
  const auto wanted = static_cast<Index>(settings_.batchSize);
  return wanted == 0 ? training_.count() : std::min(wanted, training_.count());
}

// ---- parameters ----

void Trainer::setParameters(const std::vector<LayerParameters>& parameters) { setParameters(pack(network_, parameters)); }

void Trainer::setParameters(const VectorXd& buffer) {
  if (buffer.size() != network_.parameterCount)
    refuse("parameters", "must be " + std::to_string(network_.parameterCount) + " numbers", std::to_string(buffer.size()));
  requireFinite("parameters", buffer, settings_);
  kernel_->setParameters(buffer);
  if (steps_ == 0) firstParameters_ = buffer;
  kernel_->forget();
  hasDiverged_ = false;
}

void Trainer::setParameter(const ParameterIndex& index, double value) {
  const Index place = network_.at(index);
  requireFinite("value", MatrixXd::Constant(1, 1, value), settings_);
  kernel_->setParameter(place, value);
}

void Trainer::lock(const std::vector<ParameterIndex>& indices) {
  std::vector<Index> places = locked_;
  for (const ParameterIndex& index : indices) {
    const Index place = network_.at(index);
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  locked_ = std::move(places);
}

void Trainer::unlock(const std::vector<ParameterIndex>& indices) {
  std::vector<Index> places;
  for (const ParameterIndex& index : indices) places.push_back(network_.at(index));
  std::erase_if(locked_, [&](Index place) { return std::find(places.begin(), places.end(), place) != places.end(); });
}

double Trainer::penalty() const {
  const VectorXd buffer = parameterBuffer();
  double absolute = 0, squared = 0;
  for (const Layer& layer : network_.layers) {
    absolute += weights(layer, buffer).cwiseAbs().sum();
    squared += weights(layer, buffer).squaredNorm();
  }
  return settings_.l1 * absolute + settings_.l2 / 2 * squared;
}

// ---- training ----

/// Leaves in the kernel the gradient of the summed cost over the samples.
void Trainer::sumGradient(const Samples& samples) {
  forward(samples.X, [&](Index from, Index count) { kernel_->backward(*cost_, columns(samples.Y, from, count), from == 0); });
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
