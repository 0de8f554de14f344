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

}  // namespace

Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const Samples& samples) {
  requireSamples(samples);
  require(std::isfinite(epsilon) && epsilon != 0, "epsilon", "must be a number other than 0", epsilon);
  Shock shock;
  shock.gradient = trainer.gradient(samples)[trainer.network().at(index)];
  shock.costBefore = trainer.evaluate(samples).cost;
  const std::vector<VectorXd> before = trainer.meanActivations(samples);
  Dial dial(trainer, index);
  const double costBelow = dial.costAt(dial.value() - epsilon, samples);
  shock.costAfter = dial.costAt(dial.value() + epsilon, samples);
  shock.slope = (shock.costAfter - costBelow) / (2 * epsilon);
  shock.changes = trainer.meanActivations(samples);
  for (std::size_t l = 0; l < before.size(); ++l) shock.changes[l] -= before[l];
  return shock;
}

GradientCheck gradientCheck(Trainer& trainer, const Samples& samples) {
  requireSamples(samples);
  const double h = trainer.settings().precision == "float64" ? 1e-4 : 1e-2;
  const VectorXd gradient = trainer.gradient(samples);
  const double floor = std::max(gradient.cwiseAbs().maxCoeff() / 1000, 1e-300);
  GradientCheck check{{{0, 0, 0}, 0, 0, -1}, long(gradient.size())};
  for (Index place = 0; place < gradient.size(); ++place) {
    Dial dial(trainer, trainer.network().indexAt(place));
    const auto rise = [&](double step) {
      return dial.costAt(dial.value() + step, samples) - dial.costAt(dial.value() - step, samples);
    };
    const double slope = (8 * rise(h) - rise(2 * h)) / (12 * h);
    const double larger = std::max({std::abs(slope), std::abs(gradient[place]), floor});
    const double difference = std::abs(gradient[place] - slope) / larger;
    if (difference > check.worst.difference) check.worst = {trainer.network().indexAt(place), gradient[place], slope, difference};
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
