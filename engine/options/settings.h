#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace glassbox {

struct LayerSettings {
  int units;
  /// A name of activations().
  std::string activation;

  bool operator==(const LayerSettings&) const = default;
};

/// What a trainer is made from. Defaults are the catalogue's.
struct Settings {
  int inputs = 2;
  std::vector<LayerSettings> layers = {{4, "tanh"}, {1, "sigmoid"}};
  std::string cost = "mse";
  std::string optimizer = "sgd";
  std::string initializer = "xavierUniform";
  /// "float64" or "float32": what the arithmetic is done in.
  std::string precision = "float64";
  double learningRate = 0.03;
  double momentum = 0.9;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double rho = 0.99;
  double weightDecay = 0;
  double l1 = 0;
  double l2 = 0;
  /// Samples a step; 0 = the whole training set.
  double batchSize = 10;
  /// A new order of the training set every epoch.
  bool shuffle = true;
  double seed = 1;

  /// The defaults, with those of the optimizer called `name`. Throws std::invalid_argument if there is none.
  static Settings withOptimizer(const std::string& name);
};

/// A setting that is a number, and the values it can take.
struct NumberSetting {
  const char* name;
  double Settings::* value;
  double minimum, maximum;
  /// The value must be greater than the minimum, not equal to it.
  bool exclusiveMinimum;
  bool integer;
  const char* description;
};

/// Every number of Settings; validation, the catalogue and the bindings read this table.
std::span<const NumberSetting> numberSettings();
/// Throws std::invalid_argument("name: must be ..., got value") unless the value is allowed.
void requireAllowed(const NumberSetting& setting, double value);
/// Throws std::invalid_argument unless the seed is one that Settings can take.
void requireSeed(double seed);
/// Throws std::invalid_argument at the first setting that is not allowed or fits no other.
void requireAllowed(const Settings& settings);

/// The names that `precision` can take.
std::span<const char* const> precisions();

/// Largest sizes: enough for every lesson, small enough that no link can freeze a page.
struct Limits {
  static constexpr int inputs = 4096;
  static constexpr int layers = 12;
  static constexpr int units = 1024;
  static constexpr long parameters = 2'000'000;
  static constexpr int samples = 100'000;
  static constexpr int resolution = 200;
};

}  // namespace glassbox
