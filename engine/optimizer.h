#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/matrix.h"
#include "engine/option.h"

namespace glassbox {

struct Settings;

/// All that one update reads and writes, over the whole network's parameters at once.
template <class Scalar>
struct Update {
  Vector<Scalar>& parameters;
  /// Of mean cost + penalty + coupled weight decay.
  const Vector<Scalar>& gradient;
  /// Running sums the optimizer keeps for each parameter; zero before the first step.
  Vector<Scalar>& first;
  Vector<Scalar>& second;
  const Settings& settings;
  /// 1 for the first update.
  std::int64_t step;
};

template <class Scalar>
using UpdateFunction = void (*)(Update<Scalar>& update);

/// Definitions and defaults are PyTorch's (torch.optim).
struct Optimizer : Option {
  /// The settings it reads beside learningRate, each with its default.
  std::vector<std::pair<const char*, double>> uses;
  double learningRate;
  /// What its formula keeps from step to step for each parameter, and what that is: at most Update's first and second.
  std::vector<std::pair<const char*, const char*>> memory;
  /// Adds weightDecay * parameter to the gradient, as all but AdamW do.
  bool couplesWeightDecay;
  UpdateFunction<double> float64;
  UpdateFunction<float> float32;

  template <class Scalar>
  UpdateFunction<Scalar> function() const {
    if constexpr (std::is_same_v<Scalar, double>) return float64;
    else return float32;
  }
};

/// Every optimizer, in the order of menus: from simple to elaborate.
std::span<const Optimizer> optimizers();
/// Throws std::invalid_argument if there is none of that name.
const Optimizer& optimizer(std::string_view name);

}  // namespace glassbox
