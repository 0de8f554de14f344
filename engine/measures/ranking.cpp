#include "engine/measures/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/math/refusal.h"

namespace glassbox {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : undefined; }

void requireSameCount(std::span<const int> actual, std::span<const double> scores) {
  require(actual.size() == scores.size(), "sameSamples", "scores", scores.size(),
          {{"other", "actual"}, {"count", actual.size()}});
}

/// Row numbers, the highest score first.
std::vector<std::size_t> byScore(std::span<const double> scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  return order;
}

/// The bin of a probability: its upper edge belongs to it.
std::size_t binOf(double probability, int bins) {
  auto bin = std::size_t(std::max(std::ceil(probability * bins) - 1, 0.0));
  // the product above is rounded: the edges themselves decide
  if (bin > 0 && probability <= double(bin) / bins) --bin;
  if (bin + 1 < std::size_t(bins) && probability > double(bin + 1) / bins) ++bin;
  return bin;
}

}  // namespace

Threshold atThreshold(std::span<const int> actual, std::span<const double> scores, double threshold) {
  requireSameCount(actual, scores);
  Threshold result{};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const bool isTaken = scores[i] > threshold;
    if (actual[i]) ++(isTaken ? result.truePositives : result.falseNegatives);
    else ++(isTaken ? result.falsePositives : result.trueNegatives);
  }
  const auto share = [](long part, long rest) { return ratio(double(part), double(part + rest)); };
  result.truePositiveRate = share(result.truePositives, result.falseNegatives);
  result.falsePositiveRate = share(result.falsePositives, result.trueNegatives);
  return result;
}

Roc rocOf(std::span<const int> actual, std::span<const double> scores) {
  requireSameCount(actual, scores);
  const auto positives = double(std::count_if(actual.begin(), actual.end(), [](int one) { return one != 0; }));
  const double negatives = double(actual.size()) - positives;
  const bool isKnown = std::none_of(scores.begin(), scores.end(), [](double score) { return std::isnan(score); });
  if (positives == 0 || negatives == 0 || !isKnown) return {{}, undefined};
  Roc roc{{{std::numeric_limits<double>::infinity(), 0, 0}}, 0};
  const auto order = byScore(scores);
  double right = 0, wrong = 0, twiceArea = 0;
  for (std::size_t i = 0; i < order.size();) {
    const double score = scores[order[i]], rightBefore = right, wrongBefore = wrong;
    for (; i < order.size() && scores[order[i]] == score; ++i) ++(actual[order[i]] ? right : wrong);
    twiceArea += (wrong - wrongBefore) * (right + rightBefore);
    roc.points.push_back({score, wrong / negatives, right / positives});
  }
  roc.area = twiceArea / 2 / positives / negatives;
  return roc;
}

Calibration calibrationOf(std::span<const int> hasCome, std::span<const double> probabilities, int bins) {
  requireSameCount(hasCome, probabilities);
  require(bins > 0, "atLeast", "bins", bins, {{"minimum", 1}});
  Calibration result{std::vector<CalibrationBin>(std::size_t(bins)), undefined};
  for (std::size_t b = 0; b < std::size_t(bins); ++b)
    result.bins[b] = {double(b) / bins, double(b + 1) / bins, 0, 0, 0};
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    const double probability = probabilities[i];
    require(probability >= 0 && probability <= 1, "between", "probability", probability,
            {{"minimum", 0}, {"maximum", 1}});
    CalibrationBin& bin = result.bins[binOf(probability, bins)];
    ++bin.count;
    bin.meanPredicted += probability;
    bin.share += hasCome[i] ? 1 : 0;
  }
  double sum = 0;
  for (CalibrationBin& bin : result.bins) {
    sum += std::abs(bin.meanPredicted - bin.share);
    bin.meanPredicted = ratio(bin.meanPredicted, double(bin.count));
    bin.share = ratio(bin.share, double(bin.count));
  }
  result.error = ratio(sum, double(probabilities.size()));
  return result;
}

}  // namespace glassbox
