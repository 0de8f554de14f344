#include "engine/samples.h"

#include <algorithm>
#include <limits>
#include <string>

#include "engine/check.h"

namespace glassbox {

namespace {
constexpr const char* taskNames[] = {"binary", "classes", "regression"};
}

const char* name(Task task) { return taskNames[int(task)]; }

Task task(std::string_view name) {
  for (Task each : {Task::binary, Task::classes, Task::regression})
    if (name == taskNames[int(each)]) return each;
  refuse("task", "must be binary, classes or regression", std::string(name));
}

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

Tally::Tally(Task task, const Samples& samples) : task_(task), samples_(samples) {
  if (task == Task::regression) return;
  const auto classes = static_cast<std::size_t>(std::max<Index>(2, samples.Y.rows()));
  confusion_.assign(classes, std::vector<long>(classes));
}

void Tally::add(const MatrixXd& predictions, Index from) {
  const auto actual = samples_.Y.middleCols(from, predictions.cols());
  if (task_ == Task::regression) {
    residual_ += (predictions - actual).squaredNorm();
    return;
  }
  for (Index i = 0; i < predictions.cols(); ++i)
    ++confusion_[static_cast<std::size_t>(classOf(actual.col(i)))]
                [static_cast<std::size_t>(classOf(predictions.col(i)))];
}

Measures Tally::measures(double costSum) const {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  if (samples_.count() == 0) return {unknown, unknown, unknown, {}};
  const auto count = double(samples_.count());
  if (task_ == Task::regression) {
    const VectorXd mean = samples_.Y.rowwise().mean();
    const double total = (samples_.Y.colwise() - mean).squaredNorm();
    return {costSum / count, unknown, total > 0 ? 1 - residual_ / total : unknown, {}};
  }
  long correct = 0;
  for (std::size_t i = 0; i < confusion_.size(); ++i) correct += confusion_[i][i];
  return {costSum / count, double(correct) / count, unknown, confusion_};
}

}  // namespace glassbox
