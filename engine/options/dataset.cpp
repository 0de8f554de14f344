#include "engine/options/dataset.h"

#include <cmath>
#include <numbers>

#include "engine/options/settings.h"

namespace glassbox {
namespace {

using std::numbers::pi;

struct Direction {
  double cos, sin;
};

/// Cosine and sine of an angle of a few turns at most, within 1e-14: Taylor's series within an eighth of a turn, then
/// quarter turns. The library's, made for any angle, would add 4.2 kB to the compressed module.
Direction direction(double angle) {
  const double quarters = std::round(angle / (pi / 2)), rest = angle - quarters * (pi / 2);
  double cos = 0, sin = 0, term = 1;
  for (int power = 0; power < 20; term *= rest / ++power) (power % 2 ? sin : cos) += power % 4 < 2 ? term : -term;
  switch (static_cast<int>(quarters) & 3) {
    case 0: return {cos, sin};
    case 1: return {-sin, cos};
    case 2: return {-cos, -sin};
    default: return {sin, -cos};
  }
}

/// How far along its class sample i is, from 0 to 1: samples take turns between the classes.
double along(int i, int n, int classes) {
  const int perClass = std::max(1, (n - i % classes + classes - 1) / classes);
  return perClass == 1 ? 0 : double(i / classes) / (perClass - 1);
}

Point blurred(Random& random, double noise, double x, double y, int label) {
  return {{x + noise * random.normal(), y + noise * random.normal()}, double(label)};
}

Point gauss(Random& random, int i, int, double noise) {
  const double side = i % 2 ? 0.45 : -0.45;
  return blurred(random, noise, side, side, i % 2);
}

Point circle(Random& random, int i, int, double noise) {
  const bool isInner = i % 2;
  const double radius = isInner ? random.uniform(0, 0.45) : random.uniform(0.65, 1);
  const auto [cos, sin] = direction(random.uniform(0, 2 * pi));
  return blurred(random, noise, radius * cos, radius * sin, isInner);
}

Point exclusiveOr(Random& random, int i, int, double noise) {
  const double gap = 0.06, x = random.uniform(gap, 1), y = random.uniform(gap, 1);
  const double left = random.below(2) ? 1 : -1, sign = i % 2 ? -1 : 1;
  return blurred(random, noise, left * x, left * sign * y, i % 2);
}

Point spiral(Random& random, int i, int n, double noise) {
  const double t = along(i, n, 2);
  const auto [cos, sin] = direction(1.75 * 2 * pi * t + (i % 2 ? pi : 0));
  return blurred(random, noise, t * sin, t * cos, i % 2);
}

Point moons(Random& random, int i, int n, double noise) {
  const auto [cos, sin] = direction(pi * along(i, n, 2));
  const double x = i % 2 ? 1 - cos : cos, y = i % 2 ? 0.5 - sin : sin;
  return blurred(random, noise, (x - 0.5) / 1.5, (y - 0.25) / 1.5, i % 2);
}

Point checkerboard(Random& random, int i, int, double noise) {
  const int fields = 4, column = int(random.below(fields)), half = int(random.below(fields / 2));
  const int row = 2 * half + (column + i) % 2;
  const auto within = [&](int field) { return (field + random.uniform(0.06, 0.94)) * 2 / fields - 1; };
  const double x = within(column), y = within(row);
  return blurred(random, noise, x, y, i % 2);
}

/// The three arms of Stanford's cs231n notes: noise is on the angle, in radians.
Point threeSpirals(Random& random, int i, int n, double noise) {
  const int arm = i % 3;
  const double radius = along(i, n, 3);
  const auto [cos, sin] = direction(4 * (arm + radius) + noise * random.normal());
  return {{radius * sin, radius * cos}, double(arm)};
}

Point blobs(Random& random, int i, int, double noise) {
  const int cloud = i % 4;
  const auto [cos, sin] = direction(pi / 2 * cloud + 0.4);
  return blurred(random, noise, 0.65 * cos, 0.65 * sin, cloud);
}

Point plane(Random& random, int, int, double noise) {
  const double x = random.uniform(-1, 1), y = random.uniform(-1, 1);
  return {{x, y}, 0.6 * x + 0.4 * y + noise * random.normal()};
}

Point bumps(Random& random, int, int, double noise) {
  constexpr struct {
    double x, y, height;
  } hills[] = {{-0.5, 0.4, 1}, {0.5, 0.5, -1}, {0, -0.5, 1}, {-0.7, -0.6, -0.8}, {0.7, -0.5, -0.8}};
  const double x = random.uniform(-1, 1), y = random.uniform(-1, 1);
  double value = 0;
  for (const auto& hill : hills)
    value += hill.height * std::exp(-((x - hill.x) * (x - hill.x) + (y - hill.y) * (y - hill.y)) / 0.12);
  return {{x, y}, value + noise * random.normal()};
}

Point sine(Random& random, int, int, double noise) {
  const double x = random.uniform(-pi, pi);
  return {{x}, direction(x).sin + noise * random.normal()};
}

constexpr const char *x[] = {"x1"}, *xy[] = {"x1", "x2"};
constexpr const char *two[] = {"0", "1"}, *three[] = {"A", "B", "C"}, *four[] = {"A", "B", "C", "D"};

// clang-format off: a table, one option per line
constexpr Dataset table[] = {
    {{"gauss", "N((±0.45, ±0.45), noise²)"}, Task::binary, xy, two, 0.2, gauss},
    {{"circle", "radius < 0.45 or > 0.65"}, Task::binary, xy, two, 0.05, circle},
    {{"xor", "sign(x1) ≠ sign(x2)"}, Task::binary, xy, two, 0.03, exclusiveOr},
    {{"spiral", "radius t, angle 3.5 π t"}, Task::binary, xy, two, 0.03, spiral},
    {{"moons", "two half circles"}, Task::binary, xy, two, 0.08, moons},
    {{"checkerboard", "4 × 4 squares"}, Task::binary, xy, two, 0.02, checkerboard},
    {{"threeSpirals", "radius t, angle 4 (arm + t)"}, Task::classes, xy, three, 0.2, threeSpirals},
    {{"blobs", "4 clouds around the centre"}, Task::classes, xy, four, 0.18, blobs},
    {{"plane", "y = 0.6 x1 + 0.4 x2"}, Task::regression, xy, {}, 0.05, plane},
    {{"bumps", "Σ ± e^(−d² / 0.12)"}, Task::regression, xy, {}, 0.05, bumps},
    {{"sine", "y = sin x1"}, Task::regression, x, {}, 0.1, sine},
};
// clang-format on

}  // namespace

std::span<const Dataset> datasets() { return table; }

const Dataset& dataset(std::string_view name) { return find(datasets(), name, "dataset"); }

Samples generate(const Dataset& dataset, int count, double noise, double seed) {
  requireAllowed(limit("samples"), count);
  requireAllowed(limit("noise"), noise);
  requireSeed(seed);
  Random random(static_cast<std::uint64_t>(seed));
  const auto classes = static_cast<Index>(dataset.classes.size());
  const bool isOneHot = dataset.task == Task::classes;
  Samples samples{MatrixXd(Index(dataset.features.size()), count), MatrixXd::Zero(isOneHot ? classes : 1, count)};
  for (int i = 0; i < count; ++i) {
    const Point point = dataset.draw(random, i, count, noise);
    for (std::size_t f = 0; f < dataset.features.size(); ++f) samples.X(Index(f), i) = point.x[f];
    if (isOneHot) samples.Y(Index(point.target), i) = 1;
    else samples.Y(0, i) = point.target;
  }
  return samples;
}

}  // namespace glassbox
