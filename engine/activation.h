#pragma once
#include "engine/matrix.h"
#include "engine/option.h"

namespace glassbox {

/// The two directions of an activation, over a whole layer (units x samples).
template <class Scalar>
struct ActivationFunctions {
  /// activation = f(Z).
  void (*apply)(ConstMatrixView<Scalar> Z, MatrixView<Scalar> activation);
  /// On entry `delta` is dCost/dActivation, on return dCost/dZ.
  void (*backward)(ConstMatrixView<Scalar> Z, ConstMatrixView<Scalar> activation, MatrixView<Scalar> delta);
};

struct Activation : Option {
  /// False when one unit's activation depends on its whole layer (softmax).
  bool elementwise;
  /// The values it can take.
  double low, high;
  /// f'(0) where f has a corner at Z = 0: the slope on the left, as in PyTorch. NaN where f is smooth.
  double slopeAtCorner;
  ActivationFunctions<double> float64;
  ActivationFunctions<float> float32;

  template <class Scalar>
  const ActivationFunctions<Scalar>& functions() const {
    if constexpr (std::is_same_v<Scalar, double>) return float64;
    else return float32;
  }
};

/// Every activation, in the order of menus. Adding one is adding its line to the table in activation.cpp.
std::span<const Activation> activations();
/// Throws std::invalid_argument if there is none of that name.
const Activation& activation(std::string_view name);

}  // namespace glassbox
