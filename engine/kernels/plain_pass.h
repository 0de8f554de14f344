#pragma once
#include "engine/kernels/chunks.h"
#include "engine/kernels/pass.h"

namespace glassbox {

/// The pass to read, and the reference of every test: matrices, and sums in the order in which they are written.
template <class S>
class PlainPass final : public Pass<S> {
 public:
  explicit PlainPass(const Network& network);

  void load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) override;
  void forward(const Vector<S>& parameters, Index chunk) override;
  void backward(const Vector<S>& parameters, const Cost& cost, Vector<S>& gradient, bool isFirst) override;

  void copy(Held what, std::size_t layer, MatrixView<double> into) const override;

 private:
  using Pass<S>::network_;
  using Pass<S>::muted_;

  /// Of one layer: units x capacity (and room to round sizes up), of which the chunk's samples are in use.
  struct LayerValues {
    Matrix<S> Z, activation, delta;
  };

  MatrixView<S> now(Matrix<S>& values) const { return firstColumns(values, chunk_.count); }
  Layout layoutOf(std::size_t l) const;
  void activate(std::size_t l);
  void silence(std::size_t l, Matrix<S>& values, S value);

  /// The samples that are loaded: inputs x n, outputs x n.
  Matrix<S> X_, Y_;
  Chunks chunks_;
  Chunk chunk_{0, 0};
  std::vector<LayerValues> layers_;
};

/// Learning in its plainest form: one step of gradient descent on the mean cost of a batch of at most capacity() samples.
template <class S>
void descend(PlainPass<S>& pass, Vector<S>& parameters, const Cost& cost, const Samples& batch, double learningRate);

}  // namespace glassbox
