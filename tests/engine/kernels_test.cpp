// Fast kernels against the plain one, which is the reference.
#include "catch.h"
#include "engine/kernels/plain_pass.h"
#include "engine/kernels/samples_pass.h"
#include "engine/kernels/units_pass.h"
#include "engine/math/pack.h"
#include "engine/math/text.h"
#include "pairs.h"
#include "refusal.h"
#include "routes.h"

using namespace glassbox;

namespace {

Settings inPrecision(const Settings& settings, bool isSingle) { return isSingle ? inFloat32(settings) : settings; }

constexpr int batches[] = {1, 3, 4, 7, 16, 30, 257};
constexpr int widths[] = {1, 2, 3, 5, 8, 17, 33};

/// A network with one of every choice: see `choices`.
struct Combination {
  const Activation& activation;
  const Cost& cost;
  const Optimizer& optimizer;
  int batch, width, next;
  bool isSingle, isLocked, isMuted, isPenalised, isSparse;

  static std::vector<int> choices() {
    return {int(activations().size()), int(costs().size()), int(optimizers().size()), 7, 7, 7, 2, 2, 2, 2, 2};
  }
  explicit Combination(const std::vector<int>& of)
      : activation(activations()[std::size_t(of[0])]),
        cost(costs()[std::size_t(of[1])]),
        optimizer(optimizers()[std::size_t(of[2])]),
        batch(batches[of[3]]),
        width(widths[of[4]]),
        next(widths[of[5]]),
        isSingle(of[6]),
        isLocked(of[7]),
        isMuted(of[8] && width > 1),
        isPenalised(of[9]),
        isSparse(of[10]) {}

