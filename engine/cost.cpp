#include "engine/cost.h"

#include <cmath>
#include <limits>

namespace glassbox {
namespace {

bool is(const Option& option, std::string_view name) { return option.name == name; }

/// Mean over outputs of (activation - Y)^2: MSELoss of PyTorch, mean_squared_error of Keras.
struct Mse {
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    return (output.activation - Y).squaredNorm() / double(Y.rows());
  }
  static void slope(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> slope) {
    slope.noalias() = 2.0 / double(Y.rows()) * (output.activation - Y);
  }
};

/// Half the squared distance: Nielsen, "Neural Networks and Deep Learning" (2015), equation 6.
struct Quadratic {
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    return (output.activation - Y).squaredNorm() / 2;
  }
  static void slope(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> slope) {
    slope = output.activation - Y;
  }
};

/// Mean over outputs of -(y ln a + (1 - y) ln(1 - a)): BCELoss of PyTorch, whose clamps (ln >= -100, division by at
/// least 1e-12) it shares. For a sigmoid it is computed from Z, where nothing can overflow.
struct BinaryCrossEntropy {
  static constexpr std::string_view partner = "sigmoid";
  static double clampedLog(double x) { return std::max(std::log(x), -100.0); }
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    const auto ofZ = [](double z, double y) { return std::max(z, 0.0) - z * y + std::log1p(std::exp(-std::abs(z))); };
    const auto ofActivation = [](double a, double y) { return -y * clampedLog(a) - (1 - y) * clampedLog(1 - a); };
    const double all = is(output.kind, partner) ? output.Z.binaryExpr(Y, ofZ).sum()
                                                : output.activation.binaryExpr(Y, ofActivation).sum();
    return all / double(Y.rows());
  }
  static void partnerDelta(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> delta) {
    delta = (output.activation - Y) / double(Y.rows());
  }
  static void slope(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> slope) {
    partnerDelta(output, Y, slope);
    const auto a = output.activation.array();
    slope.array() /= (a * (1 - a)).max(1e-12);
  }
};

/// -sum over classes of y ln softmax(logit): CrossEntropyLoss of PyTorch. The logits of a softmax output are its Z;
/// those of any other output are its activation.
struct SoftmaxCrossEntropy {
  static constexpr std::string_view partner = "softmax";
  static const ConstMatrixView<double>& logits(const OutputView& output) {
    return is(output.kind, partner) ? output.Z : output.activation;
  }
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    double all = 0;
    for (Index sample = 0; sample < Y.cols(); ++sample) {
      const auto z = logits(output).col(sample);
      const double largest = z.maxCoeff();
      const double logOfSum =
          largest + std::log(z.unaryExpr([largest](double each) { return std::exp(each - largest); }).sum());
      all += logOfSum * Y.col(sample).sum() - z.dot(Y.col(sample));
    }
    return all;
  }
  static void partnerDelta(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> delta) {
    delta = output.activation - Y;
  }
  static void slope(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> slope) {
    activation("softmax").float64.apply(output.activation, slope);
    slope -= Y;
  }
};

/// Mean over outputs: half the square up to a difference of 1, straight beyond. HuberLoss of PyTorch with delta = 1;
/// Huber, "Robust estimation of a location parameter" (1964).
struct Huber {
  static double sum(const OutputView& output, ConstMatrixView<double> Y) {
    const auto difference = (output.activation - Y).array().abs();
    return (difference < 1).select(difference.square() / 2, difference - 0.5).sum() / double(Y.rows());
  }
  static void slope(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> slope) {
    slope.array() = (output.activation - Y).array().max(-1).min(1) / double(Y.rows());
  }
};

template <class Kind>
constexpr Cost row(Option option, double low, double high, bool isMeanOverOutputs) {
  Cost cost{option, low, high, isMeanOverOutputs, &Kind::sum, &Kind::slope, {}, nullptr};
  if constexpr (requires { Kind::partner; }) {
    cost.partner = Kind::partner;
    cost.partnerDelta = &Kind::partnerDelta;
  }
  return cost;
}

constexpr double infinite = std::numeric_limits<double>::infinity();

// clang-format off: a table, one option per line
constexpr Cost table[] = {
    row<Mse>({"mse", "Mean squared error", "mean of (a − y)²", "The squared difference, averaged over rows and outputs. As in PyTorch and Keras, without a factor ½."}, -infinite, infinite, true),
    row<Quadratic>({"quadratic", "Quadratic cost", "1/(2n) Σ ‖a − y‖²", "Half the squared difference, summed over outputs and averaged over rows. As in Nielsen’s book."}, -infinite, infinite, false),
    row<BinaryCrossEntropy>({"binaryCrossEntropy", "Binary cross-entropy", "−mean of (y ln a + (1−y) ln(1−a))", "How surprising the target is, given the predicted probability; averaged over rows and outputs. For yes-or-no targets."}, 0, 1, true),
    row<SoftmaxCrossEntropy>({"softmaxCrossEntropy", "Softmax cross-entropy", "−mean of (Σ y ln softmax(z))", "How surprising the actual class is, given the predicted shares; averaged over rows. For one class out of several."}, -infinite, infinite, false),
    row<Huber>({"huber", "Huber", "mean of d²/2 if |d| < 1, else |d| − ½", "Squares small differences but counts large ones only in proportion, so that one extreme row cannot dominate."}, -infinite, infinite, true),
};
// clang-format on

}  // namespace

std::span<const Cost> costs() { return table; }

const Cost& cost(std::string_view name) { return find(costs(), name, "cost"); }

void Cost::delta(const OutputView& output, ConstMatrixView<double> Y, MatrixView<double> delta) const {
  if (is(output.kind, partner)) return partnerDelta(output, Y, delta);
  slope(output, Y, delta);
  output.kind.float64.backward(output.Z, output.activation, delta);
}

void requireFit(const Cost& cost, const Activation& output) {
  if (output.low >= cost.low && output.high <= cost.high) return;
  refuse("cost",
         std::string(cost.name) + " takes predictions from " + text(cost.low) + " to " + text(cost.high) +
             " only: choose sigmoid or softmax as output activation",
         output.name);
}

void requireTargets(const Cost& cost, const MatrixXd& Y) {
  const bool isBinary = is(cost, "binaryCrossEntropy"), isShares = is(cost, "softmaxCrossEntropy");
  for (Index sample = 0; sample < Y.cols(); ++sample) {
    double total = 0;
    bool isNegative = false;
    for (Index k = 0; k < Y.rows(); ++k) {
      const double y = Y(k, sample);
      require(!isBinary || (y >= 0 && y <= 1), "targets", "must lie between 0 and 1 for binaryCrossEntropy", y);
      total += y;
      isNegative |= y < 0;
    }
    require(!isShares || (!isNegative && std::abs(total - 1) < 1e-9), "targets",
            "must be shares of one sample that add up to 1 for softmaxCrossEntropy", total);
  }
}

}  // namespace glassbox
