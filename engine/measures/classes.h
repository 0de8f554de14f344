#pragma once
#include <span>
#include <vector>

namespace glassbox {

/// How well classes are told apart, from what was predicted and what is true: plain arrays, no network. Values that a
/// formula divides by zero for are NaN, "not defined", never 0 by silence.

/// Counts of rows by what they are and what they were taken for, row by row: counts[actual * classes + predicted].
/// Classes are counted from 0.
std::vector<long> confusionOf(std::span<const int> actual, std::span<const int> predicted, int classes);

/// The class of each row of outputs: the largest, the first of several as large (Trainer's own rule); of a single output
/// 1 where it is above `threshold`, else 0.
std::vector<int> classesOf(std::span<const double> outputs, int outputsPerRow, double threshold = 0.5);

/// How well one class is told from the others. TP: its rows taken for it; FP: other rows taken for it; FN: its rows taken
/// for another.
struct ClassScore {
  /// TP / (TP + FP): how many of those taken for it are of it. NaN if no row was taken for it.
  double precision;
  /// TP / (TP + FN): how many of its rows were found. NaN if it has no rows.
  double recall;
  /// 2 TP / (2 TP + FP + FN), the harmonic mean of both (van Rijsbergen 1979). NaN if it has no rows and none was taken
  /// for it.
  double f1;
  /// TP + FN, its rows; TP + FP, the rows taken for it.
  long rows, taken;
};

/// One a class. @param confusion as confusionOf() gives it
std::vector<ClassScore> scoresOf(std::span<const long> confusion, int classes);

/// Means over the classes, each counting the same however many rows it has ("macro").
struct MacroScore {
  /// Each over the classes for which it is defined; NaN if there is none.
  double precision, recall, f1;
  /// Of how many classes each is the mean.
  int precisionOf, recallOf, f1Of;
  /// Rows taken for what they are, as a share of all; NaN if there are no rows.
  double accuracy;
};

/// Of all classes together. @param confusion as confusionOf() gives it
MacroScore macroOf(std::span<const long> confusion, int classes);

}  // namespace glassbox
