#pragma once
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/kernels/chunks.h"
#include "engine/network/network.h"
#include "engine/network/samples.h"
#include "engine/options/cost.h"

namespace glassbox {

/// What every unit of a layer holds in a pass.
enum class Held { Z, activation, delta };

/// What can be read off a pass, whatever its precision.
class PassValues {
 public:
  virtual ~PassValues() = default;
  /// Copies what a layer holds for the samples of the last chunk. `into`: units x samples.
  virtual void copy(Held what, std::size_t layer, MatrixView<double> into) const = 0;
  /// Adds up the costs of n samples: those of the last chunk from its `from`-th on. Y (outputs x n): their targets.
  virtual double costSum(const Cost& cost, ConstMatrixView<double> Y, Index from) = 0;
};

/// Forward and backward propagation of a few samples: the seam between what is learnt and how it is computed. Every pass
/// gives the same bits for Z and activation, whatever samples go through together, because each sum over inputs runs in
/// the order of the inputs, from 0, and the bias comes last. Running it allocates nothing but what load() needs more.
template <class S>
class Pass : public PassValues {
 public:
  /// Samples that go through at once, at the most: a chunk.
  Index capacity() const { return capacity_; }

  /// Takes samples in, as many as wished, cut into batches of `batch`, and every batch into chunks. X: inputs x samples,
  /// Y: outputs x samples; without targets (Y of no columns) they can only go forward.
  virtual void load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) = 0;

  /// Forward propagation of one of the chunks that were loaded, counted from 0: Z = W A + bias, activation = f(Z), layer
  /// by layer. A muted unit's Z is computed too, but what it passes on is 0.
  virtual void forward(const Vector<S>& parameters, Index chunk) = 0;

  /// Backpropagation after forward(): delta of every layer. A muted unit's is 0.
  /// Source: Nielsen, Neural Networks and Deep Learning (2015), chapter 2, BP1 and BP2.
  virtual void backward(const Vector<S>& parameters, const Cost& cost) = 0;

  /// After backward(), for some parameters: the sum over the samples of each one's own gradient, without any penalty. Times
  /// `share` it becomes `gradient`; unless `isFirst`, it is added as it is. Ask for all, in the order of the buffer: up to 3
  /// numbers behind may be overwritten, or a layer's be there with its first columns. Source: the same, BP3 and BP4.
  virtual void gradient(const Columns& columns, S* gradient, bool isFirst, S share) = 0;

  /// The hidden units that are silent from now on; no others.
  void mute(const std::vector<UnitIndex>& units) { muted_ = units; }

  void copy(Held what, std::size_t layer, MatrixView<double> into) const override;
  double costSum(const Cost& cost, ConstMatrixView<double> Y, Index from) override;

 protected:
  /// What one layer holds; the layout is that of the samples that go through.
  struct LayerValues {
    Vector<S> Z, activation, delta;
    Layout layout;
  };

  Pass(const Network& network, Index capacity);

  /// Makes room for the next layer: zeros.
  void addLayer(const Layout& layout);
  /// Of layers that hold sample after sample: so many samples go through now.
  void takeSamples(Index samples);
  /// activation = f(Z), 0 of muted units. What softmax shares out, it shares among the others.
  void activate(std::size_t l);
  /// delta of the outputs = dCost/dActivation * f'(Z). Y lies as the output layer does.
  void startBackward(const Cost& cost, const S* Y);
  /// delta = delta * f'(Z), 0 of muted units.
  void applySlope(std::size_t l);

  const Network& network_;
  std::vector<LayerValues> layers_;
  Chunks chunks_;

 private:
  void silence(std::size_t l, Vector<S>& values, S value);

  std::vector<UnitIndex> muted_;
  Index capacity_;
  /// The output layer in float64, as costs take it.
  MatrixXd outputZ_, outputActivation_;
};

/// How passes compute: as plainly as can be read, or as fast as can be. Their numbers agree.
enum class Kernels { plain, fast };

/// Their names, in that order.
std::span<const char* const> kernelNames();
/// Those of that name. Throws Refusal (choice) if there are none.
Kernels kernels(std::string_view name);

/// A pass for batches of that size. `network` must outlive it.
template <class S>
std::unique_ptr<Pass<S>> makePass(const Network& network, Kernels kernels, Index batch);

}  // namespace glassbox
