#include "engine/activation.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "engine/settings.h"

namespace glassbox {
namespace {

// An elementwise activation is f and its slope f'(Z), both over whole arrays so that Eigen vectorises them.
// `a` is f(z), already known when the slope is wanted.

struct Linear {
  static auto value(const auto& z) { return z; }
  static auto slope(const auto& z, const auto&) { return z.Ones(z.rows(), z.cols()); }
};

struct Sigmoid {
  static auto value(const auto& z) { return z.logistic(); }
  static auto slope(const auto&, const auto& a) { return a * (1 - a); }
};

struct Tanh {
  static auto value(const auto& z) { return z.tanh(); }
  static auto slope(const auto&, const auto& a) { return 1 - a.square(); }
};

struct Relu {
  static auto value(const auto& z) { return z.max(0); }
  static auto slope(const auto& z, const auto& a) { return (z > 0).select(a.Ones(a.rows(), a.cols()), 0); }
};

/// The arithmetic that has no array form in Eigen: one function of one number and its derivative, always in float64.
template <class Pointwise>
struct Each {
  static auto value(const auto& z) {
    return z.unaryExpr([](auto x) { return static_cast<decltype(x)>(Pointwise::value(x)); });
  }
  static auto slope(const auto& z, const auto& a) {
    return z.binaryExpr(a, [](auto x, auto y) { return static_cast<decltype(x)>(Pointwise::slope(x, y)); });
  }
};

struct LeakyRelu {
  static double value(double z) { return z > 0 ? z : 0.01 * z; }
  static double slope(double z, double) { return z > 0 ? 1 : 0.01; }
};

struct Elu {
  static double value(double z) { return z > 0 ? z : std::expm1(z); }
  static double slope(double z, double a) { return z > 0 ? 1 : a + 1; }
};

double sigmoid(double z) { return 1 / (1 + std::exp(-z)); }

struct Softplus {
  // max(z, 0) + log(1 + e^-|z|) never overflows.
  static double value(double z) { return std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z))); }
  static double slope(double z, double) { return sigmoid(z); }
};

/// Hendrycks and Gimpel, "Gaussian error linear units" (2016), the exact form: z times the normal distribution function.
struct Gelu {
  static double distribution(double z) { return std::erfc(-z * std::numbers::sqrt2 / 2) / 2; }
  static double density(double z) { return std::exp(-z * z / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2; }
  static double value(double z) { return z * distribution(z); }
  static double slope(double z, double) { return distribution(z) + z * density(z); }
};

struct Silu {
  static double value(double z) { return z * sigmoid(z); }
  static double slope(double z, double) {
    const double s = sigmoid(z);
    return s * (1 + z * (1 - s));
  }
};

template <class Kind>
struct Elementwise {
  template <class S>
  static void apply(ConstMatrixView<S> Z, MatrixView<S> activation) {
    activation.array() = Kind::value(Z.array());
  }
  template <class S>
  static void backward(ConstMatrixView<S> Z, ConstMatrixView<S> activation, MatrixView<S> delta) {
    delta.array() *= Kind::slope(Z.array(), activation.array());
  }
};

/// Over each sample's whole layer: e^z / sum e^z, shifted by the largest z so that nothing overflows.
struct Softmax {
  template <class S>
  static void apply(ConstMatrixView<S> Z, MatrixView<S> activation) {
    // In a place of its own: where a column begins in memory decides how Eigen groups it, and so its last bit.
    Eigen::Array<S, Eigen::Dynamic, 1, Eigen::ColMajor, Limits::units, 1> a(Z.rows());
    for (Index sample = 0; sample < Z.cols(); ++sample) {
      a = (Z.col(sample).array() - Z.col(sample).maxCoeff()).exp();
      activation.col(sample) = a / a.sum();
    }
  }
  template <class S>
  static void backward(ConstMatrixView<S>, ConstMatrixView<S> activation, MatrixView<S> delta) {
    for (Index sample = 0; sample < delta.cols(); ++sample) {
      const S shared = delta.col(sample).dot(activation.col(sample));
      delta.col(sample).array() = activation.col(sample).array() * (delta.col(sample).array() - shared);
    }
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
    row<Elementwise<Linear>>({"linear", "Linear", "a = z", "Passes the sum on unchanged. However many linear layers are stacked, the result is still linear."}, true, -infinite, infinite),
    row<Elementwise<Sigmoid>>({"sigmoid", "Sigmoid", "a = 1 / (1 + e^−z)", "Squeezes any sum into the range 0 to 1: a probability. One such neuron is a logistic regression."}, true, 0, 1),
    row<Elementwise<Tanh>>({"tanh", "Tanh", "a = tanh(z)", "Squeezes any sum into the range −1 to 1, centred on 0."}, true, -1, 1),
    row<Elementwise<Relu>>({"relu", "ReLU", "a = max(0, z)", "0 for negative sums, the sum itself for positive ones. Cheap to compute, and its slope does not fade however large the sum."}, true, 0, infinite, 0),
    row<Elementwise<Each<LeakyRelu>>>({"leakyRelu", "Leaky ReLU", "a = z if z > 0, else 0.01 z", "A ReLU that lets a little through below 0, so that no neuron becomes inactive for good."}, true, -infinite, infinite, 0.01),
    row<Elementwise<Each<Elu>>>({"elu", "ELU", "a = z if z > 0, else e^z − 1", "Like ReLU above 0; below, it bends smoothly towards −1."}, true, -1, infinite),
    row<Elementwise<Each<Softplus>>>({"softplus", "Softplus", "a = ln(1 + e^z)", "A ReLU with its corner rounded off. Its slope is the sigmoid."}, true, 0, infinite),
    row<Elementwise<Each<Gelu>>>({"gelu", "GELU", "a = z · Φ(z)", "The sum times the probability that a standard normal value lies below it. Common in language models."}, true, -0.17004, infinite),
    row<Elementwise<Each<Silu>>>({"silu", "SiLU", "a = z / (1 + e^−z)", "The sum times its own sigmoid. Also called swish."}, true, -0.27847, infinite),
    row<Softmax>({"softmax", "Softmax", "a = e^z / Σ e^z", "Turns a layer into shares that add up to 1: one probability per class."}, false, 0, 1),
};
// clang-format on

}  // namespace

std::span<const Activation> activations() { return table; }

const Activation& activation(std::string_view name) { return find(activations(), name, "activation"); }

}  // namespace glassbox
