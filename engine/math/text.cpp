#include "engine/math/text.h"

#include <cmath>

namespace glassbox {

// Small on purpose: snprintf would add 3.3 kB to the compressed module, std::to_chars more.
std::string text(double value) {
  if (std::isnan(value)) return "NaN";
  if (value < 0) return "-" + text(-value);
  if (std::isinf(value)) return "Infinity";
  if (value == std::floor(value) && value < 1e15) return std::to_string(static_cast<long long>(value));
  int exponent = 5;
  for (; value >= 1e6; value /= 10) ++exponent;
  for (; value < 1e5; value *= 10) --exponent;
  auto digits = std::llround(value);
  if (digits == 1'000'000) digits /= 10, ++exponent;
  std::string figures = std::to_string(digits);
  figures.erase(figures.find_last_not_of('0') + 1);
  if (exponent < -5 || exponent > 14)
    return figures.substr(0, 1) + (figures.size() > 1 ? "." : "") + figures.substr(1) + "e" + std::to_string(exponent);
  if (exponent < 0) return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + figures;
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (figures.size() <= whole) return figures + std::string(whole - figures.size(), '0');
  return figures.substr(0, whole) + "." + figures.substr(whole);
}

}  // namespace glassbox
