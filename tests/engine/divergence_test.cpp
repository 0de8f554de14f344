// Divergence is a state: shown, never an exception, never a page of NaN.
#include <limits>
#include <set>

#include "catch.h"
#include "engine/options/optimizer.h"
#include "routes.h"

using namespace glassbox;

namespace {

/// A learning rate that no curvature of this data stands.
Settings absurd(const std::string& optimizer = "sgd") {
  Settings settings = settingsFor(3, {{4, "relu"}, {2, "linear"}}, "mse", optimizer);
  settings.learningRate = 1000;
  return settings;
}

void feed(Trainer& trainer) { trainer.setData(sines(3, 20, 1.7, 0.9, 100), sines(2, 20, 1.3, 0.2, 100)); }

bool isFinite(const Trainer& trainer) { return trainer.parameterBuffer().allFinite(); }

/// Trains as hard as the settings allow.
void checkStaysFinite(Settings settings) {
  INFO(settings.precision << ", " << settings.optimizer << ", " << settings.layers[0].activation << ", "
                          << settings.layers[1].activation << ", epsilon " << settings.epsilon << ", weightDecay "
                          << settings.weightDecay);
  Trainer trainer(settings);
  feed(trainer);
  CHECK_NOTHROW(trainer.step(600));
  CHECK(isFinite(trainer));
}

struct Diverged : Trainer {
  Diverged() : Trainer(absurd()) {
    feed(*this);
    step(500);
  }
};

}  // namespace

TEST_CASE("an absurd learning rate diverges as a state, and the parameters stay finite") {
  for (const char* optimizer : {"sgd", "momentum", "nesterov"}) {
    INFO(optimizer);
    Trainer trainer(absurd(optimizer));
    feed(trainer);
    CHECK_FALSE(trainer.hasDiverged());
    CHECK_NOTHROW(trainer.step(500));
    CHECK(trainer.hasDiverged());
    CHECK(isFinite(trainer));
  }
}

TEST_CASE("no settings, however absurd, ever leave a parameter that is not a finite number") {
  for (const Optimizer& optimizer : optimizers())
    for (const char* hidden : {"linear", "relu", "softplus", "gelu", "softmax"})
      for (const char* output : {"linear", "sigmoid"})
        for (const auto& [epsilon, weightDecay] : {std::pair(1e-30, 0.0), {1e-30, 1.0}, {1e-8, 0.0}, {1e-8, 1.0}}) {
          Settings settings = absurd(optimizer.name);
          settings.layers[0].activation = hidden;
          settings.layers[1].activation = output;
          settings.epsilon = epsilon;
          settings.weightDecay = weightDecay;
          checkStaysFinite(settings);
          checkStaysFinite(inFloat32(settings));
        }
}

TEST_CASE("a diverged trainer takes no further step") {
  Diverged trainer;
  const auto parameters = flat(trainer.parameters());
  const long steps = trainer.steps();
  trainer.step(10);
  trainer.epoch(2);
  CHECK(flat(trainer.parameters()) == parameters);
  CHECK(trainer.steps() == steps);
  CHECK(trainer.hasDiverged());
}

TEST_CASE("setting parameters, resetting or restoring ends divergence") {
  Trainer trainer(absurd());
  feed(trainer);
  const auto start = trainer.parameters();
  const auto snapshot = trainer.snapshot();
  trainer.step(500);
  REQUIRE(trainer.hasDiverged());

  SECTION("setParameters") { trainer.setParameters(start); }
  SECTION("reset") { trainer.reset(); }
  SECTION("restore") { trainer.restore(snapshot); }

  CHECK_FALSE(trainer.hasDiverged());
  Settings calm = absurd();
  calm.learningRate = 1e-6;
  trainer.configure(calm);
  const double cost = evaluate(trainer).cost;
  trainer.step(20);
  CHECK_FALSE(trainer.hasDiverged());
  CHECK(evaluate(trainer).cost < cost);
}

TEST_CASE("a snapshot of a diverged trainer restores as diverged") {
  Diverged trainer;
  const auto snapshot = trainer.snapshot();
  trainer.reset();
  trainer.restore(snapshot);
  CHECK(trainer.hasDiverged());
}

TEST_CASE("weights as large as they can be are not taken for divergence, though their sum would be too large") {
  for (const Optimizer& optimizer : optimizers()) {
    INFO(optimizer.name);
    Trainer trainer(settingsFor(8, {{8, "tanh"}, {1, "linear"}}, "mse", optimizer.name));
    auto parameters = trainer.parameters();
    parameters[0].weights.setConstant(std::numeric_limits<double>::max());
    trainer.setParameters(parameters);
    trainer.setData(MatrixXd::Zero(8, 4),
                    MatrixXd::Constant(1, 4, 0.5));  // no weight of the first layer has a gradient
    trainer.step();
    CHECK_FALSE(trainer.hasDiverged());
    CHECK(trainer.steps() == 1);
  }
}

TEST_CASE("a parameter without gradient stays where it is, however small epsilon") {
  for (const Optimizer& optimizer : optimizers()) {
    INFO(optimizer.name);
    Settings settings = settingsFor(3, {{4, "relu"}, {2, "linear"}}, "mse", optimizer.name);
    settings.initializer = "zeros";  // the hidden layer's gradient is 0, and so are the optimizer's sums
    settings.epsilon = 1e-30;
    for (const Settings& precise : {settings, inFloat32(settings)}) {
      Trainer trainer(precise);
      feed(trainer);
      trainer.step(3);
      CHECK(trainer.parameters()[0].weights.isZero(0));
      CHECK_FALSE(trainer.hasDiverged());
    }
  }
}

namespace {

/// Steps until divergence; -1 if there is none in the first `most`.
long stepsToDivergence(const Settings& settings, Kernels kernels, const Samples& samples, long most) {
  Trainer trainer(settings, kernels);
  trainer.setData(samples.X, samples.Y);
  trainer.step(most);
  return trainer.hasDiverged() ? trainer.steps() : -1;
}

}  // namespace

// Numbers grow so steeply here that it decides nothing what the kernels round in different ways.
TEST_CASE("along every route training diverges at the very step at which the plain kernel does") {
  const Route route = GENERATE(from_range(routes));
  const std::string precision = GENERATE("float64", "float32");
  const bool isLong = route.batch > 100;  // large batches take long
  const long most = isLong ? 8 : 24;
  const auto activations =
      isLong ? std::vector{"relu", "tanh"} : std::vector{"linear", "relu", "softplus", "gelu", "tanh", "softmax"};
  std::set<std::string> diverged;  // after a first step
  for (const double scale : {1e2, precision == "float64" ? 1e70 : 1e3}) {
    Samples samples = samplesAlong(route, settingsAlong(route, precision));
    samples.X *= scale;
    for (const Optimizer& optimizer : optimizers())
      for (const char* hidden : activations) {
        INFO(optimizer.name << ", " << precision << ", " << hidden << ", numbers of " << scale << ", " << route.name);
        Settings settings = settingsAlong(route, precision, optimizer.name);
        settings.layers = {{6, hidden}, {5, hidden}, {3, "linear"}};
        settings.cost = "mse";
        settings.learningRate = 1000;
        const long plain = stepsToDivergence(settings, Kernels::plain, samples, most);
        CHECK(stepsToDivergence(settings, Kernels::fast, samples, most) == plain);
        if (plain > 0) diverged.insert(optimizer.name);
      }
  }
  CHECK(diverged.size() == optimizers().size());
}
