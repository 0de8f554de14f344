#include "engine/kernels/samples_pass.h"

#include <algorithm>
#include <array>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

/// Lays the samples of a chunk side by side: lanes x rows of `from`. Lanes to spare hold the last sample once more, so
/// that they overflow only where a sample does.
template <class S>
void layAside(const MatrixXd& from, const Rows& rows, const Chunk& chunk, Index lanes, S* to) {
  std::array<const double*, mostLanes> samples;
  for (Index lane = 0; lane < lanes; ++lane)
    samples[std::size_t(lane)] = from.data() + from.rows() * rows[chunk.from + std::min(lane, chunk.count - 1)];
  for (Index k = 0; k < from.rows(); ++k, to += lanes)
    for (Index lane = 0; lane < lanes; ++lane) to[lane] = S(samples[std::size_t(lane)][k]);
}

}  // namespace

template <class S>
SamplesPass<S>::SamplesPass(const Network& network, const SampleLanes<S>& loops)
    : Pass<S>(network, loops.lanes), loops_(loops), lanes_(loops.lanes) {
  for (const Layer& layer : network.layers)
    this->addLayer({layer.units, lanes_, lanes_, 1, roundedUp<S>(lanes_ * layer.units)});
}

template <class S>
void SamplesPass<S>::load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) {
  chunks_.cut(rows.count, batch, lanes_);
  growTo(X_, chunks_.size() * lanes_ * X.rows());
  growTo(Y_, roundedUp<S>(chunks_.size() * lanes_ * Y.rows()) + 16);
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
    this->activate(l);
  }
}

template <class S>
void SamplesPass<S>::backward(const Vector<S>& parameters, const Cost& cost) {
  this->startBackward(cost, Y_.data() + chunk_ * lanes_ * network_.outputs());
  S* const outputDelta = layers_.back().delta.data();
  const Index count = chunks_[chunk_].count;
  for (Index unit = 0; unit < network_.outputs(); ++unit)
    std::fill(outputDelta + unit * lanes_ + count, outputDelta + (unit + 1) * lanes_, S(0));
  for (std::size_t l = layers_.size() - 1; l > 0; --l) {
    const Layer& layer = network_.layers[l];
    loops_.handBack(parameters.data() + layer.weightsAt, layers_[l].delta.data(), layers_[l - 1].delta.data(),
                    layer.inputs, layer.units);
    this->applySlope(l - 1);
  }
}

template <class S>
void SamplesPass<S>::gradient(const Columns& columns, S* gradient, bool isFirst, S share) {
  const Layer& layer = network_.layers[columns.layer];
  loops_.gradient(layers_[columns.layer].delta.data(), inputOf(columns.layer), gradient, columns.from, columns.to,
                  layer.inputs, layer.units, isFirst, share);
}

template class SamplesPass<double>;
template class SamplesPass<float>;

}  // namespace glassbox
