#include <cmath>
#include <utility>

#include "engine/archive.h"
#include "engine/kernel.h"
#include "engine/optimizer.h"
#include "engine/pass.h"

namespace glassbox {
namespace {

/// The readable kernel: matrix products, one after the other. Faster ones are tested against it.
template <class Scalar>
class PlainKernel final : public Kernel {
 public:
  explicit PlainKernel(const Network& network)
      : network_(network),
        pass_(network, capacity),
        X_(network.inputs, capacity),
        parameters_(Vector<Scalar>::Zero(network.parameterCount)),
        gradient_(parameters_),
        addend_(parameters_),
        first_(parameters_),
        second_(parameters_) {}

  void forward(ConstMatrixView<double> X) override { pass_.forward(parameters_, asScalar(X, X_)); }

  void forwardBlock(ConstMatrixView<double> X) override {
    firstColumns(X_, block).setZero();
    firstColumns(X_, X.cols()) = X.cast<Scalar>();
    pass_.forward(parameters_, firstColumns(std::as_const(X_), block));
    pass_.keep(X.cols());
  }

  double costSum(const Cost& cost, ConstMatrixView<double> Y, Index from) override {
    return pass_.costSum(cost, Y, from);
  }

  void backward(const Cost& cost, ConstMatrixView<double> Y, bool isFirst) override {
    pass_.backward(parameters_, cost, Y, isFirst ? gradient_ : addend_);
    if (!isFirst) gradient_ += addend_;
  }

  void scaleGradient(double factor) override { gradient_ *= Scalar(factor); }

  bool update(const Settings& settings, const std::vector<Index>& locked) override {
    const Optimizer& kind = optimizer(settings.optimizer);
    addPenaltyGradient(settings, kind);
    for (const Index place : locked) gradient_[place] = 0;
    // Finite only if every entry is, and none is so large that the optimizer's squares overflow.
    if (!std::isfinite(gradient_.squaredNorm())) return false;
    addend_ = parameters_;
    Update<Scalar> update{parameters_, gradient_, first_, second_, settings, ++updates_};
    kind.function<Scalar>()(update);
    for (const Index place : locked) parameters_[place] = addend_[place];
    if (parameters_.allFinite()) return true;
    parameters_ = addend_;
    return false;
  }

  void forget() override {
    first_.setZero();
    second_.setZero();
    updates_ = 0;
  }

  void mute(const std::vector<UnitIndex>& units) override { pass_.mute(units); }

  MatrixXd Z(std::size_t l) const override { return pass_.Z(l).template cast<double>(); }
  MatrixXd activation(std::size_t l) const override { return pass_.activation(l).template cast<double>(); }
  MatrixXd delta(std::size_t l) const override { return pass_.delta(l).template cast<double>(); }
  VectorXd gradient() const override { return asDouble(gradient_); }
  OptimizerMemory memory() const override { return {asDouble(gradient_), asDouble(first_), asDouble(second_)}; }
  VectorXd parameters() const override { return asDouble(parameters_); }
  void setParameters(const VectorXd& buffer) override { parameters_ = buffer.cast<Scalar>(); }
  double parameter(Index place) const override { return double(parameters_[place]); }
  void setParameter(Index place, double value) override { parameters_[place] = Scalar(value); }

  bool isFinite() const override { return parameters_.allFinite() && first_.allFinite() && second_.allFinite(); }

  void write(ArchiveWriter& archive) const override {
    for (const auto* values : {&parameters_, &first_, &second_}) archive.vector(*values);
    archive.value(updates_);
  }
  void read(ArchiveReader& archive) override {
    for (auto* values : {&parameters_, &first_, &second_}) archive.vector(*values);
    archive.value(updates_);
  }

 private:
  /// The same numbers in this kernel's precision: themselves, or converted into `buffer`.
  static ConstMatrixView<Scalar> asScalar(ConstMatrixView<double> values, Matrix<Scalar>& buffer) {
    if constexpr (std::is_same_v<Scalar, double>) {
      return values;
    } else {
      firstColumns(buffer, values.cols()) = values.cast<Scalar>();
      return firstColumns(std::as_const(buffer), values.cols());
    }
  }

  static VectorXd asDouble(const Vector<Scalar>& values) { return values.template cast<double>(); }

  void addPenaltyGradient(const Settings& settings, const Optimizer& kind) {
    if (settings.l1 > 0 || settings.l2 > 0)
      for (const Layer& layer : network_.layers) {
        const auto W = weights(layer, std::as_const(parameters_)).array();
        weights(layer, gradient_).array() += Scalar(settings.l1) * W.sign() + Scalar(settings.l2) * W;
      }
    if (settings.weightDecay > 0 && kind.couplesWeightDecay) gradient_ += Scalar(settings.weightDecay) * parameters_;
  }

  const Network& network_;
  Pass<Scalar> pass_;
  Matrix<Scalar> X_;
  /// `addend_` holds what is about to be added to the gradient or, during an update, the parameters before it.
  Vector<Scalar> parameters_, gradient_, addend_, first_, second_;
  std::int64_t updates_ = 0;
};

}  // namespace

std::unique_ptr<Kernel> makeKernel(const Network& network, const Settings& settings) {
  if (settings.precision == "float32") return std::make_unique<PlainKernel<float>>(network);
  return std::make_unique<PlainKernel<double>>(network);
}

}  // namespace glassbox
