#pragma once
#include "engine/math/matrix.h"
#include "engine/math/random.h"
#include "engine/options/option.h"

namespace glassbox {

/// How first weights are drawn.
struct Initializer : Option {
  /// One first weight of a unit with `inputs` inputs in a layer of `units` units.
  double (*draw)(Random& random, double inputs, double units);
};

/// Every initializer, in the order of menus. Biases always start at 0.
std::span<const Initializer> initializers();
/// Throws Refusal if there is none of that name.
const Initializer& initializer(std::string_view name);

}  // namespace glassbox