  std::string name() const {
    return std::string(activation.name) + ", " + cost.name + ", " + optimizer.name + ", batches of " + text(batch) +
           ", " + text(width) + " and " + text(next) + " wide" + (isSingle ? ", float32" : "") +
           (isLocked ? ", locked" : "") + (isMuted ? ", muted" : "") + (isPenalised ? ", l1 and l2" : "") +
           (isSparse ? ", sparse" : "");
  }
  Settings settings() const {
    const bool isOutput = activation.low >= cost.low && activation.high <= cost.high;
    Settings settings = settingsFor(
        17, {{width, activation.name}, {next, activation.name}, {2, isOutput ? activation.name : "sigmoid"}}, cost.name,
        optimizer.name);
    settings.batchSize = batch;
    settings.shuffle = true;
    if (isPenalised) settings.l1 = settings.l2 = 0.01;
    return inPrecision(settings, isSingle);
  }
  Samples samples() const {
    Samples samples{sines(17, 300, 1.7, 0.9, 1.5), oneHot(2, 300)};
    if (isSparse) samples.X = (samples.X.array() > 1).select(samples.X, 0);
    return samples;
  }
  void prepare(Trainer& trainer) const {
    const Samples rows = samples();
    trainer.setData(rows.X, rows.Y);
    if (isLocked) trainer.lock({{0, 0, 3}, {1, 0, ParameterIndex::bias}});
    if (isMuted) trainer.mute({{0, 1}});
  }
};

/// Sums of the absolute terms that each layer's delta is made of, those of the deltas behind it included: what rounding is
/// relative to. Of a softmax in between, which has no slope of its own, delta itself.
std::vector<MatrixXd> deltaTerms(const Trace& trace, const std::vector<LayerParameters>& parameters) {
  std::vector<MatrixXd> terms(trace.layers.size());
  for (std::size_t l = terms.size(); l-- > 0;) {
    const LayerTrace& layer = trace.layers[l];
    terms[l] = layer.delta.cwiseAbs();
    if (l + 1 == terms.size() || layer.slope.hasNaN()) continue;
    terms[l] = (parameters[l + 1].weights.cwiseAbs().transpose() * terms[l + 1]).cwiseProduct(layer.slope.cwiseAbs());
  }
  return terms;
}

/// How far the two gradients are apart, at the worst of places, relative to the sum of the absolute terms of the first.
double disagreement(const Trainer& trainer, const Trace& a, const Trace& b, const MatrixXd& X) {
  const std::vector<MatrixXd> terms = deltaTerms(a, trainer.parameters());
  double worst = 0;
  for (std::size_t l = 0; l < a.layers.size(); ++l) {
    const MatrixXd input = l == 0 ? X : a.layers[l - 1].activation;
    const MatrixXd ofWeights = terms[l] * input.cwiseAbs().transpose() / double(X.cols());
    const VectorXd ofBias = terms[l].rowwise().mean();
    const MatrixXd apart = (a.layers[l].weightGradient - b.layers[l].weightGradient).cwiseAbs();
    const VectorXd biasApart = (a.layers[l].biasGradient - b.layers[l].biasGradient).cwiseAbs();
    worst = std::max({worst, (apart.array() / ofWeights.array().max(1e-30)).maxCoeff(),
                      (biasApart.array() / ofBias.array().max(1e-30)).maxCoeff()});
  }
  return worst;
}

/// Predictions, gradients and a few steps of both kernels.
void checkAgreement(const Combination& combination) {
  INFO(combination.name());
  Trainer plain(combination.settings(), Kernels::plain), fast(combination.settings());
  const Samples rows = combination.samples();
  for (Trainer* trainer : {&plain, &fast}) combination.prepare(*trainer);
  const double tolerance = combination.isSingle ? 1e-5 : 1e-12;
  CHECK(predict(plain, rows.X) == predict(fast, rows.X));
  CHECK(disagreement(plain, traceOf(plain, rows.X, rows.Y), traceOf(fast, rows.X, rows.Y), rows.X) < tolerance);
  const std::vector<int> batch = fast.nextBatch();
  const MatrixXd X = rows.X(Eigen::all, batch), Y = rows.Y(Eigen::all, batch);
  const Trace trace = traceOf(fast, X, Y);
  CHECK(disagreement(plain, traceOf(plain, X, Y), trace, X) < tolerance);
  const NextStep next = nextStep(fast);
  fast.step();
  CHECK(next.after == fast.parameterBuffer());
  CHECK(next.gradient == fast.memory().gradient);
  plain.step();
  CHECK(plain.hasDiverged() == fast.hasDiverged());
}

/// Whether batches of that size go through the network in that kind of pass.
template <class Kind>
bool goesThrough(const Settings& settings, Kernels kernels, Index batch) {
  const Network network(settings);
  return dynamic_cast<Kind*>(makePass<double>(network, kernels, batch).get()) != nullptr;
}

}  // namespace

TEST_CASE("kernels are known by their names, and others are refused") {
  for (const char* name : kernelNames()) CHECK(kernelNames()[std::size_t(kernels(name))] == std::string(name));
  CHECK(kernels("plain") == Kernels::plain);
  CHECK(kernels("fast") == Kernels::fast);
  CHECK(refusal([] { kernels("quick"); }) == "kernel: must be one of plain, fast, got quick");
}

TEST_CASE("fast is unit beside unit for single rows and wide layers, and row beside row for small networks") {
  const Settings small = settingsFor(2, {{8, "tanh"}, {1, "sigmoid"}});
  const Settings wide = settingsFor(784, {{30, "sigmoid"}, {10, "sigmoid"}});
  CHECK(goesThrough<UnitsPass<double>>(small, Kernels::fast, 1));
  CHECK(goesThrough<SamplesPass<double>>(small, Kernels::fast, 100));
  CHECK(goesThrough<UnitsPass<double>>(wide, Kernels::fast, 100));
  CHECK(goesThrough<PlainPass<double>>(small, Kernels::plain, 100));
}

