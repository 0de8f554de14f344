// What predictions are worth, and what goes on in layers: against scikit-learn and NumPy (the scripts are in
// tests/reference), and by hand where a formula says nothing.
#include <limits>

#include "catch.h"
#include "engine/measures/amounts.h"
#include "engine/measures/classes.h"
#include "engine/measures/ranking.h"
#include "engine/measures/spread.h"
#include "refusal.h"
#include "tests/reference/numpy_reference.h"
#include "tests/reference/sklearn_reference.h"

using namespace glassbox;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The same number to 1e-12, or not defined, both.
void checkSame(double ours, double theirs) {
  if (std::isnan(theirs)) CHECK(std::isnan(ours));
  else CHECK(ours == Approx(theirs).epsilon(1e-12).margin(1e-12));
}

std::vector<int> ints(std::initializer_list<int> list) { return list; }
std::vector<double> doubles(std::initializer_list<double> list) { return list; }

}  // namespace

TEST_CASE("counts, precision, recall and F1 of several classes are scikit-learn's") {
  for (const auto& given : reference::severalClasses) {
    INFO(given.name);
    const auto confusion = confusionOf(given.actual, given.predicted, given.classes);
    CHECK(confusion == given.confusion);
    const auto scores = scoresOf(confusion, given.classes);
    REQUIRE(scores.size() == std::size_t(given.classes));
    for (std::size_t k = 0; k < scores.size(); ++k) {
      checkSame(scores[k].precision, given.precision[k]);
      checkSame(scores[k].recall, given.recall[k]);
      checkSame(scores[k].f1, given.f1[k]);
    }
    const MacroScore macro = macroOf(confusion, given.classes);
    checkSame(macro.precision, given.macro[0]);
    checkSame(macro.recall, given.macro[1]);
    checkSame(macro.f1, given.macro[2]);
    checkSame(macro.accuracy, given.accuracy);
  }
}

TEST_CASE("the ROC curve, its area and the calibration of two classes are scikit-learn's") {
  for (const auto& given : reference::twoClasses) {
    INFO(given.name);
    const Roc roc = rocOf(given.actual, given.scores);
    checkSame(roc.area, given.area);
    REQUIRE(roc.points.size() == given.falsePositiveRates.size());
    for (std::size_t i = 0; i < roc.points.size(); ++i) {
      checkSame(roc.points[i].falsePositiveRate, given.falsePositiveRates[i]);
      checkSame(roc.points[i].truePositiveRate, given.truePositiveRates[i]);
    }
    const Calibration calibration = calibrationOf(given.actual, given.scores, 10);
    checkSame(calibration.error, given.calibrationError);
    std::size_t filled = 0;
    for (const CalibrationBin& bin : calibration.bins) {
      if (bin.count == 0) {
        CHECK(std::isnan(bin.meanPredicted));
        CHECK(std::isnan(bin.share));
        continue;
      }
      REQUIRE(filled < given.binCounts.size());
      CHECK(bin.count == given.binCounts[filled]);
      checkSame(bin.meanPredicted, given.meanPredicted[filled]);
      checkSame(bin.share, given.share[filled]);
      ++filled;
    }
    CHECK(filled == given.binCounts.size());
  }
}

TEST_CASE("R2, mean absolute error and RMSE of amounts are scikit-learn's") {
  for (const auto& given : reference::amounts) {
    INFO(given.name);
    const AmountFit fit = fitOf(given.actual, given.predicted);
    checkSame(fit.r2, given.r2);
    checkSame(fit.meanAbsolute, given.meanAbsolute);
    checkSame(fit.rootMeanSquare, given.rootMeanSquare);
  }
}

TEST_CASE("a measure that would divide by zero is not defined, and no mean counts it") {
  // class 2 has no rows and is never predicted; class 1 has rows but is never predicted
  const auto confusion = confusionOf(ints({0, 0, 1}), ints({0, 0, 0}), 3);
  const auto scores = scoresOf(confusion, 3);
  CHECK(std::isnan(scores[1].precision));
  CHECK(scores[1].recall == 0);
  CHECK(scores[1].f1 == 0);
  CHECK(scores[1].rows == 1);
  CHECK(scores[0].taken == 3);
  CHECK(std::isnan(scores[2].recall));
  CHECK(std::isnan(scores[2].f1));
  const MacroScore macro = macroOf(confusion, 3);
  CHECK(macro.precisionOf == 1);
  CHECK(macro.recallOf == 2);
  CHECK(macro.f1Of == 2);
  CHECK(macro.recall == 0.5);
  CHECK(std::isnan(macroOf(confusionOf({}, {}, 2), 2).accuracy));
}

