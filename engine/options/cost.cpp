#include "engine/options/cost.h"

#include <cmath>
#include <limits>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

// Each cost is the sum of its samples' own costs and its slope, dCost/dActivation: of packs of numbers where every output
// has a slope of its own.

/// Mean over outputs of (activation - Y)^2: MSELoss of PyTorch, mean_squared_error of Keras.
struct Mse {
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    return (output.activation - Y).squaredNorm() / double(Y.rows());
  }
  static auto slope(auto a, auto y, double outputs) { return 2 / outputs * (a - y); }
};

/// Half the squared distance: Nielsen, "Neural Networks and Deep Learning" (2015), equation 6.
struct Quadratic {
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    return (output.activation - Y).squaredNorm() / 2;
  }
  static auto slope(auto a, auto y, double) { return a - y; }
};

/// Mean over outputs of -(y ln a + (1 - y) ln(1 - a)): BCELoss of PyTorch, whose clamps (ln >= -100, division by at
/// least 1e-12) it shares. For a sigmoid it is computed from Z, where nothing can overflow.
struct BinaryCrossEntropy {
  static constexpr std::string_view partner = "sigmoid";
  static double clampedLog(double x) { return std::max(std::log(x), -100.0); }
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    const auto ofZ = [](double z, double y) { return std::max(z, 0.0) - z * y + std::log1p(std::exp(-std::abs(z))); };
    const auto ofActivation = [](double a, double y) { return -y * clampedLog(a) - (1 - y) * clampedLog(1 - a); };
    const double all = &output.kind == &activation(partner) ? output.Z.binaryExpr(Y, ofZ).sum()
                                                            : output.activation.binaryExpr(Y, ofActivation).sum();
    return all / double(Y.rows());
  }
  static auto partnerDelta(auto a, auto y, double outputs) { return (a - y) / outputs; }
  static auto slope(auto a, auto y, double outputs) {
    return partnerDelta(a, y, outputs) / max(a * (1 - a), decltype(a)(1e-12));
  }
};

/// -sum over classes of y ln softmax(logit): CrossEntropyLoss of PyTorch. The logits of a softmax output are its Z;
/// those of any other output are its activation.
struct SoftmaxCrossEntropy {
  static constexpr std::string_view partner = "softmax";
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    const ConstMatrixView<double>& logits = &output.kind == &activation(partner) ? output.Z : output.activation;
    double all = 0;
    for (Index sample = 0; sample < Y.cols(); ++sample) {
      const auto z = logits.col(sample);
      const double largest = z.maxCoeff();
      const double logOfSum =
          largest + std::log(z.unaryExpr([largest](double each) { return std::exp(each - largest); }).sum());
      all += logOfSum * Y.col(sample).sum() - z.dot(Y.col(sample));
    }
    return all;
  }
  static auto partnerDelta(auto a, auto y, double) { return a - y; }
  /// Of a whole layer: the softmax of what any other output activation gives.
  template <class S>
  static void slopes(const S* activation, const S* Y, S* slope, const Layout& layout) {
    glassbox::activation(partner).functions<S>().apply(activation, slope, layout);
    forEachPack(layout.size, slope, [](Pack<S> share, Pack<S> y) { return share - y; }, slope, Y);
  }
};

/// Mean over outputs: half the square up to a difference of 1, straight beyond. HuberLoss of PyTorch with delta = 1;
/// Huber, "Robust estimation of a location parameter" (1964).
struct Huber {
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    const auto difference = (output.activation - Y).array().abs();
    return (difference < 1).select(difference.square() / 2, difference - 0.5).sum() / double(Y.rows());
  }
  static auto slope(auto a, auto y, double outputs) {
    return max(min(a - y, decltype(a)(1)), decltype(a)(-1)) / outputs;
  }
};

template <class Kind, class S>
constexpr CostFunctions<S> functionsOf() {
  CostFunctions<S> functions{nullptr, nullptr};
  if constexpr (requires { &Kind::template slopes<S>; }) {
    functions.slope = &Kind::template slopes<S>;
  } else {
    functions.slope = [](const S* activation, const S* Y, S* slope, const Layout& layout) {
      const auto outputs = double(layout.units);
      const auto each = [outputs](Pack<S> a, Pack<S> y) { return Kind::slope(a, y, outputs); };
      forEachPack(layout.size, slope, each, activation, Y);
    };
  }
  if constexpr (requires { Kind::partner; })
    functions.partnerDelta = [](const S* activation, const S* Y, S* delta, const Layout& layout) {
      const auto outputs = double(layout.units);
      const auto each = [outputs](Pack<S> a, Pack<S> y) { return Kind::partnerDelta(a, y, outputs); };
      forEachPack(layout.size, delta, each, activation, Y);
    };
  return functions;
}

template <class Kind>
Cost row(Option option, double low, double high, bool isMeanOverOutputs, Targets targets = Targets::numbers) {
  Cost cost{option,
            low,
            high,
            isMeanOverOutputs,
            targets,
            nullptr,
            &Kind::sum,
            functionsOf<Kind, double>(),
            functionsOf<Kind, float>()};
  if constexpr (requires { Kind::partner; }) cost.partner = &activation(Kind::partner);
  return cost;
}

constexpr double infinite = std::numeric_limits<double>::infinity();

// clang-format off: a table, one option per line
const Cost table[] = {
    row<Mse>({"mse", "mean of (a − y)²"}, -infinite, infinite, true),
    row<Quadratic>({"quadratic", "1/(2n) Σ ‖a − y‖²"}, -infinite, infinite, false),
    row<BinaryCrossEntropy>({"binaryCrossEntropy", "−mean of (y ln a + (1−y) ln(1−a))"}, 0, 1, true, Targets::probabilities),
    row<SoftmaxCrossEntropy>({"softmaxCrossEntropy", "−mean of (Σ y ln softmax(z))"}, -infinite, infinite, false, Targets::shares),
    row<Huber>({"huber", "mean of d²/2 if |d| < 1, else |d| − ½"}, -infinite, infinite, true),
};
// clang-format on

}  // namespace

std::span<const Cost> costs() { return table; }

const Cost& cost(std::string_view name) { return find(costs(), name, "cost"); }

const char* name(Targets targets) {
  static constexpr const char* names[] = {"numbers", "probabilities", "shares"};
  return names[int(targets)];
}

void requireFit(const Cost& cost, const Activation& output) {
  const auto fits = [&](const Activation& each) { return each.low >= cost.low && each.high <= cost.high; };
  if (fits(output)) return;
  std::string names;
  for (const Activation& each : activations())
    if (fits(each)) names.append(names.empty() ? "" : ", ").append(each.name);
  refuse("fit", "cost", output.name,
         {{"cost", cost.name}, {"minimum", cost.low}, {"maximum", cost.high}, {"names", names}});
}

void requireTargets(const Cost& cost, const MatrixXd& Y) {
  if (cost.targets == Targets::probabilities)
    for (const double y : Y.reshaped()) require(y >= 0 && y <= 1, "probabilities", "targets", y, {{"cost", cost.name}});
  if (cost.targets == Targets::shares)
    for (const auto& sample : Y.colwise()) {
      const double total = sample.sum();
      require((sample.array() >= 0).all() && std::abs(total - 1) < 1e-9, "shares", "targets", total,
              {{"cost", cost.name}});
    }
}

}  // namespace glassbox
