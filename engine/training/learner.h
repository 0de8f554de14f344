#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/kernels/pass.h"
#include "engine/math/archive.h"
#include "engine/options/optimizer.h"

namespace glassbox {

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

  /// Makes the gradient of a sum over so many samples that of their mean.
  void averageGradient(Index samples);
  /// One of the buffers as float64, without what comes after it.
  VectorXd numbersOf(const Vector<S>& buffer) const { return buffer.head(count_).template cast<double>(); }
  void setParameters(const VectorXd& values) { parameters.head(count_) = values.cast<S>(); }
  /// One step of the settings' optimizer along the gradient, penalty and weight decay added; locked places keep their
  /// value. False, and no parameter moved, if the gradient or the step is too large for numbers.
  bool update(const Settings& settings, const Optimizer& kind, const std::vector<Index>& locked);
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
  /// For batches, and for whatever is looked at.
  std::unique_ptr<Pass<S>> pass, looking;

 private:
  /// What is archived, in order.
  template <class Self, class Archive>
  static void listTo(Self& self, Archive& archive) {
    for (auto* values : {&self.parameters, &self.first, &self.second}) archive.numbers(values->data(), self.count_);
    archive.value(self.updates);
  }

  void addPenaltyGradient(const Settings& settings);

  const Network& network_;
  Index count_;
  Kernels kernels_;
  Index batch_ = 1;
  std::vector<UnitIndex> muted_;
  Vector<S> before_;
  /// Zeros that kernels may read behind the rest; no loop over all numbers goes over them.
  static constexpr Index spare = 4;
};

}  // namespace glassbox
