#include "engine/training/learner.h"

#include <utility>

#include "engine/math/pack.h"
#include "engine/options/settings.h"

namespace glassbox {
namespace {

/// Looked at a block at a time: fast for a grid of many, not wasteful for one.
constexpr Index lookingBatch = 16;

/// Gradients are used while they are in the first cache: so many numbers at a time.
constexpr Index together = 1024;

}  // namespace

template <class S>
Learner<S>::Learner(const Network& network, Kernels kernels)
    : parameters(Vector<S>::Zero(roundedUp<S>(network.parameterCount) + spare)),
      gradient(parameters),
      first(parameters),
      second(parameters),
      pass(makePass<S>(network, kernels, 1)),
      tracing(makePass<S>(network, kernels, 1)),
      looking(makePass<S>(network, kernels, lookingBatch)),
      network_(network),
      count_(network.parameterCount),
      kernels_(kernels),
      columns_(columnsOf(network, together)),
      next_(parameters) {}

template <class S>
void Learner<S>::prepareFor(Index batch) {
  if (batch == batch_) return;
  batch_ = batch;
  pass = makePass<S>(network_, kernels_, batch);
  tracing = makePass<S>(network_, kernels_, batch);
  mute(muted_);
}

template <class S>
void Learner<S>::mute(const std::vector<UnitIndex>& units) {
  muted_ = units;
  for (const auto& each : {&pass, &tracing, &looking}) (*each)->mute(units);
}

template <class S>
void Learner<S>::average(Index samples) {
  const Pack<S> share = 1.0 / double(samples);
  forEachPack(gradient.size() - spare, gradient.data(), [share](Pack<S> g) { return g * share; }, gradient.data());
}

template <class S>
bool Learner<S>::step(const Batch& batch, const Cost& cost, const Settings& settings, const Optimizer& kind,
                      const std::vector<int>& locked) {
  ++updates;
  const double weightDecay = kind.couplesWeightDecay ? settings.weightDecay : 0;
  const bool isAdjusted = settings.l1 > 0 || settings.l2 > 0 || weightDecay > 0 || !locked.empty();
  const Index fewest = isAdjusted ? count_ : together;
  bool isFinite = true;
  Index done = 0;
  const auto update = [&](Index ready) {
    if (ready < count_ && ready - done < fewest) return;
    if (isAdjusted) adjustGradient(settings, weightDecay, locked);
    const Index end = ready < count_ ? ready / 8 * 8 : gradient.size() - spare;
    isFinite &= kind.function<S>()({end - done, parameters.data() + done, gradient.data() + done, first.data() + done,
                                    second.data() + done, next_.data() + done, settings, updates});
    done = end;
  };
  propagate(*pass, batch, cost, [](Index, Index) {}, update);
  if (!isFinite) return forget(), false;
  for (const int place : locked) next_[place] = parameters[place];
  parameters.swap(next_);
  return true;
}

/// Adds penalty and coupled weight decay; where a parameter is locked it becomes 0.
template <class S>
void Learner<S>::adjustGradient(const Settings& settings, double weightDecay, const std::vector<int>& locked) {
  for (const Layer& layer : network_.layers) {
    const auto W = weights(layer, std::as_const(parameters)).array();
    if (settings.l1 > 0 || settings.l2 > 0)
      weights(layer, gradient).array() += S(settings.l1) * W.sign() + S(settings.l2) * W;
  }
  if (weightDecay > 0) gradient += S(weightDecay) * parameters;
  for (const int place : locked) gradient[place] = 0;
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
