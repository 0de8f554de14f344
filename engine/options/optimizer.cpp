#include "engine/options/optimizer.h"

#include <algorithm>
#include <cmath>

#include "engine/math/pack.h"
#include "engine/options/settings.h"

namespace glassbox {
namespace {

/// base^exponent by repeated squaring: exact enough, and std::pow with its tables would add 2.9 kB to the compressed
/// module.
double power(double base, std::int64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent /= 2, base *= base)
    if (exponent % 2) result *= base;
  return result;
}

/// A parameter, its gradient, and what the optimizer keeps for it: of some parameters side by side.
template <class S>
struct Place {
  Pack<S> p, g, first, second;
};

// Every rule is made of the settings once an update, and then applied to all places.

template <class S>
struct Sgd {
  Pack<S> rate;

  explicit Sgd(const Update<S>& u) : rate(u.settings.learningRate) {}
  void apply(Place<S>& at) const { at.p = at.p - rate * at.g; }
};

/// Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum" (2013), in the form of
/// PyTorch: the velocity does not contain the learning rate.
template <class S>
struct Momentum {
  Pack<S> rate, momentum;

  explicit Momentum(const Update<S>& u) : rate(u.settings.learningRate), momentum(u.settings.momentum) {}
  void apply(Place<S>& at) const {
    at.first = momentum * at.first + at.g;
    at.p = at.p - rate * at.first;
  }
};

template <class S>
struct Nesterov : Momentum<S> {
  using Momentum<S>::Momentum;
  void apply(Place<S>& at) const {
    at.first = this->momentum * at.first + at.g;
    at.p = at.p - this->rate * (at.g + this->momentum * at.first);
  }
};

/// Duchi, Hazan and Singer, "Adaptive subgradient methods" (2011).
template <class S>
struct Adagrad {
  Pack<S> rate, epsilon;

  explicit Adagrad(const Update<S>& u) : rate(u.settings.learningRate), epsilon(u.settings.epsilon) {}
  void apply(Place<S>& at) const {
    at.first = at.first + at.g * at.g;
    at.p = at.p - rate * at.g / (sqrt(at.first) + epsilon);
  }
};

/// Hinton, Coursera lecture 6e (2012).
template <class S>
struct RmsProp {
  Pack<S> rate, epsilon, rho, rest;

  explicit RmsProp(const Update<S>& u)
      : rate(u.settings.learningRate), epsilon(u.settings.epsilon), rho(u.settings.rho), rest(1 - u.settings.rho) {}
  void apply(Place<S>& at) const {
    at.first = rho * at.first + rest * (at.g * at.g);
    at.p = at.p - rate * at.g / (sqrt(at.first) + epsilon);
  }
};

/// Kingma and Ba, "Adam" (2015), algorithm 1.
template <class S>
struct Adam {
  Pack<S> rate, epsilon, beta1, rest1, beta2, rest2, perRoot;

  explicit Adam(const Update<S>& u)
      : rate(u.settings.learningRate / (1 - power(u.settings.beta1, u.step))),
        epsilon(u.settings.epsilon),
        beta1(u.settings.beta1),
        rest1(1 - u.settings.beta1),
        beta2(u.settings.beta2),
        rest2(1 - u.settings.beta2),
        perRoot(1 / std::sqrt(1 - power(u.settings.beta2, u.step))) {}
  void apply(Place<S>& at) const {
    at.first = beta1 * at.first + rest1 * at.g;
    at.second = beta2 * at.second + rest2 * (at.g * at.g);
    at.p = at.p - rate * at.first / (sqrt(at.second) * perRoot + epsilon);
  }
};

/// Loshchilov and Hutter, "Decoupled weight decay regularization" (2019).
template <class S>
struct AdamW : Adam<S> {
  Pack<S> kept;

