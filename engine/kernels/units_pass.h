#pragma once
#include "engine/kernels/pass.h"
#include "engine/kernels/unit_lanes.h"

namespace glassbox {

/// The fast pass for wide layers and for single samples: the units of a layer are computed side by side. Of inputs most of
/// which are 0, as in pictures, the first layer takes only the others.
template <class S>
class UnitsPass final : public Pass<S> {
 public:
  explicit UnitsPass(const Network& network);

  void load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) override;
  void forward(const Vector<S>& parameters, Index chunk) override;
  void backward(const Vector<S>& parameters, const Cost& cost) override;
  void gradient(const Columns& columns, S* gradient, bool isFirst, S share) override;

 private:
  using Pass<S>::network_;
  using Pass<S>::layers_;
  using Pass<S>::chunks_;

  static constexpr Index most = 128;
  const S* inputOf(std::size_t l) const;
  bool listBySample(const MatrixXd& X, const Rows& rows);
  void listByInput();
  void sumSparse(const S* delta, Index from, Index columns, S* gradient, bool isFirst);
  const S* shareOfDelta(const Columns& columns, S share);
  void clearSpare(std::size_t l);

  /// What is loaded: inputs x n, unless it is listed below, and outputs x n, each up to a multiple of 4.
  Matrix<S> X_, Y_;
  Index chunk_ = 0, count_ = 0;
  /// Delta of the layer whose gradient is being summed, times each sample's share in it.
  Vector<S> shared_;
  /// Columns of W for some units.
  Vector<S> panel_;
  /// X without its zeros, when that is worth it: a line a sample, and for each chunk a line an input.
  bool isSparse_ = false, isScattered_ = false;
  NonZeros<S> bySample_, byInput_;
  std::vector<int> next_;
};

}  // namespace glassbox