TEST_CASE("the class of a row is its largest output, of one output the side of the threshold") {
  CHECK(classesOf(doubles({0.1, 0.7, 0.2, 0.5, 0.5, 0}), 3) == ints({1, 0}));
  CHECK(classesOf(doubles({0.5, 0.51}), 1) == ints({0, 1}));
  CHECK(classesOf(doubles({0.5, 0.51}), 1, 0.2) == ints({1, 1}));
}

TEST_CASE("scores that are all alike have one point between the ends, and an area of one half") {
  const Roc roc = rocOf(ints({1, 0, 1}), doubles({0.3, 0.3, 0.3}));
  REQUIRE(roc.points.size() == 2);
  CHECK(roc.points[0].threshold == infinity);
  CHECK(roc.points[1].threshold == 0.3);
  CHECK(roc.area == 0.5);
}

TEST_CASE("without rows of both classes, or with a score that is no number, there is no ROC curve") {
  for (const auto& actual : {ints({1, 1}), ints({0, 0})}) {
    CHECK(rocOf(actual, doubles({0.1, 0.2})).points.empty());
    CHECK(std::isnan(rocOf(actual, doubles({0.1, 0.2})).area));
  }
  CHECK(std::isnan(rocOf(ints({1, 0}), doubles({NAN, 0.2})).area));
  CHECK(std::isnan(rocOf({}, {}).area));
}

TEST_CASE("a score is above a threshold or not, as a prediction is") {
  const Threshold at = atThreshold(ints({1, 1, 0, 0, 0}), doubles({0.9, 0.5, 0.5, 0.6, 0.1}), 0.5);
  CHECK(at.truePositives == 1);
  CHECK(at.falseNegatives == 1);
  CHECK(at.falsePositives == 1);
  CHECK(at.trueNegatives == 2);
  CHECK(at.truePositiveRate == 0.5);
  CHECK(at.falsePositiveRate == 1.0 / 3);
  CHECK(std::isnan(atThreshold(ints({1}), doubles({0.9}), 0.5).falsePositiveRate));
}

TEST_CASE("a probability at an edge of a bin belongs to the bin below, 0 to the first") {
  const Calibration calibration = calibrationOf(ints({1, 0, 1, 1}), doubles({0, 0.3, 0.30001, 1}), 10);
  CHECK(calibration.bins[0].count == 1);
  CHECK(calibration.bins[2].count == 1);
  CHECK(calibration.bins[3].count == 1);
  CHECK(calibration.bins[9].count == 1);
  CHECK(std::isnan(calibrationOf({}, {}, 10).error));
  CHECK(refusal([] { calibrationOf(ints({1}), doubles({1.5}), 10); }) == "probability: must be from 0 to 1, got 1.5");
  CHECK(refusal([] { calibrationOf(ints({1}), doubles({NAN}), 10); }) == "probability: must be from 0 to 1, got NaN");
}

TEST_CASE("amounts that never change have no R2, and no rows have no error") {
  CHECK(std::isnan(fitOf(doubles({2, 2}), doubles({1, 2})).r2));
  CHECK(fitOf(doubles({2, 2}), doubles({1, 2})).meanAbsolute == 0.5);
  CHECK(fitOf(doubles({2, 2}), doubles({1, 2})).meanResidual == 0.5);
  CHECK(std::isnan(fitOf({}, {}).meanAbsolute));
}

TEST_CASE("the worst rows are those of the largest error, of either sign; what is no number is worst") {
  CHECK(worstRowsOf(doubles({1, -3, 2, 3, NAN}), 4) == ints({4, 1, 3, 2}));
  CHECK(worstRowsOf(doubles({1, -3}), 5) == ints({1, 0}));
  CHECK(worstRowsOf({}, 5).empty());
  CHECK(refusal([] { worstRowsOf(doubles({1}), -1); }) == "count: must be at least 0, got -1");
}

