#include "engine/training/preparation.h"

#include <algorithm>
#include <cmath>

#include "engine/math/random.h"
#include "engine/math/refusal.h"
#include "engine/options/settings.h"

namespace glassbox {
namespace {

/// A stream of its own, so that a split never shares numbers with the generator of the same seed.
constexpr std::uint64_t splitStream = 2000;

/// The samples' numbers, one list per class; one list for regression.
std::vector<std::vector<int>> groups(const MatrixXd& Y) {
  const bool isRegression = taskOf(Y) == Task::regression;
  std::vector<std::vector<int>> groups(isRegression ? 1 : static_cast<std::size_t>(std::max<Index>(2, Y.rows())));
  for (Index i = 0; i < Y.cols(); ++i)
    groups[isRegression ? 0 : static_cast<std::size_t>(classOf(Y.col(i)))].push_back(int(i));
  return groups;
}

}  // namespace

Split split(const MatrixXd& Y, double testShare, double seed) {
  requireAllowed(limit("testShare"), testShare);
  requireSeed(seed);
  Random random(static_cast<std::uint64_t>(seed), splitStream);
  std::vector<char> isHeld(static_cast<std::size_t>(Y.cols()), false);
  // What rounding takes from one class is carried to the next, so that the whole comes out right; of each one sample stays.
  double owed = 0;
  for (std::vector<int>& group : groups(Y)) {
    random.shuffle(group);
    owed += testShare * double(group.size());
    const std::size_t most = group.empty() ? 0 : group.size() - 1;
    const auto held = std::min(most, static_cast<std::size_t>(std::max(0.0, std::round(owed))));
    owed -= double(held);
    for (std::size_t i = 0; i < held; ++i) isHeld[static_cast<std::size_t>(group[i])] = true;
  }
  Split split;
  for (std::size_t i = 0; i < isHeld.size(); ++i) (isHeld[i] ? split.test : split.training).push_back(int(i));
  return split;
}

Standardizer Standardizer::fit(const MatrixXd& X) {
  requireSamples(X.cols());
  Standardizer fitted;
  fitted.mean = X.rowwise().mean();
  fitted.deviation = ((X.colwise() - fitted.mean).array().square().rowwise().mean()).sqrt();
  require(fitted.mean.allFinite() && fitted.deviation.allFinite(), "finite", "X", "NaN, infinity or too large");
  for (Index feature = 0; feature < X.rows(); ++feature) {
    double& deviation = fitted.deviation[feature];
    // What never changes may differ from its mean by rounding.
    if (!(deviation > 0) || (X.row(feature).array() == X(feature, 0)).all()) deviation = 1;
  }
  return fitted;
}

MatrixXd Standardizer::apply(const MatrixXd& X) const {
  require(X.rows() == mean.size(), "features", "X", X.rows(), {{"count", mean.size()}});
  return (X.colwise() - mean).array().colwise() / deviation.array();
}

}  // namespace glassbox
