#include <emscripten/bind.h>

#include "bindings/convert.h"
#include "bindings/guarded.h"

using namespace glassbox;
using emscripten::val;

namespace {

/// The trainer as JavaScript calls it: conversions in and out, errors guarded, no logic. web/src/engine/engine.js is the
/// facade that checks types and fills in defaults.
class BoundTrainer {
 public:
  BoundTrainer(const Settings& settings, Kernels kernels) : trainer_(settings, kernels) {}

  void configure(val changed) {
    guarded([&] { trainer_.configure(convert::settings(changed)); });
  }
  val settings() const { return convert::settings(trainer_.settings()); }

  void setData(val X, val Y, val testX, val testY, std::string task) {
    guarded([&] {
      trainer_.setData(convert::samples(X), convert::samples(Y), convert::samples(testX), convert::samples(testY),
                       task.empty() ? std::nullopt : std::optional(glassbox::task(task)));
    });
  }
  void setParameters(val layers) {
    guarded([&] { trainer_.setParameters(convert::layerParameters(layers)); });
  }
  val parameters() const { return convert::layerParameters(trainer_.parameters()); }
  void setParametersFlat(val buffer) {
    guarded([&] { trainer_.setParameters(convert::vector(buffer)); });
  }
  val parametersFlat() const { return convert::array(trainer_.parameterBuffer()); }
  void setParameter(val parameter, double value) {
    guarded([&] { trainer_.setParameter(convert::parameter(parameter), value); });
  }
  void lock(val parameters) {
    guarded([&] { trainer_.lock(convert::parameters(parameters)); });
  }
  void unlock(val parameters) {
    guarded([&] { trainer_.unlock(convert::parameters(parameters)); });
  }
  val locked() const {
    return convert::list(trainer_.locked(), [](const ParameterIndex& index) { return convert::parameter(index); });
  }
  void mute(val units) {
    guarded([&] { trainer_.mute(convert::units(units)); });
  }

  val predict(val X) {
    return guarded([&] { return convert::samplesAsRows(glassbox::predict(trainer_, convert::samples(X))); });
  }
  val activations(val X) {
    return guarded([&] { return convert::list(activationsOf(trainer_, convert::samples(X)), convert::samplesAsRows); });
  }
  val predictInto(val X, val into) {
    return guarded([&] { return convert::unitByUnit({glassbox::predict(trainer_, convert::samples(X))}, into); });
  }
  val activationsInto(val X, val into) {
    return guarded([&] { return convert::unitByUnit(activationsOf(trainer_, convert::samples(X)), into); });
  }
  val trace(val X, val Y) {
    return guarded([&] { return convert::trace(traceOf(trainer_, convert::samples(X), convert::samples(Y))); });
  }
  val traceMeans(val X, val Y) {
    return guarded([&] { return convert::traceMeans(traceOf(trainer_, convert::samples(X), convert::samples(Y))); });
  }
  // Where X and Y are null, the training set is meant.
  val evaluate(val X, val Y) {
    return guarded([&] { return convert::measures(glassbox::evaluate(trainer_, rows(X, Y))); });
  }
  val evaluateTest() {
    return guarded([&] { return convert::measures(glassbox::evaluateTest(trainer_)); });
  }
  val costs(val X, val Y) {
    return guarded([&] { return convert::array(costsOf(trainer_, rows(X, Y))); });
  }
  val gradient(val X, val Y) {
    return guarded([&] { return convert::array(gradientOf(trainer_, rows(X, Y))); });
  }
  double penalty() const { return penaltyOf(trainer_); }
  val weightSums() const { return convert::weightSums(weightSumsOf(trainer_)); }

  void step(int count) {
    guarded([&] { trainer_.step(count); });
  }
  void epoch(int count) {
    guarded([&] { trainer_.epoch(count); });
  }
  double steps() const { return double(trainer_.steps()); }
  double epochs() const { return trainer_.epochs(); }
  val nextBatch() const {
    return guarded([&] { return convert::indices(trainer_.nextBatch()); });
  }
  val nextStep() {
    return guarded([&] { return convert::nextStep(glassbox::nextStep(trainer_)); });
  }
  val memory() const { return convert::memory(trainer_.memory()); }
  bool hasDiverged() const { return trainer_.hasDiverged(); }
  void reset() { trainer_.reset(); }
  val snapshot() const { return convert::bytes(trainer_.snapshot()); }
  void restore(val bytes) {
    guarded([&] { trainer_.restore(emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes)); });
  }

