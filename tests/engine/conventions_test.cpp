// What cost and penalty mean: how the costs' conventions relate, and what l1 and l2 add to a step.
#include "catch.h"
#include "networks.h"

using namespace glassbox;

namespace {

using Catch::Matchers::WithinRel;

const Index samples = 7;

MatrixXd someX() { return sines(3, samples, 1.7, 0.9, 1.5); }
MatrixXd someY() { return oneHot(3, samples); }

}  // namespace

TEST_CASE("for one output mse is twice the quadratic cost, for three outputs two thirds of it") {
  for (const int outputs : {1, 3}) {
    const auto traceWith = [&](const char* cost) {
      const Settings settings = settingsFor(3, {{4, "tanh"}, {outputs, "sigmoid"}}, cost);
      Trainer trainer(settings);
      trainer.setParameters(someParameters(settings));
      return traceOf(trainer, someX(), someY().topRows(outputs));
    };
    const Trace mse = traceWith("mse"), quadratic = traceWith("quadratic");
    CHECK_THAT(mse.cost, WithinRel(2 * quadratic.cost / outputs, 1e-14));
    CHECK(difference(mse.layers[0].delta, 2 * quadratic.layers[0].delta / outputs) < 1e-14);
  }
}

TEST_CASE("cost is a mean over samples: it does not depend on how many there are") {
  for (const char* cost : {"mse", "quadratic", "huber", "softmaxCrossEntropy", "binaryCrossEntropy"}) {
    INFO(cost);
    const Settings settings = settingsFor(3, {{4, "tanh"}, {3, "softmax"}}, cost);
    Trainer trainer(settings);
    trainer.setParameters(someParameters(settings));
    const Trace one = traceOf(trainer, someX().col(0), someY().col(0));
    const Trace many = traceOf(trainer, someX().col(0).replicate(1, 1000), someY().col(0).replicate(1, 1000));
    CHECK_THAT(many.cost, WithinRel(one.cost, 1e-12));
  }
}

TEST_CASE("penalty is l1 sum |w| + l2/2 sum w^2 of the weights, and its gradient is added in the update only") {
  Settings settings = settingsFor(3, {{5, "tanh"}, {3, "softmax"}}, "softmaxCrossEntropy");
  settings.l1 = 0.01;
  settings.l2 = 0.3;
  settings.learningRate = 0.1;
  Trainer trainer(settings);
  trainer.setData(someX(), someY());
  const auto before = someParameters(settings);
  trainer.setParameters(before);
  double penalty = 0;
  for (const LayerParameters& layer : before)
    penalty += 0.01 * layer.weights.array().abs().sum() + 0.15 * layer.weights.squaredNorm();
  const Trace trace = traceOf(trainer, someX(), someY());
  CHECK_THAT(penaltyOf(trainer), WithinRel(penalty, 1e-13));
  CHECK_THAT(trace.penalty, WithinRel(penalty, 1e-13));
  CHECK(evaluate(trainer).cost == trace.cost);
  trainer.step();
  const auto after = trainer.parameters();
  for (std::size_t l = 0; l < after.size(); ++l) {
    const MatrixXd& w = before[l].weights;
    const MatrixXd gradient = trace.layers[l].weightGradient + 0.01 * w.cwiseSign() + 0.3 * w;
    CHECK(difference(after[l].weights, w - 0.1 * gradient) < 1e-14);
    CHECK(difference(after[l].bias, before[l].bias - 0.1 * trace.layers[l].biasGradient) < 1e-14);
  }
}

TEST_CASE("a weight that l1 has brought to zero can leave it again") {
  Settings settings = settingsFor(1, {{1, "linear"}});
  settings.l1 = 0.1;
  settings.learningRate = 0.1;
  Trainer trainer(settings);
  trainer.setData(MatrixXd::Ones(1, 1), MatrixXd::Ones(1, 1));
  trainer.setParameters({{MatrixXd::Zero(1, 1), VectorXd::Zero(1)}});
  trainer.step();
  CHECK_THAT(trainer.parameters()[0].weights(0, 0), WithinRel(0.2, 1e-14));
}

TEST_CASE("a prediction of 0 where 1 is true costs 100 as in PyTorch, not infinity, and a right one costs nothing") {
  Trainer trainer(settingsFor(1, {{2, "softmax"}}, "binaryCrossEntropy"));
  trainer.setParameters({{MatrixXd{{1000}, {-1000}}, VectorXd::Zero(2)}});
  const MatrixXd X{{1}}, right{{1}, {0}}, wrong{{0}, {1}};
  REQUIRE(difference(predict(trainer, X), right) < 1e-300);
  CHECK(traceOf(trainer, X, wrong).cost == 100);
  CHECK(traceOf(trainer, X, right).cost == 0);
  CHECK(traceOf(trainer, X, wrong).layers[0].delta.allFinite());
}