TEST_CASE("a histogram counts each number once, its ends too, and says what it has no bin for") {
  const Histogram histogram = histogramOf(doubles({0, 0.5, 1, 2, 2, -1, 3, NAN}), 0, 2, 4);
  CHECK(histogram.counts == std::vector<long>{1, 1, 1, 2});
  CHECK(histogram.below == 1);
  CHECK(histogram.above == 1);
  CHECK(histogram.unknown == 1);
  CHECK(histogramOf(doubles({5, 5}), 5, 5, 3).counts == std::vector<long>{0, 2, 0});
  CHECK(refusal([] { histogramOf({}, 2, 1, 3); }) == "range: must go from low to high, got 1");
}

TEST_CASE("a norm neither overflows nor vanishes on the way") {
  CHECK(normOf(doubles({3, -4})) == 5);
  CHECK(normOf(doubles({3e200, 4e200})) == Approx(5e200));
  CHECK(normOf(doubles({3e-200, 4e-200})) == Approx(5e-200));
  CHECK(normOf({}) == 0);
  CHECK(normOf(doubles({1, infinity})) == infinity);
  CHECK(std::isnan(normOf(doubles({1, NAN}))));
}

TEST_CASE("a change is measured by what was before") {
  CHECK(relativeChangeOf(doubles({3, 4}), doubles({3, 4.5})) == Approx(0.1));
  CHECK(std::isnan(relativeChangeOf(doubles({0, 0}), doubles({1, 0}))));
}

TEST_CASE("a share counts both ends, and is not defined of nothing") {
  CHECK(shareWithin(doubles({0, 0.5, 1, 2}), 0, 1) == 0.75);
  CHECK(std::isnan(shareWithin({}, 0, 1)));
}

TEST_CASE("quantiles are NumPy's percentiles") {
  for (const auto& given : reference::quantiles) {
    INFO(given.name);
    REQUIRE(given.quantiles.size() == reference::shares.size());
    for (std::size_t k = 0; k < reference::shares.size(); ++k)
      checkSame(quantileOf(given.values, reference::shares[k]), given.quantiles[k]);
  }
  CHECK(std::isnan(quantileOf({}, 0.5)));
  CHECK(refusal([] { quantileOf(doubles({1}), 1.5); }) == "share: must be from 0 to 1, got 1.5");
}

TEST_CASE("a band is as long as the longest curve, and is of the curves that have a finite number there") {
  const std::vector<std::vector<double>> curves = {{1, 10}, {2, infinity, 7}, {3, 30}, {4, 40}, {5, NAN}};
  const Band band = bandOf(curves, 0.25, 0.75);
  CHECK(band.low == doubles({2, 20, 7}));
  CHECK(band.middle == doubles({3, 30, 7}));
  CHECK(band.high == doubles({4, 35, 7}));
  CHECK(bandOf({}, 0, 1).middle.empty());
}

TEST_CASE("twins are units with the same parameters, each named once") {
  const auto pairs = [](const std::vector<double>& parameters, int units, double tolerance) {
    std::vector<std::pair<int, int>> found;
    for (const Twins& twins : twinsOf(parameters, units, tolerance)) found.push_back({twins.first, twins.second});
    return found;
  };
  using Pairs = std::vector<std::pair<int, int>>;
  CHECK(pairs({1, 2, 3, 4, 1, 2, 1, 2}, 4, 0) == Pairs{{0, 2}, {0, 3}});
  CHECK(pairs({1, 2, 1, 2.001}, 2, 1e-6) == Pairs{});
  CHECK(pairs({1, 2, 1, 2.001}, 2, 1e-2) == Pairs{{0, 1}});
  CHECK(pairs({0, 0, 0, 0}, 2, 1e-6) == Pairs{{0, 1}});
}

TEST_CASE("lists that do not belong together are refused by name") {
  CHECK(refusal([] { confusionOf(ints({1}), ints({1, 0}), 2); }) ==
        "predicted: must have as many samples as actual (1), got 2");
  CHECK(refusal([] { confusionOf(ints({2}), ints({1}), 2); }) == "class: must be from 0 to 1, got 2");
  CHECK(refusal([] { scoresOf(std::vector<long>{1, 2}, 2); }) == "confusion: must be 2 x 2, got 2");
  CHECK(refusal([] { macroOf({}, 0); }) == "confusion: must be 0 x 0, got 0");
  CHECK(refusal([] { rocOf(ints({1}), {}); }) == "scores: must have as many samples as actual (1), got 0");
  CHECK(refusal([] { fitOf(doubles({1}), {}); }) == "predicted: must have as many samples as actual (1), got 0");
}