TEST_CASE("every route leads through the kernel that it names") {
  const auto pass = [](const Route& route) {
    const Network network(settingsAlong(route, "float64"));
    return makePass<double>(network, route.kernels, route.batch);
  };
  for (const Route& route : routes) {
    INFO(route.name);
    CHECK((dynamic_cast<PlainPass<double>*>(pass(route).get()) != nullptr) == route.name.starts_with("the plain"));
    CHECK((dynamic_cast<SamplesPass<double>*>(pass(route).get()) != nullptr) == route.name.starts_with("row beside"));
    CHECK((dynamic_cast<UnitsPass<double>*>(pass(route).get()) != nullptr) == route.name.starts_with("unit beside"));
  }
}

TEST_CASE("rows go side by side through small networks in as many lanes as a batch fills") {
  for (const Index packs : {1, 4}) {
    CHECK(sampleLanesFor<double>(packs * Pack<double>::size).lanes == packs * Pack<double>::size);
    CHECK(sampleLanesFor<float>(packs * Pack<float>::size).lanes == packs * Pack<float>::size);
  }
}

TEST_CASE("fast kernels agree with the plain one, whatever two options meet") {
  const auto combinations = everyPair(Combination::choices());
  CHECK(combinations.size() > 70);
  for (const std::vector<int>& choice : combinations) checkAgreement(Combination(choice));
}

TEST_CASE("a few rows, dense or sparse, go through a wide network as through a plain one") {
  for (const bool isSingle : {false, true})
    for (const bool isSparse : {false, true})
      for (Index count = 1; count <= 12; ++count) {
        INFO(count << (isSparse ? " sparse" : " dense") << " rows" << (isSingle ? " in float32" : ""));
        const Settings settings =
            inPrecision(settingsFor(784, {{30, "sigmoid"}, {10, "sigmoid"}}, "quadratic"), isSingle);
        Trainer plain(settings, Kernels::plain), fast(settings);
        MatrixXd X = sines(784, count, 1.7, 0.9, 1.5);
        if (isSparse) X = (X.array() > 1).select(X, 0).eval();
        const MatrixXd Y = oneHot(10, count);
        for (Trainer* trainer : {&plain, &fast}) trainer->setData(X, Y);
        CHECK(disagreement(plain, traceOf(plain, X, Y), traceOf(fast, X, Y), X) < (isSingle ? 1e-5 : 1e-12));
        fast.step();
        CHECK(!fast.hasDiverged());
      }
}

TEST_CASE("batches of several chunks go through a wide network as through a plain one, wherever a layer is cut") {
  const Settings settings = settingsFor(20, {{512, "tanh"}, {3, "sigmoid"}}, "quadratic");
  const MatrixXd X = sines(20, 200, 1.7, 0.9, 1.5), Y = oneHot(3, 200);
  Trainer plain(settings, Kernels::plain), fast(settings);
  CHECK(disagreement(plain, traceOf(plain, X, Y), traceOf(fast, X, Y), X) < 1e-12);
}

// Some minutes: ./dev check runs it.
TEST_CASE("fast kernels agree with the plain one in every combination of options with one width", "[.full]") {
  std::vector<int> choices = Combination::choices();
  std::vector<int> of(choices.size());
  of[5] = 2;  // the second layer is 3 wide
  for (;;) {
    checkAgreement(Combination(of));
    std::size_t kind = 0;
    while (kind < of.size() && (kind == 5 || ++of[kind] == choices[kind])) {
      if (kind != 5) of[kind] = 0;
      ++kind;
    }
    if (kind == of.size()) break;
  }
}

