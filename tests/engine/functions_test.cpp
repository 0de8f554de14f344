// The functions of packs against those of the standard library.
#include <cmath>
#include <limits>

#include "catch.h"
#include "engine/math/functions.h"

using namespace glassbox;

namespace {

/// The largest error over the numbers from `low` to `high`, relative to the value or, of small ones, to a thousandth.
template <class S, class Function, class Reference>
double worstError(Function f, Reference reference, double low, double high) {
  double worst = 0;
  for (double x = low; x <= high; x += 0.00137) {
    const auto number = S(x);
    S result[Pack<S>::size];
    f(Pack<S>(number)).store(result);
    const double wanted = reference(double(number)), error = std::abs(double(result[0]) - wanted);
    worst = std::max(worst, error / std::max(1e-3, std::abs(wanted)));
  }
  return worst;
}

template <class S>
void checkAll(double tolerance) {
  const auto check = [&](const char* name, auto f, auto reference, double low, double high) {
    INFO(name);
    CHECK(worstError<S>(f, reference, low, high) < tolerance);
  };
  check("exp", [](auto x) { return exp(x); }, [](double x) { return std::exp(x); }, -12, 0);
  check("logistic", [](auto x) { return logistic(x); }, [](double x) { return 1 / (1 + std::exp(-x)); }, -12, 12);
  check("tanh", [](auto x) { return tanh(x); }, [](double x) { return std::tanh(x); }, -12, 12);
  check("log1pExp", [](auto x) { return log1pExp(x); }, [](double x) { return std::log1p(std::exp(x)); }, -12, 0);
  check("expm1", [](auto x) { return expm1(x); }, [](double x) { return std::expm1(x); }, -12, 0);
  check(
      "normalTail", [](auto x) { return normalTail(x); }, [](double x) { return std::erfc(x / std::sqrt(2.0)) / 2; }, 0,
      17);
}

}  // namespace

TEST_CASE("functions of packs are those of the standard library, to a few units in the last place") {
  checkAll<double>(2.5e-15);
  checkAll<float>(6e-7);
}

template <class S>
static void checkSquareRoots() {
  constexpr S least = std::numeric_limits<S>::denorm_min(), infinite = std::numeric_limits<S>::infinity();
  for (const S x : {S(0), least, S(1e-39), S(1e-30), S(0.1), S(2), S(3), S(1e30), infinite}) {
    S result[Pack<S>::size];
    sqrt(Pack<S>(double(x))).store(result);
    CHECK(result[0] == std::sqrt(x));
  }
}

TEST_CASE("square roots of packs are exact to the last bit, also of the smallest numbers and of infinity") {
  checkSquareRoots<double>();
  checkSquareRoots<float>();
}

TEST_CASE("functions of packs go on at both ends, and what is no number stays none") {
  const auto at = [](auto f, double x) {
    double result[Pack<double>::size];
    f(Pack<double>(x)).store(result);
    return result[0];
  };
  const auto tangent = [](auto x) { return tanh(x); };
  const auto share = [](auto x) { return logistic(x); };
  const double infinite = std::numeric_limits<double>::infinity(), none = std::numeric_limits<double>::quiet_NaN();
  CHECK(at(tangent, infinite) == 1);
  CHECK(at(tangent, -infinite) == -1);
  CHECK(at(share, infinite) == 1);
  CHECK(at(share, -infinite) < 1e-300);
  for (const double x : {none, -none}) {
    CHECK(std::isnan(at(tangent, x)));
    CHECK(std::isnan(at(share, x)));
    CHECK(std::isnan(at([](auto z) { return normalTail(z); }, x)));
    CHECK(std::isnan(at([](auto z) { return expm1(z); }, x)));
  }
}

namespace {

/// The largest value at points close by one another.
template <class S>
S largestOf(auto f) {
  S largest = 0;
  for (double x = 0; x < 60; x += 1e-4) {
    S result[Pack<S>::size];
    f(Pack<S>(S(x))).store(result);
    largest = std::max(largest, result[0]);
  }
  return largest;
}

}  // namespace

TEMPLATE_TEST_CASE("shares and tangents never exceed 1, not by a digit", "", double, float) {
  CHECK(largestOf<TestType>([](auto x) { return logistic(x); }) == 1);
  CHECK(largestOf<TestType>([](auto x) { return tanh(x); }) == 1);
}
