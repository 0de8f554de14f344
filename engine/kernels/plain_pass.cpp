#include "engine/kernels/plain_pass.h"

#include "engine/math/pack.h"

// Backpropagation from top to bottom. A COLUMN is a sample: X, Z, A and delta have as many columns as the chunk has
// samples; W is units x inputs. The numbers of the formulas are Nielsen's.

namespace glassbox {

template <class S>
PlainPass<S>::PlainPass(const Network& network) : Pass<S>(network, 256) {
  for (const Layer& layer : network.layers) {
    const Index units = layer.units, samples = this->capacity();
    this->addLayer({units, samples, 1, units, roundedUp<S>(units * samples)});
  }
}

template <class S>
void PlainPass<S>::load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) {
  chunks_.cut(rows.count, batch, this->capacity());
  growTo(X_, X.rows(), rows.count);
  growTo(Y_, Y.rows(), rows.count + 16);
  for (Index i = 0; i < rows.count; ++i) {
    X_.col(i) = X.col(rows[i]).template cast<S>();
    if (Y.cols() > 0) Y_.col(i) = Y.col(rows[i]).template cast<S>();
  }
}

template <class S>
ConstMatrixView<S> PlainPass<S>::inputOf(std::size_t l) const {
  if (l == 0) return columns(X_, chunk_.from, chunk_.count);
  return {layers_[l - 1].activation.data(), network_.layers[l].inputs, chunk_.count};
}

/// 1. Forward: Z = W A + bias, A = f(Z), the activation of each layer being the input of the next.
template <class S>
void PlainPass<S>::forward(const Vector<S>& parameters, Index chunk) {
  chunk_ = chunks_[chunk];
  this->takeSamples(chunk_.count);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const auto W = weights(network_.layers[l], parameters);
    const auto input = inputOf(l);
    auto Z = now(l, layers_[l].Z);
    Z.setZero();
    for (Index k = 0; k < W.cols(); ++k) Z.noalias() += W.col(k) * input.row(k);
    Z.colwise() += bias(network_.layers[l], parameters);
    this->activate(l);  // A = f(Z)
  }
}

/// 2. Backward: the error of the outputs, handed from each layer to the one before.
template <class S>
void PlainPass<S>::backward(const Vector<S>& parameters, const Cost& cost) {
  // BP1: delta of the outputs = dCost/dA * f'(Z)
  this->startBackward(cost, Y_.data() + chunk_.from * Y_.rows());
  for (std::size_t l = layers_.size() - 1; l > 0; --l) {
    // BP2: delta of the layer before = (W transposed * delta) * f'(Z)
    const auto W = weights(network_.layers[l], parameters);
    const auto delta = now(l, layers_[l].delta);
    auto handedBack = now(l - 1, layers_[l - 1].delta);
    handedBack.setZero();
    for (Index unit = 0; unit < W.rows(); ++unit) handedBack.noalias() += W.row(unit).transpose() * delta.row(unit);
    this->applySlope(l - 1);  // * f'(Z)
  }
}

/// 3. The gradients. BP4, BP3: dCost/dW = delta * input, dCost/dbias = delta, summed over the samples.
template <class S>
void PlainPass<S>::gradient(const Columns& columns, S* gradient, bool isFirst, S share) {
  const auto delta = now(columns.layer, layers_[columns.layer].delta);
  const auto input = inputOf(columns.layer);
  for (Index k = columns.from; k < columns.to; ++k, gradient += delta.rows()) {
    VectorView<S> column(gradient, delta.rows());
    if (isFirst) column.setZero();
    for (Index sample = 0; sample < chunk_.count; ++sample)
      column += delta.col(sample) * (k < input.rows() ? input(k, sample) : S(1));
    if (isFirst) column *= share;
  }
}

/// 4. The update: each parameter goes against its gradient. The optimizers of options/optimizer.cpp do it more cleverly.
template <class S>
void descend(const Network& network, PlainPass<S>& pass, Vector<S>& parameters, const Cost& cost, const Samples& batch,
             double learningRate) {
  pass.load(batch.X, batch.Y, {0, batch.count()}, batch.count());
  pass.forward(parameters, 0);
  pass.backward(parameters, cost);
  Vector<S> gradient(parameters.size());
  for (const Columns& columns : columnsOf(network, network.parameterCount))
    pass.gradient(columns, gradient.data() + columns.begin, true, S(1.0 / double(batch.count())));
  parameters -= S(learningRate) * gradient;
}

template class PlainPass<double>;
template class PlainPass<float>;
template void descend(const Network&, PlainPass<double>&, Vector<double>&, const Cost&, const Samples&, double);
template void descend(const Network&, PlainPass<float>&, Vector<float>&, const Cost&, const Samples&, double);

}  // namespace glassbox
