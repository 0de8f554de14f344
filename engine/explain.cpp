#include "engine/explain.h"

#include <algorithm>
#include <cmath>

#include "engine/dial.h"

namespace glassbox {
namespace {

void requireRange(const char* name, Range range) {
  for (const double end : {range.low, range.high}) require(std::isfinite(end), name, "must be finite numbers", end);
  require(range.low < range.high, name, "must go from low to high", range.high);
}

void requireSamples(const Samples& samples) { require(samples.count() > 0, "X", "must have at least 1 sample", 0); }

bool isWorse(double disagreement, double than) {
  return disagreement > than || (std::isnan(disagreement) && !std::isnan(than));
}

}  // namespace

Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const VectorXd& offsets,
            const Samples& samples) {
  require(std::isfinite(epsilon) && epsilon != 0, "epsilon", "must be a number other than 0", epsilon);
  for (const double offset : offsets) require(std::isfinite(offset), "offsets", "must be finite numbers", offset);
  const Index place = trainer.network().at(index);
  requireSamples(samples);
  SlopeMeter meter(trainer, samples);
  Shock shock{meter.at(place), trainer.parameter(index), meter.cost(), 0, 0, {}, {}, {}};
  const std::vector<VectorXd> before = trainer.meanActivations(samples);
  Dial dial(trainer, index);
  shock.costAfter = dial.costAt(dial.value() + epsilon, samples);
  shock.secant = (shock.costAfter - shock.costBefore) / epsilon;
  shock.changes = trainer.meanActivations(samples);
  for (std::size_t l = 0; l < before.size(); ++l) shock.changes[l] -= before[l];
  shock.values = shock.costs = offsets;
  for (Index i = 0; i < offsets.size(); ++i) {
    shock.values[i] += dial.value();
    shock.costs[i] = dial.costAt(shock.values[i], samples);
  }
  return shock;
}

GradientCheck gradientCheck(Trainer& trainer, const Samples& samples, Index from, Index count) {
  requireSamples(samples);
  SlopeMeter meter(trainer, samples);
  require(from >= 0 && from < meter.parameters(), "from", "must be the place of a parameter", double(from));
  require(count > 0, "count", "must be at least 1", double(count));
  const Index end = from + std::min(count, meter.parameters() - from);
  GradientCheck check{meter.at(from), long(end - from)};
  for (Index place = from + 1; place < end; ++place) {
    const SlopePair pair = meter.at(place);
    if (isWorse(pair.disagreement, check.worst.disagreement)) check.worst = pair;
  }
  return check;
}

CostSurface costSurface(Trainer& trainer, const ParameterIndex& a, const ParameterIndex& b, Range rangeA, Range rangeB,
                        int resolution, const Samples& samples) {
  requireSamples(samples);
  require(resolution >= 2 && resolution <= Limits::resolution, "resolution", "must be from 2 to 200", resolution);
  requireRange("rangeA", rangeA);
  requireRange("rangeB", rangeB);
  if (trainer.network().at(a) == trainer.network().at(b))
    refuse("parameterB", "must differ from parameterA", "the same");
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
