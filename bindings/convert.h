#pragma once
#include <emscripten/val.h>

#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "engine/glassbox.h"

/// Values on their way between C++ and JavaScript. Everything that leaves is a copy: nothing points into wasm memory.
/// Matrices travel flat: { data: Float64Array, shape: [rows, columns] }, row by row.
namespace glassbox::convert {

using emscripten::val;

inline val float64Array(const double* first, Index count) {
  return val::global("Float64Array").new_(emscripten::typed_memory_view(std::size_t(count), first));
}
inline val array(const VectorXd& values) { return float64Array(values.data(), values.size()); }

inline val flat(const double* data, Index rows, Index columns) {
  val result = val::object(), shape = val::array();
  shape.set(0, double(rows));
  shape.set(1, double(columns));
  result.set("data", float64Array(data, rows * columns));
  result.set("shape", shape);
  return result;
}
/// One row per sample: in memory that is one column per sample, column by column.
inline val samplesAsRows(const MatrixXd& matrix) { return flat(matrix.data(), matrix.cols(), matrix.rows()); }
/// Matrix after matrix, of each the numbers of a unit beside one another, into a Float32Array from its start on.
inline val unitByUnit(const std::vector<MatrixXd>& matrices, const val& into) {
  double at = 0;
  for (const MatrixXd& matrix : matrices) {
    const MatrixXd units = matrix.transpose();
    into.call<void>("set", val(emscripten::typed_memory_view(std::size_t(units.size()), units.data())), at);
    at += double(units.size());
  }
  return into;
}
/// Row r of the matrix as row r.
inline val rows(const MatrixXd& matrix) {
  const MatrixXd transposed = matrix.transpose();
  return samplesAsRows(transposed);
}

inline VectorXd vector(const val& numbers) {
  VectorXd result(numbers["length"].as<int>());
  val(emscripten::typed_memory_view(std::size_t(result.size()), result.data())).call<void>("set", numbers);
  return result;
}
/// Flat rows of samples -> features x samples.
inline MatrixXd samples(const val& flat) {
  const int count = flat["shape"][0].as<int>(), features = flat["shape"][1].as<int>();
  MatrixXd result(features, count);
  val(emscripten::typed_memory_view(std::size_t(result.size()), result.data())).call<void>("set", flat["data"]);
  return result;
}
inline MatrixXd matrix(const val& flat) { return samples(flat).transpose(); }

template <class Item, class Convert>
val list(const Item& items, Convert convert) {
  val result = val::array();
  int i = 0;
  for (const auto& item : items) result.set(i++, convert(item));
  return result;
}
template <class Convert>
auto vectorOf(const val& items, Convert convert) {
  std::vector<decltype(convert(items))> result;
  const int count = items["length"].as<int>();
  for (int i = 0; i < count; ++i) result.push_back(convert(items[i]));
  return result;
}
inline val indices(const std::vector<int>& numbers) {
  return val::global("Int32Array").new_(emscripten::typed_memory_view(numbers.size(), numbers.data()));
}
inline val bytes(const std::vector<std::uint8_t>& values) {
  return val::global("Uint8Array").new_(emscripten::typed_memory_view(values.size(), values.data()));
}

// ---- settings ----

inline Settings settings(const val& given) {
  Settings settings;
  settings.inputs = given["inputs"].as<int>();
  settings.layers = vectorOf(given["layers"], [](const val& layer) {
    return LayerSettings{layer["units"].as<int>(), layer["activation"].as<std::string>()};
  });
  settings.cost = given["cost"].as<std::string>();
  settings.optimizer = given["optimizer"].as<std::string>();
  settings.initializer = given["initializer"].as<std::string>();
  settings.precision = given["precision"].as<std::string>();
  settings.shuffle = given["shuffle"].as<bool>();
  for (const NumberSetting& number : numberSettings()) settings.*number.value = given[number.name].as<double>();
  return settings;
}

inline val settings(const Settings& settings) {
  val result = val::object();
  result.set("inputs", settings.inputs);
  result.set("layers", list(settings.layers, [](const LayerSettings& layer) {
               val item = val::object();
               item.set("units", layer.units);
               item.set("activation", layer.activation);
               return item;
             }));
  result.set("cost", settings.cost);
  result.set("optimizer", settings.optimizer);
  result.set("initializer", settings.initializer);
  result.set("precision", settings.precision);
  result.set("shuffle", settings.shuffle);
  for (const NumberSetting& number : numberSettings()) result.set(number.name, settings.*number.value);
  return result;
}

/// { layer, row, column } or { layer, row, bias: true }
inline ParameterIndex parameter(const val& given) {
  const bool isBias = given["bias"].isTrue();
  return {given["layer"].as<int>(), given["row"].as<int>(), isBias ? ParameterIndex::bias : given["column"].as<int>()};
}
inline std::vector<ParameterIndex> parameters(const val& given) { return vectorOf(given, parameter); }
inline val unit(const UnitIndex& index) {
  val result = val::object();
  result.set("layer", index.layer);
  result.set("unit", index.unit);
  return result;
}
inline std::vector<UnitIndex> units(const val& given) {
  return vectorOf(given, [](const val& unit) { return UnitIndex{unit["layer"].as<int>(), unit["unit"].as<int>()}; });
}
inline val parameter(const ParameterIndex& index) {
  val result = val::object();
  result.set("layer", index.layer);
  result.set("row", index.row);
  if (index.column == ParameterIndex::bias) result.set("bias", true);
  else result.set("column", index.column);
  return result;
}

// ---- results ----

inline val layerParameters(const std::vector<LayerParameters>& layers) {
  return list(layers, [](const LayerParameters& layer) {
    val item = val::object();
    item.set("weights", rows(layer.weights));
    item.set("bias", array(layer.bias));
    return item;
  });
}
inline std::vector<LayerParameters> layerParameters(const val& given) {
  return vectorOf(given,
                  [](const val& layer) { return LayerParameters{matrix(layer["weights"]), vector(layer["bias"])}; });
}

inline val measures(const Measures& measures) {
  val result = val::object();
  result.set("cost", measures.cost);
  result.set("costSum", measures.costSum);
  result.set("accuracy", measures.accuracy);
  result.set("r2", measures.r2);
  const val confusion = list(measures.confusion, [](const std::vector<long>& row) {
    return list(row, [](long count) { return val(double(count)); });
  });
  result.set("confusion", measures.confusion.empty() ? val::null() : confusion);
  return result;
}

inline val trace(const Trace& trace) {
  val result = val::object();
  result.set("cost", trace.cost);
  result.set("penalty", trace.penalty);
  result.set("absoluteWeights", trace.weights.absolute);
  result.set("squaredWeights", trace.weights.squared);
  result.set("costSlope", samplesAsRows(trace.costSlope));
  result.set("layers", list(trace.layers, [](const LayerTrace& layer) {
               val item = val::object();
               item.set("Z", samplesAsRows(layer.Z));
               item.set("activation", samplesAsRows(layer.activation));
               item.set("delta", samplesAsRows(layer.delta));
               item.set("slope", samplesAsRows(layer.slope));
               item.set("weightGradient", rows(layer.weightGradient));
               item.set("biasGradient", array(layer.biasGradient));
               item.set("meanZ", array(layer.meanZ));
               item.set("meanActivation", array(layer.meanActivation));
               item.set("meanSlope", array(layer.meanSlope));
               return item;
             }));
  return result;
}

/// What all samples have in common: the means alone.
inline val traceMeans(const Trace& trace) {
  val result = val::object();
  result.set("costSlope", array(trace.costSlope.rowwise().mean()));
  result.set("layers", list(trace.layers, [](const LayerTrace& layer) {
               val item = val::object();
               item.set("Z", array(layer.meanZ));
               item.set("activation", array(layer.meanActivation));
               item.set("delta", array(layer.biasGradient));
               item.set("slope", array(layer.meanSlope));
               return item;
             }));
  return result;
}

inline val slopePair(const SlopePair& pair) {
  val result = val::object();
  result.set("parameter", parameter(pair.parameter));
  result.set("gradient", pair.gradient);
  result.set("slope", pair.slope);
  result.set("slopeError", pair.slopeError);
  result.set("slopeBelow", pair.slopeBelow);
  result.set("slopeAbove", pair.slopeAbove);
  result.set("hasCorner", pair.hasCorner);
  result.set("difference", pair.difference);
  result.set("tolerance", pair.tolerance);
  result.set("disagreement", pair.disagreement);
  return result;
}

inline val shock(const Shock& shock) {
  val result = slopePair(shock);
  result.set("costBefore", shock.costBefore);
  result.set("costAfter", shock.costAfter);
  result.set("value", shock.value);
  result.set("secant", shock.secant);
  result.set("values", array(shock.values));
  result.set("costs", array(shock.costs));
  result.set("changes", list(shock.changes, array));
  result.set("kinks", list(shock.kinks, unit));
  return result;
}

inline val gradientCheck(const GradientCheck& check) {
  val result = val::object();
  result.set("worst", slopePair(check.worst));
  result.set("checked", double(check.checked));
  return result;
}

inline val kept(const OptimizerMemory& memory) {
  val result = val::object();
  result.set("first", array(memory.first));
  result.set("second", array(memory.second));
  result.set("steps", double(memory.steps));
  return result;
}
inline val memory(const OptimizerMemory& memory) {
  val result = kept(memory);
  result.set("gradient", array(memory.gradient));
  return result;
}

inline val nextStep(const NextStep& next) {
  val result = val::object();
  result.set("before", array(next.before));
  result.set("gradient", array(next.gradient));
  result.set("gradientNorm", next.gradientNorm);
  result.set("after", array(next.after));
  result.set("memory", kept(next.memory));
  result.set("memoryAfter", kept(next.memoryAfter));
  result.set("isDiverged", next.isDiverged);
  return result;
}

inline val weightSums(const WeightSums& sums) {
  val result = val::object();
  result.set("absolute", sums.absolute);
  result.set("squared", sums.squared);
  return result;
}

inline val costSurface(const CostSurface& surface) {
  val result = val::object();
  result.set("a", array(surface.a));
  result.set("b", array(surface.b));
  result.set("cost", rows(surface.cost));
  return result;
}

// ---- the catalogue ----

inline val option(const Option& option) {
  val result = val::object();
  result.set("name", std::string(option.name));
  result.set("formula", std::string(option.formula));
  return result;
}
inline val range(double low, double high) {
  val result = val::array();
  result.set(0, low);
  result.set(1, high);
  return result;
}
inline val names(std::span<const char* const> names) {
  return list(names, [](const char* name) { return val(std::string(name)); });
}

inline val activationOption(const Activation& row) {
  val result = option(row);
  result.set("elementwise", row.elementwise);
  result.set("range", range(row.low, row.high));
  result.set("slopeAtCorner", std::isnan(row.slopeAtCorner) ? val::null() : val(row.slopeAtCorner));
  return result;
}
inline val costOption(const Cost& row) {
  val result = option(row);
  result.set("domain", range(row.low, row.high));
  result.set("partner", std::string(row.partner ? row.partner->name : ""));
  result.set("isMeanOverOutputs", row.isMeanOverOutputs);
  result.set("targets", std::string(name(row.targets)));
  return result;
}
inline val optimizerOption(const Optimizer& row) {
  val result = option(row), defaults = val::object();
  result.set("uses", list(row.uses, [](const auto& use) { return val(std::string(use.name)); }));
  defaults.set("learningRate", row.learningRate);
  for (const auto& [name, value] : row.uses) defaults.set(name, value);
  result.set("defaults", defaults);
  result.set("memory", names(row.memory));
  result.set("couplesWeightDecay", row.couplesWeightDecay);
  return result;
}
inline val datasetOption(const Dataset& row) {
  val result = option(row);
  result.set("task", std::string(name(row.task)));
  result.set("inputs", int(row.features.size()));
  result.set("outputs", row.task == Task::classes ? int(row.classes.size()) : 1);
  result.set("features", names(row.features));
  result.set("classes", names(row.classes));
  result.set("noise", row.noise);
  return result;
}

inline val limits() {
  val result = val::object();
  const auto set = [&](const Limit& limit) {
    val item = val::object();
    item.set("minimum", limit.minimum);
    item.set("maximum", limit.maximum);
    item.set("exclusiveMinimum", limit.exclusiveMinimum);
    item.set("integer", limit.integer);
    result.set(limit.name, item);
  };
  for (const Limit& limit : numberSettings()) set(limit);
  for (const Limit& limit : glassbox::limits) set(limit);
  return result;
}

inline val rules() {
  val result = val::object();
  for (const Rule& rule : glassbox::rules) result.set(rule.code, std::string(rule.sentence));
  return result;
}

}  // namespace glassbox::convert
