#include "engine/explain/next_step.h"

#include "engine/measures/spread.h"

namespace glassbox {

NextStep nextStep(Trainer& trainer) {
  const bool wasDiverged = trainer.hasDiverged();
  const std::vector<std::uint8_t> snapshot = trainer.snapshot();
  NextStep next{trainer.parameterBuffer(), {}, {}, 0, trainer.memory(), {}, false};
  trainer.step();
  next.isDiverged = trainer.hasDiverged();
  next.after = trainer.parameterBuffer();
  next.memoryAfter = trainer.memory();
  next.gradient = next.memoryAfter.gradient;
  next.gradientNorm = normOf({next.gradient.data(), std::size_t(next.gradient.size())});
  if (next.isDiverged) next.memoryAfter = next.memory;
  if (!wasDiverged) trainer.restore(snapshot);
  return next;
}

}  // namespace glassbox
