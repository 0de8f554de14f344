#include "engine/kernels/plain_pass.h"

#include <limits>

#include "engine/math/pack.h"

// Backpropagation from top to bottom. A COLUMN is a sample: X, Z, A and delta have as many columns as the chunk has
// samples; W is units x inputs. The numbers of the formulas are Nielsen's.

namespace glassbox {

template <class S>
PlainPass<S>::PlainPass(const Network& network) : Pass<S>(network, 256) {
  for (const Layer& layer : network.layers) {
    const Matrix<S> zeros = Matrix<S>::Zero(layer.units, this->capacity() + 16);
    layers_.push_back({zeros, zeros, zeros});
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

/// 1. Forward: Z = W A + bias, A = f(Z), the activation of each layer being the input of the next.
template <class S>
void PlainPass<S>::forward(const Vector<S>& parameters, Index chunk) {
  chunk_ = chunks_[chunk];
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const auto W = weights(network_.layers[l], parameters);
    const auto input =
        l == 0 ? columns(X_, chunk_.from, chunk_.count) : columns(layers_[l - 1].activation, 0, chunk_.count);
    auto Z = now(layers_[l].Z);
    Z.setZero();
    for (Index k = 0; k < W.cols(); ++k) Z.noalias() += W.col(k) * input.row(k);
    Z.colwise() += bias(network_.layers[l], parameters);
    activate(l);
  }
}

/// 2. and 3. Backward: the error of the outputs, handed from each layer to the one before, and the gradients.
template <class S>
void PlainPass<S>::backward(const Vector<S>& parameters, const Cost& cost, Vector<S>& gradient, bool isFirst) {
  if (isFirst) gradient.setZero();
  // BP1: delta of the outputs = dCost/dA * f'(Z)
  LayerValues& output = layers_.back();
  cost.delta(*network_.layers.back().kind, output.Z.data(), output.activation.data(),
             Y_.data() + chunk_.from * Y_.rows(), output.delta.data(), layoutOf(layers_.size() - 1));
  for (std::size_t l = layers_.size(); l-- > 0;) {
    const Layer& layer = network_.layers[l];
    const auto delta = now(layers_[l].delta);
    const auto input =
        l == 0 ? columns(X_, chunk_.from, chunk_.count) : columns(layers_[l - 1].activation, 0, chunk_.count);
    // BP4, BP3: dCost/dW = delta * input, dCost/dbias = delta, summed over the samples
    auto weightGradient = weights(layer, gradient);
    auto biasGradient = bias(layer, gradient);
    for (Index sample = 0; sample < chunk_.count; ++sample) {
      weightGradient.noalias() += delta.col(sample) * input.col(sample).transpose();
      biasGradient += delta.col(sample);
    }
    if (l == 0) break;
    // BP2: delta of the layer before = (W transposed * delta) * f'(Z)
    LayerValues& before = layers_[l - 1];
    const auto W = weights(layer, parameters);
    auto handedBack = now(before.delta);
    handedBack.setZero();
    for (Index unit = 0; unit < W.rows(); ++unit) handedBack.noalias() += W.row(unit).transpose() * delta.row(unit);
    network_.layers[l - 1].kind->template functions<S>().backward(before.Z.data(), before.activation.data(),
                                                                  before.delta.data(), layoutOf(l - 1));
    silence(l - 1, before.delta, 0);
  }
}

/// 4. The update: each parameter goes against its gradient. The optimizers of options/optimizer.cpp do it more cleverly.
template <class S>
void descend(PlainPass<S>& pass, Vector<S>& parameters, const Cost& cost, const Samples& batch, double learningRate) {
  Vector<S> gradient(parameters.size());
  pass.load(batch.X, batch.Y, {0, batch.count()}, batch.count());
  pass.forward(parameters, 0);
  pass.backward(parameters, cost, gradient, true);
  gradient *= S(1.0 / double(batch.count()));
  parameters -= S(learningRate) * gradient;
}

template <class S>
Layout PlainPass<S>::layoutOf(std::size_t l) const {
  const Index units = network_.layers[l].units;
  return {units, chunk_.count, 1, units, roundedUp(units * chunk_.count)};
}

/// A = f(Z), 0 of muted units. What softmax shares out, it shares among the others.
template <class S>
void PlainPass<S>::activate(std::size_t l) {
  auto& [Z, activation, delta] = layers_[l];
  const auto& f = network_.layers[l].kind->template functions<S>();
  if (muted_.empty()) return f.apply(Z.data(), activation.data(), layoutOf(l));
  now(activation) = now(Z);
  silence(l, activation, -std::numeric_limits<S>::infinity());
  f.apply(activation.data(), activation.data(), layoutOf(l));
  silence(l, activation, 0);
}

/// Sets the values of the layer's muted units.
template <class S>
void PlainPass<S>::silence(std::size_t l, Matrix<S>& values, S value) {
  for (const UnitIndex& muted : muted_)
    if (muted.layer == int(l)) now(values).row(muted.unit).setConstant(value);
}

template <class S>
void PlainPass<S>::copy(Held what, std::size_t layer, MatrixView<double> into) const {
  const auto& [Z, activation, delta] = layers_[layer];
  const Matrix<S>& values = what == Held::Z ? Z : what == Held::activation ? activation : delta;
  into = firstColumns(values, chunk_.count).template cast<double>();
}

template class PlainPass<double>;
template class PlainPass<float>;
template void descend(PlainPass<double>&, Vector<double>&, const Cost&, const Samples&, double);
template void descend(PlainPass<float>&, Vector<float>&, const Cost&, const Samples&, double);

}  // namespace glassbox
