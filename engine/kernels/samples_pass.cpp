#include "engine/kernels/samples_pass.h"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

/// Lays the samples of a chunk side by side: lanes x rows of `from`. Lanes to spare hold the last sample once more, so
/// that they overflow only where a sample does.
template <class S>
void layAside(const MatrixXd& from, const Rows& rows, const Chunk& chunk, Index lanes, S* to) {
  std::array<const double*, 16> samples;
  for (Index lane = 0; lane < lanes; ++lane)
    samples[std::size_t(lane)] = from.data() + from.rows() * rows[chunk.from + std::min(lane, chunk.count - 1)];
  for (Index k = 0; k < from.rows(); ++k)
    for (Index lane = 0; lane < lanes; ++lane) *to++ = S(samples[std::size_t(lane)][k]);
}

template <class S>
void growTo(Vector<S>& values, Index size) {
  if (values.size() < size) values = Vector<S>::Zero(size);
}

}  // namespace

template <class S>
SamplesPass<S>::SamplesPass(const Network& network, const SampleLanes<S>& loops)
    : Pass<S>(network, loops.lanes), loops_(loops), lanes_(loops.lanes) {
  for (const Layer& layer : network.layers) {
    const Index size = roundedUp(lanes_ * layer.units);
    const Vector<S> zeros = Vector<S>::Zero(size);
    layers_.push_back({zeros, zeros, zeros, {layer.units, lanes_, lanes_, 1, size}});
  }
}

template <class S>
void SamplesPass<S>::load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) {
  chunks_.cut(rows.count, batch, lanes_);
  growTo(X_, chunks_.size() * lanes_ * X.rows());
  growTo(Y_, roundedUp(chunks_.size() * lanes_ * Y.rows()) + 16);
  for (Index chunk = 0; chunk < chunks_.size(); ++chunk) {
    layAside(X, rows, chunks_[chunk], lanes_, X_.data() + chunk * lanes_ * X.rows());
    if (Y.cols() > 0) layAside(Y, rows, chunks_[chunk], lanes_, Y_.data() + chunk * lanes_ * Y.rows());
  }
}

template <class S>
const S* SamplesPass<S>::inputOf(std::size_t l) const {
  return l == 0 ? X_.data() + chunk_ * lanes_ * network_.inputs : layers_[l - 1].activation.data();
}

template <class S>
void SamplesPass<S>::forward(const Vector<S>& parameters, Index chunk) {
  chunk_ = chunk;
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const Layer& layer = network_.layers[l];
    loops_.forward(parameters.data() + layer.weightsAt, parameters.data() + layer.biasAt, inputOf(l),
                   layers_[l].Z.data(), layer.inputs, layer.units);
    activate(l);
  }
}

template <class S>
void SamplesPass<S>::backward(const Vector<S>& parameters, const Cost& cost, Vector<S>& gradient, bool isFirst) {
  LayerValues& output = layers_.back();
  cost.delta(*network_.layers.back().kind, output.Z.data(), output.activation.data(),
             Y_.data() + chunk_ * lanes_ * network_.outputs(), output.delta.data(), output.layout);
  const Index count = chunks_[chunk_].count;
  for (Index unit = 0; unit < network_.outputs(); ++unit)
    std::fill(output.delta.data() + unit * lanes_ + count, output.delta.data() + (unit + 1) * lanes_, S(0));
  for (std::size_t l = layers_.size(); l-- > 0;) {
    const Layer& layer = network_.layers[l];
    const S* delta = layers_[l].delta.data();
    loops_.gradient(delta, inputOf(l), gradient.data() + layer.weightsAt, layer.inputs, layer.units, isFirst);
    if (l == 0) break;
    LayerValues& before = layers_[l - 1];
    loops_.handBack(parameters.data() + layer.weightsAt, delta, before.delta.data(), layer.inputs, layer.units);
    network_.layers[l - 1].kind->template functions<S>().backward(before.Z.data(), before.activation.data(),
                                                                  before.delta.data(), before.layout);
    silence(l - 1, before.delta, 0);
  }
}

/// activation = f(Z), 0 of muted units. What softmax shares out, it shares among the others.
template <class S>
void SamplesPass<S>::activate(std::size_t l) {
  auto& [Z, activation, delta, layout] = layers_[l];
  const auto& f = network_.layers[l].kind->template functions<S>();
  if (muted_.empty()) return f.apply(Z.data(), activation.data(), layout);
  activation = Z;
  silence(l, activation, -std::numeric_limits<S>::infinity());
  f.apply(activation.data(), activation.data(), layout);
  silence(l, activation, 0);
}

/// Sets the values of the layer's muted units.
template <class S>
void SamplesPass<S>::silence(std::size_t l, Vector<S>& values, S value) {
  for (const UnitIndex& muted : muted_)
    if (muted.layer == int(l)) values.segment(muted.unit * lanes_, lanes_).setConstant(value);
}

template <class S>
void SamplesPass<S>::copy(Held what, std::size_t layer, MatrixView<double> into) const {
  const auto& [Z, activation, delta, layout] = layers_[layer];
  const Vector<S>& values = what == Held::Z ? Z : what == Held::activation ? activation : delta;
  for (Index i = 0; i < into.cols(); ++i)
    for (Index unit = 0; unit < into.rows(); ++unit) into(unit, i) = double(values[unit * lanes_ + i]);
}

template class SamplesPass<double>;
template class SamplesPass<float>;

}  // namespace glassbox
