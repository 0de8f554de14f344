#include "engine/options/activation.h"

#include <algorithm>
#include <limits>
#include <numbers>
#include <numeric>

#include "engine/math/functions.h"
#include "engine/options/settings.h"

namespace glassbox {
namespace {

// An elementwise activation is f and its slope f'(z), both over packs of numbers. `a` is f(z), already known when the
// slope is wanted.

struct Linear {
  static auto value(auto z) { return z; }
  static auto slope(auto z, auto) { return decltype(z)(1); }
};

struct Sigmoid {
  static auto value(auto z) { return logistic(z); }
  static auto slope(auto, auto a) { return a * (1 - a); }
};

struct Tanh {
  static auto value(auto z) { return tanh(z); }
  static auto slope(auto, auto a) { return 1 - a * a; }
};

/// Of a pack: `yes` where z > 0, else `no`.
auto wherePositive(auto z, decltype(z) yes, decltype(z) no) { return whereLess(decltype(z)(0), z, yes, no); }

struct Relu {
  static auto value(auto z) { return max(z, decltype(z)(0)); }
  static auto slope(auto z, auto) { return wherePositive(z, 1, 0); }
};

struct LeakyRelu {
  static auto value(auto z) { return wherePositive(z, z, 0.01 * z); }
  static auto slope(auto z, auto) { return wherePositive(z, 1, 0.01); }
};

struct Elu {
  static auto value(auto z) { return wherePositive(z, z, expm1(z)); }
  static auto slope(auto z, auto a) { return wherePositive(z, 1, a + 1); }
};

struct Softplus {
  // max(z, 0) + ln(1 + e^-|z|) never overflows.
  static auto value(auto z) { return max(z, decltype(z)(0)) + log1pExp(-abs(z)); }
  static auto slope(auto z, auto) { return logistic(z); }
};

/// Hendrycks and Gimpel, "Gaussian error linear units" (2016), the exact form: z times the normal distribution function,
/// which above 0 is z without z times its tail.
struct Gelu {
  static auto density(auto z) { return std::numbers::inv_sqrtpi / std::numbers::sqrt2 * exp(-0.5 * z * z); }
  static auto value(auto z) { return max(z, decltype(z)(0)) - abs(z) * normalTail(abs(z)); }
  /// The distribution is a / z, where that says anything.
  static auto slope(auto z, auto a) {
    return whereLess(abs(z), decltype(z)(1e-30), decltype(z)(0.5), a / z) + z * density(z);
  }
};

struct Silu {
  static auto value(auto z) { return z * logistic(z); }
  static auto slope(auto z, auto) {
    const auto s = logistic(z);
    return s * (1 + z * (1 - s));
  }
};

template <class Kind>
struct Elementwise {
  template <class S>
  static void apply(const S* Z, S* activation, const Layout& layout) {
    forEachPack(layout.size, activation, [](Pack<S> z) { return Kind::value(z); }, Z);
  }
  template <class S>
  static void backward(const S* Z, const S* activation, S* delta, const Layout& layout) {
    const auto chainRule = [](Pack<S> d, Pack<S> z, Pack<S> a) { return d * Kind::slope(z, a); };
    forEachPack(layout.size, delta, chainRule, delta, Z, activation);
  }
};

/// Over each sample's whole layer: e^z / sum e^z, shifted by the largest z so that nothing overflows. All sums run in the
/// order of the units, whether a pack holds one unit of several samples or several units of one.
struct Softmax {
  template <class S>
  static void apply(const S* Z, S* activation, const Layout& layout) {
    if (isSideBySide(layout)) {
      for (Index sample = 0; sample < layout.unitStride; sample += Pack<S>::size)
        applyToPack(Z + sample, activation + sample, layout);
      return;
    }
    S e[roundedUp<S>(Limits::units)] = {};
    for (Index sample = 0; sample < layout.samples;
         ++sample, Z += layout.sampleStride, activation += layout.sampleStride) {
      const S largest = *std::max_element(Z, Z + layout.units);
      std::transform(Z, Z + layout.units, e, [largest](S z) { return z - largest; });
      forEachPack(roundedUp<S>(layout.units), e, [](Pack<S> shifted) { return exp(shifted); }, e);
      const S sum = std::accumulate(e, e + layout.units, S(0));
      std::transform(e, e + layout.units, activation, [sum](S each) { return each / sum; });
    }
  }
  template <class S>
  static void backward(const S*, const S* activation, S* delta, const Layout& layout) {
    if (isSideBySide(layout)) {
      for (Index sample = 0; sample < layout.unitStride; sample += Pack<S>::size)
        backwardOfPack(activation + sample, delta + sample, layout);
      return;
    }
    for (Index sample = 0; sample < layout.samples;
         ++sample, activation += layout.sampleStride, delta += layout.sampleStride) {
      const S shared = std::inner_product(delta, delta + layout.units, activation, S(0));
      for (Index unit = 0; unit < layout.units; ++unit) delta[unit] = activation[unit] * (delta[unit] - shared);
    }
  }

