#include "engine/explain/shock.h"

#include <cmath>

#include "engine/explain/predict.h"
#include "engine/explain/scoped_parameter.h"

namespace glassbox {
namespace {

constexpr double cornerWidth = 1e-3;

std::vector<UnitIndex> kinksOf(Trainer& trainer, const ParameterIndex& index, const MatrixXd& X) {
  const std::vector<Layer>& layers = trainer.network().layers;
  std::vector<UnitIndex> kinks;
  for (int layer = index.layer; layer < int(layers.size()); ++layer) {
    const auto l = std::size_t(layer);
    if (std::isnan(layers[l].kind->slopeAtCorner)) continue;
    MatrixXd Z(layers[l].units, X.cols());
    trainer.forward(
        X, [&](PassValues& values, Index from, Index count) { values.copy(Held::Z, l, columns(Z, from, count)); });
    for (int unit = 0; unit < layers[l].units; ++unit)
      if ((layer > index.layer || unit == index.row) && (Z.row(unit).array().abs() < cornerWidth).any())
        kinks.push_back({layer, unit});
  }
  return kinks;
}

}  // namespace

Shock shock(Trainer& trainer, const ParameterIndex& index, double epsilon, const VectorXd& offsets,
            const Samples& samples) {
  require(std::isfinite(epsilon) && epsilon != 0, "nonzero", "epsilon", epsilon);
  for (const double offset : offsets) require(std::isfinite(offset), "finite", "offsets", offset);
  const Index place = trainer.network().at(index);
  requireSamples(samples.count());
  SlopeMeter meter(trainer, samples);
  Shock shock{
      meter.at(place), trainer.parameter(index), meter.cost(), 0, 0, {}, {}, {}, kinksOf(trainer, index, samples.X)};
  const std::vector<VectorXd> before = meanActivationsOf(trainer, samples.X);
  ScopedParameter scoped(trainer, index);
  shock.costAfter = scoped.costAt(scoped.value() + epsilon, samples);
  shock.secant = (shock.costAfter - shock.costBefore) / epsilon;
  shock.changes = meanActivationsOf(trainer, samples.X);
  for (std::size_t l = 0; l < before.size(); ++l) shock.changes[l] -= before[l];
  shock.values = shock.costs = offsets;
  for (Index i = 0; i < offsets.size(); ++i) {
    shock.values[i] += scoped.value();
    shock.costs[i] = scoped.costAt(shock.values[i], samples);
  }
  return shock;
}

}  // namespace glassbox
