#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "engine/training/learner.h"

namespace glassbox {

/// What an optimizer sees and keeps, each in the order of the network's buffer.
struct OptimizerMemory {
  /// The last gradient computed. After a step: as the optimizer used it, of mean cost + penalty + coupled weight decay,
  /// 0 at locked places.
  VectorXd gradient;
  /// What the optimizer's formula keeps (velocity, mean, squares); 0 where it keeps none.
  VectorXd first, second;
  /// How many steps it has been kept for: t in the formula of Adam.
  std::int64_t steps;
};

/// A network, its data and its training. Matrices hold one COLUMN a sample.
/// Every caller's mistake throws a Refusal before anything has changed. Divergence is a state, not a throw.
class Trainer {
 public:
  /// With first parameters by the settings' initializer and seed. `kernels`: how the arithmetic is done. Throws Refusal
  /// unless the settings are allowed.
  explicit Trainer(const Settings& settings, Kernels kernels = Kernels::fast);
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  /// The settings in force.
  const Settings& settings() const { return settings_; }
  /// Its shape, and where its parameters lie.
  const Network& network() const { return network_; }

  /// Takes new training settings mid-run; parameters stay. A new optimizer starts with empty memory.
  /// Throws if inputs, layers, initializer, seed or precision differ: those make another network.
  void configure(const Settings& settings);

  /// X: inputs x samples, Y: outputs x samples. Restarts the epoch; parameters stay.
  void setData(const MatrixXd& X, const MatrixXd& Y);
  /// `task` says what the targets are measured as; read off them when it is left out. Numbers may happen to be 0 and 1.
  void setData(const MatrixXd& X, const MatrixXd& Y, const MatrixXd& testX, const MatrixXd& testY,
               std::optional<Task> task = {});
  /// What it trains on.
  const Samples& training() const { return training_; }
  /// What the targets are measured as.
  Task task() const { return task_; }
  /// Throws unless there is a training set.
  void requireData() const;
  /// What it is tested on, which may be nothing.
  const Samples& test() const { return test_; }
  /// Any rows, checked against the network and the cost.
  Samples samples(const MatrixXd& X, const MatrixXd& Y) const;
  /// Throws unless X is inputs x samples, of finite numbers.
  void requireX(const MatrixXd& X) const;
  /// The cost that it makes small.
  const Cost& cost() const { return *cost_; }

  /// New parameters also clear the optimizer's memory and a divergence. Before the first step they become the ones that
  /// reset() goes back to.
  void setParameters(const std::vector<LayerParameters>& parameters);
  void setParameters(const VectorXd& buffer);
  /// As they are, layer by layer.
  std::vector<LayerParameters> parameters() const { return unpack(network_, parameterBuffer()); }
  /// As they are, in the order of the network's buffer.
  VectorXd parameterBuffer() const;
  /// One parameter, as if set by hand: the optimizer's memory stays.
  void setParameter(const ParameterIndex& index, double value);
  /// The value of one.
  double parameter(const ParameterIndex& index) const;
  /// Locked parameters keep their value while the others learn.
  void lock(const std::vector<ParameterIndex>& indices);
  /// They learn again.
  void unlock(const std::vector<ParameterIndex>& indices);
  /// Which are locked.
  std::vector<ParameterIndex> locked() const;
  /// These hidden units, and no others, are silent from now on: they hand on activation 0 and get delta 0, so that the
  /// cost changes nothing in them. Throws if a unit is not there or is an output.
  void mute(const std::vector<UnitIndex>& units);
  /// Which units are silent.
  const std::vector<UnitIndex>& muted() const;

  /// Runs X (inputs x samples) forward, a chunk at a time, and after each calls visit(PassValues&, its first sample, how
  /// many). Changes nothing. A sample's numbers are bit for bit the same whatever samples are beside it.
  template <class Visit>
  void forward(const MatrixXd& X, Visit visit);
  /// The same forward and backward. Returns the gradient of the mean cost over the samples (at least 1), without the
  /// penalty: bit for bit that of a step.
  template <class Visit>
  VectorXd backward(const Samples& samples, Visit visit);

