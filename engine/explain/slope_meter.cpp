#include "engine/explain/slope_meter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/explain/scoped_parameter.h"
#include "engine/explain/trace.h"

namespace glassbox {
namespace {

/// What depends on the network's precision: where to begin, how costs are rounded, when slopes count as equal.
struct Precision {
  double h, unit, tolerance;
};
constexpr Precision inFloat64{0x1p-13, 0x1p-53, 1e-6}, inFloat32{0x1p-7, 0x1p-24, 1e-2};

/// The cost at p - h 2^k and p + h 2^k, each computed once.
class Rungs {
 public:
  static constexpr int lowest = -20, highest = 12;

  Rungs(ScopedParameter& x, const Samples& samples, double h, double cost, double unit)
      : x_(x), samples_(samples), h_(h), cost_(cost), unit_(unit) {}

  double step(int k) const { return std::ldexp(h_, k); }
  double slope(int k) { return (8 * rise(k) - rise(k + 1)) / (12 * step(k)); }
  double below(int k) { return (3 * cost_ - 4 * at(k).below + at(k + 1).below) / (2 * step(k)); }
  double above(int k) { return (4 * at(k).above - 3 * cost_ - at(k + 1).above) / (2 * step(k)); }
  /// Costs are sums: they are good to some units in their last place, here 8.
  double rounding(int k) const { return 12 * unit_ * std::abs(cost_) / step(k); }
  double truncation(int k) { return std::abs(slope(k) - slope(k + 1)); }
  double error(int k) { return truncation(k) + rounding(k); }

  /// Climbs or descends from h to where the error is least, or small beside the slope.
  int best(double enough) {
    int k = 0;
    while (error(k) > enough * std::abs(slope(k))) {
      const int next = truncation(k) > rounding(k) ? k - 1 : k + 1;
      if (next < lowest || next + 2 > highest || !(error(next) < error(k))) break;
      k = next;
    }
    return k;
  }

 private:
  struct Pair {
    double below, above;
    bool isKnown = false;
  };
  const Pair& at(int k) {
    Pair& pair = pairs_[std::size_t(k - lowest)];
    if (!pair.isKnown)
      pair = {x_.costAt(x_.value() - step(k), samples_), x_.costAt(x_.value() + step(k), samples_), true};
    return pair;
  }
  double rise(int k) { return at(k).above - at(k).below; }

  ScopedParameter& x_;
  const Samples& samples_;
  double h_, cost_, unit_;
  std::array<Pair, highest - lowest + 1> pairs_;
};

}  // namespace

SlopeMeter::SlopeMeter(Trainer& trainer, const Samples& samples)
    : trainer_(trainer),
      samples_(samples),
      gradient_(gradientOf(trainer, samples)),
      cost_(evaluate(trainer, samples).cost) {}

SlopePair SlopeMeter::at(Index place) {
  const Precision& precision = trainer_.settings().isSingle() ? inFloat32 : inFloat64;
  const ParameterIndex index = trainer_.network().indexAt(place);
  ScopedParameter x(trainer_, index);
  Rungs rungs(x, samples_, precision.h, cost_, precision.unit);
  const int k = rungs.best(precision.tolerance / 1000);
  const double gradient = gradient_[place], slope = rungs.slope(k), below = rungs.below(k), above = rungs.above(k);
  const double error = rungs.error(k), larger = std::max(std::abs(gradient), std::abs(slope));
  const double off = std::abs(gradient - slope), jump = std::abs(above - below);
  const bool hasCorner = jump > 0.01 * std::max(std::abs(above), std::abs(below)) && jump > 10 * rungs.rounding(k);
  const double within = std::max(error, precision.tolerance * larger);
  return {index,
          gradient,
          slope,
          error,
          below,
          above,
          hasCorner,
          off == 0 ? 0 : off / larger,
          precision.tolerance,
          off == 0 ? 0 : off / within};
}

}  // namespace glassbox
