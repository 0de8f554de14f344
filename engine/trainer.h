#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/kernel.h"
#include "engine/samples.h"

namespace glassbox {

/// What one layer holds after a forward and backward pass over n samples.
struct LayerTrace {
  /// units x n. delta is of each sample's own cost, not divided by n. slope = f'(Z), whether muted or not; NaN for an
  /// activation of the whole layer (softmax).
  MatrixXd Z, activation, delta, slope;
  /// Of the mean cost over the n samples, without the penalty.
  MatrixXd weightGradient;
  VectorXd biasGradient;
  /// units; mean over the n samples. The mean of delta is biasGradient.
  VectorXd meanZ, meanActivation, meanSlope;
};

/// Sums of |w| and of w^2 over all weights, biases apart.
struct WeightSums {
  double absolute, squared;
};

struct Trace {
  double cost, penalty;
  WeightSums weights;
  /// outputs x n: dCost/dActivation of the output layer, of each sample's own cost.
  MatrixXd costSlope;
  std::vector<LayerTrace> layers;
};

/// A network, its data and its training. Matrices hold one COLUMN a sample.
/// Every caller's mistake throws std::invalid_argument before anything has changed. Divergence is a state, not a throw.
class Trainer {
 public:
  explicit Trainer(const Settings& settings);
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  const Settings& settings() const { return settings_; }
  const Network& network() const { return network_; }

  /// Takes new training settings mid-run; parameters stay. A new optimizer starts with empty memory.
  /// Throws if inputs, layers, initializer, seed or precision differ: those make another network.
  void configure(const Settings& settings);

  /// X: inputs x samples, Y: outputs x samples. Restarts the epoch; parameters stay.
  void setData(const MatrixXd& X, const MatrixXd& Y);
  /// `task` says what the targets are measured as; read off them when it is left out. Numbers may happen to be 0 and 1.
  void setData(const MatrixXd& X, const MatrixXd& Y, const MatrixXd& testX, const MatrixXd& testY,
               std::optional<Task> task = {});
  const Samples& training() const { return training_; }
  /// Throws unless there is a training set.
  void requireData() const;
  const Samples& test() const { return test_; }
  /// Any rows, checked against the network and the cost.
  Samples samples(const MatrixXd& X, const MatrixXd& Y) const;

  /// New parameters also clear the optimizer's memory and a divergence. Before the first step they become the ones that
  /// reset() goes back to.
  void setParameters(const std::vector<LayerParameters>& parameters);
  void setParameters(const VectorXd& buffer);
  std::vector<LayerParameters> parameters() const { return unpack(network_, parameterBuffer()); }
  VectorXd parameterBuffer() const { return kernel_->parameters(); }
  /// One parameter, as if a dial were turned: the optimizer's memory stays.
  void setParameter(const ParameterIndex& index, double value);
  double parameter(const ParameterIndex& index) const { return kernel_->parameter(network_.at(index)); }
  /// Locked parameters keep their value while the others learn.
  void lock(const std::vector<ParameterIndex>& indices);
  void unlock(const std::vector<ParameterIndex>& indices);
  std::vector<ParameterIndex> locked() const;
  /// These hidden units, and no others, are silent from now on: they hand on activation 0 and get delta 0, so that the
  /// cost changes nothing in them. Throws if a unit is not there or is an output.
  void mute(const std::vector<UnitIndex>& units);

  /// Outputs x samples. Bit for bit the same for a sample whatever samples are beside it; so are activations(), costs(),
  /// and Z and activation of a trace().
  MatrixXd predict(const MatrixXd& X);
  /// Every layer's activation, units x samples.
  std::vector<MatrixXd> activations(const MatrixXd& X);
  /// Each layer's activation (units), mean over the samples.
  std::vector<VectorXd> meanActivations(const Samples& samples);
  /// Z, activation, delta and gradients over any rows; changes nothing. The gradients are bit for bit those of a step.
  Trace trace(const MatrixXd& X, const MatrixXd& Y);
  /// Of the mean cost over the samples, without the penalty; in the order of the parameter buffer.
  VectorXd gradient(const Samples& samples);
  Measures evaluate(const Samples& samples);
  /// Each sample's own cost (samples); their mean is the cost.
  VectorXd costs(const Samples& samples);

  /// Over the training set, without the penalty.
  double cost() { return evaluate(training_).cost; }
  /// NaN without a test set; so are the other measures of it.
  double testCost() { return evaluate(test_).cost; }
  double accuracy() { return evaluate(training_).accuracy; }
  double testAccuracy() { return evaluate(test_).accuracy; }
  double r2() { return evaluate(training_).r2; }
  double testR2() { return evaluate(test_).r2; }
  /// l1 * sum |weight| + l2 / 2 * sum weight^2, biases apart.
  double penalty() const;
  /// What the penalty is made of.
  WeightSums weightSums() const;

  /// Takes up to `count` steps; stops at divergence. Throws without data.
  void step(long count = 1);
  /// Goes on to the end of the epoch, `count` times.
  void epoch(long count = 1);
  long steps() const { return steps_; }
  /// Passes over the training set, the present one in part.
  double epochs() const;
  /// The columns of the training set that the next step will use.
  std::vector<int> nextBatch() const;
  /// The optimizer's memory and, after a step, the gradient that it used.
  OptimizerMemory memory() const { return kernel_->memory(); }

  /// A step met a gradient too large for numbers; the parameters are those before it, and steps do nothing until new
  /// parameters, a reset or a restore.
  bool hasDiverged() const { return hasDiverged_; }
  /// The first parameters again, step 0, the same order of batches.
  void reset();

  /// All that the next steps depend on, bit for bit: parameters, optimizer, generator, order of batches. Not the data,
  /// nor what is locked or muted.
  std::vector<std::uint8_t> snapshot() const;
  /// Throws if the bytes are not a snapshot of a trainer of this shape, precision and number of samples.
  void restore(const std::vector<std::uint8_t>& bytes);

 private:
  void requireX(const MatrixXd& X) const;
  void firstEpoch();
  void beginEpoch();
  Index batchSize() const;
  bool isFullBatch() const { return batchSize() == training_.count(); }
  /// How many samples the next step will use.
  Index nextCount() const { return std::min(batchSize(), training_.count() - cursor_); }
  void stepOnce();
  const Samples& gather(Index from, Index count);
  template <class Visit>
  void forwardBlocks(const MatrixXd& X, Visit visit);
  void sumGradient(const Samples& samples);
  void read(const std::vector<std::uint8_t>& bytes);
  bool isSound() const;

  Settings settings_;
  Network network_;
  const Cost* cost_;
  std::unique_ptr<Kernel> kernel_;
  VectorXd firstParameters_;
  Samples training_, test_, batch_;
  Task task_ = Task::regression;
  std::vector<int> order_;
  Random shuffle_;
  /// First sample of the next batch, as a place in order_.
  Index cursor_ = 0;
  long steps_ = 0, epochs_ = 0;
  bool hasDiverged_ = false;
  std::vector<Index> locked_;
};

/// Runs X forward a block at a time; after each calls visit(its first column, how many).
template <class Visit>
void Trainer::forwardBlocks(const MatrixXd& X, Visit visit) {
  for (Index from = 0; from < X.cols(); from += Kernel::block) {
    const Index count = std::min(Kernel::block, X.cols() - from);
    kernel_->forwardBlock(columns(X, from, count));
    visit(from, count);
  }
}

}  // namespace glassbox
