#include "engine/explain/gradient_check.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

bool isWorse(double disagreement, double than) {
  return disagreement > than || (std::isnan(disagreement) && !std::isnan(than));
}

}  // namespace

GradientCheck gradientCheck(Trainer& trainer, const Samples& samples, Index from, Index count) {
  require(samples.count() > 0, "X", "must have at least 1 sample", 0);
  SlopeMeter meter(trainer, samples);
  require(from >= 0 && from < meter.parameters(), "from", "must be the place of a parameter", double(from));
  require(count > 0, "count", "must be at least 1", double(count));
  const Index end = from + std::min(count, meter.parameters() - from);
  GradientCheck check{meter.at(from), long(end - from)};
  for (Index place = from + 1; place < end; ++place) {
    const SlopePair pair = meter.at(place);
    if (isWorse(pair.disagreement, check.worst.disagreement)) check.worst = pair;
  }
  return check;
}

}  // namespace glassbox
