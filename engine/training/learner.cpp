#include "engine/training/learner.h"

#include <cmath>
#include <utility>

#include "engine/options/settings.h"

namespace glassbox {
namespace {

/// Looked at a block at a time: fast for a grid of many, not wasteful for one.
constexpr Index lookingBatch = 16;

/// Whether all are finite: their sum tells at once, unless it is too large though they are not.
template <class S>
bool areFinite(const Vector<S>& values) {
  return std::isfinite(values.sum()) || values.allFinite();
}

}  // namespace

template <class S>
Learner<S>::Learner(const Network& network, Kernels kernels)
    : parameters(Vector<S>::Zero(network.parameterCount)),
      gradient(parameters),
      first(parameters),
      second(parameters),
      pass(makePass<S>(network, kernels, 1)),
      looking(makePass<S>(network, kernels, lookingBatch)),
      network_(network),
      kernels_(kernels),
      before_(parameters) {}

template <class S>
void Learner<S>::prepareFor(Index batch) {
  if (batch == batch_) return;
  batch_ = batch;
  pass = makePass<S>(network_, kernels_, batch);
  pass->mute(muted_);
}

template <class S>
void Learner<S>::mute(const std::vector<UnitIndex>& units) {
  muted_ = units;
  pass->mute(units);
  looking->mute(units);
}

template <class S>
bool Learner<S>::update(const Settings& settings, const std::vector<Index>& locked) {
  const Optimizer& kind = optimizer(settings.optimizer);
  addPenaltyGradient(settings, kind);
  for (const Index place : locked) gradient[place] = 0;
  // Finite only if every entry is, and none is so large that the optimizer's squares overflow.
  if (!std::isfinite(gradient.squaredNorm())) return false;
  before_ = parameters;
  Update<S> update{parameters, gradient, first, second, settings, ++updates};
  kind.function<S>()(update);
  for (const Index place : locked) parameters[place] = before_[place];
  if (areFinite(parameters)) return true;
  std::swap(parameters, before_);
  return false;
}

template <class S>
void Learner<S>::addPenaltyGradient(const Settings& settings, const Optimizer& kind) {
  if (settings.l1 > 0 || settings.l2 > 0)
    for (const Layer& layer : network_.layers) {
      const auto W = weights(layer, std::as_const(parameters)).array();
      weights(layer, gradient).array() += S(settings.l1) * W.sign() + S(settings.l2) * W;
    }
  if (settings.weightDecay > 0 && kind.couplesWeightDecay) gradient += S(settings.weightDecay) * parameters;
}

template <class S>
void Learner<S>::forget() {
  first.setZero();
  second.setZero();
  updates = 0;
}

template <class S>
bool Learner<S>::isFinite() const {
  return areFinite(parameters) && areFinite(first) && areFinite(second);
}

template class Learner<double>;
template class Learner<float>;

}  // namespace glassbox
