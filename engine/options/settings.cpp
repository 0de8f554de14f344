#include "engine/options/settings.h"

#include "engine/options/cost.h"
#include "engine/options/initializer.h"
#include "engine/options/optimizer.h"

namespace glassbox {
namespace {

// clang-format off: a table, one option per line
constexpr NumberSetting table[] = {
    {{"learningRate", 0, 1000, true, false}, &Settings::learningRate},
    {{"momentum", 0, 0.9999, false, false}, &Settings::momentum},
    {{"beta1", 0, 0.9999, false, false}, &Settings::beta1},
    {{"beta2", 0, 0.999999, false, false}, &Settings::beta2},
    {{"epsilon", 1e-30, 1, false, false}, &Settings::epsilon},
    {{"rho", 0, 0.9999, false, false}, &Settings::rho},
    {{"weightDecay", 0, 1, false, false}, &Settings::weightDecay},
    {{"l1", 0, 10, false, false}, &Settings::l1},
    {{"l2", 0, 10, false, false}, &Settings::l2},
    {{"batchSize", 0, Limits::samples, false, true}, &Settings::batchSize},
    {{"seed", 0, 4294967295, false, true}, &Settings::seed},
};
// clang-format on

constexpr const char* precisionNames[] = {"float64", "float32"};

void requireShape(const Settings& settings) {
  requireAllowed(limit("inputs"), settings.inputs);
  const std::size_t layers = settings.layers.size();
  require(layers >= 1 && layers <= Limits::layers, "count", "layers", layers,
          {{"minimum", 1}, {"maximum", Limits::layers}});
  long parameters = 0;
  int inputs = settings.inputs;
  for (const LayerSettings& layer : settings.layers) {
    requireAllowed(limit("units"), layer.units);
    activation(layer.activation);
    parameters += static_cast<long>(inputs + 1) * layer.units;
    inputs = layer.units;
  }
  require(parameters <= Limits::parameters, "mostParameters", "layers", parameters, {{"maximum", Limits::parameters}});
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

std::span<const char* const> precisions() { return precisionNames; }

bool Settings::isSingle() const { return precision == precisionNames[1]; }

void requireSeed(double seed) {
  for (const NumberSetting& setting : numberSettings())
    if (setting.value == &Settings::seed) requireAllowed(setting, seed);
}

void requireAllowed(const Settings& settings) {
  requireShape(settings);
  for (const NumberSetting& setting : numberSettings()) requireAllowed(setting, settings.*setting.value);
  optimizer(settings.optimizer);
  initializer(settings.initializer);
  indexOf(precisions(), settings.precision, "precision");
  requireFit(cost(settings.cost), activation(settings.layers.back().activation));
}

}  // namespace glassbox
