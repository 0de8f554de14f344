#pragma once
#include <array>
#include <span>

#include "engine/math/random.h"
#include "engine/network/samples.h"
#include "engine/options/option.h"

namespace glassbox {

/// One sample of a generated data set.
struct Point {
  std::array<double, 2> x;
  /// A class number, or the value to predict.
  double target;
};

/// A generator of data.
struct Dataset : Option {
  Task task;
  std::span<const char* const> features;
  /// Class names; empty for regression.
  std::span<const char* const> classes;
  /// The noise that suits it.
  double noise;
  /// Sample i of n. `noise` is a standard deviation, in the units of the features (of the target for regression).
  Point (*draw)(Random& random, int i, int n, double noise);
};

/// Every generated data set, in the order of menus. Features lie within about -1 to 1 (sine: -pi to pi).
std::span<const Dataset> datasets();
/// Throws Refusal if there is none of that name.
const Dataset& dataset(std::string_view name);

/// Draws `count` samples with the given noise; the same seed gives the same bits. Classes are balanced. Y is one row of 0
/// and 1 for two classes, one-hot rows for more, the value for regression. Throws Refusal outside the limits.
Samples generate(const Dataset& dataset, int count, double noise, double seed);

}  // namespace glassbox
