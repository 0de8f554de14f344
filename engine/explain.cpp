#include "engine/explain.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

/// Turns one dial and puts it back when it goes out of scope.
class Dial {
 public:
  Dial(Trainer& trainer, const ParameterIndex& index) : trainer_(trainer), index_(index), value_(trainer.parameter(index)) {}
  ~Dial() { trainer_.setParameter(index_, value_); }
  Dial(const Dial&) = delete;
  Dial& operator=(const Dial&) = delete;

  double value() const { return value_; }
  void turnTo(double value) { trainer_.setParameter(index_, value); }
  double costAt(double value, const Samples& samples) {
    turnTo(value);
    return trainer_.evaluate(samples).cost;
  }

 private:
  Trainer& trainer_;
  ParameterIndex index_;
  double value_;
};

void requireRange(const char* name, Range range) {
  for (const double end : {range.low, range.high}) require(std::isfinite(end), name, "must be finite numbers", end);
  require(range.low < range.high, name, "must go from low to high", range.high);
}

void requireSamples(const Samples& samples) {
  require(samples.count() > 0, "X", "must have at least 1 sample", 0);
}

/// Sets slopes that are measured beside those of backpropagation.
class SlopeMeter {
 public:
  SlopeMeter(Trainer& trainer, const Samples& samples)
      : trainer_(trainer),
        samples_(samples),
        gradient_((requireSamples(samples), trainer.gradient(samples))),
        floor_(std::max(gradient_.cwiseAbs().maxCoeff() / 1000, 1e-300)),
        cost_(trainer.evaluate(samples).cost) {}

  double cost() const { return cost_; }
  Index parameters() const { return gradient_.size(); }

  SlopePair at(Index place) {
    const double h = trainer_.settings().precision == "float64" ? 1e-4 : 1e-2;
    const ParameterIndex index = trainer_.network().indexAt(place);
    Dial dial(trainer_, index);
    const auto costAt = [&](double offset) { return dial.costAt(dial.value() + offset, samples_); };
    const double below = costAt(-h), farBelow = costAt(-2 * h), above = costAt(h), farAbove = costAt(2 * h);
    const double gradient = gradient_[place], slope = (8 * (above - below) - (farAbove - farBelow)) / (12 * h);
    const double difference = std::abs(gradient - slope) / std::max({std::abs(slope), std::abs(gradient), floor_});
    return {index, gradient, slope, (3 * cost_ - 4 * below + farBelow) / (2 * h), (4 * above - 3 * cost_ - farAbove) / (2 * h), difference};
  }

 private:
  Trainer& trainer_;
  const Samples& samples_;
  VectorXd gradient_;
  double floor_, cost_;
};

}  // namespace

Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const Samples& samples) {
  require(std::isfinite(epsilon) && epsilon != 0, "epsilon", "must be a number other than 0", epsilon);
  const Index place = trainer.network().at(index);
  SlopeMeter meter(trainer, samples);
  Shock shock{meter.at(place), meter.cost(), 0, {}};
  const std::vector<VectorXd> before = trainer.meanActivations(samples);
  Dial dial(trainer, index);
  shock.costAfter = dial.costAt(dial.value() + epsilon, samples);
  shock.changes = trainer.meanActivations(samples);
  for (std::size_t l = 0; l < before.size(); ++l) shock.changes[l] -= before[l];
  return shock;
}

GradientCheck gradientCheck(Trainer& trainer, const Samples& samples, Index from, Index count) {
  SlopeMeter meter(trainer, samples);
  require(from >= 0 && from < meter.parameters(), "from", "must be the place of a parameter", double(from));
  require(count > 0, "count", "must be at least 1", double(count));
  const Index end = from + std::min(count, meter.parameters() - from);
  GradientCheck check{meter.at(from), long(end - from)};
  for (Index place = from + 1; place < end; ++place) {
    const SlopePair pair = meter.at(place);
    if (pair.difference > check.worst.difference) check.worst = pair;
  }
  return check;
}

CostSurface costSurface(Trainer& trainer, const ParameterIndex& a, const ParameterIndex& b, Range rangeA, Range rangeB,
                        int resolution, const Samples& samples) {
  requireSamples(samples);
  require(resolution >= 2 && resolution <= Limits::resolution, "resolution", "must be from 2 to 200", resolution);
  requireRange("rangeA", rangeA);
  requireRange("rangeB", rangeB);
  if (trainer.network().at(a) == trainer.network().at(b)) refuse("parameterB", "must differ from parameterA", "the same");
  CostSurface surface{VectorXd::LinSpaced(resolution, rangeA.low, rangeA.high),
                      VectorXd::LinSpaced(resolution, rangeB.low, rangeB.high), MatrixXd(resolution, resolution)};
  Dial dialA(trainer, a), dialB(trainer, b);
  for (int column = 0; column < resolution; ++column) {
    dialA.turnTo(surface.a[column]);
    for (int row = 0; row < resolution; ++row) surface.cost(row, column) = dialB.costAt(surface.b[row], samples);
  }
  return surface;
}

}  // namespace glassbox
