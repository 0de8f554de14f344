#pragma once
#include <span>
#include <vector>

namespace glassbox {

/// How far predicted amounts are off, in the unit of the amounts. A residual is actual - predicted.
struct AmountFit {
  /// Coefficient of determination, 1 - sum residual^2 / sum (actual - mean actual)^2: 1 for a perfect fit, 0 for the mean,
  /// below 0 for worse. NaN if the actual amounts never change, for then there is nothing to explain.
  double r2;
  /// Mean of |residual|; square root of the mean of residual^2; mean of the residuals, below 0 where too much is
  /// predicted on the whole. NaN if there are no rows.
  double meanAbsolute, rootMeanSquare, meanResidual;
};

/// Of one target. Of several each has its own.
AmountFit fitOf(std::span<const double> actual, std::span<const double> predicted);

/// actual - predicted, row by row.
std::vector<double> residualsOf(std::span<const double> actual, std::span<const double> predicted);

/// The rows whose error is largest in size, the worst first, at most `count`; of several as large the first. One that is
/// NaN is worse than any number.
std::vector<int> worstRowsOf(std::span<const double> errors, int count);

}  // namespace glassbox
