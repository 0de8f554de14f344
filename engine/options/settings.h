#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/options/limits.h"

namespace glassbox {

/// A layer as it is set up.
struct LayerSettings {
  int units;
  /// A name of activations().
  std::string activation;

  /// Whether all of both is the same.
  bool operator==(const LayerSettings&) const = default;
};

/// What a trainer is made from. Defaults are the catalogue's.
struct Settings {
  int inputs = 2;
  std::vector<LayerSettings> layers = {{4, "tanh"}, {1, "sigmoid"}};
  std::string cost = "mse";
  std::string optimizer = "sgd";
  std::string initializer = "xavierUniform";
  /// A name of precisions(): what the arithmetic is done in.
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

  /// Whether the arithmetic is done in single precision.
  bool isSingle() const;

  /// The defaults, with those of the optimizer called `name`. Throws Refusal if there is none.
  static Settings withOptimizer(const std::string& name);
};

/// A setting that is a number, and the values it can take.
struct NumberSetting : Limit {
  double Settings::* value;
};

/// Every number of Settings; validation, the catalogue and the bindings read this table.
std::span<const NumberSetting> numberSettings();
/// Throws Refusal unless the seed is one that Settings can take.
void requireSeed(double seed);
/// Throws Refusal at the first setting that is not allowed or fits no other.
void requireAllowed(const Settings& settings);

/// The names that `precision` can take.
std::span<const char* const> precisions();

}  // namespace glassbox
