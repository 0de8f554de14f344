#include "engine/training/learner.h"

#include <cmath>
#include <utility>

#include "engine/math/pack.h"
#include "engine/options/settings.h"

namespace glassbox {
namespace {

/// Looked at a block at a time: fast for a grid of many, not wasteful for one.
constexpr Index lookingBatch = 16;

}  // namespace

template <class S>
Learner<S>::Learner(const Network& network, Kernels kernels)
    : parameters(Vector<S>::Zero(roundedUp(network.parameterCount) + spare)),
      gradient(parameters),
      first(parameters),
      second(parameters),
      pass(makePass<S>(network, kernels, 1)),
      looking(makePass<S>(network, kernels, lookingBatch)),
      network_(network),
      count_(network.parameterCount),
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
void Learner<S>::averageGradient(Index samples) {
  if (samples == 1) return;
  const Pack<S> share = 1.0 / double(samples);
  forEachPack(gradient.size() - spare, gradient.data(), [share](Pack<S> g) { return g * share; }, gradient.data());
}

template <class S>
bool Learner<S>::update(const Settings& settings, const Optimizer& kind, const std::vector<Index>& locked) {
  if (settings.l1 > 0 || settings.l2 > 0) addPenaltyGradient(settings);
  if (settings.weightDecay > 0 && kind.couplesWeightDecay) gradient += S(settings.weightDecay) * parameters;
  for (const Index place : locked) gradient[place] = 0;
  // Finite only if every entry is, and none is so large that the optimizer's squares overflow.
  if (!std::isfinite(gradient.squaredNorm())) return false;
  const bool isFinite = kind.function<S>()({parameters.size() - spare, parameters.data(), gradient.data(), first.data(),
                                            second.data(), before_.data(), settings, ++updates});
  if (!isFinite) parameters.swap(before_);
  else
    for (const Index place : locked) parameters[place] = before_[place];
  return isFinite;
}

template <class S>
void Learner<S>::addPenaltyGradient(const Settings& settings) {
  for (const Layer& layer : network_.layers) {
    const auto W = weights(layer, std::as_const(parameters)).array();
    weights(layer, gradient).array() += S(settings.l1) * W.sign() + S(settings.l2) * W;
  }
}

template <class S>
void Learner<S>::forget() {
  first.setZero();
  second.setZero();
  updates = 0;
}

template <class S>
bool Learner<S>::isFinite() const {
  return parameters.allFinite() && first.allFinite() && second.allFinite();
}

template class Learner<double>;
template class Learner<float>;

}  // namespace glassbox
