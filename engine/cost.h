#pragma once
#include "engine/activation.h"

namespace glassbox {

/// What a cost sees of the network: its last layer (outputs x samples). Costs are computed in float64 whatever the
/// network's own precision: there is little of them, and they decide what everything else learns.
struct OutputView {
  const Activation& kind;
  ConstMatrixView<double> Z, activation;
};

struct Cost : Option {
  /// The predictions it can take; an output activation that leaves them is refused.
  double low, high;
  /// A sample's own cost is a mean over the outputs; otherwise a sum.
  bool isMeanOverOutputs;
  /// Sum over the samples of each sample's own cost.
  double (*sum)(const OutputView& output, ConstMatrixView<double> Y);
  /// dCost/dActivation of the output layer (outputs x samples), for each sample's own cost.
  void (*slope)(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> slope);
  /// The output activation it is made for, and delta under that: `activation - Y`, or that over the outputs, with no
  /// division by a slope. Empty and null = none.
  std::string_view partner;
  void (*partnerDelta)(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> delta);

  /// delta = dCost/dZ of the output layer (outputs x samples), for each sample's own cost.
  void delta(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> delta) const;
};

/// Every cost, in the order of menus.
std::span<const Cost> costs();
/// Throws std::invalid_argument if there is none of that name.
const Cost& cost(std::string_view name);

/// Throws std::invalid_argument if the cost cannot take what the output activation gives.
void requireFit(const Cost& cost, const Activation& output);
/// Throws std::invalid_argument if the cost has no meaning for these targets (outputs x samples).
void requireTargets(const Cost& cost, const MatrixXd& Y);

}  // namespace glassbox