  /// Takes up to `count` steps; stops at divergence. Throws without data.
  void step(long count = 1);
  /// Goes on to the end of the epoch, `count` times.
  void epoch(long count = 1);
  /// Steps taken.
  long steps() const { return steps_; }
  /// Passes over the training set, the present one in part.
  double epochs() const;
  /// The columns of the training set that the next step will use.
  std::vector<int> nextBatch() const;
  /// The optimizer's memory and, after a step, the gradient that it used.
  OptimizerMemory memory() const;

  /// A step made a number too large to hold; the parameters are those before it, and steps do nothing until new
  /// parameters, a reset or a restore.
  bool hasDiverged() const { return hasDiverged_; }
  /// The first parameters again, step 0, the same order of batches.
  void reset();

  /// All that the next steps depend on, bit for bit: parameters, optimizer, generator, order of batches, what is locked
  /// and muted. Not the data, nor the settings.
  std::vector<std::uint8_t> snapshot() const;
  /// All of a snapshot again. Throws, with nothing changed, if the bytes are not one of a trainer of this shape, precision
  /// and number of samples.
  void restore(const std::vector<std::uint8_t>& bytes);

 private:
  /// Places of order_ whose samples the learner's pass has taken in: whole batches.
  struct Window {
    Index from = 0, end = 0;
  };

  void firstEpoch();
  void beginEpoch();
  Index batchSize() const;
  bool isFullBatch() const { return batchSize() == training_.count(); }
  /// How many samples the next step will use.
  Index nextCount() const { return std::min(batchSize(), training_.count() - cursor_); }
  /// Samples that are worth being taken in at once: as many as stay in the cache or, if they are to be used again and
  /// again, some ten megabytes.
  Index windowSize(bool isUsedAgain = false) const {
    const Index numbers = isUsedAgain ? Index(1) << 23 : Index(1) << 15;
    return std::max<Index>(1, numbers / (network_.inputs + network_.outputs()));
  }
  void prepareBatches();
  template <class S>
  void fillWindow(Learner<S>& learner);
  template <class S>
  void stepOnce(Learner<S>& learner);
  bool read(const std::vector<std::uint8_t>& bytes);
  bool isSound() const;

  Settings settings_;
  Network network_;
  const Cost* cost_;
  const Optimizer* optimizer_;
  std::variant<Learner<double>, Learner<float>> learner_;
  VectorXd firstParameters_;
  Samples training_, test_;
  Task task_ = Task::regression;
  std::vector<int> order_;
  Random shuffle_;
  /// First sample of the next batch, as a place in order_.
  Index cursor_ = 0;
  Window window_;
  long steps_ = 0, epochs_ = 0;
  bool hasDiverged_ = false;
  /// Places in the network's buffer.
  std::vector<int> locked_;
};

template <class Visit>
void Trainer::forward(const MatrixXd& X, Visit visit) {
  const auto run = [&](auto& learner) {
    auto& pass = *learner.looking;
    const MatrixXd noTargets(network_.outputs(), 0);
    for (Index from = 0, count; from < X.cols(); from += count) {
      count = std::min(std::max(windowSize(), pass.capacity()), X.cols() - from);
      pass.load(X, noTargets, {from, count}, count);
      for (Index at = 0, chunk = 0; at < count; at += pass.capacity(), ++chunk) {
        pass.forward(learner.parameters, chunk);
        visit(static_cast<PassValues&>(pass), from + at, std::min(pass.capacity(), count - at));
      }
    }
  };
  std::visit(run, learner_);
}

template <class Visit>
VectorXd Trainer::backward(const Samples& samples, Visit visit) {
  const auto run = [&](auto& learner) -> VectorXd {
    auto& pass = *learner.tracing;
    pass.load(samples.X, samples.Y, {0, samples.count()}, samples.count());
    learner.trace(samples.count(), *cost_,
                  [&](Index from, Index count) { visit(static_cast<PassValues&>(pass), from, count); });
    return learner.numbersOf(learner.gradient);
  };
  return std::visit(run, learner_);
}

}  // namespace glassbox