  explicit AdamW(const Update<S>& u) : Adam<S>(u), kept(1 - u.settings.learningRate * u.settings.weightDecay) {}
  void apply(Place<S>& at) const {
    at.p = at.p * kept;
    Adam<S>::apply(at);
  }
};

/// Whether all of them are finite.
template <class S>
EIGEN_DONT_INLINE bool areFinite(const S* numbers, Index count) {
  return std::all_of(numbers, numbers + count, [](S number) { return number - number == 0; });
}

template <template <class> class Rule, int memory, class S>
bool update(const Update<S>& u) {
  constexpr Index size = Pack<S>::size;
  const Rule<S> rule(u);
  // Names of their own, so that they stay in registers whatever is stored.
  S *const next = u.next, *const first = u.first, *const second = u.second;
  const S *const parameters = u.parameters, *const gradient = u.gradient;
  // Of all numbers in packs with even and odd numbers: finite only if they all are.
  Pack<S> even = 0, odd = 0;
  // The constant `further` is added by what loads and stores.
  const auto go = [=](Index i, Index further, Pack<S>& sum) {
    const auto put = [&](Pack<S> number, S* to) {
      number.store(to + i + further);
      sum = sum + number;
    };
    Place<S> at{Pack<S>::load(parameters + i + further), Pack<S>::load(gradient + i + further), 0, 0};
    if constexpr (memory > 0) at.first = Pack<S>::load(first + i + further);
    if constexpr (memory > 1) at.second = Pack<S>::load(second + i + further);
    rule.apply(at);
    put(at.p, next);
    if constexpr (memory > 0) put(at.first, first);
    if constexpr (memory > 1) put(at.second, second);
  };
  for (Index i = 0, count = u.count; i < count; i += 2 * size) {
    go(i, 0, even);
    go(i, size, odd);
  }
  S sum[size];
  (even + odd).store(sum);
  // The sum of large numbers may be too large itself.
  return areFinite(sum, size) || (areFinite(next, u.count) && (memory < 1 || areFinite(first, u.count)) &&
                                  (memory < 2 || areFinite(second, u.count)));
}

template <template <class> class Rule, int memory>
constexpr Optimizer row(Option option, double learningRate, std::span<const Use> uses,
                        std::span<const char* const> kept = {}, bool couplesWeightDecay = true) {
  return {option,
          uses,
          learningRate,
          kept,
          couplesWeightDecay,
          &update<Rule, memory, double>,
          &update<Rule, memory, float>};
}

constexpr Use decay[] = {{"weightDecay", 0}};
constexpr Use rolling[] = {{"momentum", 0.9}, {"weightDecay", 0}};
constexpr Use ofAdagrad[] = {{"epsilon", 1e-10}, {"weightDecay", 0}};
constexpr Use ofRmsProp[] = {{"rho", 0.99}, {"epsilon", 1e-8}, {"weightDecay", 0}};
constexpr Use ofAdam[] = {{"beta1", 0.9}, {"beta2", 0.999}, {"epsilon", 1e-8}, {"weightDecay", 0}};
constexpr Use ofAdamW[] = {{"beta1", 0.9}, {"beta2", 0.999}, {"epsilon", 1e-8}, {"weightDecay", 0.01}};

constexpr const char* velocity[] = {"v"};
constexpr const char* sums[] = {"s"};
constexpr const char* moments[] = {"m", "v"};

// clang-format off: a table, one option per line
constexpr Optimizer table[] = {
    row<Sgd, 0>({"sgd", "p ← p − η g"}, 0.03, decay),
    row<Momentum, 1>({"momentum", "v ← μ v + g;  p ← p − η v"}, 0.03, rolling, velocity),
    row<Nesterov, 1>({"nesterov", "v ← μ v + g;  p ← p − η (g + μ v)"}, 0.03, rolling, velocity),
    row<Adagrad, 1>({"adagrad", "s ← s + g²;  p ← p − η g / (√s + ε)"}, 0.01, ofAdagrad, sums),
    row<RmsProp, 1>({"rmsprop", "s ← ρ s + (1−ρ) g²;  p ← p − η g / (√s + ε)"}, 0.01, ofRmsProp, sums),
    row<Adam, 2>({"adam", "p ← p − η m̂ / (√v̂ + ε)"}, 0.001, ofAdam, moments),
    row<AdamW, 2>({"adamw", "p ← (1 − η λ) p, then Adam"}, 0.001, ofAdamW, moments, false),
};
// clang-format on

}  // namespace

std::span<const Optimizer> optimizers() { return table; }

const Optimizer& optimizer(std::string_view name) { return find(optimizers(), name, "optimizer"); }

}  // namespace glassbox
