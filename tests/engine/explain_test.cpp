// Shock, gradient check and cost surface: they measure, and leave the network as it was.
#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.h"
#include "engine/glassbox.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

const Index rowCount = 300;  // more than go through the network at once

struct Explained : Trainer {
  Explained() : Trainer(settingsFor(3, {{4, "tanh"}, {3, "silu"}, {2, "sigmoid"}}, "binaryCrossEntropy")) {
    setData(sines(3, rowCount, 1.7, 0.9, 1.5), oneHot(2, rowCount));
    step(20);
  }
  Samples rows() const { return samplesOf(rowCount); }
  Samples samplesOf(Index count) const { return {training().X.leftCols(count), training().Y.leftCols(count)}; }
};

}  // namespace

TEST_CASE("a shock measures the cost before and after and the slope that backpropagation claims") {
  Explained trainer;
  for (const ParameterIndex& index : everyParameter(trainer.settings())) {
    const Shock shocked = shock(trainer, index, 1e-4, {}, trainer.rows());
    CHECK(shocked.costBefore == evaluate(trainer).cost);
    CHECK_THAT(shocked.slope, WithinRel(shocked.gradient, 1e-6) || WithinAbs(shocked.gradient, 1e-10));
    CHECK(shocked.secant == (shocked.costAfter - shocked.costBefore) / 1e-4);
    const Trace trace = traceOf(trainer, trainer.rows().X, trainer.rows().Y);
    CHECK_THAT(shocked.gradient, WithinRel(gradientAt(trace, index), 1e-12));

    const auto before = activationsOf(trainer, trainer.rows().X);
    const double value = trainer.parameter(index);
    trainer.setParameter(index, value + 1e-4);
    CHECK(shocked.costAfter == evaluate(trainer).cost);
    const auto after = activationsOf(trainer, trainer.rows().X);
    for (std::size_t l = 0; l < after.size(); ++l)
      CHECK(difference((after[l] - before[l]).rowwise().mean(), MatrixXd(shocked.changes[l])) < 1e-14);
    trainer.setParameter(index, value);
  }
}

TEST_CASE("for every smooth activation shock measures backpropagation's slope of every parameter, whatever the nudge") {
  for (const Activation& activation : activations()) {
    const std::string name = activation.name;
    if (!std::isnan(activation.slopeAtCorner)) continue;
    for (const auto& [cost, output] :
         {std::pair("mse", "linear"), {"binaryCrossEntropy", "sigmoid"}, {"softmaxCrossEntropy", "softmax"}}) {
      INFO(name << ", " << cost);
      Trainer trainer(settingsFor(3, {{4, name}, {3, name}, {2, output}}, cost));
      trainer.setParameters(someParameters(trainer.settings()));
      const Samples rows{sines(3, 20, 1.7, 0.9, 1.5), oneHot(2, 20)};
      for (const ParameterIndex& index : everyParameter(trainer.settings())) {
        const Shock shocked = shock(trainer, index, 3, {}, rows);
        CHECK(std::abs(shocked.gradient - shocked.slope) < std::max(1e-6 * std::abs(shocked.gradient), 1e-9));
        CHECK(shocked.disagreement <= 1);
        CHECK(!shocked.hasCorner);
        CHECK_THAT(shocked.slopeBelow, WithinRel(shocked.gradient, 1e-5) || WithinAbs(shocked.gradient, 5e-7));
        CHECK_THAT(shocked.slopeAbove, WithinRel(shocked.gradient, 1e-5) || WithinAbs(shocked.gradient, 5e-7));
      }
    }
  }
}

