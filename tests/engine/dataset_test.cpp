// Generated data: shapes, seeds, classes, extents, noise.
#include <limits>
#include <numbers>

#include "catch.h"
#include "engine/options/dataset.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

using Catch::Matchers::StartsWith;

const double pi = std::numbers::pi;

MatrixXd withoutNoise(const char* name, int count = 300) { return generate(dataset(name), count, 0, 1).X; }

/// How far sample i lies from the middle.
double radiusOf(const Samples& s, Index i) { return s.X.col(i).norm(); }

}  // namespace

TEST_CASE("every data set has the shape that it declares, for few samples and for many") {
  for (const Dataset& kind : datasets())
    for (const int count : {1, 2, 3, 7, 500}) {
      INFO(kind.name << " " << count);
      const Samples samples = generate(kind, count, kind.noise, 1);
      CHECK(samples.X.rows() == Index(kind.features.size()));
      CHECK(samples.X.cols() == count);
      CHECK(samples.Y.cols() == count);
      CHECK(samples.Y.rows() == (kind.task == Task::classes ? Index(kind.classes.size()) : 1));
      CHECK(samples.X.allFinite());
      CHECK(samples.Y.allFinite());
      if (count == 500) CHECK(taskOf(samples.Y) == kind.task);
    }
  CHECK_FALSE(datasets().empty());
}

TEST_CASE("the same seed draws the same bits, another seed others") {
  for (const Dataset& kind : datasets()) {
    INFO(kind.name);
    const auto drawn = [&](double seed) { return generate(kind, 100, 0.1, seed); };
    const Samples one = drawn(3), two = drawn(3), other = drawn(4);
    CHECK(one.X == two.X);
    CHECK(one.Y == two.Y);
    CHECK((one.X != other.X || one.Y != other.Y));
  }
}

TEST_CASE("classes are balanced to one sample") {
  for (const Dataset& kind : datasets()) {
    if (kind.task == Task::regression) continue;
    for (const int count : {1, 10, 101, 503}) {
      INFO(kind.name << " " << count);
      const MatrixXd Y = generate(kind, count, kind.noise, 2).Y;
      const int classes = int(kind.classes.size());
      REQUIRE(classes >= 2);
      std::vector<int> counts(kind.classes.size());
      for (Index i = 0; i < count; ++i) ++counts[std::size_t(classOf(Y.col(i)))];
      for (const int have : counts) CHECK(std::abs(have - double(count) / classes) < 1);
      if (kind.task == Task::classes) CHECK((Y.colwise().sum().array() == 1).all());
    }
  }
}

TEST_CASE("features lie within the extents that the table documents, and fill them") {
  for (const Dataset& kind : datasets()) {
    INFO(kind.name);
    const MatrixXd X = generate(kind, 2000, kind.noise, 5).X;
    const double extent = std::string(kind.name) == "sine" ? pi : 1;
    CHECK(X.array().abs().maxCoeff() < 1.6 * extent);
    for (Index feature = 0; feature < X.rows(); ++feature) {
      CHECK(X.row(feature).maxCoeff() > 0.5 * extent);
      CHECK(X.row(feature).minCoeff() < -0.5 * extent);
    }
  }
}

TEST_CASE("noise moves samples by the stated standard deviation") {
  const auto clean = generate(dataset("spiral"), 20'000, 0, 1), noisy = generate(dataset("spiral"), 20'000, 0.1, 1);
  const MatrixXd moved = noisy.X - clean.X;
  CHECK_THAT(std::sqrt(moved.array().square().mean()), Catch::Matchers::WithinRel(0.1, 0.02));
  CHECK(std::abs(moved.mean()) < 0.003);
  for (const char* name : {"plane", "bumps", "sine"}) {
    INFO(name);
    const auto value = generate(dataset(name), 1000, 0, 1), again = generate(dataset(name), 1000, 0, 1);
    CHECK(value.Y == again.Y);
  }
}

