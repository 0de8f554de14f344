// What is shown of a sample is the same to the last bit, alone and among any others.
#include "catch.h"
#include "networks.h"

using namespace glassbox;

namespace {

Settings inPrecision(const Settings& settings, bool isSingle) { return isSingle ? inFloat32(settings) : settings; }

/// Checks each of the columns `from`, `from` + 1, ... of X against what the network says of all of X.
void checkPart(Trainer& trainer, const MatrixXd& X, Index from, Index count) {
  const MatrixXd part = X.middleCols(from, count), outputs = predict(trainer, X);
  const std::vector<MatrixXd> all = activationsOf(trainer, X), some = activationsOf(trainer, part);
  for (std::size_t l = 0; l < all.size(); ++l) CHECK(some[l] == all[l].middleCols(from, count));
  CHECK(predict(trainer, part) == outputs.middleCols(from, count));
  CHECK(outputs == all.back());
}

void checkParts(const Settings& settings, const std::vector<UnitIndex>& muted = {}) {
  for (const bool isSingle : {false, true}) {
    INFO(settings.layers[0].activation << (isSingle ? " in float32" : ""));
    Trainer trainer(inPrecision(settings, isSingle));
    trainer.mute(muted);
    const MatrixXd X = sines(settings.inputs, 300, 1.7, 0.9, 1.5);
    for (const Index count : {1, 2, 3, 4, 5, 7, 17, 31, 32, 33, 64, 257})
      for (const Index from : {0, 1, 2, 6, 35}) checkPart(trainer, X, from, count);
    for (Index sample = 0; sample < 40; ++sample) checkPart(trainer, X, sample, 1);
  }
}

}  // namespace

TEST_CASE("a row alone and among others has the same bits in every layer, with every activation") {
  for (const Activation& activation : activations()) {
    const std::string name = activation.name;
    checkParts(settingsFor(64, {{9, name}, {5, name}, {1, "linear"}}));
    checkParts(settingsFor(3, {{4, name}, {3, "softmax"}}), {{0, 1}});
    checkParts(settingsFor(1, {{1, name}}));
  }
}

TEST_CASE("a row alone and among others has the same bits in layers of any size") {
  checkParts(settingsFor(2, {{8, "tanh"}, {8, "tanh"}, {1, "sigmoid"}}));
  checkParts(settingsFor(13, {{7, "silu"}, {3, "softmax"}}));
  checkParts(settingsFor(784, {{50, "relu"}, {10, "softmax"}}));
  checkParts(settingsFor(450, {{33, "sigmoid"}, {1, "sigmoid"}}));
}

TEST_CASE("a trace of one row shows the activations of its prediction and the cost of the row among others") {
  const MatrixXd X = sines(64, 50, 1.7, 0.9, 1.5), Y = oneHot(3, 50);
  for (const char* output : {"softmax", "sigmoid"})
    for (const bool isSingle : {false, true}) {
      Trainer trainer(inPrecision(settingsFor(64, {{9, "tanh"}, {3, output}}, "binaryCrossEntropy"), isSingle));
      const std::vector<MatrixXd> all = activationsOf(trainer, X);
      const VectorXd costs = costsOf(trainer, {X, Y});
      const Trace many = traceOf(trainer, X, Y);
      for (Index sample = 0; sample < X.cols(); ++sample) {
        const Trace one = traceOf(trainer, X.col(sample), Y.col(sample));
        CHECK(one.cost == costs[sample]);
        for (std::size_t l = 0; l < all.size(); ++l) {
          CHECK(one.layers[l].activation == all[l].col(sample));
          CHECK(one.layers[l].Z == many.layers[l].Z.col(sample));
        }
      }
    }
}

TEST_CASE("a trace of the next batch has the gradient that the step goes by, bit for bit") {
  for (const bool isSingle : {false, true})
    for (const double batchSize : {1, 7, 40}) {
      Settings settings = inPrecision(settingsFor(64, {{9, "tanh"}, {3, "softmax"}}, "softmaxCrossEntropy"), isSingle);
      settings.batchSize = batchSize;
      Trainer trainer(settings);
      trainer.setData(sines(64, 50, 1.7, 0.9, 1.5), oneHot(3, 50));
      for (int i = 0; i < 8; ++i) {
        const std::vector<int> batch = trainer.nextBatch();
        const Trace trace =
            traceOf(trainer, trainer.training().X(Eigen::all, batch), trainer.training().Y(Eigen::all, batch));
        trainer.step();
        const auto gradient = unpack(trainer.network(), trainer.memory().gradient);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
          CHECK(trace.layers[l].weightGradient == gradient[l].weights);
          CHECK(trace.layers[l].biasGradient == gradient[l].bias);
        }
      }
    }
}
