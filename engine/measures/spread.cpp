#include "engine/measures/spread.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/math/refusal.h"

namespace glassbox {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double largestOf(std::span<const double> values) {
  double largest = 0;
  for (const double value : values) {
    if (std::isnan(value)) return undefined;
    largest = std::max(largest, std::abs(value));
  }
  return largest;
}

}  // namespace

Histogram histogramOf(std::span<const double> values, double low, double high, int bins) {
  require(bins > 0, "atLeast", "bins", bins, {{"minimum", 1}});
  require(low <= high, "rising", "range", high);
  Histogram result{low, high, std::vector<long>(std::size_t(bins)), 0, 0, 0};
  const double width = high - low;
  for (const double value : values) {
    if (std::isnan(value)) ++result.unknown;
    else if (value < low) ++result.below;
    else if (value > high) ++result.above;
    else {
      const double place = width > 0 ? (value - low) / width * bins : bins / 2;
      ++result.counts[std::min(std::size_t(bins - 1), std::size_t(place))];
    }
  }
  return result;
}

double normOf(std::span<const double> values) {
  const double largest = largestOf(values);
  if (!(largest > 0) || std::isinf(largest)) return largest;
  double sum = 0;
  for (const double value : values) sum += (value / largest) * (value / largest);
  return largest * std::sqrt(sum);
}

double relativeChangeOf(std::span<const double> before, std::span<const double> after) {
  require(before.size() == after.size(), "parameters", "after", after.size(), {{"count", before.size()}});
  std::vector<double> change(before.size());
  for (std::size_t i = 0; i < before.size(); ++i) change[i] = after[i] - before[i];
  const double norm = normOf(before);
  return norm > 0 ? normOf(change) / norm : undefined;
}

double shareWithin(std::span<const double> values, double low, double high) {
  const auto count =
      std::count_if(values.begin(), values.end(), [&](double value) { return value >= low && value <= high; });
  return values.empty() ? undefined : double(count) / double(values.size());
}

double quantileOf(std::span<const double> values, double share) {
  require(share >= 0 && share <= 1, "between", "share", share, {{"minimum", 0}, {"maximum", 1}});
  if (values.empty()) return undefined;
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const double place = share * double(sorted.size() - 1);
  const auto below = std::size_t(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - double(below));
}

Band bandOf(std::span<const std::vector<double>> curves, double low, double high) {
  std::size_t places = 0;
  for (const auto& curve : curves) places = std::max(places, curve.size());
  Band band;
  std::vector<double> values;
  for (std::size_t i = 0; i < places; ++i) {
    values.clear();
    for (const auto& curve : curves)
      if (i < curve.size() && std::isfinite(curve[i])) values.push_back(curve[i]);
    band.low.push_back(quantileOf(values, low));
    band.middle.push_back(quantileOf(values, 0.5));
    band.high.push_back(quantileOf(values, high));
  }
  return band;
}

std::vector<Twins> twinsOf(std::span<const double> parameters, int units, double tolerance) {
  require(units > 0 && parameters.size() % std::size_t(units) == 0, "shape", "parameters", parameters.size(),
          {{"rows", units}, {"columns", "any"}});
  const std::size_t each = parameters.size() / std::size_t(units);
  const auto of = [&](int unit) { return parameters.subspan(std::size_t(unit) * each, each); };
  const auto isAlike = [&](int a, int b) {
    const double most = tolerance * normOf(of(a));
    return std::equal(of(a).begin(), of(a).end(), of(b).begin(),
                      [&](double x, double y) { return std::abs(x - y) <= most; });
  };
  std::vector<Twins> twins;
  std::vector<bool> isTaken(std::size_t(units), false);
  for (int a = 0; a < units; ++a)
    for (int b = a + 1; b < units && !isTaken[std::size_t(a)]; ++b)
      if (!isTaken[std::size_t(b)] && isAlike(a, b)) {
        twins.push_back({a, b});
        isTaken[std::size_t(b)] = true;
      }
  return twins;
}

}  // namespace glassbox