TEST_CASE("inputs in the thousands, a kink in the slope and a saturated neuron are measured right too") {
  const auto agreesEverywhere = [](Trainer& trainer, const MatrixXd& X, const MatrixXd& Y, double within) {
    const Samples rows = trainer.samples(X, Y);
    for (const ParameterIndex& index : everyParameter(trainer.settings())) {
      const Shock shocked = shock(trainer, index, 0.1, {}, rows);
      INFO(index.layer << " " << index.row << " " << index.column);
      CHECK(shocked.difference < within);
      CHECK(shocked.disagreement <= 1);
      CHECK(!shocked.hasCorner);
    }
  };
  Trainer large(settingsFor(3, {{1, "sigmoid"}}, "binaryCrossEntropy"));
  large.setParameters({{MatrixXd{{0.001, 0.01, 0}}, VectorXd::Constant(1, -0.9)}});
  agreesEverywhere(large, MatrixXd{{1000, 1250}, {20, 35}, {3, -800}}, MatrixXd{{0, 1}}, 1e-6);
  Trainer bent(settingsFor(1, {{1, "elu"}, {1, "linear"}}));
  bent.setParameters(
      {{MatrixXd::Ones(1, 1), VectorXd::Constant(1, -2)}, {MatrixXd::Constant(1, 1, 3), VectorXd::Zero(1)}});
  agreesEverywhere(bent, MatrixXd::Constant(1, 1, 2), MatrixXd::Ones(1, 1), 1e-6);
  Trainer quiet(settingsFor(2, {{2, "sigmoid"}, {1, "linear"}}));
  quiet.setParameters(
      {{MatrixXd{{8, 9}, {1, 1}}, VectorXd{{3, 0.2}}}, {MatrixXd{{0.7, -0.3}}, VectorXd::Constant(1, 0.1)}});
  agreesEverywhere(quiet, MatrixXd::Ones(2, 1), MatrixXd::Constant(1, 1, 0.3),
                   1e-4);  // slopes of 6e-10 under a cost of 0.02
}

TEST_CASE("where a measured slope has too few digits its error says so") {
  Trainer trainer(settingsFor(1, {{1, "sigmoid"}, {1, "linear"}}));
  trainer.setParameters({{MatrixXd::Constant(1, 1, 30), VectorXd::Zero(1)}, {MatrixXd::Ones(1, 1), VectorXd::Zero(1)}});
  const Shock shocked =
      shock(trainer, {0, 0, 0}, 0.1, {}, trainer.samples(MatrixXd::Ones(1, 1), MatrixXd::Constant(1, 1, 0.3)));
  CHECK(shocked.gradient > 0);
  CHECK(std::abs(shocked.gradient - shocked.slope) <= shocked.slopeError);
  CHECK(shocked.disagreement <= 1);
  CHECK(!shocked.hasCorner);
}

TEST_CASE("a muted or silent relu has no corner to speak of") {
  Trainer trainer(settingsFor(2, {{2, "relu"}, {1, "linear"}}));
  trainer.setParameters(
      {{MatrixXd{{0.5, -0.5}, {-1, -1}}, VectorXd::Zero(2)}, {MatrixXd{{0.7, 0.3}}, VectorXd::Constant(1, 0.1)}});
  trainer.mute({{0, 0}});
  const Samples row = trainer.samples(MatrixXd::Ones(2, 1), MatrixXd::Constant(1, 1, 0.3));
  for (const ParameterIndex index : {ParameterIndex{0, 0, 0}, ParameterIndex{0, 1, 0}}) {
    const Shock shocked = shock(trainer, index, 0.1, {}, row);
    CHECK(shocked.gradient == 0);
    CHECK(std::abs(shocked.slope) <= shocked.slopeError);
    CHECK(!shocked.hasCorner);
  }
}

TEST_CASE("a shock says of a parameter what the gradient check says of it") {
  Explained trainer;
  const Samples rows = trainer.samplesOf(5);
  const SlopePair worst = gradientCheck(trainer, rows).worst;
  const Shock shocked = shock(trainer, worst.parameter, 0.1, {}, rows);
  CHECK(shocked.slope == worst.slope);
  CHECK(shocked.gradient == worst.gradient);
  CHECK(shocked.difference == worst.difference);
  CHECK(shocked.disagreement == worst.disagreement);
  CHECK(shocked.slopeBelow == worst.slopeBelow);
  CHECK(shocked.slopeAbove == worst.slopeAbove);
}

