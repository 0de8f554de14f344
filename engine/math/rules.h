#pragma once
#include <string_view>

namespace glassbox {

/// Why something is refused: a code, and an English sentence for engineers, in which {name} stands for the value of that name.
struct Rule {
  const char *code, *sentence;
};

// clang-format off: a table, one rule per line
/// Every rule that the engine refuses by; the catalogue hands them out.
inline constexpr Rule rules[] = {
    // numbers and names
    {"whole", "must be a whole number from {minimum} to {maximum}"},
    {"above", "must be > {minimum} and at most {maximum}"},
    {"between", "must be from {minimum} to {maximum}"},
    {"count", "must be from {minimum} to {maximum} of them"},
    {"atLeast", "must be at least {minimum}"},
    {"finite", "must be finite numbers"},
    {"finiteRow", "row {row} must be finite numbers"},
    {"nonzero", "must be a number other than 0"},
    {"rising", "must go from low to high"},
    {"different", "must differ from {other}"},
    {"choice", "must be one of {names}"},
    // samples
    {"data", "must be set first (setData)"},
    {"samples", "must have at least 1 sample"},
    {"mostSamples", "must have at most {maximum} samples"},
    {"sameSamples", "must have as many samples as {other} ({count})"},
    {"features", "must have {count} features"},
    {"outputs", "must have {count} outputs"},
    {"probabilities", "must lie between 0 and 1 for {cost}"},
    {"shares", "must be shares of one sample that add up to 1 for {cost}"},
    {"task", "must fit the targets: 0 and 1 for binary, one-hot for classes"},
    // networks and their parts
    {"mostParameters", "must have at most {maximum} parameters in all"},
    {"layers", "must be {count} layers"},
    {"shape", "must be {rows} x {columns}"},
    {"parameters", "must be {count} numbers"},
    {"layer", "must be one of the network's"},
    {"unit", "must be one of the layer's units"},
    {"input", "must be one of the layer's inputs"},
    {"place", "must be the place of a parameter"},
    {"hidden", "must be hidden neurons of the network"},
    {"fit", "{cost} takes predictions from {minimum} to {maximum} only: choose one of {names} as output activation"},
    {"fixed", "inputs, layers, initializer, seed and precision must stay while training"},
    // snapshots
    {"sameTrainer", "must be of a trainer with the same layers, precision and number of samples"},
    {"undamaged", "must not be damaged"},
};
// clang-format on

/// A rule by its code; a code that is not in the table does not compile.
class RuleCode {
 public:
  /// Looked up while it is compiled.
  consteval RuleCode(const char* code) : rule_(find(code)) {}
  /// The rule.
  constexpr const Rule& operator*() const { return *rule_; }

 private:
  static consteval const Rule* find(std::string_view code) {
    for (const Rule& rule : rules)
      if (code == rule.code) return &rule;
    throw "there is no such rule";
  }

  const Rule* rule_;
};

}  // namespace glassbox
