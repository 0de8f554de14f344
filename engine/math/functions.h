#pragma once
#include <numbers>

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
  /// (r coth(r / 2) - 2) / r^2 in r^2 for |r| <= ln 2 / 2, to 5.2e-17.
  static inline double coth[] = {4.143766280402429232e-8, -1.653406003383645582e-6, 6.613756471622827629e-5,
                                 -2.777777777756440137e-3, 1.666666666666666154e-1};
};
template <>
struct Numbers<float> {
  static inline float one = 1, two = 2, limit = 87, flat = 10;
  static inline float perLn2 = std::numbers::log2e_v<float>, ln2 = 0x1.63p-1f, ln2Rest = -0x1.bd0106p-13f;
  static inline float wholeFrom = 0x1.8p23f + 127;
  /// To 1.2e-7.
  static inline float coth[] = {-2.76985301752e-3f, 1.66666547704e-1f};
};

/// e^x = power (c + r) / (c - r): x = n ln 2 + r with |r| <= ln 2 / 2, power = 2^n, c = r coth(r / 2), whose series is short.
/// For |x| up to the limit.
template <class S>
struct ExpParts {
  Pack<S> power, c, r;

  EIGEN_STRONG_INLINE explicit ExpParts(Pack<S> x) : power(x), c(x), r(x) {
    using N = Numbers<S>;
    const Pack<S> shifted = x * N::perLn2 + N::wholeFrom, n = shifted - N::wholeFrom;
    r = (x - n * N::ln2) - n * N::ln2Rest;
    power = powerFromLastBits(shifted);
    const Pack<S> square = r * r;
    c = square * polynomial(square, N::coth) + N::two;
  }
  /// For |x| up to `end`; beyond, the values there.
  EIGEN_STRONG_INLINE ExpParts(Pack<S> x, Pack<S> end) : ExpParts(max(min(x, end), -end)) {}

  /// (e^x - 1) (c - r) and (e^x + 1) (c - r): what is small is not what is left of large numbers.
  Pack<S> minusOne() const { return (power - Numbers<S>::one) * c + (power + Numbers<S>::one) * r; }
  Pack<S> plusOne() const { return (power + Numbers<S>::one) * c + (power - Numbers<S>::one) * r; }
};

/// e^x, with x taken as within 708 of 0 (87 in float32).
template <class S>
EIGEN_STRONG_INLINE Pack<S> exp(Pack<S> x) {
  const ExpParts<S> e(x, Numbers<S>::limit);
  return e.power * ((e.c + e.r) / (e.c - e.r));
}

/// 1 / (1 + e^-x)
template <class S>
EIGEN_STRONG_INLINE Pack<S> logistic(Pack<S> x) {
  const ExpParts<S> e(-x, Numbers<S>::limit);
  return (e.c - e.r) / e.plusOne();
}

/// (e^2x - 1) / (e^2x + 1)
template <class S>
EIGEN_STRONG_INLINE Pack<S> tanh(Pack<S> x) {
  const ExpParts<S> e(x + x, Numbers<S>::flat + Numbers<S>::flat);
  return e.minusOne() / e.plusOne();
}

/// ln(1 + x) for x >= 0: what 1 + x was rounded by is made good.
template <class S>
EIGEN_DONT_INLINE Pack<S> log1p(Pack<S> x) {
  const Pack<S> sum = Pack<S>(1) + x;
  return log(sum) + (x - (sum - Pack<S>(1))) / sum;
}

/// e^x - 1, with x as for exp.
template <class S>
EIGEN_STRONG_INLINE Pack<S> expm1(Pack<S> x) {
  const ExpParts<S> e(x, Numbers<S>::limit);
  return e.minusOne() / (e.c - e.r);
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
