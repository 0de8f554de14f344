#pragma once
#include <optional>
#include <string_view>

#include "engine/math/matrix.h"

namespace glassbox {

/// Rows of a data set as the engine holds them: X features x samples, Y outputs x samples.
struct Samples {
  MatrixXd X, Y;

  /// How many there are.
  Index count() const { return X.cols(); }
};

/// Some of a data set's samples in some order: places `from`, `from` + 1, ... of `order`, or of the set itself without one.
struct Rows {
  Index from, count;
  const int* order = nullptr;

  /// The place of the i-th of them in the data set.
  Index operator[](Index i) const { return order ? order[from + i] : from + i; }
};

/// What the targets ask for: yes or no (one output of 0 and 1), one class out of several (one-hot), or numbers.
enum class Task { binary, classes, regression };

/// As settings have it.
const char* name(Task task);
/// The task of that name. Throws Refusal (choice) if there is none.
Task task(std::string_view name);

/// Throws Refusal unless there is at least 1 sample.
void requireSamples(Index count);

/// Read off the targets (outputs x samples).
Task taskOf(const MatrixXd& Y);

/// The class of one column of targets or predictions: the largest output, or for a single one whether it is >= 0.5.
int classOf(const Eigen::Ref<const VectorXd>& outputs);

}  // namespace glassbox
