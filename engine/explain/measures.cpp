#include "engine/explain/measures.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace glassbox {
namespace {

/// Collects measures while predictions come in, part by part.
class Tally {
 public:
  Tally(Task task, const Samples& samples);
  /// Predictions (outputs x n) for the samples from column `from` on.
  void add(ConstMatrixView<double> predictions, Index from);
  /// `costSum` over all the samples. All is NaN if there are none.
  Measures measures(double costSum) const;

 private:
  Task task_;
  const Samples& samples_;
  std::vector<std::vector<long>> confusion_;
  double residual_ = 0;
};

Tally::Tally(Task task, const Samples& samples) : task_(task), samples_(samples) {
  if (task == Task::regression) return;
  const auto classes = static_cast<std::size_t>(std::max<Index>(2, samples.Y.rows()));
  confusion_.assign(classes, std::vector<long>(classes));
}

void Tally::add(ConstMatrixView<double> predictions, Index from) {
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
  if (samples_.count() == 0) return {unknown, 0, unknown, unknown, {}};
  const auto count = double(samples_.count());
  if (task_ == Task::regression) {
    const VectorXd mean = samples_.Y.rowwise().mean();
    const double total = (samples_.Y.colwise() - mean).squaredNorm();
    return {costSum / count, costSum, unknown, total > 0 ? 1 - residual_ / total : unknown, {}};
  }
  long correct = 0;
  for (std::size_t i = 0; i < confusion_.size(); ++i) correct += confusion_[i][i];
  return {costSum / count, costSum, double(correct) / count, unknown, confusion_};
}

}  // namespace

Measures evaluate(Trainer& trainer, const Samples& samples) {
  Tally tally(trainer.task(), samples);
  const std::size_t last = trainer.network().layers.size() - 1;
  MatrixXd outputs;
  double costSum = 0;
  trainer.forward(samples.X, [&](PassValues& values, Index from, Index count) {
    outputs.resize(trainer.network().outputs(), count);
    values.copy(Held::activation, last, columns(outputs, 0, count));
    costSum += values.costSum(trainer.cost(), columns(samples.Y, from, count), 0);
    tally.add(columns(std::as_const(outputs), 0, count), from);
  });
  return tally.measures(costSum);
}

VectorXd costsOf(Trainer& trainer, const Samples& samples) {
  VectorXd costs(samples.count());
  trainer.forward(samples.X, [&](PassValues& values, Index from, Index count) {
    for (Index i = 0; i < count; ++i)
      costs[from + i] = values.costSum(trainer.cost(), columns(samples.Y, from + i, 1), i);
  });
  return costs;
}

}  // namespace glassbox
