#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/cost.h"
#include "engine/network.h"
#include "engine/settings.h"

namespace glassbox {

class ArchiveReader;
class ArchiveWriter;

/// What an optimizer sees and keeps, each in the order of the network's buffer.
struct OptimizerMemory {
  /// The last gradient computed. After a step: as the optimizer used it, of mean cost + penalty + coupled weight decay,
  /// 0 at locked places.
  VectorXd gradient;
  /// Running sums, which are what the optimizer's formula says (velocity, mean, squares); 0 where it keeps none.
  VectorXd first, second;
};

/// The arithmetic of one network: its parameters, the buffers of one pass and the optimizer's memory, all sized when it
/// is made, so that a step allocates nothing. What runs on it (batches, measures, explanations) neither knows nor cares
/// in which precision or by which loops the numbers come about.
class Kernel {
 public:
  /// Samples that go through the network at once at the most: large enough to be fast, small enough for the cache.
  static constexpr Index capacity = 256;

  virtual ~Kernel() = default;

  /// Samples that go through forwardBlock() at once: a multiple of every SIMD width.
  static constexpr Index block = 32;

  /// Forward propagation of X (inputs x n, n <= capacity), which must outlive a following backward().
  virtual void forward(ConstMatrixView<double> X) = 0;
  /// The same for what is shown and not trained on (n <= block): a sample's numbers are bit for bit the same whatever
  /// samples are beside it, because the arithmetic is always that of a whole block. Slower than forward() for a few.
  virtual void forwardBlock(ConstMatrixView<double> X) = 0;
  /// Adds up the costs of n samples: those of the last forward() from number `from` on. Y (outputs x n): their targets.
  virtual double costSum(const Cost& cost, ConstMatrixView<double> Y, Index from) = 0;
  /// Backpropagation after forward(); the sum over the samples of each one's gradient, without any penalty, becomes the
  /// gradient or, unless `isFirst`, is added to it.
  virtual void backward(const Cost& cost, ConstMatrixView<double> Y, bool isFirst) = 0;
  /// Multiplies the gradient, as by 1/n to make a mean of a sum.
  virtual void scaleGradient(double factor) = 0;
  /// One step of the settings' optimizer along the gradient, penalty and weight decay added; locked places keep their
  /// value. False, and no parameter moved, if the gradient or the step is too large for numbers.
  virtual bool update(const Settings& settings, const std::vector<Index>& locked) = 0;
  /// Empties the optimizer's memory.
  virtual void forget() = 0;
  /// The hidden units whose activation and delta are 0 from now on; no others.
  virtual void mute(const std::vector<UnitIndex>& units) = 0;

  /// Of layer l for the samples of the last pass, copied: units x n.
  virtual MatrixXd Z(std::size_t l) const = 0;
  virtual MatrixXd activation(std::size_t l) const = 0;
  virtual MatrixXd delta(std::size_t l) const = 0;
  /// In the order of the network's buffer, copied.
  virtual VectorXd gradient() const = 0;
  virtual OptimizerMemory memory() const = 0;
  virtual VectorXd parameters() const = 0;
  virtual void setParameters(const VectorXd& buffer) = 0;
  virtual double parameter(Index place) const = 0;
  virtual void setParameter(Index place, double value) = 0;

  /// Whether parameters and the optimizer's memory are all finite.
  virtual bool isFinite() const = 0;
  /// Parameters and the optimizer's memory, bit for bit.
  virtual void write(ArchiveWriter& archive) const = 0;
  virtual void read(ArchiveReader& archive) = 0;
};

/// The kernel for the settings' precision. `network` must outlive it.
std::unique_ptr<Kernel> makeKernel(const Network& network, const Settings& settings);

}  // namespace glassbox
