#include "engine/explain/cost_surface.h"

#include <cmath>

#include "engine/explain/scoped_parameter.h"

namespace glassbox {
namespace {

void requireRange(const char* name, Range range) {
  for (const double end : {range.low, range.high}) require(std::isfinite(end), "finite", name, end);
  require(range.low < range.high, "rising", name, range.high);
}

}  // namespace

CostSurface costSurface(Trainer& trainer, const ParameterIndex& a, const ParameterIndex& b, Range rangeA, Range rangeB,
                        int resolution, const Samples& samples) {
  requireSamples(samples.count());
  requireAllowed(limit("resolution"), resolution);
  requireRange("rangeA", rangeA);
  requireRange("rangeB", rangeB);
  require(trainer.network().at(a) != trainer.network().at(b), "different", "parameterB", "the same",
          {{"other", "parameterA"}});
  CostSurface surface{VectorXd::LinSpaced(resolution, rangeA.low, rangeA.high),
                      VectorXd::LinSpaced(resolution, rangeB.low, rangeB.high), MatrixXd(resolution, resolution)};
  ScopedParameter scopedA(trainer, a), scopedB(trainer, b);
  for (int column = 0; column < resolution; ++column) {
    scopedA.set(surface.a[column]);
    for (int row = 0; row < resolution; ++row) surface.cost(row, column) = scopedB.costAt(surface.b[row], samples);
  }
  return surface;
}

}  // namespace glassbox
