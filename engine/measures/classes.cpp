#include "engine/measures/classes.h"

#include <limits>

#include "engine/math/refusal.h"

namespace glassbox {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : undefined; }

/// The mean of the numbers that are defined.
class Mean {
 public:
  void add(double value) {
    if (value != value) return;
    sum_ += value;
    ++count_;
  }
  double value() const { return ratio(sum_, count_); }
  int count() const { return count_; }

 private:
  double sum_ = 0;
  int count_ = 0;
};

std::size_t at(int row, int column, int columns) {
  return std::size_t(row) * std::size_t(columns) + std::size_t(column);
}

void requireSquare(std::span<const long> confusion, int classes) {
  require(classes > 0 && confusion.size() == std::size_t(classes) * std::size_t(classes), "shape", "confusion",
          confusion.size(), {{"rows", classes}, {"columns", classes}});
}

}  // namespace

std::vector<long> confusionOf(std::span<const int> actual, std::span<const int> predicted, int classes) {
  require(classes > 0, "atLeast", "classes", classes, {{"minimum", 1}});
  require(actual.size() == predicted.size(), "sameSamples", "predicted", predicted.size(),
          {{"other", "actual"}, {"count", actual.size()}});
  std::vector<long> counts(std::size_t(classes) * std::size_t(classes));
  for (std::size_t i = 0; i < actual.size(); ++i) {
    for (const int one : {actual[i], predicted[i]})
      require(one >= 0 && one < classes, "between", "class", one, {{"minimum", 0}, {"maximum", classes - 1}});
    ++counts[at(actual[i], predicted[i], classes)];
  }
  return counts;
}

std::vector<int> classesOf(std::span<const double> outputs, int outputsPerRow, double threshold) {
  require(outputsPerRow > 0, "atLeast", "outputsPerRow", outputsPerRow, {{"minimum", 1}});
  const auto width = std::size_t(outputsPerRow);
  std::vector<int> classes(outputs.size() / width);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const auto row = outputs.subspan(i * width, width);
    if (width == 1) {
      classes[i] = row[0] > threshold ? 1 : 0;
      continue;
    }
    std::size_t best = 0;
    for (std::size_t k = 1; k < width; ++k)
      if (row[k] > row[best]) best = k;
    classes[i] = int(best);
  }
  return classes;
}

std::vector<ClassScore> scoresOf(std::span<const long> confusion, int classes) {
  requireSquare(confusion, classes);
  std::vector<ClassScore> scores;
  for (int one = 0; one < classes; ++one) {
    long rows = 0, taken = 0;
    for (int other = 0; other < classes; ++other) {
      rows += confusion[at(one, other, classes)];
      taken += confusion[at(other, one, classes)];
    }
    const auto right = double(confusion[at(one, one, classes)]);
    scores.push_back(
        {ratio(right, double(taken)), ratio(right, double(rows)), ratio(2 * right, double(rows + taken)), rows, taken});
  }
  return scores;
}

MacroScore macroOf(std::span<const long> confusion, int classes) {
  Mean precision, recall, f1;
  long rows = 0, right = 0;
  const auto scores = scoresOf(confusion, classes);
  for (int one = 0; one < classes; ++one) {
    const ClassScore& score = scores[std::size_t(one)];
    precision.add(score.precision);
    recall.add(score.recall);
    f1.add(score.f1);
    rows += score.rows;
    right += confusion[at(one, one, classes)];
  }
  return {precision.value(),
          recall.value(),
          f1.value(),
          precision.count(),
          recall.count(),
          f1.count(),
          ratio(double(right), double(rows))};
}

}  // namespace glassbox
