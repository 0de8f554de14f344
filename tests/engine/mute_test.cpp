// A muted unit hands on 0 and gets delta 0: the network without it, which still shows the Z it would have had.
#include "catch.h"
#include "engine/glassbox.h"
#include "engine/options/optimizer.h"
#include "networks.h"
#include "refusal.h"

using namespace glassbox;

namespace {

using Catch::Matchers::StartsWith;

const Index rowCount = 300;  // more than go through the network at once

/// Two hidden layers of the same kind.
Settings hiddenOf(const std::string& activation) {
  return settingsFor(3, {{4, activation}, {3, activation}, {2, "sigmoid"}}, "binaryCrossEntropy");
}

struct Muted : Trainer {
  explicit Muted(const Settings& settings, const std::vector<UnitIndex>& units = {{0, 2}, {1, 0}}) : Trainer(settings) {
    setData(sines(3, rowCount, 1.7, 0.9, 1.5), oneHot(2, rowCount));
    setParameters(someParameters(settings));
    mute(units);
  }
  Trace traced() { return traceOf(*this, training().X, training().Y); }
};

/// The same network built without some units of a layer: their rows are gone, and so are the next layer's columns.
std::vector<LayerParameters> without(std::vector<LayerParameters> layers, UnitIndex gone) {
  const auto l = std::size_t(gone.layer);
  const auto dropRow = [&](const MatrixXd& matrix) {
    MatrixXd rest(matrix.rows() - 1, matrix.cols());
    rest << matrix.topRows(gone.unit), matrix.bottomRows(matrix.rows() - gone.unit - 1);
    return rest;
  };
  layers[l].weights = dropRow(layers[l].weights);
  layers[l].bias = dropRow(layers[l].bias);
  layers[l + 1].weights = dropRow(layers[l + 1].weights.transpose()).transpose();
  return layers;
}

Settings inPrecision(const Settings& settings, bool isSingle) { return isSingle ? inFloat32(settings) : settings; }

}  // namespace

TEST_CASE(
    "with units muted every activation gives the outputs, costs and gradients of the network built without them") {
  for (const Activation& activation : activations())
    for (const bool isSingle : {false, true}) {
      INFO(activation.name << (isSingle ? " in float32" : ""));
      const double tolerance = isSingle ? 1e-5 : 1e-12;
      Muted muted(inPrecision(hiddenOf(activation.name), isSingle));
      const std::string name = activation.name;
      Trainer smaller(
          inPrecision(settingsFor(3, {{3, name}, {2, name}, {2, "sigmoid"}}, "binaryCrossEntropy"), isSingle));
      smaller.setParameters(without(without(muted.parameters(), {0, 2}), {1, 0}));
      smaller.setData(muted.training().X, muted.training().Y);
      CHECK(difference(predict(muted, muted.training().X), predict(smaller, muted.training().X)) < tolerance);
      CHECK(std::abs(evaluate(muted).cost - evaluate(smaller).cost) < tolerance);
      const VectorXd gradient = gradientOf(muted, muted.training());
      const auto rest = without(without(unpack(muted.network(), gradient), {0, 2}), {1, 0});
      CHECK(difference(MatrixXd(pack(smaller.network(), rest)), MatrixXd(gradientOf(smaller, smaller.training()))) <
            tolerance);
    }
}

TEST_CASE("a muted unit shows its Z, hands on 0, gets delta 0, and its weights in and out get no gradient") {
  for (const Activation& activation : activations()) {
    INFO(activation.name);
    Muted trainer(hiddenOf(activation.name));
    const Trace trace = trainer.traced();
    const LayerTrace& layer = trace.layers[0];
    trainer.mute({});
    CHECK(layer.Z == trainer.traced().layers[0].Z);
    CHECK(layer.activation.row(2).isZero(0));
    CHECK(layer.delta.row(2).isZero(0));
    CHECK(layer.weightGradient.row(2).isZero(0));
    CHECK(layer.biasGradient[2] == 0);
    CHECK(trace.layers[1].weightGradient.col(2).isZero(0));
    CHECK(layer.meanActivation[2] == 0);
    CHECK_FALSE(layer.delta.row(1).isZero(0));
  }
}

