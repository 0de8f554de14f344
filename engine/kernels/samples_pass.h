#pragma once
#include "engine/kernels/chunks.h"
#include "engine/kernels/pass.h"
#include "engine/kernels/sample_lanes.h"

namespace glassbox {

/// The fast pass for small networks and for many samples: a few samples go through all layers side by side, so that what
/// they hold never leaves the processor's first cache.
template <class S>
class SamplesPass final : public Pass<S> {
 public:
  SamplesPass(const Network& network, const SampleLanes<S>& lanes);

  void load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) override;
  void forward(const Vector<S>& parameters, Index chunk) override;
  void backward(const Vector<S>& parameters, const Cost& cost, Vector<S>& gradient, bool isFirst) override;

  void copy(Held what, std::size_t layer, MatrixView<double> into) const override;

 private:
  using Pass<S>::network_;
  using Pass<S>::muted_;

  /// Of one layer: lanes x units, and zeros up to a rounded size.
  struct LayerValues {
    Vector<S> Z, activation, delta;
    Layout layout;
  };

  const S* inputOf(std::size_t l) const;
  void activate(std::size_t l);
  void silence(std::size_t l, Vector<S>& values, S value);

  const SampleLanes<S>& loops_;
  Index lanes_;
  /// What is loaded, chunk after chunk: lanes x inputs, lanes x outputs.
  Vector<S> X_, Y_;
  Chunks chunks_;
  Index chunk_ = 0;
  std::vector<LayerValues> layers_;
};

}  // namespace glassbox
