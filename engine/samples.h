#pragma once
#include <string_view>
#include <vector>

#include "engine/matrix.h"

namespace glassbox {

/// Rows of a data set as the engine holds them: X features x samples, Y outputs x samples.
struct Samples {
  MatrixXd X, Y;

  Index count() const { return X.cols(); }
};

/// What the targets ask for: yes or no (one output of 0 and 1), one class out of several (one-hot), or numbers.
enum class Task { binary, classes, regression };

/// 'binary', 'classes' or 'regression'.
const char* name(Task task);
/// The task of that name. Throws std::invalid_argument if there is none.
Task task(std::string_view name);

/// Read off the targets (outputs x samples).
Task taskOf(const MatrixXd& Y);

/// How good predictions are over some samples.
struct Measures {
  /// Mean over samples, without the penalty.
  double cost;
  /// Share of samples classified right; NaN for regression.
  double accuracy;
  /// Coefficient of determination, 1 - residual / total sum of squares over all outputs; NaN for classes and for
  /// targets that never change.
  double r2;
  /// confusion[actual][predicted] counts samples; empty for regression. A single output has the classes 0 and 1.
  std::vector<std::vector<long>> confusion;
};

/// Collects measures while predictions come in, part by part.
class Tally {
 public:
  Tally(Task task, const Samples& samples);
  /// Predictions (outputs x n) for the samples from column `from` on.
  void add(const MatrixXd& predictions, Index from);
  /// `costSum` over all the samples. All is NaN if there are none.
  Measures measures(double costSum) const;

 private:
  Task task_;
  const Samples& samples_;
  std::vector<std::vector<long>> confusion_;
  double residual_ = 0;
};

/// The class of one column of targets or predictions: the largest output, or for a single one whether it is >= 0.5.
int classOf(const Eigen::Ref<const VectorXd>& outputs);

}  // namespace glassbox
