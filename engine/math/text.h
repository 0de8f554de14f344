#pragma once
#include <string>

namespace glassbox {

/// A number as people write it, whole or to six figures: 0.1, -1, 1e-8.
std::string text(double value);

}  // namespace glassbox