 private:
  /// Whether one unit's numbers for several samples lie side by side; otherwise one sample's for all units do.
  static bool isSideBySide(const Layout& layout) { return layout.unitStride > layout.sampleStride; }

  template <class S>
  static void applyToPack(const S* Z, S* activation, const Layout& layout) {
    const Index end = layout.units * layout.unitStride;
    Pack<S> largest = Pack<S>::load(Z), sum = 0;
    for (Index i = layout.unitStride; i < end; i += layout.unitStride) largest = max(largest, Pack<S>::load(Z + i));
    for (Index i = 0; i < end; i += layout.unitStride) {
      const Pack<S> e = exp(Pack<S>::load(Z + i) - largest);
      e.store(activation + i);
      sum = sum + e;
    }
    for (Index i = 0; i < end; i += layout.unitStride) (Pack<S>::load(activation + i) / sum).store(activation + i);
  }
  template <class S>
  static void backwardOfPack(const S* activation, S* delta, const Layout& layout) {
    const Index end = layout.units * layout.unitStride;
    Pack<S> shared = 0;
    for (Index i = 0; i < end; i += layout.unitStride)
      shared = shared + Pack<S>::load(delta + i) * Pack<S>::load(activation + i);
    for (Index i = 0; i < end; i += layout.unitStride)
      (Pack<S>::load(activation + i) * (Pack<S>::load(delta + i) - shared)).store(delta + i);
  }
};

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double smooth = std::numeric_limits<double>::quiet_NaN();

template <class Kind>
constexpr Activation row(Option option, bool elementwise, double low, double high, double slopeAtCorner = smooth) {
  return {option,
          elementwise,
          low,
          high,
          slopeAtCorner,
          {&Kind::template apply<double>, &Kind::template backward<double>},
          {&Kind::template apply<float>, &Kind::template backward<float>}};
}

// clang-format off: a table, one option per line
constexpr Activation table[] = {
    row<Elementwise<Linear>>({"linear", "a = z"}, true, -infinite, infinite),
    row<Elementwise<Sigmoid>>({"sigmoid", "a = 1 / (1 + e^−z)"}, true, 0, 1),
    row<Elementwise<Tanh>>({"tanh", "a = tanh(z)"}, true, -1, 1),
    row<Elementwise<Relu>>({"relu", "a = max(0, z)"}, true, 0, infinite, 0),
    row<Elementwise<LeakyRelu>>({"leakyRelu", "a = z if z > 0, else 0.01 z"}, true, -infinite, infinite, 0.01),
    row<Elementwise<Elu>>({"elu", "a = z if z > 0, else e^z − 1"}, true, -1, infinite),
    row<Elementwise<Softplus>>({"softplus", "a = ln(1 + e^z)"}, true, 0, infinite),
    row<Elementwise<Gelu>>({"gelu", "a = z · Φ(z)"}, true, -0.17004, infinite),
    row<Elementwise<Silu>>({"silu", "a = z / (1 + e^−z)"}, true, -0.27847, infinite),
    row<Softmax>({"softmax", "a = e^z / Σ e^z"}, false, 0, 1),
};
// clang-format on

}  // namespace

std::span<const Activation> activations() { return table; }

const Activation& activation(std::string_view name) { return find(activations(), name, "activation"); }

}  // namespace glassbox