TEST_CASE("without noise each data set follows its formula") {
  const auto circle = generate(dataset("circle"), 500, 0, 1), xorSet = generate(dataset("xor"), 500, 0, 1);
  const auto gauss = generate(dataset("gauss"), 500, 0.1, 1), three = generate(dataset("threeSpirals"), 300, 0, 1);
  const auto plane = generate(dataset("plane"), 500, 0, 1), sine = generate(dataset("sine"), 500, 0, 1);
  for (Index i = 0; i < 500; ++i) {
    CHECK((circle.Y(0, i) == 1 ? radiusOf(circle, i) < 0.45 : radiusOf(circle, i) > 0.65));
    CHECK((xorSet.X(0, i) * xorSet.X(1, i) < 0) == (xorSet.Y(0, i) == 1));
    CHECK((gauss.X.col(i).sum() > 0) == (gauss.Y(0, i) == 1));
    CHECK_THAT(plane.Y(0, i), Catch::Matchers::WithinAbs(0.6 * plane.X(0, i) + 0.4 * plane.X(1, i), 1e-15));
    CHECK_THAT(sine.Y(0, i), Catch::Matchers::WithinAbs(std::sin(sine.X(0, i)), 1e-15));
  }
  // cs231n: 100 points an arm, radius 0 to 1 in even steps, angle 4 arm + 4 radius.
  for (Index i = 0; i < 300; ++i) {
    const int arm = classOf(three.Y.col(i));
    const double radius = radiusOf(three, i), angle = 4 * (arm + radius);
    CHECK_THAT(three.X(0, i), Catch::Matchers::WithinAbs(radius * std::sin(angle), 1e-12));
    CHECK_THAT(three.X(1, i), Catch::Matchers::WithinAbs(radius * std::cos(angle), 1e-12));
    CHECK_THAT(radius, Catch::Matchers::WithinAbs(double(i / 3) / 99, 1e-12));
  }
}

TEST_CASE("the two arms of the spiral mirror each other and the moons are half circles") {
  const MatrixXd spiral = withoutNoise("spiral");
  for (Index i = 0; i + 1 < spiral.cols(); i += 2) CHECK((spiral.col(i) + spiral.col(i + 1)).norm() < 1e-12);
  const MatrixXd moons = withoutNoise("moons");
  for (Index i = 0; i < moons.cols(); ++i) {
    const VectorXd middle = (VectorXd(2) << (i % 2 ? 0.5 : -0.5) / 1.5, (i % 2 ? 0.25 : -0.25) / 1.5).finished();
    CHECK_THAT((moons.col(i) - middle).norm(), Catch::Matchers::WithinAbs(1 / 1.5, 1e-12));
  }
}

TEST_CASE("unknown names, counts, noises and seeds are refused") {
  CHECK_THAT(refusal([] { dataset("swissRoll"); }), StartsWith("dataset: must be one of gauss, circle, xor, spiral") &&
                                                        Catch::Matchers::EndsWith("got swissRoll"));
  const Dataset& kind = dataset("gauss");
  for (const int count : {0, -5, 100'001})
    CHECK_THAT(refusal([&] { generate(kind, count, 0, 1); }), StartsWith("samples: must"));
  for (const double noise : {-0.1, 10.5, std::numeric_limits<double>::quiet_NaN()})
    CHECK_THAT(refusal([&] { generate(kind, 10, noise, 1); }), StartsWith("noise: must"));
  for (const double seed : {-1.0, 0.5, 4294967296.0, std::numeric_limits<double>::quiet_NaN()})
    CHECK_THAT(refusal([&] { generate(kind, 10, 0, seed); }), StartsWith("seed: must"));
}

TEST_CASE("the largest count and the largest noise are accepted") {
  const Samples samples = generate(dataset("gauss"), Limits::samples, 10, 4294967295.0);
  CHECK(samples.count() == Limits::samples);
  CHECK(samples.X.allFinite());
}
