// The same digits natively and in WebAssembly: both run these tests, against the same numbers.
#include <cstdio>
#include <memory>

#include "catch.h"
#include "engine/options/dataset.h"
#include "routes.h"

using namespace glassbox;

namespace {

/// What the native engine (g++ 12, x86-64, glibc) ended with. Mathematical libraries differ in the last bit, so equal bits
/// cannot be asked for between native and WebAssembly; twelve digits can.
struct End {
  double cost, parameterSum, parameterSquares;
};

void checkEnd(Trainer& trainer, const End& end) {
  const VectorXd parameters = trainer.parameterBuffer();
  CHECK(std::abs(evaluate(trainer).cost - end.cost) < 1e-12);
  CHECK(std::abs(parameters.sum() - end.parameterSum) < 1e-12 * parameters.cwiseAbs().sum());
  CHECK(std::abs(parameters.squaredNorm() - end.parameterSquares) < 1e-12 * end.parameterSquares);
}

struct Run {
  const char* data;
  std::vector<LayerSettings> layers;
  const char* cost;
  const char* optimizer;
  End end;
};

const Run runs[] = {
    {"spiral",
     {{8, "tanh"}, {6, "gelu"}, {1, "sigmoid"}},
     "binaryCrossEntropy",
     "adam",
     {0.66937613418423247, -1.1477394547696347, 16.752541862958903}},
    {"threeSpirals",
     {{16, "relu"}, {3, "softmax"}},
     "softmaxCrossEntropy",
     "nesterov",
     {0.47416841245399127, -1.2502951901634336, 65.692716195669661}},
    {"sine",
     {{8, "softplus"}, {4, "elu"}, {1, "linear"}},
     "huber",
     "rmsprop",
     {0.0040849181927585954, 0.024041367668344256, 22.927529192913639}},
    {"bumps",
     {{8, "silu"}, {8, "leakyRelu"}, {1, "linear"}},
     "mse",
     "adagrad",
     {0.1483257562891229, -1.5122798037293825, 19.533130376385184}},
};

/// Where training ends along each of `routes`. A hidden test writes these lines: engine_tests "[numbers]".
const std::vector<End> ends = {
    {1.0366968592331327, 1.8131945540127519, 18.209266753350978},    // the plain kernel
    {1.0366968592331327, 1.8131945540127519, 18.209266753350978},    // row beside row
    {0.73861343743459518, 1.9675468532274629, 18.805550623078496},   // unit beside unit, a row at a time
    {0.93567470462451974, 0.56859023213984539, 22.021677601223384},  // unit beside unit, dense rows
    {1.0118067604253396, 0.65093657501123381, 21.778262383752814},   // unit beside unit, dense rows, some at a time
    {0.58693199485005776, 0.84118946139787276, 23.764784747079165},  // unit beside unit, sparse rows by their numbers
    {0.92504690808857593, 0.59765584746374201, 22.3495319341109},    // unit beside unit, sparse rows by their inputs
};

std::unique_ptr<Trainer> trainedAlong(const Route& route) {
  const Settings settings = settingsAlong(route, "float64");
  const Samples samples = samplesAlong(route, settings);
  auto trainer = std::make_unique<Trainer>(settings, route.kernels);
  trainer->setData(samples.X, samples.Y);
  trainer->step(60);
  return trainer;
}

}  // namespace

TEST_CASE("native and WebAssembly agree to 1e-12 after 300 steps of training, with both kernels") {
  for (const Kernels kernels : {Kernels::plain, Kernels::fast})
    for (const Run& run : runs) {
      INFO(run.data << ", " << kernelNames()[std::size_t(kernels)]);
      const Samples data = generate(dataset(run.data), 210, 0.05, 5);
      Settings settings = settingsFor(int(data.X.rows()), run.layers, run.cost, run.optimizer);
      settings.initializer = "heNormal";
      settings.batchSize = 9;
      settings.shuffle = true;
      settings.seed = 5;
      Trainer trainer(settings, kernels);
      trainer.setData(data.X, data.Y);
      trainer.step(300);
      checkEnd(trainer, run.end);
    }
}

TEST_CASE("native and WebAssembly agree to 1e-12 after 60 steps along every route through the kernels") {
  REQUIRE(ends.size() == routes.size());
  for (std::size_t i = 0; i < routes.size(); ++i) {
    INFO(routes[i].name);
    checkEnd(*trainedAlong(routes[i]), ends[i]);
  }
}

TEST_CASE("the numbers of the native engine along every route", "[.numbers]") {
  for (const Route& route : routes) {
    const auto trainer = trainedAlong(route);
    const VectorXd parameters = trainer->parameterBuffer();
    std::printf("    {%.17g, %.17g, %.17g},  // %s\n", evaluate(*trainer).cost, parameters.sum(),
                parameters.squaredNorm(), route.name.c_str());
  }
}