namespace {

/// Has the first `units` of hidden layer `layer` start alike, all of them.
void makeAlike(std::vector<LayerParameters>& parameters, std::size_t layer) {
  LayerParameters &own = parameters[layer], &next = parameters[layer + 1];
  own.weights.rowwise() = Eigen::RowVectorXd(own.weights.row(0));
  next.weights.colwise() = VectorXd(next.weights.col(0));
}

void checkAlike(const std::vector<LayerParameters>& parameters, std::size_t layer) {
  const LayerParameters &own = parameters[layer], &next = parameters[layer + 1];
  for (Index unit = 1; unit < own.bias.size(); ++unit) {
    CHECK(own.weights.row(unit) == own.weights.row(0));
    CHECK(own.bias[unit] == own.bias[0]);
    CHECK(next.weights.col(unit) == next.weights.col(0));
  }
}

/// In a network of two hidden layers of that many units each.
void checkStayAlike(const Route& route, int units, const std::string& precision, long steps) {
  INFO(units << " units, " << route.name << " in " << precision);
  Settings settings = settingsAlong(route, precision);
  settings.inputs = route.inputs(units);
  settings.layers = {{units, "tanh"}, {units, "silu"}, {3, "softmax"}};
  Trainer trainer(settings, route.kernels);
  std::vector<LayerParameters> parameters = trainer.parameters();
  for (const std::size_t layer : {0, 1}) makeAlike(parameters, layer);
  trainer.setParameters(parameters);
  const Samples samples = samplesAlong(route, settings);
  trainer.setData(samples.X, samples.Y);
  trainer.step(steps);
  const std::vector<LayerParameters> after = trainer.parameters();
  CHECK(!trainer.hasDiverged());
  CHECK(after[0].weights.row(0) != parameters[0].weights.row(0));
  for (const std::size_t layer : {0, 1}) checkAlike(after, layer);
}

}  // namespace

TEST_CASE("units that start alike stay alike, any number of them, along every route") {
  const Route route = GENERATE(from_range(routes));
  for (int units = 2; units <= 40; ++units)
    for (const char* precision : {"float64", "float32"}) checkStayAlike(route, units, precision, 6);
}

TEST_CASE("units that start alike stay alike for ever") {
  const Route route = GENERATE(from_range(routes));
  for (const int units : {3, 6, 17})
    for (const char* precision : {"float64", "float32"})
      checkStayAlike(route, units, precision, route.isWide ? 100 : 2000);
}

namespace {

/// Seven steps: each batch is traced, each step announced, and both are what the step then does.
void checkStepsAsTold(const Settings& settings, const Samples& samples, Kernels kernels = Kernels::fast) {
  Trainer trainer(settings, kernels);
  trainer.setData(samples.X, samples.Y);
  for (int i = 0; i < 7; ++i) {
    const std::vector<int> batch = trainer.nextBatch();
    const Samples rows{samples.X(Eigen::all, batch), samples.Y(Eigen::all, batch)};
    const Trace trace = traceOf(trainer, rows.X, rows.Y);
    const VectorXd gradient = gradientOf(trainer, rows);
    const NextStep next = nextStep(trainer);
    CHECK(next.before == trainer.parameterBuffer());
    trainer.step();
    CHECK(gradient == trainer.memory().gradient);
    CHECK(next.gradient == gradient);
    CHECK(next.after == trainer.parameterBuffer());
    CHECK(next.memoryAfter.first == trainer.memory().first);
    CHECK(next.memoryAfter.second == trainer.memory().second);
    CHECK(next.memoryAfter.steps == next.memory.steps + 1);
    const std::vector<LayerParameters> layers = unpack(trainer.network(), gradient);
    for (std::size_t l = 0; l < layers.size(); ++l) {
      CHECK(trace.layers[l].weightGradient == layers[l].weights);
      CHECK(trace.layers[l].biasGradient == layers[l].bias);
    }
  }
}

}  // namespace

TEST_CASE("the trace of a batch, the step announced and the step agree bit for bit along every route") {
  const Route route = GENERATE(from_range(routes));
  const std::string precision = GENERATE("float64", "float32");
  INFO(route.name << " in " << precision);
  const Settings settings = settingsAlong(route, precision);
  checkStepsAsTold(settings, samplesAlong(route, settings), route.kernels);
}