TEST_CASE("at a relu's kink the slopes below and above differ, and the gradient is PyTorch's") {
  Trainer trainer(settingsFor(1, {{1, "relu"}, {1, "linear"}}));
  trainer.setParameters(
      {{MatrixXd::Ones(1, 1), VectorXd::Constant(1, -2)}, {MatrixXd::Constant(1, 1, 3), VectorXd::Zero(1)}});
  const Samples row = trainer.samples(MatrixXd::Constant(1, 1, 2), MatrixXd::Ones(1, 1));
  const Shock bias =
      shock(trainer, {0, 0, ParameterIndex::bias}, 0.5, {}, row);  // C = (3 relu(2 w + b) - 1)^2, 2 w + b = 0
  CHECK(bias.gradient == 0);
  CHECK(bias.hasCorner);
  CHECK_THAT(bias.slopeBelow, WithinAbs(0, 1e-7));
  CHECK_THAT(bias.slopeAbove, WithinAbs(-6, 1e-6));
  CHECK_THAT(bias.slope, WithinAbs(-3, 1e-3));  // their mean, but for 3 h
  CHECK_THAT(bias.difference, WithinAbs(1, 1e-6));
  CHECK_THAT(bias.costAfter, WithinAbs(0.25, 1e-15));
  const Shock weight = shock(trainer, {0, 0, 0}, 0.5, {}, row);
  CHECK(weight.gradient == 0);
  CHECK_THAT(weight.slopeAbove - weight.slopeBelow, WithinAbs(-12, 1e-6));
  const Shock output = shock(trainer, {1, 0, ParameterIndex::bias}, 0.5, {}, row);
  CHECK(output.difference < 1e-9);
  CHECK(!output.hasCorner);
  CHECK_THAT(output.slopeBelow, WithinAbs(output.slopeAbove, 1e-8));
}

TEST_CASE("a shock names the units at a corner for any of the rows: its own and those downstream, and no others") {
  Trainer trainer(settingsFor(1, {{3, "relu"}, {2, "leakyRelu"}, {1, "linear"}}));
  trainer.setParameters({{MatrixXd::Ones(3, 1), VectorXd{{-2, -1.9985, -5.0005}}},  // Z = 0, 0.0015, -0.0005 for a row
                         {MatrixXd::Zero(2, 3), VectorXd{{0, 1e-3}}},  // Z = 0 and 0.001, which is far enough
                         {MatrixXd::Ones(1, 2), VectorXd::Zero(1)}});
  const Samples rows = trainer.samples(MatrixXd{{2, 5}}, MatrixXd{{0.1, 0.2}});
  const auto kinks = [&](const ParameterIndex& index) {
    std::vector<std::pair<int, int>> units;
    for (const auto [layer, unit] : shock(trainer, index, 0.1, {}, rows).kinks) units.push_back({layer, unit});
    return units;
  };
  using Units = std::vector<std::pair<int, int>>;
  CHECK(kinks({0, 0, 0}) == Units{{0, 0}, {1, 0}});
  CHECK(kinks({0, 1, 0}) == Units{{1, 0}});
  CHECK(kinks({0, 2, ParameterIndex::bias}) == Units{{0, 2}, {1, 0}});
  CHECK(kinks({1, 0, 2}) == Units{{1, 0}});
  CHECK(kinks({1, 1, 0}).empty());
  CHECK(kinks({2, 0, 0}).empty());
}

TEST_CASE("a shock moves its own unit and what lies downstream, and nothing else") {
  Explained trainer;
  const Shock shocked = shock(trainer, {1, 2, 0}, 0.5, {}, trainer.rows());
  CHECK(shocked.changes[0].isZero(0));
  CHECK(shocked.changes[1].head(2).isZero(0));
  CHECK(shocked.changes[1][2] != 0);
  CHECK((shocked.changes[2].array() != 0).all());
}

TEST_CASE("explanations leave parameters, optimizer and batches as they were, bit for bit") {
  Explained trainer;
  const auto before = trainer.snapshot();
  shock(trainer, {0, 1, 2}, 0.1, {}, trainer.rows());
  gradientCheck(trainer, trainer.rows());
  costSurface(trainer, {0, 0, 0}, {2, 1, ParameterIndex::bias}, {-2, 2}, {-3, 3}, 5, trainer.rows());
  CHECK(trainer.snapshot() == before);
}

