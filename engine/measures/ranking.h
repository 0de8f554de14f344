#pragma once
#include <span>
#include <vector>

namespace glassbox {

/// What scores for one of two classes are worth, whatever threshold divides them. `actual` is 1 for that class, else 0.

/// What becomes of the rows of both classes when those that score above a threshold are taken for class 1.
struct Threshold {
  /// Rows of class 1 taken for it (recall, sensitivity); rows of class 0 taken for class 1. NaN if there are none of either.
  double truePositiveRate, falsePositiveRate;
  long truePositives, falsePositives, trueNegatives, falseNegatives;
};

/// At one threshold: a score is above it or not, as the engine predicts with 0.5.
Threshold atThreshold(std::span<const int> actual, std::span<const double> scores, double threshold);

/// A point of the ROC curve: the rates when rows that score `threshold` or more are taken for class 1.
struct RocPoint {
  double threshold, falsePositiveRate, truePositiveRate;
};

/// The receiver operating characteristic (Fawcett, "An introduction to ROC analysis", 2006).
struct Roc {
  /// From (0, 0), threshold infinity, to (1, 1). Rows of the same score are one point, so ties are a slanted piece of the
  /// curve and no order among them is made up. Empty if a class has no rows.
  std::vector<RocPoint> points;
  /// Area by trapezoids: the chance that a row of class 1 scores higher than a row of class 0, ties counted half (Mann and
  /// Whitney). NaN if a class has no rows, or a score is NaN.
  double area;
};

/// The whole curve and its area.
Roc rocOf(std::span<const int> actual, std::span<const double> scores);

/// Predictions of about the same probability, and what became of them.
struct CalibrationBin {
  /// Above `low` to `high`, the first with 0 itself.
  double low, high;
  long count;
  /// Mean of the probabilities, and the share of the rows for which it came true; NaN for an empty bin.
  double meanPredicted, share;
};

/// Whether probabilities mean what they say (reliability: Murphy and Winkler 1977).
struct Calibration {
  /// Equally wide from 0 to 1.
  std::vector<CalibrationBin> bins;
  /// Expected calibration error: the mean of |meanPredicted - share| over the bins, by their rows (Naeini, Cooper and
  /// Hauskrecht 2015). NaN if there are no rows.
  double error;
};

/// `hasCome`: 1 where what was given that probability came true. For several classes it is whether the predicted class is
/// right, for the probability of that class (Guo et al. 2017). Probabilities must lie in 0 to 1.
Calibration calibrationOf(std::span<const int> hasCome, std::span<const double> probabilities, int bins);

}  // namespace glassbox
