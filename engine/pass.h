#pragma once
#include <vector>

#include "engine/cost.h"
#include "engine/network.h"

namespace glassbox {

/// The work space of one forward and backward pass over at most `capacity` samples. Sized once; a pass allocates nothing.
template <class Scalar>
class Pass {
 public:
  Pass(const Network& network, Index capacity);

  Index capacity() const { return capacity_; }

  /// Forward propagation of X (inputs x n, n <= capacity): Z = W A + bias, activation = f(Z), layer by layer.
  /// X must outlive a following backward(). A muted unit's Z is computed too, but what it passes on is 0.
  void forward(const Vector<Scalar>& parameters, ConstMatrixView<Scalar> X);

  /// Goes on with the first n samples of the last forward() only.
  void keep(Index n) { samples_ = n; }

  /// Backpropagation after forward(): delta of every layer, then in `gradient` the sum over the n samples of each one's
  /// own gradient, without any penalty; a muted unit's delta is 0. Y: outputs x n.
  /// Source: Nielsen, Neural Networks and Deep Learning (2015), chapter 2, BP1-BP4.
  void backward(const Vector<Scalar>& parameters, const Cost& cost, ConstMatrixView<double> Y,
                Vector<Scalar>& gradient);

  /// Adds up the costs of n samples: those of the last forward() from number `from` on. Y (outputs x n): their targets.
  double costSum(const Cost& cost, ConstMatrixView<double> Y, Index from);

  /// The hidden units that are silent from now on; no others.
  void mute(const std::vector<UnitIndex>& units) { muted_ = units; }

  /// Of layer `l` (units x n), after forward(); delta after backward().
  ConstMatrixView<Scalar> Z(std::size_t l) const { return firstColumns(Z_[l], samples_); }
  ConstMatrixView<Scalar> activation(std::size_t l) const { return firstColumns(activation_[l], samples_); }
  ConstMatrixView<Scalar> delta(std::size_t l) const { return firstColumns(delta_[l], samples_); }

 private:
  ConstMatrixView<Scalar> inputOf(std::size_t l) const {
    return l == 0 ? ConstMatrixView<Scalar>(X_, network_->inputs, samples_) : activation(l - 1);
  }
  OutputView outputView(Index from, Index count);
  void activateOthers(std::size_t l);
  void setMuted(std::size_t l, Matrix<Scalar>& rows, Scalar value);

  const Network* network_;
  Index capacity_, samples_ = 0;
  const Scalar* X_ = nullptr;
  std::vector<Matrix<Scalar>> Z_, activation_, delta_;
  std::vector<UnitIndex> muted_;
  /// The output layer in float64, as costs take it; not used when Scalar is double.
  MatrixXd outputZ_, outputActivation_, outputDelta_;
};

}  // namespace glassbox
