#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/kernels/pass.h"
#include "engine/math/archive.h"
#include "engine/options/optimizer.h"

namespace glassbox {

/// Samples that a pass has taken in: `count` of them, from its chunk `chunk` on.
struct Batch {
  Index chunk, count;
};

/// What learns, in one precision. All buffers are in the order of the network's, with zeros after them, and sized once: an
/// update allocates nothing.
template <class S>
class Learner {
 public:
  Learner(const Network& network, Kernels kernels);

  /// Makes `pass` one for batches of that size.
  void prepareFor(Index batch);
  /// The hidden units that are silent in every pass from now on; no others.
  void mute(const std::vector<UnitIndex>& units);
  const std::vector<UnitIndex>& muted() const { return muted_; }

  /// One of the buffers as float64, without what comes after it.
  VectorXd numbersOf(const Vector<S>& buffer) const { return buffer.head(count_).template cast<double>(); }
  void setParameters(const VectorXd& values) { parameters.head(count_) = values.cast<S>(); }
  /// Forward and backward propagation of samples that `tracing` has loaded, chunk by chunk, each followed by visit(its first
  /// sample, how many). Then `gradient` is that of the mean cost over all of them, without the penalty.
  template <class Visit>
  void trace(Index samples, const Cost& cost, const Visit& visit) {
    propagate(*tracing, {0, samples}, cost, visit, [](Index) {});
  }
  /// Forward and backward propagation of a batch that `pass` has loaded, and a step of the settings' optimizer along the
  /// gradient, penalty and weight decay added; locked places keep their value. False, with no parameter moved and the
  /// optimizer's memory empty, if a number became too large.
  bool step(const Batch& batch, const Cost& cost, const Settings& settings, const Optimizer& kind,
            const std::vector<int>& locked);
  /// Empties the optimizer's memory.
  void forget();
  /// Whether parameters and the optimizer's memory are all finite.
  bool isFinite() const;
  /// Parameters and the optimizer's memory, bit for bit.
  void archive(ArchiveWriter& archive) const { listTo(*this, archive); }
  void archive(ArchiveReader& archive) { listTo(*this, archive); }

  Vector<S> parameters;
  /// The last that was computed; after a step as the optimizer used it.
  Vector<S> gradient;
  /// What the optimizer's formula keeps (velocity, mean, squares); 0 where it keeps none.
  Vector<S> first, second;
  std::int64_t updates = 0;
  /// For batches; the same for whatever else goes forward and back; and for what only goes forward.
  std::unique_ptr<Pass<S>> pass, tracing, looking;

 private:
  /// What is archived, in order.
  template <class Self, class Archive>
  static void listTo(Self& self, Archive& archive) {
    for (auto* values : {&self.parameters, &self.first, &self.second}) archive.numbers(values->data(), self.count_);
    archive.value(self.updates);
  }

  template <class Visit, class Ready>
  void propagate(Pass<S>& through, const Batch& batch, const Cost& cost, const Visit& visit, const Ready& ready);
  void average(Index samples);
  void adjustGradient(const Settings& settings, double weightDecay, const std::vector<int>& locked);

  const Network& network_;
  Index count_;
  Kernels kernels_;
  Index batch_ = 1;
  std::vector<UnitIndex> muted_;
  std::vector<Columns> columns_;
  /// The parameters after the step that is being taken.
  Vector<S> next_;
  /// Zeros that kernels may read behind the rest; no loop over all numbers goes over them.
  static constexpr Index spare = 4;
};

/// ready(place): from here on, the gradients of all parameters before that place are what they will be.
template <class S>
template <class Visit, class Ready>
void Learner<S>::propagate(Pass<S>& through, const Batch& batch, const Cost& cost, const Visit& visit,
                           const Ready& ready) {
  const Index capacity = through.capacity();
  const bool isWhole = batch.count <= capacity;  // then its gradients are averaged as they are summed
  const S share = isWhole ? S(1.0 / double(batch.count)) : S(1);
  for (Index from = 0, chunk = batch.chunk; from < batch.count; from += capacity, ++chunk) {
    through.forward(parameters, chunk);
    through.backward(parameters, cost);
    for (const Columns& columns : columns_) {
      through.gradient(columns, gradient.data() + columns.begin, from == 0, share);
      if (isWhole) ready(columns.end);
    }
    visit(from, std::min(capacity, batch.count - from));
  }
  if (isWhole) return;
  average(batch.count);
  ready(count_);
}

}  // namespace glassbox
