#pragma once
#include <cstdint>
#include <span>

#include "engine/math/matrix.h"
#include "engine/options/option.h"

namespace glassbox {

struct Settings;

/// All that an update of some parameters reads and writes: `count` numbers of each, as many as roundedUp() says.
template <class S>
struct Update {
  Index count;
  const S* parameters;
  /// Of mean cost + penalty + coupled weight decay.
  const S* gradient;
  /// What the optimizer keeps for each parameter; zero before the first step.
  S *first, *second;
  /// The parameters after it.
  S* next;
  const Settings& settings;
  /// 1 for the first update.
  std::int64_t step;
};

/// Makes the update. Whether all it has written is finite.
template <class S>
using UpdateFunction = bool (*)(const Update<S>& update);

/// A setting that an optimizer reads, with its default.
struct Use {
  const char* name;
  double value;
};

/// Definitions and defaults are PyTorch's (torch.optim).
struct Optimizer : Option {
  /// The settings it reads beside learningRate.
  std::span<const Use> uses;
  double learningRate;
  /// The letters of what its formula keeps from step to step for each parameter: at most Update's first and second.
  std::span<const char* const> memory;
  /// Adds weightDecay * parameter to the gradient, as all but AdamW do.
  bool couplesWeightDecay;
  UpdateFunction<double> float64;
  UpdateFunction<float> float32;

  /// That of a precision.
  template <class Scalar>
  UpdateFunction<Scalar> function() const {
    if constexpr (std::is_same_v<Scalar, double>) return float64;
    else return float32;
  }
};

/// Every optimizer, in the order of menus: from simple to elaborate.
std::span<const Optimizer> optimizers();
/// Throws Refusal if there is none of that name.
const Optimizer& optimizer(std::string_view name);

}  // namespace glassbox
