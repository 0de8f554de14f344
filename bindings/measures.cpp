// The measures as a WebAssembly module of their own, without a loader: numbers go in and out through its memory. It is
// fetched when a panel asks, so that the engine's module does not grow by it. No logic.
//
// A list is handed over by allocate() and its address; a result is a list of numbers at resultAt(), resultCount() long.
// web/src/measures/measures.ts is the other side.
#include <emscripten/em_macros.h>

#include <span>
#include <vector>

#include "engine/measures/amounts.h"
#include "engine/measures/classes.h"
#include "engine/measures/ranking.h"
#include "engine/measures/spread.h"

using namespace glassbox;

namespace {

/// What is handed over, and what came of it.
std::vector<std::vector<double>> lists;
std::vector<double> result;

/// A list by its number, in the order of handing over.
std::span<const double> numbers(int list) { return lists[std::size_t(list)]; }
/// The same as whole numbers.
std::vector<int> wholes(int list) {
  const auto from = numbers(list);
  return {from.begin(), from.end()};
}
std::vector<long> counts(int list) {
  const auto from = numbers(list);
  return {from.begin(), from.end()};
}

void give(std::initializer_list<double> values) { result.insert(result.end(), values); }
template <class List>
void giveAll(const List& values) {
  result.insert(result.end(), values.begin(), values.end());
}

}  // namespace

#define EXPORTED extern "C" EMSCRIPTEN_KEEPALIVE

/// Forgets all lists and the result.
EXPORTED void begin() {
  lists.clear();
  result.clear();
}
/// Room for a list of so many numbers. It stays where it is until begin().
EXPORTED double* allocate(int count) {
  lists.emplace_back(std::size_t(count));
  return lists.back().data();
}
EXPORTED const double* resultAt() { return result.data(); }
EXPORTED int resultCount() { return int(result.size()); }

EXPORTED void classes(int outputsPerRow, double threshold) { giveAll(classesOf(numbers(0), outputsPerRow, threshold)); }
EXPORTED void confusion(int classCount) { giveAll(confusionOf(wholes(0), wholes(1), classCount)); }
EXPORTED void scores(int classCount) {
  for (const auto& [precision, recall, f1, rows, taken] : scoresOf(counts(0), classCount))
    give({precision, recall, f1, double(rows), double(taken)});
}
EXPORTED void macro(int classCount) {
  const auto [precision, recall, f1, precisionOf, recallOf, f1Of, accuracy] = macroOf(counts(0), classCount);
  give({precision, recall, f1, double(precisionOf), double(recallOf), double(f1Of), accuracy});
}
EXPORTED void rates(double threshold) {
  const auto at = atThreshold(wholes(0), numbers(1), threshold);
  give({at.truePositiveRate, at.falsePositiveRate});
}
EXPORTED void roc() {
  const auto [points, area] = rocOf(wholes(0), numbers(1));
  give({area});
  for (const auto& [threshold, wrong, right] : points) give({threshold, wrong, right});
}
EXPORTED void calibration(int bins) {
  const auto [all, error] = calibrationOf(wholes(0), numbers(1), bins);
  give({error});
  for (const auto& [low, high, count, mean, share] : all) give({low, high, double(count), mean, share});
}
EXPORTED void fit() {
  const auto [r2, meanAbsolute, rootMeanSquare, meanResidual] = fitOf(numbers(0), numbers(1));
  give({r2, meanAbsolute, rootMeanSquare, meanResidual});
}
EXPORTED void residuals() { giveAll(residualsOf(numbers(0), numbers(1))); }
EXPORTED void worst(int count) { giveAll(worstRowsOf(numbers(0), count)); }
EXPORTED void histogram(double low, double high, int bins) {
  const auto found = histogramOf(numbers(0), low, high, bins);
  giveAll(found.counts);
}
EXPORTED void norm() { give({normOf(numbers(0))}); }
EXPORTED void relativeChange() { give({relativeChangeOf(numbers(0), numbers(1))}); }
EXPORTED void within(double low, double high) { give({shareWithin(numbers(0), low, high)}); }
EXPORTED void band(double low, double high) {
  const Band found = bandOf(lists, low, high);
  for (const auto& values : {found.low, found.middle, found.high}) giveAll(values);
}
EXPORTED void twins(int units, double tolerance) {
  for (const auto& [first, second] : twinsOf(numbers(0), units, tolerance)) give({double(first), double(second)});
}
