#pragma once
#include "engine/kernels/chunks.h"
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
  void backward(const Vector<S>& parameters, const Cost& cost, Vector<S>& gradient, bool isFirst) override;

  void copy(Held what, std::size_t layer, MatrixView<double> into) const override;

 private:
  using Pass<S>::network_;
  using Pass<S>::muted_;

  static constexpr Index most = 128;
  /// Of one layer: units, up to a multiple of 4, x capacity and 4 more, so that sizes can be rounded; zeros where there is
  /// no unit.
  struct LayerValues {
    Matrix<S> Z, activation, delta;
  };

  static SampleRows<S> rowsOf(Matrix<S>& values) { return {values.data(), values.rows()}; }
  static SampleRows<const S> constRowsOf(const Matrix<S>& values) { return {values.data(), values.rows()}; }
  SampleRows<const S> inputOf(std::size_t l) const;
  Layout layoutOf(std::size_t l) const;
  bool listBySample(const MatrixXd& X, const Rows& rows);
  void listByInput();
  void sumGradient(std::size_t l, S* gradient, bool isFirst);
  void activate(std::size_t l);
  void silence(std::size_t l, Matrix<S>& values, S value);
  void clearSpare(std::size_t l, Matrix<S>& values);

  /// What is loaded: inputs x n, unless it is listed below, and outputs (up to a multiple of 4) x n.
  Matrix<S> X_, Y_;
  Chunks chunks_;
  Index chunk_ = 0, count_ = 0;
  /// X without its zeros, when that is worth it: a line a sample, and for each chunk a line an input.
  bool isSparse_ = false, isScattered_ = false;
  NonZeros<S> bySample_, byInput_;
  std::vector<int> next_;
  std::vector<LayerValues> layers_;
};

}  // namespace glassbox
