#include "engine/options/limits.h"

#include <cmath>

#include "engine/math/refusal.h"

namespace glassbox {

void requireAllowed(const Limit& limit, double value) {
  const auto [name, minimum, maximum, exclusiveMinimum, integer] = limit;
  const bool isAboveMinimum = exclusiveMinimum ? value > minimum : value >= minimum;
  const bool isWhole = !integer || value == std::floor(value);
  const RuleCode rule = integer ? RuleCode("whole") : exclusiveMinimum ? RuleCode("above") : RuleCode("between");
  require(isAboveMinimum && value <= maximum && isWhole, rule, name, value,
          {{"minimum", minimum}, {"maximum", maximum}});
}

}  // namespace glassbox
