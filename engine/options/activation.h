#pragma once
#include "engine/math/matrix.h"
#include "engine/options/option.h"

namespace glassbox {

/// Where the numbers of a layer for some samples lie: number u of sample s at u * unitStride + s * sampleStride, all of them
/// (and what fills the gaps between) within `size` numbers one after the other, as many as
/// roundedUp() says.
struct Layout {
  Index units, samples, unitStride, sampleStride, size;
};

/// The two directions of an activation, over a layer's numbers for some samples.
template <class S>
struct ActivationFunctions {
  /// activation = f(Z).
  void (*apply)(const S* Z, S* activation, const Layout& layout);
  /// On entry `delta` is dCost/dActivation, on return dCost/dZ.
  void (*backward)(const S* Z, const S* activation, S* delta, const Layout& layout);
};

/// What a layer makes of its Z.
struct Activation : Option {
  /// False when one unit's activation depends on its whole layer (softmax).
  bool elementwise;
  /// The values it can take.
  double low, high;
  /// f'(0) where f has a corner at Z = 0: the slope on the left, as in PyTorch. NaN where f is smooth.
  double slopeAtCorner;
  ActivationFunctions<double> float64;
  ActivationFunctions<float> float32;

  /// Those of a precision.
  template <class S>
  const ActivationFunctions<S>& functions() const {
    if constexpr (std::is_same_v<S, double>) return float64;
    else return float32;
  }
};

/// Every activation, in the order of menus. Adding one is adding its line to the table in activation.cpp.
std::span<const Activation> activations();
/// Throws Refusal if there is none of that name.
const Activation& activation(std::string_view name);

}  // namespace glassbox
