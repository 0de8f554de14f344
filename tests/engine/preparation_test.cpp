// Splitting into training and test set, and standardising by the training set.
#include <algorithm>
#include <limits>

#include "catch.h"
#include "engine/training/preparation.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;

/// One-hot targets of 50, 30 and 20 samples of three classes.
MatrixXd uneven() {
  MatrixXd Y = MatrixXd::Zero(3, 100);
  for (Index i = 0; i < 100; ++i) Y(i < 50 ? 0 : i < 80 ? 1 : 2, (37 * i) % 100) = 1;
  return Y;
}

std::vector<int> together(const Split& split) {
  std::vector<int> all = split.training;
  all.insert(all.end(), split.test.begin(), split.test.end());
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

TEST_CASE("a split holds every sample once, whatever the share") {
  for (const double share : {0.0, 0.1, 0.2, 0.333, 0.5, 0.9})
    for (const Index count : {1, 2, 3, 10, 101}) {
      INFO(share << " of " << count);
      const Split parts = split(oneHot(3, count), share, 1);
      const auto all = together(parts);
      REQUIRE(Index(all.size()) == count);
      for (Index i = 0; i < count; ++i) CHECK(all[std::size_t(i)] == i);
      CHECK(!parts.training.empty());
      const double most = double(count - std::min<Index>(3, count));  // of each class one sample trains
      CHECK(std::abs(double(parts.test.size()) - std::min(most, share * double(count))) <= 1);
    }
}

TEST_CASE("a split keeps every class in training, however rare it is and however much is held out") {
  MatrixXd Y = MatrixXd::Zero(4, 60);
  for (Index i = 0; i < 60; ++i) Y(i == 7 ? 3 : i % 20 == 5 ? 2 : i % 2, i) = 1;
  for (const double share : {0.1, 0.3, 0.5, 0.9})
    for (const double seed : {1, 2, 3, 4, 5}) {
      INFO(share << " by seed " << seed);
      VectorXd trains = VectorXd::Zero(4);
      for (const int i : split(Y, share, seed).training) trains += Y.col(i);
      CHECK(trains.minCoeff() >= 1);
    }
}

TEST_CASE("a split takes the same share of every class") {
  const MatrixXd Y = uneven();
  const Split parts = split(Y, 0.2, 3);
  CHECK(parts.test.size() == 20);
  VectorXd held = VectorXd::Zero(3);
  for (const int i : parts.test) held += Y.col(i);
  CHECK(held == (VectorXd(3) << 10, 6, 4).finished());
  const MatrixXd binary = uneven().row(0);
  double positives = 0;
  for (const int i : split(binary, 0.2, 3).test) positives += binary(0, i);
  CHECK(positives == 10);
}

TEST_CASE("many small classes together give up the share that was asked for, though each alone would round it away") {
  const MatrixXd Y = MatrixXd::NullaryExpr(10, 30, [](Index row, Index column) { return double(column % 10 == row); });
  for (const auto& [share, held] : {std::pair(0.1, 3), {0.2, 6}, {0.5, 15}, {0.6, 18}}) {
    INFO(share << " of 3 samples of each of 10 classes");
    CHECK(int(split(Y, share, 1).test.size()) == held);
  }
}

TEST_CASE("a split follows its seed") {
  const MatrixXd Y = uneven();
  CHECK(split(Y, 0.2, 1).test == split(Y, 0.2, 1).test);
  CHECK(split(Y, 0.2, 1).test != split(Y, 0.2, 2).test);
  CHECK(split(sines(1, 100, 1.7, 0.3), 0.25, 1).test.size() == 25);
}

TEST_CASE("shares and seeds out of range are refused") {
  const double notANumber = std::numeric_limits<double>::quiet_NaN();
  for (const double share : {-0.1, 0.95, 1.0, notANumber})
    CHECK_THAT(refusal([&] { split(uneven(), share, 1); }), StartsWith("testShare: must"));
  for (const double seed : {-1.0, 0.5, 4294967296.0, notANumber})
    CHECK_THAT(refusal([&] { split(uneven(), 0.2, seed); }), StartsWith("seed: must"));
}

TEST_CASE("a standardizer gives the set that it was fitted on mean 0 and deviation 1, and another set its own") {
  const MatrixXd training = (sines(4, 40, 1.7, 0.3, 50).array() + 1000).matrix(), test = sines(4, 15, 1.1, 0.2, 30);
  const Standardizer fitted = Standardizer::fit(training);
  const MatrixXd standard = fitted.apply(training);
  for (Index feature = 0; feature < 4; ++feature) {
    CHECK_THAT(standard.row(feature).mean(), WithinAbs(0, 1e-12));
    CHECK_THAT(standard.row(feature).array().square().mean(), WithinAbs(1, 1e-12));
  }
  const MatrixXd applied = fitted.apply(test);
  for (Index feature = 0; feature < 4; ++feature) {
    const double back = applied(feature, 7) * fitted.deviation[feature] + fitted.mean[feature];
    CHECK_THAT(back, WithinAbs(test(feature, 7), 1e-10));
  }
  CHECK(std::abs(applied.mean()) > 1);
}

TEST_CASE("a feature that never changes is moved to 0, not divided by 0, however its mean is rounded") {
  for (Index count = 1; count <= 40; ++count) {
    INFO(count << " samples");
    MatrixXd X = sines(2, count, 1.7, 0.3);
    X.row(1).setConstant(0.1);
    const Standardizer fitted = Standardizer::fit(X);
    CHECK(fitted.deviation[1] == 1);
    CHECK(fitted.apply(X).row(1).array().abs().maxCoeff() < 1e-15);
    CHECK(Standardizer::fit(X.leftCols(1)).apply(X).allFinite());
  }
}

TEST_CASE("a feature whose changes are too small to be squared is not divided by 0") {
  MatrixXd X = sines(2, 10, 1.7, 0.3);
  X.row(1) *= 1e-200;
  const Standardizer fitted = Standardizer::fit(X);
  CHECK(fitted.deviation[1] == 1);
  CHECK(fitted.apply(X).allFinite());
}

TEST_CASE("a standardizer refuses no samples, other features and what is no finite number") {
  CHECK_THAT(refusal([] { Standardizer::fit(MatrixXd(3, 0)); }), StartsWith("X: must"));
  for (const double hole :
       {std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity(), 1e300}) {
    MatrixXd X = sines(3, 5, 1.7, 0.3);
    X(1, 2) = hole;
    CHECK_THAT(refusal([&] { Standardizer::fit(X); }), StartsWith("X: must be finite numbers"));
  }
  const Standardizer fitted = Standardizer::fit(sines(3, 5, 1.7, 0.3));
  CHECK_THAT(refusal([&] { fitted.apply(sines(2, 5, 1.7, 0.3)); }), StartsWith("X: must have 3"));
}
