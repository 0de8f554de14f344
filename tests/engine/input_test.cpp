// Data, parameters and rows that do not fit are refused, and what was there stays.
#include <cmath>
#include <limits>

#include "catch.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

Settings classifier(const std::string& cost) { return settingsFor(2, {{3, "tanh"}, {3, "softmax"}}, cost); }

MatrixXd withHole(MatrixXd matrix, double hole) {
  matrix(0, 1) = hole;
  return matrix;
}

const MatrixXd X = sines(2, 9, 1.7, 0.3), Y = oneHot(3, 9);
const double infinity = std::numeric_limits<double>::infinity();
const double notANumber = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("data of the wrong shape or with holes is refused, and the old data stays") {
  Trainer trainer(classifier("mse"));
  trainer.setData(X, Y, X.leftCols(4), Y.leftCols(4));
  trainer.step(3);
  const double cost = evaluate(trainer).cost, testCost = evaluateTest(trainer).cost;
  const auto snapshot = trainer.snapshot();
  const auto refusalOf = [&](const MatrixXd& x, const MatrixXd& y) { return refusal([&] { trainer.setData(x, y); }); };
  CHECK_THAT(refusalOf(sines(3, 9, 1, 0), Y), StartsWith("X: must") && EndsWith("got 3"));
  CHECK_THAT(refusalOf(X, oneHot(2, 9)), StartsWith("Y: must") && EndsWith("got 2"));
  CHECK_THAT(refusalOf(X, oneHot(3, 8)), StartsWith("Y: must") && EndsWith("got 8"));
  CHECK_THAT(refusalOf(MatrixXd(2, 0), MatrixXd(3, 0)), StartsWith("X: must") && EndsWith("got 0"));
  CHECK_THAT(refusalOf(withHole(X, notANumber), Y), StartsWith("X: row 1 must be finite"));
  CHECK_THAT(refusalOf(withHole(X, infinity), Y), StartsWith("X: row 1 must be finite"));
  MatrixXd beginsWithHole = X;
  beginsWithHole(0, 0) = notANumber;
  CHECK_THAT(refusalOf(beginsWithHole, Y), StartsWith("X: row 0 must be finite"));
  CHECK_THAT(refusalOf(X, withHole(Y, notANumber)), StartsWith("Y: row 1 must be finite"));
  CHECK_THAT(refusalOf(MatrixXd::Zero(2, 100'001), MatrixXd::Zero(3, 100'001)),
             StartsWith("X: must") && EndsWith("got 100001"));
  CHECK_THAT(refusal([&] { trainer.setData(X, Y, sines(3, 2, 1, 0), oneHot(3, 2)); }), StartsWith("X: must"));
  CHECK_THAT(refusal([&] { trainer.setData(X, Y, sines(2, 2, 1, 0), oneHot(3, 1)); }), StartsWith("Y: must"));
  CHECK(evaluate(trainer).cost == cost);
  CHECK(evaluateTest(trainer).cost == testCost);
  CHECK(trainer.snapshot() == snapshot);
}

TEST_CASE("in float32, numbers that would round to infinity are refused, and the largest below are not") {
  Trainer trainer(inFloat32(classifier("mse")));
  const double end = 0x1.ffffffp127;
  for (const double sign : {1.0, -1.0}) {
    CHECK(std::isinf(float(sign * end)));
    CHECK_THAT(refusal([&] { trainer.setData(withHole(X, sign * end), Y); }), StartsWith("X: row 1 must be finite"));
    CHECK_NOTHROW(trainer.setData(withHole(X, sign * std::nextafter(end, 0)), Y));
  }
}

TEST_CASE("targets without meaning for the cost are refused, by setData, by trace and by a change of cost") {
  const MatrixXd wide = sines(3, 9, 1.3, 0.4, 5);
  Trainer binary(classifier("binaryCrossEntropy")), classes(classifier("softmaxCrossEntropy"));
  Trainer squares(classifier("mse"));
  for (Trainer* trainer : {&binary, &classes}) {
    CHECK_THAT(refusal([&] { trainer->setData(X, wide); }), StartsWith("targets: must"));
    CHECK_THAT(refusal([&] { traceOf(*trainer, X, wide); }), StartsWith("targets: must"));
    CHECK_THAT(refusal([&] { trainer->setData(X, Y, X, wide); }), StartsWith("targets: must"));
  }
  CHECK_THAT(refusal([&] { classes.setData(X, MatrixXd::Zero(3, 9)); }), StartsWith("targets: must"));
  squares.setData(X, Y, X, wide);
  const double testCost = evaluateTest(squares).cost;
  CHECK_THAT(refusal([&] { squares.configure(classifier("softmaxCrossEntropy")); }), StartsWith("targets: must"));
  CHECK(squares.settings().cost == "mse");
  CHECK(evaluateTest(squares).cost == testCost);
  squares.setData(X, wide);
  CHECK_THAT(refusal([&] { squares.configure(classifier("binaryCrossEntropy")); }), StartsWith("targets: must"));
  CHECK(squares.settings().cost == "mse");
}

