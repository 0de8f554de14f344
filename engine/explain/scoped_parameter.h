#pragma once
#include "engine/explain/measures.h"

namespace glassbox {

/// Sets one parameter and puts it back, bit for bit, when it goes out of scope.
class ScopedParameter {
 public:
  ScopedParameter(Trainer& trainer, const ParameterIndex& index)
      : trainer_(trainer), index_(index), value_(trainer.parameter(index)) {}
  ~ScopedParameter() { trainer_.setParameter(index_, value_); }
  ScopedParameter(const ScopedParameter&) = delete;
  ScopedParameter& operator=(const ScopedParameter&) = delete;

  /// The value it had.
  double value() const { return value_; }
  void set(double value) { trainer_.setParameter(index_, value); }
  /// The mean cost over the samples (without the penalty) at a value.
  double costAt(double value, const Samples& samples) {
    set(value);
    return evaluate(trainer_, samples).cost;
  }

 private:
  Trainer& trainer_;
  ParameterIndex index_;
  double value_;
};

}  // namespace glassbox
