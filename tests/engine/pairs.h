/// Combinations of options such that every two options meet in one of them.
#pragma once
#include <array>
#include <random>
#include <vector>

namespace glassbox {

/// For each combination the number of the choice taken of each kind. `choices`: how many there are of each kind. Each
/// combination is the best of some drawn ones, by how many pairs it has that none before it has; always the same ones.
inline std::vector<std::vector<int>> everyPair(const std::vector<int>& choices) {
  const std::size_t kinds = choices.size();
  const auto place = [&](std::size_t a, int i, std::size_t b, int j) { return ((a * kinds + b) * 64 + i) * 64 + j; };
  std::vector<bool> isMet(kinds * kinds * 64 * 64);
  std::size_t left = 0;
  for (std::size_t a = 0; a < kinds; ++a)
    for (std::size_t b = a + 1; b < kinds; ++b) left += std::size_t(choices[a]) * std::size_t(choices[b]);
  std::mt19937 random(1);
  const auto drawn = [&] {
    std::vector<int> combination;
    for (const int count : choices) combination.push_back(int(random() % unsigned(count)));
    return combination;
  };
  const auto forNew = [&](const std::vector<int>& combination, auto visit) {
    for (std::size_t a = 0; a < kinds; ++a)
      for (std::size_t b = a + 1; b < kinds; ++b) {
        const auto at = place(a, combination[a], b, combination[b]);
        if (!isMet[at]) visit(at);
      }
  };
  std::vector<std::vector<int>> combinations;
  while (left > 0) {
    std::vector<int> best;
    int most = 0;
    for (int tries = 0; tries < 60 || most == 0; ++tries) {
      const std::vector<int> combination = drawn();
      int fresh = 0;
      forNew(combination, [&](std::size_t) { ++fresh; });
      if (fresh > most) most = fresh, best = combination;
    }
    forNew(best, [&](std::size_t at) { isMet[at] = true, --left; });
    combinations.push_back(best);
  }
  return combinations;
}

}  // namespace glassbox
