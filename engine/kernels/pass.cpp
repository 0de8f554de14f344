#include <algorithm>

#include "engine/kernels/plain_pass.h"
#include "engine/kernels/samples_pass.h"
#include "engine/kernels/units_pass.h"

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

Kernels kernels(std::string_view name) {
  for (const Kernels each : {Kernels::plain, Kernels::fast})
    if (name == names[int(each)]) return each;
  refuse("kernel", "must be plain or fast", name);
}

template <class S>
Pass<S>::Pass(const Network& network, Index capacity)
    : network_(network),
      capacity_(capacity),
      outputZ_(network.outputs(), capacity),
      outputActivation_(network.outputs(), capacity) {}

template <class S>
double Pass<S>::costSum(const Cost& cost, ConstMatrixView<double> Y, Index from) {
  const std::size_t last = network_.layers.size() - 1;
  const Index end = from + Y.cols();
  this->copy(Held::Z, last, firstColumns(outputZ_, end));
  this->copy(Held::activation, last, firstColumns(outputActivation_, end));
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
