#pragma once
#include "engine/kernels/pass.h"

namespace glassbox {

/// The pass to read, and the reference of every test: matrices, and sums in the order in which they are written.
template <class S>
class PlainPass final : public Pass<S> {
 public:
  explicit PlainPass(const Network& network);

  void load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) override;
  void forward(const Vector<S>& parameters, Index chunk) override;
  void backward(const Vector<S>& parameters, const Cost& cost) override;
  void gradient(const Columns& columns, S* gradient, bool isFirst, S share) override;

 private:
  using Pass<S>::network_;
  using Pass<S>::layers_;
  using Pass<S>::chunks_;

  /// What a layer holds for the chunk that goes through, as a matrix: units x samples.
  MatrixView<S> now(std::size_t l, Vector<S>& values) const {
    return {values.data(), network_.layers[l].units, chunk_.count};
  }
  ConstMatrixView<S> inputOf(std::size_t l) const;

  /// The samples that are loaded: inputs x n, outputs x n.
  Matrix<S> X_, Y_;
  Chunk chunk_{0, 0};
};

/// Learning in its plainest form: one step of gradient descent on the mean cost of a batch of at most capacity() samples.
template <class S>
void descend(const Network& network, PlainPass<S>& pass, Vector<S>& parameters, const Cost& cost, const Samples& batch,
             double learningRate);

}  // namespace glassbox
