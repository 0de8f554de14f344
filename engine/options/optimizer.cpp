#include "engine/options/optimizer.h"

#include <cmath>

#include "engine/options/settings.h"

namespace glassbox {
namespace {

// In every rule: p the parameters, g their gradient, all element by element.

struct Sgd {
  template <class S>
  static void update(Update<S>& u) {
    u.parameters -= S(u.settings.learningRate) * u.gradient;
  }
};

/// Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum" (2013), in the form of
/// PyTorch: the velocity does not contain the learning rate.
struct Momentum {
  template <class S>
  static void roll(Update<S>& u) {
    u.first = S(u.settings.momentum) * u.first + u.gradient;
  }
  template <class S>
  static void update(Update<S>& u) {
    roll(u);
    u.parameters -= S(u.settings.learningRate) * u.first;
  }
};

struct Nesterov {
  template <class S>
  static void update(Update<S>& u) {
    Momentum::roll(u);
    u.parameters -= S(u.settings.learningRate) * (u.gradient + S(u.settings.momentum) * u.first);
  }
};

/// Duchi, Hazan and Singer, "Adaptive subgradient methods" (2011).
struct Adagrad {
  template <class S>
  static void update(Update<S>& u) {
    auto p = u.parameters.array(), sum = u.first.array();
    sum += u.gradient.array().square();
    p -= S(u.settings.learningRate) * u.gradient.array() / (sum.sqrt() + S(u.settings.epsilon));
  }
};

/// Hinton, Coursera lecture 6e (2012).
struct RmsProp {
  template <class S>
  static void update(Update<S>& u) {
    auto p = u.parameters.array(), mean = u.first.array();
    mean = S(u.settings.rho) * mean + S(1 - u.settings.rho) * u.gradient.array().square();
    p -= S(u.settings.learningRate) * u.gradient.array() / (mean.sqrt() + S(u.settings.epsilon));
  }
};

/// base^exponent by repeated squaring: exact enough, and lighter on the page than std::pow with its tables.
double power(double base, std::int64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent /= 2, base *= base)
    if (exponent % 2) result *= base;
  return result;
}

/// Kingma and Ba, "Adam" (2015), algorithm 1.
struct Adam {
  template <class S>
  static void update(Update<S>& u) {
    const Settings& s = u.settings;
    auto p = u.parameters.array(), mean = u.first.array(), square = u.second.array();
    const auto g = u.gradient.array();
    mean = S(s.beta1) * mean + S(1 - s.beta1) * g;
    square = S(s.beta2) * square + S(1 - s.beta2) * g.square();
    const double meanCorrection = 1 - power(s.beta1, u.step), squareCorrection = 1 - power(s.beta2, u.step);
    p -= S(s.learningRate / meanCorrection) * mean / (square.sqrt() / S(std::sqrt(squareCorrection)) + S(s.epsilon));
  }
};

/// Loshchilov and Hutter, "Decoupled weight decay regularization" (2019).
struct AdamW {
  template <class S>
  static void update(Update<S>& u) {
    u.parameters *= S(1 - u.settings.learningRate * u.settings.weightDecay);
    Adam::update(u);
  }
};

template <class Rule>
constexpr Optimizer row(Option option, double learningRate, std::span<const Use> uses,
                        std::span<const Kept> memory = {}, bool couplesWeightDecay = true) {
  return {option,
          uses,
          learningRate,
          memory,
          couplesWeightDecay,
          &Rule::template update<double>,
          &Rule::template update<float>};
}

constexpr Use decay[] = {{"weightDecay", 0}};
constexpr Use rolling[] = {{"momentum", 0.9}, {"weightDecay", 0}};
constexpr Use ofAdagrad[] = {{"epsilon", 1e-10}, {"weightDecay", 0}};
constexpr Use ofRmsProp[] = {{"rho", 0.99}, {"epsilon", 1e-8}, {"weightDecay", 0}};
constexpr Use ofAdam[] = {{"beta1", 0.9}, {"beta2", 0.999}, {"epsilon", 1e-8}, {"weightDecay", 0}};
constexpr Use ofAdamW[] = {{"beta1", 0.9}, {"beta2", 0.999}, {"epsilon", 1e-8}, {"weightDecay", 0.01}};

constexpr Kept velocity[] = {{"v", "v remembers the gradients of earlier steps; each step multiplies them by μ."}};
constexpr Kept sum[] = {{"s", "s adds up the squared gradients of all earlier steps."}};
constexpr Kept meanSquare[] = {
    {"s", "s remembers the squared gradients of earlier steps; each step multiplies them by ρ."}};
constexpr Kept moments[] = {
    {"m", "m ← β₁ m + (1−β₁) g remembers the gradients; m̂ = m / (1−β₁ᵗ), where t counts the steps of this optimizer."},
    {"v", "v ← β₂ v + (1−β₂) g² remembers their squares; v̂ = v / (1−β₂ᵗ)."}};

// clang-format off: a table, one option per line
constexpr Optimizer table[] = {
    row<Sgd>({"sgd", "Gradient descent", "p ← p − η g", "A step straight downhill, in proportion to the slope."}, 0.03, decay),
    row<Momentum>({"momentum", "Momentum", "v ← μ v + g;  p ← p − η v", "Keeps moving in the direction of earlier steps."}, 0.03, rolling, velocity),
    row<Nesterov>({"nesterov", "Nesterov momentum", "v ← μ v + g;  p ← p − η (g + μ v)", "Momentum that looks one step ahead."}, 0.03, rolling, velocity),
    row<Adagrad>({"adagrad", "Adagrad", "s ← s + g²;  p ← p − η g / (√s + ε)", "Smaller steps for parameters whose gradients have been large."}, 0.01, ofAdagrad, sum),
    row<RmsProp>({"rmsprop", "RMSprop", "s ← ρ s + (1−ρ) g²;  p ← p − η g / (√s + ε)", "Adagrad that gradually forgets old gradients."}, 0.01, ofRmsProp, meanSquare),
    row<Adam>({"adam", "Adam", "p ← p − η m̂ / (√v̂ + ε)", "Momentum and RMSprop combined, corrected for their slow start."}, 0.001, ofAdam, moments),
    row<AdamW>({"adamw", "AdamW", "p ← (1 − η λ) p, then Adam", "Adam with weight decay applied separately from the gradient."}, 0.001, ofAdamW, moments, false),
};
// clang-format on

}  // namespace

std::span<const Optimizer> optimizers() { return table; }

const Optimizer& optimizer(std::string_view name) { return find(optimizers(), name, "optimizer"); }

}  // namespace glassbox