TEST_CASE("the gradient check compares every parameter and finds backpropagation right") {
  Explained trainer;
  const GradientCheck check = gradientCheck(trainer, trainer.samplesOf(5));
  CHECK(check.checked == Index(everyParameter(trainer.settings()).size()));
  CHECK(check.worst.disagreement <= 1);
  CHECK(check.worst.difference < 1e-6);
  Trainer single(inFloat32(trainer.settings()));
  single.setParameters(trainer.parameters());
  CHECK(gradientCheck(single, single.samples(trainer.rows().X, trainer.rows().Y)).worst.difference < 0.1);
}

TEST_CASE("the gradient check in slices finds what it finds at once") {
  Explained trainer;
  const Samples rows = trainer.samplesOf(5);
  const GradientCheck whole = gradientCheck(trainer, rows);
  double worst = 0;
  Index from = 0;
  for (long checked = 0; from < whole.checked; from += checked) {
    const GradientCheck slice = gradientCheck(trainer, rows, from, 7);
    checked = slice.checked;
    REQUIRE(checked == std::min<long>(7, whole.checked - from));
    worst = std::max(worst, slice.worst.disagreement);
  }
  CHECK(from == whole.checked);
  CHECK(worst == whole.worst.disagreement);
  CHECK(gradientCheck(trainer, rows, 3, std::numeric_limits<Index>::max()).checked == whole.checked - 3);
}

TEST_CASE("at a kink the gradient check reports the two different slopes") {
  Trainer trainer(settingsFor(1, {{1, "relu"}}));
  trainer.setParameters({{MatrixXd::Ones(1, 1), VectorXd::Zero(1)}});
  const GradientCheck check = gradientCheck(trainer, trainer.samples(MatrixXd::Zero(1, 1), MatrixXd::Ones(1, 1)));
  CHECK(check.worst.parameter.column == ParameterIndex::bias);
  CHECK(check.worst.gradient == 0);
  CHECK_THAT(check.worst.slope, WithinAbs(-1, 1e-3));
  CHECK(check.worst.difference > 0.9);
  CHECK(check.worst.disagreement > 1);
  CHECK(check.worst.hasCorner);
}

TEST_CASE("a parameter whose cost is no number is the worst of all") {
  Trainer trainer(settingsFor(1, {{1, "linear"}}));
  trainer.setParameters({{MatrixXd::Ones(1, 1), VectorXd::Zero(1)}});
  const Samples huge = trainer.samples(MatrixXd::Constant(1, 1, 1e200), MatrixXd::Ones(1, 1));
  CHECK(!std::isfinite(gradientCheck(trainer, huge).worst.disagreement));
}

TEST_CASE("a shock tells the cost at other values too, and puts the parameter back") {
  Explained trainer;
  const ParameterIndex index{1, 2, 0};
  const VectorXd offsets{{-2, 0, 0.25, 3}};
  const auto before = trainer.snapshot();
  const Shock shocked = shock(trainer, index, 0.1, offsets, trainer.rows());
  CHECK(trainer.snapshot() == before);
  CHECK(shocked.value == trainer.parameter(index));
  CHECK(shocked.costs[1] == shocked.costBefore);
  for (Index i = 0; i < offsets.size(); ++i) {
    CHECK(shocked.values[i] == shocked.value + offsets[i]);
    trainer.setParameter(index, shocked.values[i]);
    CHECK(shocked.costs[i] == evaluate(trainer).cost);
  }
  const VectorXd wrong = VectorXd::Constant(1, std::numeric_limits<double>::infinity());
  CHECK_THAT(refusal([&] { shock(trainer, index, 0.1, wrong, trainer.rows()); }), StartsWith("offsets: must"));
}

