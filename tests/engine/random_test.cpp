// The generator that every seed stands for: its numbers must never change, or links would show other digits.
#include <algorithm>
#include <numeric>

#include <cmath>

#include "catch.h"
#include "engine/math/random.h"

using namespace glassbox;

TEST_CASE("the generator is xoshiro256++: the reference sequence from the state 1, 2, 3, 4") {
  Random random(0);
  random.state = {1, 2, 3, 4};
  for (const std::uint64_t expected : {41943041ull, 58720359ull, 3588806011781223ull, 3591011842654386ull,
                                       9228616714210784205ull, 9973669472204895162ull, 14011001112246962877ull,
                                       12406186145184390807ull, 15849039046786891736ull, 10450023813501588000ull})
    CHECK(random.bits() == expected);
}

TEST_CASE("seed 1 stands for the same numbers for ever, and other seeds and streams for others") {
  Random random(1), stream(1, 1);
  for (const double expected : {0.43855862665058964, 0.3083429344519919, 0.8627983896822804})
    CHECK(random.uniform() == expected);
  for (const double expected : {0.8251445350873094, 0.851802466136955, 0.07328925764944494})
    CHECK(stream.uniform() == expected);
  const auto first = [](std::uint64_t seed, std::uint64_t number) { return Random(seed, number).uniform(); };
  CHECK(first(1, 0) == first(1, 0));
  CHECK(first(1, 0) != first(2, 0));
  CHECK(first(1, 0) != first(1, 1));
  CHECK(first(0, 0) != first(4294967295, 0));
}

TEST_CASE("uniform numbers fill 0 to 1 evenly") {
  Random random(5);
  const int draws = 100'000;
  std::vector<int> bins(20);
  double sum = 0;
  for (int i = 0; i < draws; ++i) {
    const double u = random.uniform();
    REQUIRE((u >= 0 && u < 1));
    sum += u;
    ++bins[std::size_t(20 * u)];
  }
  CHECK_THAT(sum / draws, Catch::Matchers::WithinAbs(0.5, 4 * std::sqrt(1.0 / 12 / draws)));
  for (const int count : bins) CHECK(std::abs(count - draws / 20) < 5 * std::sqrt(draws / 20));
}

TEST_CASE("normal numbers have the moments and the tails of the normal distribution") {
  Random random(6);
  const int draws = 200'000;
  double sum = 0, squares = 0, cubes = 0, fourths = 0;
  int within = 0, beyond = 0;
  for (int i = 0; i < draws; ++i) {
    const double x = random.normal();
    sum += x;
    squares += x * x;
    cubes += x * x * x;
    fourths += x * x * x * x;
    within += std::abs(x) < 1;
    beyond += std::abs(x) > 3;
  }
  CHECK_THAT(sum / draws, Catch::Matchers::WithinAbs(0, 4 / std::sqrt(draws)));
  CHECK_THAT(squares / draws, Catch::Matchers::WithinAbs(1, 4 * std::sqrt(2.0 / draws)));
  CHECK_THAT(cubes / draws, Catch::Matchers::WithinAbs(0, 4 * std::sqrt(15.0 / draws)));
  CHECK_THAT(fourths / draws, Catch::Matchers::WithinAbs(3, 4 * std::sqrt(96.0 / draws)));
  CHECK_THAT(double(within) / draws, Catch::Matchers::WithinAbs(0.682689492, 0.005));
  CHECK_THAT(double(beyond) / draws, Catch::Matchers::WithinAbs(0.002699796, 0.0006));
}

TEST_CASE("whole numbers below a bound are even, and a shuffle makes every order as often") {
  Random random(7);
  std::vector<int> counts(7), orders(6);
  for (int i = 0; i < 70'000; ++i) ++counts[random.below(7)];
  for (const int count : counts) CHECK(std::abs(count - 10'000) < 500);
  for (int i = 0; i < 60'000; ++i) {
    std::vector<int> items = {0, 1, 2};
    random.shuffle(items);
    ++orders[std::size_t(2 * items[0] + (items[1] > items[2]))];
  }
  for (const int count : orders) CHECK(std::abs(count - 10'000) < 500);
  CHECK(random.below(1) == 0);
}

TEST_CASE("whole numbers are even below any bound, though 2^32 is no multiple of it") {
  Random random(8);
  const std::uint32_t bound = 3u << 30;  // of 2^32 words a quarter would fall on the first third a second time
  const int draws = 30'000;
  int low = 0;
  for (int i = 0; i < draws; ++i) low += random.below(bound) < bound / 3;
  CHECK(std::abs(low - draws / 3) < 500);
}
