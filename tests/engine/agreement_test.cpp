#include "catch.h"
#include "engine/options/dataset.h"
#include "networks.h"

using namespace glassbox;

namespace {

/// A training run and what the native engine (g++ 12, x86-64, glibc) ended with. Mathematical libraries differ in the last
/// bit, so equal bits cannot be asked for between native and WebAssembly; twelve digits can.
struct Run {
  const char* data;
  std::vector<LayerSettings> layers;
  const char* cost;
  const char* optimizer;
  double endCost, parameterSum, parameterSquares;
};

const Run runs[] = {
    {"spiral",
     {{8, "tanh"}, {6, "gelu"}, {1, "sigmoid"}},
     "binaryCrossEntropy",
     "adam",
     0.66937613418423247,
     -1.1477394547696347,
     16.752541862958903},
    {"threeSpirals",
     {{16, "relu"}, {3, "softmax"}},
     "softmaxCrossEntropy",
     "nesterov",
     0.47416841245399127,
     -1.2502951901634336,
     65.692716195669661},
    {"sine",
     {{8, "softplus"}, {4, "elu"}, {1, "linear"}},
     "huber",
     "rmsprop",
     0.0040849181927585954,
     0.024041367668344256,
     22.927529192913639},
    {"bumps",
     {{8, "silu"}, {8, "leakyRelu"}, {1, "linear"}},
     "mse",
     "adagrad",
     0.1483257562891229,
     -1.5122798037293825,
     19.533130376385184},
};

}  // namespace

TEST_CASE("native and WebAssembly agree to 1e-12 after 300 steps of training") {
  for (const Run& run : runs) {
    INFO(run.data);
    const Samples data = generate(dataset(run.data), 210, 0.05, 5);
    Settings settings = settingsFor(int(data.X.rows()), run.layers, run.cost, run.optimizer);
    settings.initializer = "heNormal";
    settings.batchSize = 9;
    settings.shuffle = true;
    settings.seed = 5;
    Trainer trainer(settings);
    trainer.setData(data.X, data.Y);
    trainer.step(300);
    const VectorXd parameters = trainer.parameterBuffer();
    CHECK(std::abs(evaluate(trainer).cost - run.endCost) < 1e-12);
    CHECK(std::abs(parameters.sum() - run.parameterSum) < 1e-12 * parameters.cwiseAbs().sum());
    CHECK(std::abs(parameters.squaredNorm() - run.parameterSquares) < 1e-12 * run.parameterSquares);
  }
}
