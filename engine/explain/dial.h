#pragma once
#include "engine/explain/measures.h"

namespace glassbox {

/// Turns one parameter and puts it back, bit for bit, when it goes out of scope.
class Dial {
 public:
  Dial(Trainer& trainer, const ParameterIndex& index)
      : trainer_(trainer), index_(index), value_(trainer.parameter(index)) {}
  ~Dial() { trainer_.setParameter(index_, value_); }
  Dial(const Dial&) = delete;
  Dial& operator=(const Dial&) = delete;

  /// The value it had.
  double value() const { return value_; }
  void turnTo(double value) { trainer_.setParameter(index_, value); }
  /// The mean cost over the samples (without the penalty) at a value.
  double costAt(double value, const Samples& samples) {
    turnTo(value);
    return evaluate(trainer_, samples).cost;
  }

 private:
  Trainer& trainer_;
  ParameterIndex index_;
  double value_;
};

}  // namespace glassbox
