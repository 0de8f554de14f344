#include "engine/measures/amounts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/math/refusal.h"

namespace glassbox {

std::vector<double> residualsOf(std::span<const double> actual, std::span<const double> predicted) {
  require(actual.size() == predicted.size(), "sameSamples", "predicted", predicted.size(),
          {{"other", "actual"}, {"count", actual.size()}});
  std::vector<double> residuals(actual.size());
  for (std::size_t i = 0; i < actual.size(); ++i) residuals[i] = actual[i] - predicted[i];
  return residuals;
}

AmountFit fitOf(std::span<const double> actual, std::span<const double> predicted) {
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  const auto residuals = residualsOf(actual, predicted);
  if (residuals.empty()) return {undefined, undefined, undefined, undefined};
  const auto count = double(residuals.size());
  const double mean = std::accumulate(actual.begin(), actual.end(), 0.0) / count;
  double sum = 0, absolute = 0, squared = 0, total = 0;
  for (std::size_t i = 0; i < residuals.size(); ++i) {
    sum += residuals[i];
    absolute += std::abs(residuals[i]);
    squared += residuals[i] * residuals[i];
    total += (actual[i] - mean) * (actual[i] - mean);
  }
  return {total > 0 ? 1 - squared / total : undefined, absolute / count, std::sqrt(squared / count), sum / count};
}

std::vector<int> worstRowsOf(std::span<const double> errors, int count) {
  require(count >= 0, "atLeast", "count", count, {{"minimum", 0}});
  const auto size = [&](int row) {
    const double error = std::abs(errors[std::size_t(row)]);
    return std::isnan(error) ? std::numeric_limits<double>::infinity() : error;
  };
  std::vector<int> rows(errors.size());
  std::iota(rows.begin(), rows.end(), 0);
  const auto wanted = std::min(rows.size(), std::size_t(count));
  std::partial_sort(rows.begin(), rows.begin() + std::ptrdiff_t(wanted), rows.end(),
                    [&](int a, int b) { return size(a) != size(b) ? size(a) > size(b) : a < b; });
  rows.resize(wanted);
  return rows;
}

}  // namespace glassbox
