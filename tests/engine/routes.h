/// The ways that rows go through the engine's kernels, and any small network sent along each of them.
#pragma once
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "networks.h"

namespace glassbox {

/// What makes the engine choose a kernel: see makePass() and UnitsPass::load().
struct Route {
  std::string name;
  Kernels kernels;
  /// Rows a batch.
  int batch;
  /// Whether the first layer has so many weights that units go side by side.
  bool isWide;
  /// Of 8 inputs of a row, how many are not 0.
  int filled;

  /// A network's inputs, for so many units in its first layer.
  int inputs(int units) const { return isWide ? std::max(32, 4096 / units + 1) : 17; }
  /// A number where the route has one, 0 elsewhere.
  MatrixXd thinned(const MatrixXd& X) const {
    return MatrixXd::NullaryExpr(
        X.rows(), X.cols(), [&](Index row, Index column) { return (row + column) % 8 < filled ? X(row, column) : 0; });
  }
};

inline const Route plainRoute{"the plain kernel", Kernels::plain, 10, false, 8};
inline const Route besideRoute{"row beside row", Kernels::fast, 10, false, 8};
inline const Route denseRoute{"unit beside unit, dense rows", Kernels::fast, 10, true, 8};
/// Less than 4 numbers an input and batch: they are scattered. At least 4: they are listed by input.
inline const Route scatteredRoute{"unit beside unit, sparse rows by their numbers", Kernels::fast, 10, true, 1};
inline const Route listedRoute{"unit beside unit, sparse rows by their inputs", Kernels::fast, 128, true, 3};

inline const Route singleRoute{"unit beside unit, a row at a time", Kernels::fast, 1, false, 8};

inline const std::vector<Route> routes = {
    plainRoute,
    besideRoute,
    singleRoute,
    denseRoute,
    {"unit beside unit, dense rows, some at a time", Kernels::fast, 150, true, 8},
    scatteredRoute,
    listedRoute,
};
/// Those of a network that is small and stays so: many steps take little time.
inline const std::vector<Route> narrowRoutes = {plainRoute, besideRoute, singleRoute};

/// Settings of a network whose batches go along a route.
inline Settings settingsAlong(const Route& route, const std::string& precision, const std::string& optimizer = "adam") {
  Settings settings =
      settingsFor(route.inputs(6), {{6, "tanh"}, {5, "relu"}, {3, "softmax"}}, "softmaxCrossEntropy", optimizer);
  settings.batchSize = route.batch;
  settings.shuffle = true;
  settings.seed = 7;
  settings.precision = precision;
  return settings;
}
/// Two batches and a half for it.
inline Samples samplesAlong(const Route& route, const Settings& settings) {
  const Index count = (5 * route.batch + 1) / 2;
  return {route.thinned(sines(settings.inputs, count, 1.7, 0.9, 1.5)), oneHot(3, count)};
}

/// A trainer of a small network along a route. There are further inputs, whose weights are 0 and locked, if it is to be wide,
/// and every row is there several times, if a batch is to be large: neither changes more than the rounding.
class Routed : public Trainer {
 public:
  /// `batch`: rows a batch, before they are repeated.
  Routed(const Settings& settings, const Route& route, Index batch)
      : Trainer(sent(settings, route, copiesOf(route, batch)), route.kernels),
        route_(route),
        inputs_(settings.inputs),
        copies_(copiesOf(route, batch)) {
    start(learnt());
    std::vector<ParameterIndex> idle;
    for (int column = inputs_; column < network().inputs; ++column)
      for (int row = 0; row < settings.layers[0].units; ++row) idle.push_back({0, row, column});
    if (!idle.empty()) lock(idle);
  }

  void feed(const MatrixXd& X, const MatrixXd& Y) { setData(rows(X), repeated(Y)); }
  void start(std::vector<LayerParameters> parameters) {
    const MatrixXd weights =
        std::exchange(parameters[0].weights, MatrixXd::Zero(parameters[0].bias.size(), network().inputs));
    parameters[0].weights.leftCols(inputs_) = weights;
    setParameters(parameters);
  }
  std::vector<LayerParameters> learnt() const {
    std::vector<LayerParameters> parameters = this->parameters();
    parameters[0].weights = parameters[0].weights.leftCols(inputs_).eval();
    return parameters;
  }
  MatrixXd outputs(const MatrixXd& X) { return once(predict(*this, rows(X))); }
  Trace trace(const MatrixXd& X, const MatrixXd& Y) {
    Trace trace = traceOf(*this, rows(X), repeated(Y));
    for (LayerTrace& layer : trace.layers)
      for (MatrixXd* values : {&layer.Z, &layer.activation, &layer.delta}) *values = once(*values);
    trace.layers[0].weightGradient = trace.layers[0].weightGradient.leftCols(inputs_).eval();
    return trace;
  }

 private:
  /// So many rows come to every kernel.
  static constexpr Index enough = 16;
  static Index copiesOf(const Route& route, Index batch) {
    return (std::min<Index>(route.batch, enough) + batch - 1) / batch;
  }
  static Settings sent(Settings settings, const Route& route, Index copies) {
    if (route.isWide) settings.inputs += route.inputs(settings.layers[0].units);
    settings.batchSize *= double(copies);
    return settings;
  }
  MatrixXd repeated(const MatrixXd& values) const {
    return MatrixXd::NullaryExpr(values.rows(), values.cols() * copies_,
                                 [&](Index row, Index column) { return values(row, column / copies_); });
  }
  MatrixXd once(const MatrixXd& values) const {
    return MatrixXd::NullaryExpr(values.rows(), values.cols() / copies_,
                                 [&](Index row, Index column) { return values(row, column * copies_); });
  }
  MatrixXd rows(const MatrixXd& X) const {
    MatrixXd rows = route_.thinned(MatrixXd::Ones(network().inputs, X.cols() * copies_));
    rows.topRows(inputs_) = repeated(X);
    return rows;
  }

  Route route_;
  int inputs_;
  Index copies_;
};

}  // namespace glassbox
