#include <algorithm>
#include <limits>

#include "engine/kernels/plain_pass.h"
#include "engine/kernels/samples_pass.h"
#include "engine/kernels/units_pass.h"
#include "engine/math/pack.h"

namespace glassbox {
namespace {

constexpr const char* names[] = {"plain", "fast"};

/// So few samples side by side leave lanes empty.
constexpr Index fewSamples = 3;

/// Whether a layer has so many weights that what it hands on is better computed unit beside unit.
bool isWide(const Network& network) {
  const auto isLarge = [](const Layer& layer) { return Index(layer.inputs) * layer.units > 4096; };
  return std::any_of(network.layers.begin(), network.layers.end(), isLarge);
}

}  // namespace

std::span<const char* const> kernelNames() { return names; }

Kernels kernels(std::string_view name) { return Kernels(indexOf(names, name, "kernel")); }

template <class S>
Pass<S>::Pass(const Network& network, Index capacity)
    : network_(network),
      capacity_(capacity),
      outputZ_(network.outputs(), capacity),
      outputActivation_(network.outputs(), capacity) {}

template <class S>
void Pass<S>::addLayer(const Layout& layout) {
  const Vector<S> zeros = Vector<S>::Zero(layout.size);
  layers_.push_back({zeros, zeros, zeros, layout});
}

template <class S>
void Pass<S>::takeSamples(Index samples) {
  for (LayerValues& layer : layers_) {
    layer.layout.samples = samples;
    layer.layout.size = roundedUp<S>(samples * layer.layout.sampleStride);
  }
}

template <class S>
void Pass<S>::activate(std::size_t l) {
  auto& [Z, activation, delta, layout] = layers_[l];
  const auto& f = network_.layers[l].kind->template functions<S>();
  if (muted_.empty()) return f.apply(Z.data(), activation.data(), layout);
  activation = Z;
  silence(l, activation, -std::numeric_limits<S>::infinity());
  f.apply(activation.data(), activation.data(), layout);
  silence(l, activation, 0);
}

template <class S>
void Pass<S>::startBackward(const Cost& cost, const S* Y) {
  auto& [Z, activation, delta, layout] = layers_.back();
  cost.delta(*network_.layers.back().kind, Z.data(), activation.data(), Y, delta.data(), layout);
}

template <class S>
void Pass<S>::applySlope(std::size_t l) {
  auto& [Z, activation, delta, layout] = layers_[l];
  network_.layers[l].kind->template functions<S>().backward(Z.data(), activation.data(), delta.data(), layout);
  silence(l, delta, 0);
}

/// Sets the values of the layer's muted units.
template <class S>
void Pass<S>::silence(std::size_t l, Vector<S>& values, S value) {
  const Layout& layout = layers_[l].layout;
  for (const UnitIndex& muted : muted_)
    for (Index sample = 0; muted.layer == int(l) && sample < layout.samples; ++sample)
      values[muted.unit * layout.unitStride + sample * layout.sampleStride] = value;
}

template <class S>
void Pass<S>::copy(Held what, std::size_t l, MatrixView<double> into) const {
  const auto& [Z, activation, delta, layout] = layers_[l];
  const S* const values = (what == Held::Z ? Z : what == Held::activation ? activation : delta).data();
  for (Index unit = 0; unit < into.rows(); ++unit)
    for (Index sample = 0; sample < into.cols(); ++sample)
      into(unit, sample) = double(values[unit * layout.unitStride + sample * layout.sampleStride]);
}

template <class S>
double Pass<S>::costSum(const Cost& cost, ConstMatrixView<double> Y, Index from) {
  const std::size_t last = network_.layers.size() - 1;
  const Index end = from + Y.cols();
  copy(Held::Z, last, firstColumns(outputZ_, end));
  copy(Held::activation, last, firstColumns(outputActivation_, end));
  const MatrixXd &Z = outputZ_, &activation = outputActivation_;
  return cost.sum({*network_.layers[last].kind, columns(Z, from, Y.cols()), columns(activation, from, Y.cols())}, Y);
}

template class Pass<double>;
template class Pass<float>;

template <class S>
std::unique_ptr<Pass<S>> makePass(const Network& network, Kernels kernels, Index batch) {
  if (kernels == Kernels::plain) return std::make_unique<PlainPass<S>>(network);
  if (batch < fewSamples || isWide(network)) return std::make_unique<UnitsPass<S>>(network);
  return std::make_unique<SamplesPass<S>>(network, sampleLanesFor<S>(batch));
}

template std::unique_ptr<Pass<double>> makePass(const Network&, Kernels, Index);
template std::unique_ptr<Pass<float>> makePass(const Network&, Kernels, Index);

}  // namespace glassbox
