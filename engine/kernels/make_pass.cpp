#include "engine/kernels/plain_pass.h"
#include "engine/kernels/samples_pass.h"

namespace glassbox {
namespace {

constexpr const char* names[] = {"plain", "fast"};

}  // namespace

std::span<const char* const> kernelNames() { return names; }

Kernels kernels(std::string_view name) {
  for (const Kernels each : {Kernels::plain, Kernels::fast})
    if (name == names[int(each)]) return each;
  refuse("kernel", "must be plain or fast", name);
}

template <class S>
std::unique_ptr<Pass<S>> makePass(const Network& network, Kernels kernels, Index batch) {
  if (kernels == Kernels::plain) return std::make_unique<PlainPass<S>>(network);
  return std::make_unique<SamplesPass<S>>(network, sampleLanesFor<S>(batch));
}

template std::unique_ptr<Pass<double>> makePass(const Network&, Kernels, Index);
template std::unique_ptr<Pass<float>> makePass(const Network&, Kernels, Index);

}  // namespace glassbox
