#include "engine/math/random.h"

#include <bit>
#include <cmath>
#include <utility>

namespace glassbox {
namespace {

std::uint64_t splitmix64(std::uint64_t& x) {
  std::uint64_t z = (x += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

}  // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream) {
  std::uint64_t x = seed;
  x = splitmix64(x) ^ (stream * 0xd1342543de82ef95u);
  for (auto& word : state) word = splitmix64(x);
}

std::uint64_t Random::bits() {
  const std::uint64_t result = std::rotl(state[0] + state[3], 23) + state[0];
  const std::uint64_t shifted = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = std::rotl(state[3], 45);
  return result;
}

double Random::uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

double Random::normal() {
  for (;;) {
    const double u = uniform(-1, 1), v = uniform(-1, 1), s = u * u + v * v;
    if (s > 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);
  }
}

std::uint32_t Random::below(std::uint32_t count) {
  // Values past the last whole multiple of `count` would favour the small results: draw again.
  const std::uint32_t unfair = static_cast<std::uint32_t>(-count) % count;
  for (;;) {
    const auto word = static_cast<std::uint32_t>(bits() >> 32);
    if (word >= unfair) return word % count;
  }
}

void Random::shuffle(std::vector<int>& items) {
  for (auto left = static_cast<std::uint32_t>(items.size()); left > 1; --left)
    std::swap(items[left - 1], items[below(left)]);
}

}  // namespace glassbox