TEST_CASE("parameters of the wrong shape or not finite are refused, and the old ones stay") {
  Trainer trainer(classifier("mse"));
  const auto right = trainer.parameters();
  const auto refusalOf = [&](auto change) {
    auto wrong = right;
    change(wrong);
    return refusal([&] { trainer.setParameters(wrong); });
  };
  CHECK_THAT(refusalOf([](auto& p) { p.pop_back(); }), StartsWith("parameters: must"));
  CHECK(refusalOf([](auto& p) { p[0].weights.transposeInPlace(); }) == "weights: must be 3 x 2, got 2 x 3");
  CHECK_THAT(refusalOf([](auto& p) { p[1].bias.resize(2); }), StartsWith("bias: must"));
  CHECK_THAT(refusalOf([](auto& p) { p[1].weights(2, 2) = notANumber; }), StartsWith("parameters: must be finite"));
  CHECK_THAT(refusalOf([](auto& p) { p[0].bias[0] = -infinity; }), StartsWith("parameters: must be finite"));
  CHECK(flat(trainer.parameters()) == flat(right));
  Trainer single(inFloat32(classifier("mse")));
  auto large = right;
  large[0].bias[0] = 1e300;
  CHECK_THAT(refusal([&] { single.setParameters(large); }), StartsWith("parameters: must be finite"));
  CHECK_THAT(refusal([&] { single.setParameter({0, 0, 0}, 1e300); }), StartsWith("value: must be finite"));
  CHECK(single.parameterBuffer().allFinite());
}

TEST_CASE("rows that do not fit the network are refused by predict and trace") {
  Trainer trainer(classifier("mse"));
  CHECK_THAT(refusal([&] { predict(trainer, sines(3, 2, 1, 0)); }), StartsWith("X: must"));
  CHECK_THAT(refusal([&] { predict(trainer, withHole(X, notANumber)); }), StartsWith("X: row 1 must"));
  CHECK_THAT(refusal([&] { traceOf(trainer, X, oneHot(2, 9)); }), StartsWith("Y: must"));
  CHECK_THAT(refusal([&] { traceOf(trainer, X, oneHot(3, 8)); }), StartsWith("Y: must"));
  CHECK_THAT(refusal([&] { traceOf(trainer, MatrixXd(2, 0), MatrixXd(3, 0)); }), StartsWith("X: must"));
  CHECK(predict(trainer, MatrixXd(2, 0)).cols() == 0);
}

TEST_CASE("training without data is refused with a sentence") {
  Trainer trainer(classifier("mse"));
  CHECK(refusal([&] { trainer.requireData(); }) == "data: must be set first (setData), got none");
  CHECK_THAT(refusal([&] { trainer.step(); }), StartsWith("data: must be set"));
  CHECK_THAT(refusal([&] { trainer.epoch(); }), StartsWith("data: must be set"));
  CHECK_THAT(refusal([&] { trainer.nextBatch(); }), StartsWith("data: must be set"));
  CHECK(trainer.steps() == 0);
}

TEST_CASE("a parameter that is not there is refused") {
  Trainer trainer(classifier("mse"));
  CHECK_THAT(refusal([&] { trainer.lock({{2, 0, 0}}); }), StartsWith("layer: must"));
  CHECK_THAT(refusal([&] { trainer.lock({{-1, 0, 0}}); }), StartsWith("layer: must"));
  CHECK_THAT(refusal([&] { trainer.lock({{0, 3, 0}}); }), StartsWith("row: must"));
  CHECK_THAT(refusal([&] { trainer.unlock({{0, 0, 2}}); }), StartsWith("column: must"));
  CHECK_THAT(refusal([&] { trainer.setParameter({0, 0, -2}, 1); }), StartsWith("column: must"));
  CHECK_THAT(refusal([&] { trainer.setParameter({0, 0, 0}, notANumber); }), StartsWith("value: must"));
}
