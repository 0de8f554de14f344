#pragma once
#include <string_view>

namespace glassbox {

/// The values that a number can take.
struct Limit {
  const char* name;
  double minimum, maximum;
  /// The value must be greater than the minimum, not equal to it.
  bool exclusiveMinimum;
  bool integer;
};

/// Largest sizes: enough for every lesson, small enough that no link can freeze a page.
struct Limits {
  static constexpr int inputs = 4096;
  static constexpr int layers = 12;
  static constexpr int units = 1024;
  static constexpr long parameters = 2'000'000;
  static constexpr int samples = 100'000;
  static constexpr int resolution = 200;
};

// clang-format off: a table, one limit per line
/// The limits of every number that is no setting; those of settings are numberSettings().
inline constexpr Limit limits[] = {
    {"inputs", 1, Limits::inputs, false, true},   {"layers", 1, Limits::layers, false, true},
    {"units", 1, Limits::units, false, true},     {"parameters", 1, Limits::parameters, false, true},
    {"samples", 1, Limits::samples, false, true}, {"noise", 0, 10, false, false},
    {"testShare", 0, 0.9, false, false},          {"resolution", 2, Limits::resolution, false, true},
};
// clang-format on

/// A limit of the table by its name; a name that is not in it does not compile.
consteval const Limit& limit(std::string_view name) {
  for (const Limit& each : limits)
    if (name == each.name) return each;
  throw "there is no such limit";
}

/// Throws Refusal (whole, above or between) unless the value is allowed.
void requireAllowed(const Limit& limit, double value);

}  // namespace glassbox