  val shock(val parameter, double epsilon, val offsets, val X, val Y) {
    return guarded([&] {
      const ParameterIndex index = convert::parameter(parameter);
      return convert::shock(glassbox::shock(trainer_, index, epsilon, convert::vector(offsets), rows(X, Y)));
    });
  }
  val gradientCheck(val X, val Y, int from, int count) {
    return guarded([&] { return convert::gradientCheck(glassbox::gradientCheck(trainer_, rows(X, Y), from, count)); });
  }
  val costSurface(val a, val b, val rangeA, val rangeB, int resolution, val X, val Y) {
    const auto range = [](const val& pair) { return Range{pair[0].as<double>(), pair[1].as<double>()}; };
    return guarded([&] {
      return convert::costSurface(glassbox::costSurface(trainer_, convert::parameter(a), convert::parameter(b),
                                                        range(rangeA), range(rangeB), resolution, rows(X, Y)));
    });
  }

 private:
  const Samples& rows(const val& X, const val& Y) {
    if (X.isNull()) return trainer_.requireData(), trainer_.training();
    given_ = trainer_.samples(convert::samples(X), convert::samples(Y));
    return given_;
  }

  Trainer trainer_;
  Samples given_;
};

BoundTrainer* create(val settings, std::string kernel) {
  return guarded([&] { return new BoundTrainer(convert::settings(settings), kernels(kernel)); });
}

void bindTrainer() {
  using T = BoundTrainer;
  emscripten::class_<T>("Trainer")
      .constructor(&create, emscripten::allow_raw_pointers())
      .function("configure", &T::configure)
      .function("settings", &T::settings)
      .function("setData", &T::setData)
      .function("setParameters", &T::setParameters)
      .function("parameters", &T::parameters)
      .function("setParametersFlat", &T::setParametersFlat)
      .function("parametersFlat", &T::parametersFlat)
      .function("setParameter", &T::setParameter)
      .function("lock", &T::lock)
      .function("unlock", &T::unlock)
      .function("locked", &T::locked)
      .function("mute", &T::mute)
      .function("predict", &T::predict)
      .function("activations", &T::activations)
      .function("predictInto", &T::predictInto)
      .function("activationsInto", &T::activationsInto)
      .function("trace", &T::trace)
      .function("traceMeans", &T::traceMeans)
      .function("evaluate", &T::evaluate)
      .function("evaluateTest", &T::evaluateTest)
      .function("costs", &T::costs)
      .function("gradient", &T::gradient)
      .function("penalty", &T::penalty)
      .function("weightSums", &T::weightSums)
      .function("step", &T::step)
      .function("epoch", &T::epoch)
      .function("steps", &T::steps)
      .function("epochs", &T::epochs)
      .function("nextBatch", &T::nextBatch)
      .function("nextStep", &T::nextStep)
      .function("memory", &T::memory)
      .function("hasDiverged", &T::hasDiverged)
      .function("reset", &T::reset)
      .function("snapshot", &T::snapshot)
      .function("restore", &T::restore)
      .function("shock", &T::shock)
      .function("gradientCheck", &T::gradientCheck)
      .function("costSurface", &T::costSurface);
}

val catalog() {
  val result = val::object();
  result.set("activations", convert::list(activations(), convert::activationOption));
  result.set("costs", convert::list(costs(), convert::costOption));
  result.set("optimizers", convert::list(optimizers(), convert::optimizerOption));
  result.set("initializers", convert::list(initializers(), convert::option));
  result.set("datasets", convert::list(datasets(), convert::datasetOption));
  result.set("precisions", convert::names(precisions()));
  result.set("kernels", convert::names(kernelNames()));
  result.set("defaults", convert::settings(Settings{}));
  result.set("limits", convert::limits());
  result.set("rules", convert::rules());
  return result;
}

val generateSamples(std::string name, double count, double noise, double seed) {
  return guarded([&] {
    requireAllowed(limit("samples"), count);
    const Samples samples = generate(dataset(name), int(count), noise, seed);
    val result = val::object();
    result.set("X", convert::samplesAsRows(samples.X));
    result.set("Y", convert::samplesAsRows(samples.Y));
    return result;
  });
}

val splitSamples(val Y, double testShare, double seed) {
  return guarded([&] {
    const Split parts = split(convert::samples(Y), testShare, seed);
    val result = val::object();
    result.set("train", convert::indices(parts.training));
    result.set("test", convert::indices(parts.test));
    return result;
  });
}

val fitStandardizer(val X) {
  return guarded([&] {
    const Standardizer fitted = Standardizer::fit(convert::samples(X));
    val result = val::object();
    result.set("mean", convert::array(fitted.mean));
    result.set("deviation", convert::array(fitted.deviation));
    return result;
  });
}

val applyStandardizer(val fitted, val X) {
  return guarded([&] {
    const Standardizer standardizer{convert::vector(fitted["mean"]), convert::vector(fitted["deviation"])};
    return convert::samplesAsRows(standardizer.apply(convert::samples(X)));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(glassbox) {
  bindTrainer();
  emscripten::function("catalog", &catalog);
  emscripten::function("generate", &generateSamples);
  emscripten::function("split", &splitSamples);
  emscripten::function("fitStandardizer", &fitStandardizer);
  emscripten::function("applyStandardizer", &applyStandardizer);
}