// Batches are taken in together, and together they choose how: one alone would often choose another way.
TEST_CASE("trace and step agree bit for bit where some batches are sparse and others dense") {
  const std::string precision = GENERATE("float64", "float32");
  for (const int batch : {1, 10, 16, 150})
    for (const int shift : {0, 5}) {
      INFO("batches of " << batch << " in " << precision << ", from " << shift << " on");
      Route route{"", Kernels::fast, batch, true, 8};
      Settings settings = settingsAlong(route, precision);
      settings.shuffle = false;
      Samples samples{sines(settings.inputs, 7 * batch, 1.7, 0.9, 1.5), oneHot(3, 7 * batch)};
      for (int i = 0; i < 7; ++i) {
        route.filled = (i + shift) % 7;
        samples.X.middleCols(i * batch, batch) = route.thinned(samples.X.middleCols(i * batch, batch));
      }
      checkStepsAsTold(settings, samples);
    }
}

TEST_CASE("Z and predictions have the same bits whatever the kernel and the batch") {
  for (const Activation& activation : activations())
    for (const bool isSingle : {false, true})
      for (const double batch : {1, 3, 4, 7, 16, 30, 257}) {
        INFO(activation.name << ", batches of " << batch << (isSingle ? " in float32" : ""));
        Settings settings =
            inPrecision(settingsFor(17, {{5, activation.name}, {33, activation.name}, {2, "sigmoid"}}), isSingle);
        settings.batchSize = batch;
        Trainer plain(settings, Kernels::plain), fast(settings);
        const MatrixXd X = sines(17, 300, 1.7, 0.9, 1.5), Y = oneHot(2, 300);
        for (Trainer* trainer : {&plain, &fast}) trainer->setData(X, Y);
        CHECK(predict(plain, X) == predict(fast, X));
        const Trace one = traceOf(plain, X, Y), other = traceOf(fast, X, Y);
        for (std::size_t l = 0; l < one.layers.size(); ++l) {
          CHECK(one.layers[l].Z == other.layers[l].Z);
          CHECK(one.layers[l].activation == other.layers[l].activation);
        }
        CHECK(std::abs(evaluate(plain).cost - evaluate(fast).cost) < 1e-14);
      }
}

TEST_CASE("Z and predictions have the same bits whatever the batch, wide or not, however many numbers are 0") {
  const bool isWide = GENERATE(false, true);
  const int filled = GENERATE(0, 1, 2, 3, 5, 8);  // of 8
  const std::string precision = GENERATE("float64", "float32");
  INFO((isWide ? "wide, " : "narrow, ") << filled << " of 8 numbers not 0, in " << precision);
  const Route kind{"", Kernels::fast, 1, isWide, filled};
  const Settings settings = settingsAlong(kind, precision);
  const MatrixXd X = kind.thinned(sines(settings.inputs, 260, 1.7, 0.9, 1.5)), Y = oneHot(3, X.cols());
  Trainer plain(settings, Kernels::plain);
  const Trace expected = traceOf(plain, X, Y);
  CHECK(predict(plain, X) == expected.layers.back().activation);
  for (const int batch : {1, 2, 3, 4, 7, 16, 30, 128, 129, 257}) {
    INFO("batches of " << batch);
    Settings batched = settings;
    batched.batchSize = batch;
    Trainer fast(batched);
    fast.setData(X, Y);
    CHECK(predict(fast, X) == expected.layers.back().activation);
    CHECK(predict(fast, X.leftCols(batch)) == expected.layers.back().activation.leftCols(batch));
    for (const Index count : {Index(batch), X.cols()}) {
      const Trace trace = traceOf(fast, X.rightCols(count), Y.rightCols(count));
      for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        CHECK(trace.layers[l].Z == expected.layers[l].Z.rightCols(count));
        CHECK(trace.layers[l].activation == expected.layers[l].activation.rightCols(count));
      }
    }
  }
}
