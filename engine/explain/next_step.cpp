#include "engine/explain/next_step.h"

namespace glassbox {

NextStep nextStep(Trainer& trainer) {
  const bool wasDiverged = trainer.hasDiverged();
  const std::vector<std::uint8_t> snapshot = trainer.snapshot();
  NextStep next{trainer.parameterBuffer(), {}, {}, trainer.memory(), {}, false};
  trainer.step();
  next.isDiverged = trainer.hasDiverged();
  next.after = trainer.parameterBuffer();
  next.memoryAfter = trainer.memory();
  next.gradient = next.memoryAfter.gradient;
  if (next.isDiverged) next.memoryAfter = next.memory;
  if (!wasDiverged) trainer.restore(snapshot);
  return next;
}

}  // namespace glassbox
