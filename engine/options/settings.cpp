#include "engine/options/settings.h"

#include <cmath>

#include "engine/options/cost.h"
#include "engine/options/initializer.h"
#include "engine/options/optimizer.h"

namespace glassbox {
namespace {

// clang-format off: a table, one option per line
constexpr NumberSetting table[] = {
    {"learningRate", &Settings::learningRate, 0, 1000, true, false, "How far each step goes against the gradient."},
    {"momentum", &Settings::momentum, 0, 0.9999, false, false, "How much of the previous step’s velocity is kept."},
    {"beta1", &Settings::beta1, 0, 0.9999, false, false, "How slowly Adam’s running mean of the gradients forgets."},
    {"beta2", &Settings::beta2, 0, 0.999999, false, false, "How slowly Adam’s running mean of the squared gradients forgets."},
    {"epsilon", &Settings::epsilon, 1e-30, 1, false, false, "Keeps the division finite where the gradient vanishes."},
    {"rho", &Settings::rho, 0, 0.9999, false, false, "How slowly RMSprop’s running mean of the squared gradients forgets."},
    {"weightDecay", &Settings::weightDecay, 0, 1, false, false, "Pulls every parameter towards 0, as defined by PyTorch."},
    {"l1", &Settings::l1, 0, 10, false, false, "Penalty of l1 times the sum of |weight|: drives unimportant weights to 0."},
    {"l2", &Settings::l2, 0, 10, false, false, "Penalty of l2 / 2 times the sum of weight²: keeps weights small."},
    {"batchSize", &Settings::batchSize, 0, Limits::samples, false, true, "Rows that each step averages over; 0 means the whole training set."},
    {"seed", &Settings::seed, 0, 4294967295, false, true, "Where the random numbers start: the same seed always gives the same numbers."},
};
// clang-format on

std::string rule(const NumberSetting& setting) {
  const std::string from = text(setting.minimum), to = text(setting.maximum);
  if (setting.integer) return "must be a whole number from " + from + " to " + to;
  if (setting.exclusiveMinimum) return "must be > " + from + " and at most " + to;
  return "must be from " + from + " to " + to;
}

bool isCount(int value, int most) { return value >= 1 && value <= most; }

void requireShape(const Settings& settings) {
  require(isCount(settings.inputs, Limits::inputs), "inputs", "must be from 1 to 4096", settings.inputs);
  const auto layers = static_cast<int>(settings.layers.size());
  require(isCount(layers, Limits::layers), "layers", "must be from 1 to 12 of them", layers);
  long parameters = 0;
  int inputs = settings.inputs;
  for (const LayerSettings& layer : settings.layers) {
    require(isCount(layer.units, Limits::units), "units", "must be from 1 to 1024", layer.units);
    activation(layer.activation);
    parameters += static_cast<long>(inputs + 1) * layer.units;
    inputs = layer.units;
  }
  require(parameters <= Limits::parameters, "layers", "must have at most 2000000 parameters in all",
          double(parameters));
}

}  // namespace

Settings Settings::withOptimizer(const std::string& name) {
  Settings settings;
  const Optimizer& chosen = glassbox::optimizer(name);
  settings.optimizer = name;
  settings.learningRate = chosen.learningRate;
  for (const NumberSetting& setting : numberSettings())
    for (const auto& [used, value] : chosen.uses)
      if (std::string_view(used) == setting.name) settings.*setting.value = value;
  return settings;
}

std::span<const NumberSetting> numberSettings() { return table; }

void requireAllowed(const NumberSetting& setting, double value) {
  const bool isAboveMinimum = setting.exclusiveMinimum ? value > setting.minimum : value >= setting.minimum;
  const bool isWhole = !setting.integer || value == std::floor(value);
  if (!(isAboveMinimum && value <= setting.maximum && isWhole)) refuse(setting.name, rule(setting), text(value));
}

std::span<const char* const> precisions() {
  static constexpr const char* names[] = {"float64", "float32"};
  return names;
}

void requireSeed(double seed) {
  for (const NumberSetting& setting : numberSettings())
    if (setting.value == &Settings::seed) requireAllowed(setting, seed);
}

void requireAllowed(const Settings& settings) {
  requireShape(settings);
  for (const NumberSetting& setting : numberSettings()) requireAllowed(setting, settings.*setting.value);
  optimizer(settings.optimizer);
  initializer(settings.initializer);
  if (settings.precision != "float64" && settings.precision != "float32")
    refuse("precision", "must be one of float64, float32", settings.precision);
  requireFit(cost(settings.cost), activation(settings.layers.back().activation));
}

}  // namespace glassbox
