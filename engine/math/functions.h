#pragma once
#include <numbers>

#include "engine/math/pack.h"

/// Functions of packs that Eigen does not have, to a few units in the last place of S. A loop
/// takes four packs at a time.
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
  /// Where e^x ends, where tanh is 1, and how far erfc is followed.
  static inline double limit = 708, flat = 20, farthest = 26;
  /// ln 2 in two parts, the first of few enough digits that its multiples are exact.
  static inline double perLn2 = std::numbers::log2e, ln2 = 0x1.62e42fefa38p-1, ln2Rest = 0x1.ef35793c7673p-45;
  /// From here on only whole numbers, with the bias of the exponent in the last bits.
  static inline double wholeFrom = 0x1.8p52 + 1023;
  /// (r coth(r / 2) - 2) / r^2 in r^2 for |r| <= ln 2 / 2, to 5.2e-17.
  static constexpr double cothSeries[] = {4.143766280402429232e-8, -1.653406003383645582e-6, 6.613756471622827629e-5,
                                          -2.777777777756440137e-3, 1.666666666666666154e-1};
  static inline double coth[] = {cothSeries[0], cothSeries[1], cothSeries[2], cothSeries[3], cothSeries[4]};
  /// (s coth(s) - 1) / s^2 in s^2, for s = r / 2.
  static inline double halfCoth[] = {512 * cothSeries[0], 128 * cothSeries[1], 32 * cothSeries[2], 8 * cothSeries[3],
                                     2 * cothSeries[4]};
  static inline double twicePerLn2 = 2 * std::numbers::log2e, halfLn2 = std::numbers::ln2 / 2;
  /// atanh(s) / s in s^2 for |s| <= 1 / 3, to 5.0e-17.
  static inline double atanh[] = {0.08890868454125577222, 0.04940165120677236383, 0.06795697646290088376,
                                  0.07681833404286738241, 0.0909143018804519997,  0.1111109542042083387,
                                  0.1428571455603242628,  0.1999999999764178491,  0.3333333333334129476,
                                  0.9999999999999999557};
  /// e^(x^2) erfc(x) as one polynomial over another for 0 <= x <= 6, to 8.9e-18.
  static inline double erfcAbove[] = {0.000126629092817913102, 0.002332676345219740874, 0.0204923686391133357,
                                      0.1111761971581484065,   0.4059944196544060481,   1.022677385693147132,
                                      1.745498346288663899,    1.870679728669194535,    1.000000000000000009};
  static inline double erfcBelow[] = {0.000224444218851227961, 0.004134561431257177317,
                                      0.03643399237497438154,  0.1991220952418065089,
                                      0.7376532598679148786,   1.909126345768610174,
                                      3.435596454128118503,    4.129573925161905527,
                                      2.999058895764709763,    1.0};
};
template <>
struct Numbers<float> {
  static inline float one = 1, two = 2, limit = 87, flat = 10, farthest = 9;
  static inline float perLn2 = std::numbers::log2e_v<float>, ln2 = 0x1.63p-1f, ln2Rest = -0x1.bd0106p-13f;
  static inline float wholeFrom = 0x1.8p23f + 127;
  /// To 1.2e-7.
  static inline float coth[] = {-2.76985301752e-3f, 1.66666547704e-1f};
  static inline float halfCoth[] = {8 * -2.76985301752e-3f, 2 * 1.66666547704e-1f};
  static inline float twicePerLn2 = 2 * std::numbers::log2e_v<float>, halfLn2 = std::numbers::ln2_v<float> / 2;
  /// To 4.3e-9.
  static inline float atanh[] = {0.14079236646f, 0.13982511547f, 0.20012301604f, 0.33333160747f, 1.0000000038f};
  /// For 0 <= x <= 5, to 8.9e-10.
  static inline float erfcAbove[] = {0.026084168467f, 0.19598649501f, 0.66021981171f, 1.1680643207f, 1.0000000009f};
  static inline float erfcBelow[] = {0.04622994892f, 0.34745833329f, 1.1923292547f, 2.2514770534f, 2.296443586f, 1.0f};
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

  /// The same of e^2x, with c and r half as large, so that x need not be doubled. For tanh one number is enough for ln 2:
  /// the error of n ln 2 grows with n, but tanh flattens faster.
  static ExpParts ofTwice(Pack<S> x) {
    using N = Numbers<S>;
    const Pack<S> shifted = x * N::twicePerLn2 + N::wholeFrom, n = shifted - N::wholeFrom, r = x - n * N::halfLn2;
    const Pack<S> square = r * r;
    return {powerFromLastBits(shifted), square * polynomial(square, N::halfCoth) + N::one, r};
  }

  /// (e^x - 1) (c - r) and (e^x + 1) (c - r): what is small is not what is left of large numbers.
  Pack<S> minusOne() const { return (power - Numbers<S>::one) * c + (power + Numbers<S>::one) * r; }
  Pack<S> plusOne() const { return (power + Numbers<S>::one) * c + (power - Numbers<S>::one) * r; }

 private:
  ExpParts(Pack<S> ofPower, Pack<S> ofC, Pack<S> ofR) : power(ofPower), c(ofC), r(ofR) {}
};

/// e^x, with x taken as within 708 of 0 (87 in float32).
template <class S>
EIGEN_STRONG_INLINE Pack<S> exp(Pack<S> x) {
  const ExpParts<S> e(x, Numbers<S>::limit);
  return e.power * ((e.c + e.r) / (e.c - e.r));
}

/// 1 / (1 + e^-x), from 0 to 1.
template <class S>
EIGEN_STRONG_INLINE Pack<S> logistic(Pack<S> x) {
  const ExpParts<S> e(-x, Numbers<S>::limit);
  const Pack<S> share = (e.c - e.r) / e.plusOne(), one(Numbers<S>::one);
  return whereLess(one, share, one, share);  // where it is flat, rounding may end a digit above 1
}

/// (e^2x - 1) / (e^2x + 1)
template <class S>
EIGEN_STRONG_INLINE Pack<S> tanh(Pack<S> x) {
  const Pack<S> flat = Numbers<S>::flat;
  const auto e = ExpParts<S>::ofTwice(max(min(x, flat), -flat));
  return e.minusOne() / e.plusOne();
}

/// ln(1 + e^x) for x <= 0, as 2 atanh(e^x / (2 + e^x)).
template <class S>
EIGEN_DONT_INLINE Pack<S> log1pExp(Pack<S> x) {
  const ExpParts<S> e(x, Numbers<S>::limit);
  const Pack<S> above = e.power * (e.c + e.r), below = e.c - e.r, s = above / (below + below + above);
  return (s + s) * polynomial(s * s, Numbers<S>::atanh);
}

/// e^x - 1, with x as for exp.
template <class S>
EIGEN_DONT_INLINE Pack<S> expm1(Pack<S> x) {
  const ExpParts<S> e(x, Numbers<S>::limit);
  return e.minusOne() / (e.c - e.r);
}

/// 2 / sqrt(pi) times the integral of e^-t^2 from x on.
template <class S>
EIGEN_DONT_INLINE Pack<S> erfc(Pack<S> x) {
  using N = Numbers<S>;
  const Pack<S> farthest = N::farthest, size = min(abs(x), farthest);
  const Pack<S> part = exp(-(size * size)) * (polynomial(size, N::erfcAbove) / polynomial(size, N::erfcBelow));
  return whereLess(x, Pack<S>(0), N::two - part, part);
}

}  // namespace glassbox
