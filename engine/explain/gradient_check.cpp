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
  requireSamples(samples.count());
  SlopeMeter meter(trainer, samples);
  require(from >= 0 && from < meter.parameters(), "place", "from", from);
  require(count > 0, "atLeast", "count", count, {{"minimum", 1}});
  const Index end = from + std::min(count, meter.parameters() - from);
  GradientCheck check{meter.at(from), long(end - from)};
  for (Index place = from + 1; place < end; ++place) {
    const SlopePair pair = meter.at(place);
    if (isWorse(pair.disagreement, check.worst.disagreement)) check.worst = pair;
  }
  return check;
}

}  // namespace glassbox
