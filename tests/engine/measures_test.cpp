// Cost, accuracy, confusion and r2, over the training and the test set, by hand.
#include "catch.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

using Confusion = std::vector<std::vector<long>>;

using Catch::Matchers::WithinAbs;

/// Hands its inputs on: predictions are what X says.
struct Echo : Trainer {
  Echo(int units, const std::string& activation, const std::string& cost)
      : Trainer(settingsFor(units, {{units, activation}}, cost)) {
    setParameters({{MatrixXd::Identity(units, units), VectorXd::Zero(units)}});
  }
};

}  // namespace

TEST_CASE("accuracy of one output counts predictions on the right side of one half") {
  Echo trainer(1, "sigmoid", "binaryCrossEntropy");
  trainer.setData((MatrixXd(1, 5) << -2, -0.1, 0, 0.1, 3).finished(), (MatrixXd(1, 5) << 0, 1, 1, 0, 1).finished());
  CHECK(evaluate(trainer).accuracy == 3.0 / 5);
  CHECK(evaluate(trainer, trainer.training()).confusion == Confusion{{1, 1}, {1, 2}});
  CHECK(std::isnan(evaluate(trainer).r2));
}

TEST_CASE("accuracy and confusion of several outputs go by the largest") {
  Echo trainer(3, "softmax", "softmaxCrossEntropy");
  MatrixXd X(3, 4), Y = MatrixXd::Zero(3, 4);
  X << 2, 1, 0, 5, 1, 3, 0.5, 6, 0, 2, 9, 7;
  Y(0, 0) = Y(2, 1) = Y(2, 2) = Y(1, 3) = 1;
  trainer.setData(X, Y);
  CHECK(evaluate(trainer).accuracy == 0.5);
  CHECK(evaluate(trainer, trainer.training()).confusion == Confusion{{1, 0, 0}, {0, 0, 1}, {0, 1, 1}});
}

TEST_CASE("targets of 0 and 1 that are said to be numbers are measured as numbers") {
  Echo trainer(1, "linear", "mse");
  const MatrixXd Y = (MatrixXd(1, 4) << 0, 1, 1, 0).finished(), X = (MatrixXd(1, 4) << 0, 1, 1, 0.5).finished();
  const MatrixXd none(1, 0);
  trainer.setData(X, Y, none, none, Task::regression);
  CHECK(std::isnan(evaluate(trainer).accuracy));
  CHECK(evaluate(trainer).r2 == 1 - 0.25 / 1);
  trainer.setData(X, Y, none, none);
  CHECK(evaluate(trainer).accuracy == 0.75);
  CHECK(refusal([&] { trainer.setData(X, 2 * Y, none, none, Task::binary); }) ==
        "task: must fit the targets: 0 and 1 for binary, one-hot for classes, got binary");
  CHECK(refusal([&] { task("sorting"); }) == "task: must be one of binary, classes, regression, got sorting");
}

TEST_CASE("r2 is 1 for a perfect fit, 0 for the mean, by its formula between, and unknown if targets never change") {
  Echo trainer(1, "linear", "mse");
  const MatrixXd Y = (MatrixXd(1, 4) << 1, 2, 3, 6).finished(), X = (MatrixXd(1, 4) << 1.5, 2, 2, 7).finished();
  trainer.setData(Y, Y);
  CHECK(evaluate(trainer).r2 == 1);
  trainer.setData(MatrixXd::Constant(1, 4, 3), Y);
  CHECK_THAT(evaluate(trainer).r2, WithinAbs(0, 1e-15));
  trainer.setData(X, Y);
  CHECK_THAT(evaluate(trainer).r2, WithinAbs(1 - 2.25 / 14, 1e-15));
  CHECK_THAT(evaluate(trainer).cost, WithinAbs(2.25 / 4, 1e-15));
  CHECK(std::isnan(evaluate(trainer).accuracy));
  trainer.setData(X, MatrixXd::Constant(1, 4, 2.5));
  CHECK(std::isnan(evaluate(trainer).r2));
}

TEST_CASE("the test set is measured apart, and is unknown while there is none") {
  Echo trainer(1, "linear", "mse");
  const MatrixXd X = sines(1, 600, 1.7, 0.3), Y = sines(1, 600, 1.3, 0.2);
  trainer.setData(X, Y);
  CHECK((std::isnan(evaluateTest(trainer).cost) && std::isnan(evaluateTest(trainer).accuracy) &&
         std::isnan(evaluateTest(trainer).r2)));
  trainer.setData(X.leftCols(300), Y.leftCols(300), X.rightCols(300), Y.rightCols(300));
  const auto mse = [&](Index from) { return (X - Y).middleCols(from, 300).array().square().mean(); };
  CHECK_THAT(evaluate(trainer).cost, WithinAbs(mse(0), 1e-14));
  CHECK_THAT(evaluateTest(trainer).cost, WithinAbs(mse(300), 1e-14));
  const MatrixXd testY = Y.rightCols(300);
  CHECK_THAT(evaluateTest(trainer).r2, WithinAbs(1 - mse(300) / (testY.array() - testY.mean()).square().mean(), 1e-12));
}

TEST_CASE("training never looks at the test set") {
  const Settings settings = settingsFor(2, {{3, "tanh"}, {1, "linear"}});
  Trainer with(settings), without(settings);
  const MatrixXd X = sines(2, 30, 1.7, 0.3), Y = sines(1, 30, 1.3, 0.2);
  with.setData(X, Y, 100 * X, 100 * Y);
  without.setData(X, Y);
  with.step(50);
  without.step(50);
  CHECK(flat(with.parameters()) == flat(without.parameters()));
}
