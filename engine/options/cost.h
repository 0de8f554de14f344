#pragma once
#include "engine/options/activation.h"

namespace glassbox {

/// What a cost sees of the network to tell its value: the last layer (outputs x samples). Costs are summed in float64
/// whatever the network's own precision.
struct OutputView {
  const Activation& kind;
  ConstMatrixView<double> Z, activation;
};

/// The two ways from a cost to the output layer, for each sample's own cost. All numbers lie as the layout says.
template <class S>
struct CostFunctions {
  /// slope = dCost/dActivation.
  void (*slope)(const S* activation, const S* Y, S* slope, const Layout& layout);
  /// delta = dCost/dZ under the output activation that the cost is made for: `activation - Y`, or that over the outputs,
  /// with no division by a slope. Null if it is made for none.
  void (*partnerDelta)(const S* activation, const S* Y, S* delta, const Layout& layout);
};

/// The targets that a cost has a meaning for: any numbers, numbers from 0 to 1, or the shares of one sample, which add up
/// to 1.
enum class Targets { numbers, probabilities, shares };
/// As the catalogue has it.
const char* name(Targets targets);

/// What is made small by training.
struct Cost : Option {
  /// The predictions it can take; an output activation that leaves them is refused.
  double low, high;
  /// A sample's own cost is a mean over the outputs; otherwise a sum.
  bool isMeanOverOutputs;
  Targets targets;
  /// The output activation it is made for; null = none.
  const Activation* partner;
  /// Sum over the samples of each sample's own cost. Y: outputs x samples.
  double (*sum)(const OutputView& output, ConstMatrixView<double> Y);
  CostFunctions<double> float64;
  CostFunctions<float> float32;

  /// Those of a precision.
  template <class S>
  const CostFunctions<S>& functions() const {
    if constexpr (std::is_same_v<S, double>) return float64;
    else return float32;
  }

  /// delta = dCost/dZ of the output layer, for each sample's own cost.
  template <class S>
  void delta(const Activation& output, const S* Z, const S* activation, const S* Y, S* delta,
             const Layout& layout) const {
    if (&output == partner) return functions<S>().partnerDelta(activation, Y, delta, layout);
    functions<S>().slope(activation, Y, delta, layout);
    output.functions<S>().backward(Z, activation, delta, layout);
  }
};

/// Every cost, in the order of menus.
std::span<const Cost> costs();
/// Throws Refusal if there is none of that name.
const Cost& cost(std::string_view name);

/// Throws Refusal if the cost cannot take what the output activation gives.
void requireFit(const Cost& cost, const Activation& output);
/// Throws Refusal if the cost has no meaning for these targets (outputs x samples).
void requireTargets(const Cost& cost, const MatrixXd& Y);

}  // namespace glassbox