TEST_CASE("a cost surface holds the cost of every pair of values, a along columns and b along rows") {
  Explained trainer;
  const ParameterIndex a{0, 2, 1}, b{1, 0, ParameterIndex::bias};
  const CostSurface surface = costSurface(trainer, a, b, {-1, 3}, {-2, -1}, 5, trainer.rows());
  CHECK(surface.a == VectorXd::LinSpaced(5, -1, 3));
  CHECK(surface.b == VectorXd::LinSpaced(5, -2, -1));
  REQUIRE(surface.cost.rows() == 5);
  REQUIRE(surface.cost.cols() == 5);
  for (int column = 0; column < 5; ++column)
    for (int row = 0; row < 5; ++row) {
      trainer.setParameter(a, surface.a[column]);
      trainer.setParameter(b, surface.b[row]);
      CHECK(surface.cost(row, column) == evaluate(trainer).cost);
    }
}

TEST_CASE("the cost surface of one logistic neuron is a bowl: convex along every line of the grid") {
  Trainer trainer(settingsFor(1, {{1, "sigmoid"}}, "binaryCrossEntropy"));
  const MatrixXd X = sines(1, 12, 1.7, 0.3, 2);
  const MatrixXd Y = ((X.array() + sines(1, 12, 2.3, 0.1).array()) > 0).cast<double>();
  const ParameterIndex weight{0, 0, 0}, bias{0, 0, ParameterIndex::bias};
  const MatrixXd cost = costSurface(trainer, weight, bias, {-3, 5}, {-4, 4}, 30, trainer.samples(X, Y)).cost;
  const auto bends = [](const MatrixXd& c) {
    const Index n = c.cols();
    return (c.leftCols(n - 2) + c.rightCols(n - 2) - 2 * c.middleCols(1, n - 2)).eval();
  };
  CHECK(bends(cost).minCoeff() > 0);
  CHECK(bends(cost.transpose()).minCoeff() > 0);
}

TEST_CASE("explanations of what is not there are refused and change nothing") {
  Explained trainer;
  const auto before = trainer.snapshot();
  const double notANumber = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  const Samples rows = trainer.rows(), none{MatrixXd(3, 0), MatrixXd(2, 0)};
  const ParameterIndex a{0, 0, 0}, b{0, 0, 1};
  for (const double epsilon : {0.0, notANumber, infinity})
    CHECK_THAT(refusal([&] { shock(trainer, a, epsilon, {}, rows); }), StartsWith("epsilon: must"));
  CHECK_THAT(refusal([&] { shock(trainer, {3, 0, 0}, 0.1, {}, rows); }), StartsWith("layer: must"));
  CHECK_THAT(refusal([&] { shock(trainer, a, 0.1, {}, none); }), StartsWith("X: must"));
  CHECK_THAT(refusal([&] { gradientCheck(trainer, none); }), StartsWith("X: must"));
  for (const Index from : {Index(-1), trainer.network().parameterCount})
    CHECK_THAT(refusal([&] { gradientCheck(trainer, rows, from, 1); }), StartsWith("from: must"));
  CHECK_THAT(refusal([&] { gradientCheck(trainer, rows, 0, 0); }), StartsWith("count: must"));
  const auto surfaceOf = [&](ParameterIndex second, Range rangeA, Range rangeB, int resolution) {
    return refusal([&] { costSurface(trainer, a, second, rangeA, rangeB, resolution, rows); });
  };
  CHECK_THAT(surfaceOf(a, {0, 1}, {0, 1}, 5), StartsWith("parameterB: must"));
  CHECK_THAT(surfaceOf({0, 9, 0}, {0, 1}, {0, 1}, 5), StartsWith("row: must"));
  CHECK_THAT(surfaceOf(b, {1, 1}, {0, 1}, 5), StartsWith("rangeA: must"));
  CHECK_THAT(surfaceOf(b, {0, 1}, {2, 1}, 5), StartsWith("rangeB: must"));
  CHECK_THAT(surfaceOf(b, {0, notANumber}, {0, 1}, 5), StartsWith("rangeA: must"));
  CHECK_THAT(surfaceOf(b, {0, 1}, {-infinity, 1}, 5), StartsWith("rangeB: must"));
  CHECK_THAT(surfaceOf(b, {0, 1}, {0, 1}, 1), StartsWith("resolution: must"));
  CHECK_THAT(surfaceOf(b, {0, 1}, {0, 1}, Limits::resolution + 1), StartsWith("resolution: must"));
  CHECK(trainer.snapshot() == before);
}
