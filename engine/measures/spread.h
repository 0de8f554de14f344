#pragma once
#include <span>
#include <vector>

namespace glassbox {

/// How many numbers are alike, and how large they are: for what goes on within a network, layer by layer.

/// Counts of numbers in equally wide bins.
struct Histogram {
  /// Each bin has its lower edge, the last its upper one too.
  double low, high;
  std::vector<long> counts;
  /// Numbers below `low`, above `high`, and those that are NaN.
  long below, above, unknown;
};

/// From `low` to `high`; where these are the same, all numbers like them are in the middle bin.
Histogram histogramOf(std::span<const double> values, double low, double high, int bins);

/// The Euclidean norm, the root of the sum of squares, without overflow on the way; NaN if a number is.
double normOf(std::span<const double> values);

/// The norm of what has changed over the norm of what was: after a step, how large the step is for these weights. NaN if
/// all was 0.
double relativeChangeOf(std::span<const double> before, std::span<const double> after);

/// The share of the numbers that lie in `low` to `high`, both included; NaN if there are none.
double shareWithin(std::span<const double> values, double low, double high);

/// The number that a share of the others lies below: between the two that it falls between, in proportion, as NumPy's
/// percentile has it. NaN if there are none.
double quantileOf(std::span<const double> values, double share);

/// How many curves spread, place by place.
struct Band {
  std::vector<double> low, middle, high;
};

/// At each place of the longest curve the median of them all, and the quantiles at the shares `low` and `high`. A curve
/// counts where it has a finite number.
Band bandOf(std::span<const std::vector<double>> curves, double low, double high);

/// Two units of a layer.
struct Twins {
  int first, second;
};

/// Units with the same parameters: each the first of its like with the others. No parameter of a pair differs by more than
/// `tolerance` times the norm of the first one's parameters. `parameters`: those of one unit after those of another.
std::vector<Twins> twinsOf(std::span<const double> parameters, int units, double tolerance);

}  // namespace glassbox
