#include "engine/pass.h"

#include <limits>

namespace glassbox {

template <class Scalar>
Pass<Scalar>::Pass(const Network& network, Index capacity) : network_(&network), capacity_(capacity) {
  for (const Layer& layer : network.layers)
    for (auto* buffers : {&Z_, &activation_, &delta_})
      buffers->emplace_back(Matrix<Scalar>::Zero(layer.units, capacity));
  if constexpr (!std::is_same_v<Scalar, double>)
    for (MatrixXd* buffer : {&outputZ_, &outputActivation_, &outputDelta_}) buffer->resize(network.outputs(), capacity);
}

template <class Scalar>
void Pass<Scalar>::forward(const Vector<Scalar>& parameters, ConstMatrixView<Scalar> X) {
  samples_ = X.cols();
  X_ = X.data();
  for (std::size_t l = 0; l < network_->layers.size(); ++l) {
    const Layer& layer = network_->layers[l];
    auto z = firstColumns(Z_[l], samples_);
    z.noalias() = weights(layer, parameters) * inputOf(l);
    z.colwise() += bias(layer, parameters);
    if (muted_.empty()) layer.kind->functions<Scalar>().apply(Z(l), firstColumns(activation_[l], samples_));
    else activateOthers(l);
  }
}

/// activation = f(Z), 0 of muted units. What softmax shares out, it shares among the others.
template <class Scalar>
void Pass<Scalar>::activateOthers(std::size_t l) {
  auto a = firstColumns(activation_[l], samples_);
  a = Z(l);
  setMuted(l, activation_[l], -std::numeric_limits<Scalar>::infinity());
  network_->layers[l].kind->template functions<Scalar>().apply(activation(l), a);
  setMuted(l, activation_[l], 0);
}

/// Sets the rows of the layer's muted units in one of its matrices (units x samples).
template <class Scalar>
void Pass<Scalar>::setMuted(std::size_t l, Matrix<Scalar>& rows, Scalar value) {
  for (const UnitIndex& muted : muted_)
    if (muted.layer == int(l)) firstColumns(rows, samples_).row(muted.unit).setConstant(value);
}

template <class Scalar>
void Pass<Scalar>::backward(const Vector<Scalar>& parameters, const Cost& cost, ConstMatrixView<double> Y,
                            Vector<Scalar>& gradient) {
  const std::size_t last = network_->layers.size() - 1;
  if constexpr (std::is_same_v<Scalar, double>) {
    cost.delta(outputView(0, samples_), Y, firstColumns(delta_[last], samples_));
  } else {
    cost.delta(outputView(0, samples_), Y, firstColumns(outputDelta_, samples_));
    firstColumns(delta_[last], samples_) = firstColumns(outputDelta_, samples_).template cast<Scalar>();
  }
  for (std::size_t l = last + 1; l-- > 0;) {
    const Layer& layer = network_->layers[l];
    weights(layer, gradient).noalias() = delta(l) * inputOf(l).transpose();
    bias(layer, gradient) = delta(l).rowwise().sum();
    if (l == 0) break;
    auto previous = firstColumns(delta_[l - 1], samples_);
    previous.noalias() = weights(layer, parameters).transpose() * delta(l);
    network_->layers[l - 1].kind->template functions<Scalar>().backward(Z(l - 1), activation(l - 1), previous);
    if (!muted_.empty()) setMuted(l - 1, delta_[l - 1], 0);
  }
}

template <class Scalar>
double Pass<Scalar>::costSum(const Cost& cost, ConstMatrixView<double> Y, Index from) {
  return cost.sum(outputView(from, Y.cols()), Y);
}

template <class Scalar>
OutputView Pass<Scalar>::outputView(Index from, Index count) {
  const std::size_t last = network_->layers.size() - 1;
  const Activation& kind = *network_->layers[last].kind;
  if constexpr (std::is_same_v<Scalar, double>) {
    return {kind, columns(Z_[last], from, count), columns(activation_[last], from, count)};
  } else {
    auto z = firstColumns(outputZ_, count), a = firstColumns(outputActivation_, count);
    z = columns(Z_[last], from, count).template cast<double>();
    a = columns(activation_[last], from, count).template cast<double>();
    return {kind, {z.data(), z.rows(), z.cols()}, {a.data(), a.rows(), a.cols()}};
  }
}

template class Pass<double>;
template class Pass<float>;

}  // namespace glassbox
