#pragma once
#include <numbers>
#include <type_traits>

#include "engine/math/pack.h"

/// Functions of packs that Eigen does not have, to a few units in the last place of S. The long ones are not inlined: a
/// loop takes four packs at a time.
namespace glassbox {

/// c[0] x^n + ... + c[n], by Horner's rule.
template <class S, std::size_t n>
EIGEN_STRONG_INLINE Pack<S> polynomial(Pack<S> x, const S (&c)[n]) {
  Pack<S> sum = c[0];
  for (std::size_t k = 1; k < n; ++k) sum = sum * x + c[k];
  return sum;
}

/// The numbers that the functions are made of. Not const: engines of WebAssembly load a number in one instruction and make
/// a constant in four, each time round a loop. Of tests/reference/approximations.py, unless said.
template <class S>
struct Numbers;
template <>
struct Numbers<double> {
  static inline double one = 1, two = 2;
  /// Where e^x ends, and where tanh is 1.
  static inline double limit = 708, flat = 20;
  /// ln 2 in two parts, the first of few enough digits that its multiples are exact.
  static inline double perLn2 = std::numbers::log2e, ln2 = 0x1.62e42fefa38p-1, ln2Rest = 0x1.ef35793c7673p-45;
  /// From here on only whole numbers, with the bias of the exponent in the last bits.
  static inline double wholeFrom = 0x1.8p52 + 1023;
  /// (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2, to 1.1e-16.
  static inline double exp[] = {2.510038549551031908e-8, 2.762008844540974816e-7, 2.755726845999706477e-6,
                                2.480152129595437513e-5, 1.984126986305361688e-4, 1.38888889172137169e-3,
                                8.333333333330061833e-3, 4.166666666662412787e-2, 1.666666666666666745e-1,
                                5.000000000000001022e-1};
};
template <>
struct Numbers<float> {
  static inline float one = 1, two = 2, limit = 87, flat = 8;
  static inline float perLn2 = std::numbers::log2e_v<float>, ln2 = 0x1.63p-1f, ln2Rest = -0x1.bd0106p-13f;
  static inline float wholeFrom = 0x1.8p23f + 127;
  /// To 6.5e-8.
  static inline float exp[] = {1.39261835877e-3f, 8.36317905272e-3f, 4.16665546172e-2f, 1.66665769897e-1f, 0.5f};
  /// tanh x / x as one polynomial in x^2 over another for |x| <= 8, to 6.7e-9 of it.
  static inline float tanhAbove[] = {1.5233416e-8f, 2.1896998e-5f, 3.5717465e-3f, 1.3444625e-1f, 9.9999999e-1f};
  static inline float tanhBelow[] = {8.5237251e-7f, 3.4115301e-4f, 2.6165015e-2f, 4.6777953e-1f, 1.0f};
};

/// e^x = power (1 + rest): x = n ln 2 + r with |r| <= ln 2 / 2, power = 2^n, rest = e^r - 1. For |x| up to the limit.
template <class S>
struct ExpParts {
  Pack<S> power, rest;

  EIGEN_STRONG_INLINE explicit ExpParts(Pack<S> x) : power(x), rest(x) {
    using N = Numbers<S>;
    const Pack<S> shifted = x * N::perLn2 + N::wholeFrom, n = shifted - N::wholeFrom;
    const Pack<S> r = (x - n * N::ln2) - n * N::ln2Rest;
    power = powerFromLastBits(shifted);
    rest = r + r * r * polynomial(r, N::exp);
  }
};

/// e^x, with x taken as within 708 of 0 (87 in float32).
template <class S>
EIGEN_STRONG_INLINE Pack<S> exp(Pack<S> x) {
  const Pack<S> limit = Numbers<S>::limit;
  const ExpParts<S> e(max(min(x, limit), -limit));
  return e.power + e.power * e.rest;
}

/// 1 / (1 + e^-x)
template <class S>
EIGEN_STRONG_INLINE Pack<S> logistic(Pack<S> x) {
  const Pack<S> one = Numbers<S>::one;
  return one / (one + exp(-x));
}

/// In float64 by e^2x - 1, which loses nothing near 0; in float32 by a rational function.
template <class S>
EIGEN_STRONG_INLINE Pack<S> tanh(Pack<S> x) {
  using N = Numbers<S>;
  const Pack<S> flat = N::flat, within = max(min(x, flat), -flat);
  if constexpr (std::is_same_v<S, float>) {
    const Pack<S> square = within * within;
    return within * polynomial(square, N::tanhAbove) / polynomial(square, N::tanhBelow);
  } else {
    const ExpParts<S> e(within + within);
    const Pack<S> minusOne = e.power * e.rest + (e.power - N::one);
    return minusOne / (minusOne + N::two);
  }
}

/// ln(1 + x) for x >= 0: what 1 + x was rounded by is made good.
template <class S>
EIGEN_DONT_INLINE Pack<S> log1p(Pack<S> x) {
  const Pack<S> sum = Pack<S>(1) + x;
  return log(sum) + (x - (sum - Pack<S>(1))) / sum;
}

/// e^x - 1 = tanh(x / 2) (e^x + 1)
template <class S>
EIGEN_DONT_INLINE Pack<S> expm1(Pack<S> x) {
  return tanh(x * Pack<S>(0.5)) * (exp(x) + Pack<S>(1));
}

/// 2 / sqrt(pi) times the integral of e^-t^2 from x on, to 1e-15 (beyond |x| = 4, where e^-x^2 < 2e-7, of that).
/// Source: W. J. Cody, "Rational Chebyshev approximations for the error function" (1969), the first two of his ranges.
template <class S>
EIGEN_DONT_INLINE Pack<S> erfc(Pack<S> x) {
  constexpr S nearAbove[] = {S(1.85777706184603153e-1), S(3.16112374387056560e0), S(1.13864154151050156e2),
                             S(3.77485237685302021e2), S(3.20937758913846947e3)};
  constexpr S nearBelow[] = {1, S(2.36012909523441209e1), S(2.44024637934444173e2), S(1.28261652607737228e3),
                             S(2.84423683343917062e3)};
  constexpr S farAbove[] = {S(2.15311535474403846e-8), S(5.64188496988670089e-1), S(8.88314979438837594e0),
                            S(6.61191906371416295e1),  S(2.98635138197400131e2),  S(8.81952221241769090e2),
                            S(1.71204761263407058e3),  S(2.05107837782607147e3),  S(1.23033935479799725e3)};
  constexpr S farBelow[] = {1,
                            S(1.57449261107098347e1),
                            S(1.17693950891312499e2),
                            S(5.37181101862009858e2),
                            S(1.62138957456669019e3),
                            S(3.29079923573345963e3),
                            S(4.36261909014324716e3),
                            S(3.43936767414372164e3),
                            S(1.23033935480374942e3)};
  const Pack<S> square = x * x, size = min(abs(x), Pack<S>(30)), limit = 0.46875;
  const Pack<S> part =
      whereLess(size, limit, x * polynomial(square, nearAbove), exp(-square) * polynomial(size, farAbove)) /
      whereLess(size, limit, polynomial(square, nearBelow), polynomial(size, farBelow));
  return whereLess(size, limit, Pack<S>(1) - part, whereLess(x, Pack<S>(0), Pack<S>(2) - part, part));
}

}  // namespace glassbox