TEST_CASE("with units muted backpropagation agrees with measured slopes, softmax among them") {
  for (const char* activation : {"linear", "sigmoid", "tanh", "softplus", "gelu", "silu", "softmax"}) {
    INFO(activation);
    Muted trainer(hiddenOf(activation));
    CHECK(gradientCheck(trainer, trainer.training()).worst.difference < 1e-6);
  }
}

TEST_CASE("a muted unit learns nothing and comes back as it was") {
  for (const Optimizer& optimizer : optimizers()) {
    INFO(optimizer.name);
    Settings settings = hiddenOf("tanh");
    settings.optimizer = optimizer.name;
    Muted trainer(settings, {{0, 2}});
    const auto before = trainer.parameters();
    trainer.step(20);
    const auto after = trainer.parameters();
    CHECK(after[0].weights.row(2) == before[0].weights.row(2));
    CHECK(after[0].bias[2] == before[0].bias[2]);
    CHECK(after[1].weights.col(2) == before[1].weights.col(2));
    CHECK(after[0].weights.row(1) != before[0].weights.row(1));
  }
}

TEST_CASE("the penalty pulls the weights of a muted unit as it pulls all others") {
  Settings settings = hiddenOf("tanh");
  settings.l2 = 0.1;
  Muted trainer(settings, {{0, 2}});
  const auto before = trainer.parameters();
  trainer.step();
  const MatrixXd expected = before[0].weights.row(2) * (1 - settings.learningRate * settings.l2);
  CHECK(difference(MatrixXd(trainer.parameters()[0].weights.row(2)), expected) < 1e-15);
}

TEST_CASE("muting replaces the whole list, and nothing muted is as if there had never been a list") {
  Muted trainer(hiddenOf("tanh"), {});
  Trainer never(hiddenOf("tanh"));
  never.setData(trainer.training().X, trainer.training().Y);
  never.setParameters(trainer.parameters());
  trainer.mute({{0, 1}, {0, 1}, {1, 2}});
  trainer.mute({{1, 0}});
  const Trace trace = trainer.traced();
  CHECK_FALSE(trace.layers[0].activation.row(1).isZero(0));
  CHECK_FALSE(trace.layers[1].activation.row(2).isZero(0));
  CHECK(trace.layers[1].activation.row(0).isZero(0));
  trainer.mute({});
  trainer.step(5);
  never.step(5);
  CHECK(trainer.parameterBuffer() == never.parameterBuffer());
}

TEST_CASE("with a whole layer muted the outputs are those of the biases behind it") {
  for (const char* activation : {"tanh", "softmax"}) {
    Muted trainer(hiddenOf(activation), {{0, 0}, {0, 1}, {0, 2}, {0, 3}});
    CHECK(trainer.traced().layers[1].Z.colwise() - trainer.parameters()[1].bias == MatrixXd::Zero(3, rowCount));
    trainer.step(3);
    CHECK_FALSE(trainer.hasDiverged());
  }
}

TEST_CASE("what is muted outlives new data, parameters and settings") {
  Muted trainer(hiddenOf("tanh"), {{0, 2}});
  trainer.setData(trainer.training().X.leftCols(5), trainer.training().Y.leftCols(5));
  trainer.setParameters(someParameters(trainer.settings()));
  Settings settings = trainer.settings();
  settings.optimizer = "adam";
  trainer.configure(settings);
  trainer.reset();
  CHECK(trainer.traced().layers[0].activation.row(2).isZero(0));
}

TEST_CASE("outputs and units that are not there cannot be muted, and the list stays") {
  Muted trainer(hiddenOf("tanh"), {{0, 2}});
  const VectorXd before = gradientOf(trainer, trainer.training());
  for (const UnitIndex wrong : {UnitIndex{2, 0}, {3, 0}, {-1, 0}, {0, 4}, {0, -1}})
    CHECK_THAT(refusal([&] { trainer.mute({{1, 1}, wrong}); }),
               StartsWith("muted: must be hidden neurons of the network, got "));
  CHECK(refusal([&] { trainer.mute({{2, 1}}); }) ==
        "muted: must be hidden neurons of the network, got unit 1 of layer 2");
  CHECK(gradientOf(trainer, trainer.training()) == before);
}
