// What must be true of every network, whatever its numbers.
#include <algorithm>

#include "catch.h"
#include "networks.h"

using namespace glassbox;

namespace {

const Index samples = 7;

Settings classifier() { return settingsFor(3, {{5, "tanh"}, {4, "silu"}, {3, "softmax"}}, "softmaxCrossEntropy"); }
MatrixXd someX() { return sines(3, samples, 1.7, 0.9, 1.5); }
MatrixXd someY() { return oneHot(3, samples); }

struct Started : Trainer {
  explicit Started(const Settings& settings = classifier()) : Trainer(settings) {
    setData(someX(), someY());
    setParameters(someParameters(settings));
  }
};

}  // namespace

TEST_CASE("the gradient of a batch is the mean of the gradients of its rows") {
  Started trainer;
  const Trace batch = traceOf(trainer, someX(), someY());
  double cost = 0;
  auto sum = batch.layers;
  for (auto& layer : sum) layer.weightGradient.setZero(), layer.biasGradient.setZero();
  for (Index row = 0; row < samples; ++row) {
    const Trace one = traceOf(trainer, someX().col(row), someY().col(row));
    cost += one.cost / samples;
    for (std::size_t l = 0; l < sum.size(); ++l) {
      sum[l].weightGradient += one.layers[l].weightGradient / samples;
      sum[l].biasGradient += one.layers[l].biasGradient / samples;
      CHECK(difference(one.layers[l].delta, batch.layers[l].delta.col(row)) < 1e-14);
    }
  }
  CHECK_THAT(cost, Catch::Matchers::WithinAbs(batch.cost, 1e-14));
  for (std::size_t l = 0; l < sum.size(); ++l) {
    CHECK(difference(sum[l].weightGradient, batch.layers[l].weightGradient) < 1e-14);
    CHECK(difference(MatrixXd(sum[l].biasGradient), MatrixXd(batch.layers[l].biasGradient)) < 1e-14);
  }
}

TEST_CASE("the gradient of a weight is the mean over samples of delta times upstream activation") {
  Started trainer;
  const Trace trace = traceOf(trainer, someX(), someY());
  MatrixXd upstream = someX();
  for (const LayerTrace& layer : trace.layers) {
    CHECK(difference(layer.delta * upstream.transpose() / samples, layer.weightGradient) < 1e-14);
    CHECK(difference(layer.delta.rowwise().mean(), MatrixXd(layer.biasGradient)) < 1e-14);
    upstream = layer.activation;
  }
}

TEST_CASE("a trace of any rows leaves the training as it was") {
  Started traced, untouched;
  for (int i = 0; i < 5; ++i) {
    traceOf(traced, someX().leftCols(3), someY().leftCols(3));
    predict(traced, sines(3, 40, 1.1, 0.2));
    traced.step();
    untouched.step();
  }
  CHECK(flat(traced.parameters()) == flat(untouched.parameters()));
}

TEST_CASE("doubling every row of the data changes neither cost nor step") {
  Started once, twice;
  twice.setData(someX().replicate(1, 2), someY().replicate(1, 2));
  twice.setParameters(someParameters(classifier()));
  CHECK_THAT(evaluate(twice).cost, Catch::Matchers::WithinAbs(evaluate(once).cost, 1e-14));
  once.step();
  twice.step();
  CHECK(difference(flat(twice.parameters()), flat(once.parameters())) < 1e-14);
}

TEST_CASE("permuting hidden units leaves the outputs and permutes the deltas") {
  Started trainer;
  const Trace before = traceOf(trainer, someX(), someY());
  Eigen::PermutationMatrix<Eigen::Dynamic> order(5);
  order.indices() << 3, 0, 4, 1, 2;
  auto parameters = trainer.parameters();
  parameters[0].weights = order * parameters[0].weights;
  parameters[0].bias = order * parameters[0].bias;
  parameters[1].weights = parameters[1].weights * order.transpose();
  trainer.setParameters(parameters);
  const Trace after = traceOf(trainer, someX(), someY());
  CHECK(difference(after.layers[2].activation, before.layers[2].activation) < 1e-14);
  CHECK(difference(after.layers[0].delta, order * before.layers[0].delta) < 1e-14);
  CHECK(difference(after.layers[0].weightGradient, order * before.layers[0].weightGradient) < 1e-14);
}

TEST_CASE("weights join column c of the input to row r of the layer") {
  const Settings settings = settingsFor(5, {{2, "linear"}});
  Trainer trainer(settings);
  MatrixXd W(2, 5);
  W << 11, 12, 13, 14, 15, 21, 22, 23, 24, 25;
  trainer.setParameters({{W, (VectorXd(2) << 100, 200).finished()}});
  for (int input = 0; input < 5; ++input) {
    const MatrixXd answer = predict(trainer, MatrixXd::Identity(5, 5).col(input));
    CHECK(answer(0, 0) == 100 + 11 + input);
    CHECK(answer(1, 0) == 200 + 21 + input);
  }
  CHECK(trainer.parameters()[0].weights == W);
}

namespace {

/// Largest difference between the first unit of the hidden layer and any other, after training from zero.
double largestSplit(int units, long steps) {
  Settings settings = settingsFor(3, {{units, "sigmoid"}, {3, "softmax"}}, "softmaxCrossEntropy");
  settings.initializer = "zeros";
  settings.learningRate = 0.5;
  Trainer trainer(settings);
  trainer.setData(someX(), someY());
  trainer.step(steps);
  const auto parameters = trainer.parameters();
  const MatrixXd &in = parameters[0].weights, &out = parameters[1].weights;
  CHECK(out.array().abs().maxCoeff() > 0.01);
  return std::max({(in.rowwise() - in.row(0)).cwiseAbs().maxCoeff(), (out.colwise() - out.col(0)).cwiseAbs().maxCoeff(),
                   (parameters[0].bias.array() - parameters[0].bias[0]).abs().maxCoeff()});
}

}  // namespace

TEST_CASE("a network that starts at zero keeps the units of a layer alike") {
  CHECK(largestSplit(4, 10'000) == 0);
  // An odd number of units may differ in the last bit, for the processor's lanes hold two numbers or four.
  CHECK(largestSplit(5, 100) < 1e-12);
}

TEST_CASE("the output delta of softmax with cross-entropy is activation - Y, bit for bit") {
  Started trainer;
  const Trace trace = traceOf(trainer, someX(), someY());
  CHECK(trace.layers.back().delta == trace.layers.back().activation - someY());
}

TEST_CASE("adding one number to every logit changes nothing") {
  Started trainer;
  const Trace before = traceOf(trainer, someX(), someY());
  auto parameters = trainer.parameters();
  parameters.back().bias.array() += 17.25;
  trainer.setParameters(parameters);
  const Trace after = traceOf(trainer, someX(), someY());
  CHECK_THAT(after.cost, Catch::Matchers::WithinAbs(before.cost, 1e-13));
  CHECK(difference(after.layers.back().activation, before.layers.back().activation) < 1e-13);
  CHECK(difference(after.layers.front().weightGradient, before.layers.front().weightGradient) < 1e-13);
}

TEST_CASE("a vanishing learning rate changes nothing") {
  Settings settings = classifier();
  settings.learningRate = 1e-300;
  Started trainer(settings);
  const auto before = flat(trainer.parameters());
  trainer.step(10);
  CHECK(flat(trainer.parameters()) == before);
}
