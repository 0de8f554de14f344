#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace glassbox {

/// A seeded generator of our own, because the standard library's distributions differ from one library to the next
/// and the same link must give the same digits everywhere. xoshiro256++ seeded by splitmix64
/// (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021; public domain).
class Random {
 public:
  /// Streams of one seed are independent: drawing from one never shifts another.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  std::uint64_t bits();
  /// In [0, 1), 53 random bits.
  double uniform();
  /// In [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// Mean 0, standard deviation 1 (Marsaglia's polar method).
  double normal();
  /// A whole number in [0, count), without bias.
  std::uint32_t below(std::uint32_t count);
  /// Puts `items` in a random order (Fisher-Yates).
  void shuffle(std::vector<int>& items);

  /// All there is to know of the generator; restoring it continues the same sequence.
  std::array<std::uint64_t, 4> state;
};

}  // namespace glassbox
