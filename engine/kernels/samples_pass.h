#pragma once
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
  void backward(const Vector<S>& parameters, const Cost& cost) override;
  void gradient(const Columns& columns, S* gradient, bool isFirst, S share) override;

 private:
  using Pass<S>::network_;
  using Pass<S>::layers_;
  using Pass<S>::chunks_;

  const S* inputOf(std::size_t l) const;

  const SampleLanes<S>& loops_;
  Index lanes_;
  /// What is loaded, chunk after chunk: lanes x inputs, lanes x outputs.
  Vector<S> X_, Y_;
  Index chunk_ = 0;
};

}  // namespace glassbox
