#include "engine/network/samples.h"

#include "engine/options/option.h"

namespace glassbox {

namespace {
constexpr const char* taskNames[] = {"binary", "classes", "regression"};
}

const char* name(Task task) { return taskNames[int(task)]; }

Task task(std::string_view name) { return Task(indexOf(taskNames, name, "task")); }

void requireSamples(Index count) { require(count > 0, "samples", "X", count); }

Task taskOf(const MatrixXd& Y) {
  const bool isZeroOrOne = ((Y.array() == 0) || (Y.array() == 1)).all();
  if (!isZeroOrOne) return Task::regression;
  if (Y.rows() == 1) return Task::binary;
  const bool isOneHot = (Y.colwise().sum().array() == 1).all();
  return isOneHot ? Task::classes : Task::regression;
}

int classOf(const Eigen::Ref<const VectorXd>& outputs) {
  if (outputs.size() == 1) return outputs[0] >= 0.5;
  Index largest;
  outputs.maxCoeff(&largest);
  return int(largest);
}

}  // namespace glassbox
