#pragma once
#include <numbers>

#include "engine/math/pack.h"

/// Functions of packs that Eigen does not have, to a few units in the last place of S.
namespace glassbox {

/// c[0] x^n + ... + c[n], by Horner's rule, without a loop.
template <class S, std::size_t n, std::size_t... k>
EIGEN_STRONG_INLINE Pack<S> polynomial(Pack<S> x, const S (&c)[n], std::index_sequence<k...>) {
  Pack<S> sum = c[0];
  ((sum = sum * x + c[k + 1]), ...);
  return sum;
}
template <class S, std::size_t n>
EIGEN_STRONG_INLINE Pack<S> polynomial(Pack<S> x, const S (&c)[n]) {
  return polynomial(x, c, std::make_index_sequence<n - 1>());
}

/// The numbers that the functions are made of. Not const: engines of WebAssembly load a number in one instruction and make
/// a constant in four, each time round a loop. Of tests/reference/approximations.py, unless said.
template <class S>
struct Numbers;
template <>
struct Numbers<double> {
  static inline double one = 1, two = 2, minusHalf = -0.5;
  /// Where e^x ends, where tanh is 1, and how far the normal distribution is followed.
  static inline double limit = 708, lowest = -708, flat = 20, farthest = 37;
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
  /// e^(x^2 / 2) times the normal distribution function at -x, as one polynomial over another, for 0 <= x <= 8.5, to 9e-18.
  static inline double tailAbove[] = {3.961514584861132146e-6, 0.0001031840072004381693, 0.001281722218386256406,
                                      0.009832557639100903358, 0.0507731489445559844,    0.1808491868906446932,
                                      0.4364794805249936879,   0.6614710602003540199,    0.5000000000000000045};
  static inline double tailBelow[] = {9.930044277681789707e-6, 0.0002586439661178051276,
                                      0.003222730542258295468, 0.02490522785721399426,
                                      0.1304620382967667649,   0.477455405835061338,
                                      1.214984949301728271,    2.065133826121035259,
                                      2.120826681203575295,    1.0};
};
template <>
struct Numbers<float> {
  static inline float one = 1, two = 2, minusHalf = -0.5f, limit = 87, lowest = -87, flat = 10, farthest = 13;
  static inline float perLn2 = std::numbers::log2e_v<float>, ln2 = 0x1.63p-1f, ln2Rest = -0x1.bd0106p-13f;
  static inline float wholeFrom = 0x1.8p23f + 127;
  /// To 1.2e-7.
  static inline float coth[] = {-2.76985301752e-3f, 1.66666547704e-1f};
  static inline float halfCoth[] = {8 * -2.76985301752e-3f, 2 * 1.66666547704e-1f};
  static inline float twicePerLn2 = 2 * std::numbers::log2e_v<float>, halfLn2 = std::numbers::ln2_v<float> / 2;
  /// To 4.3e-9.
  static inline float atanh[] = {0.14079236646f, 0.13982511547f, 0.20012301604f, 0.33333160747f, 1.0000000038f};
  /// For 0 <= x <= 7, to 8.5e-10.
  static inline float tailAbove[] = {0.0032485118754f, 0.034558096465f, 0.16478148713f, 0.41257871224f, 0.50000000042f};
  static inline float tailBelow[] = {0.0081422640657f, 0.086644951008f, 0.42083229437f,
                                     1.1245622679f,    1.6230420524f,   1.0f};
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
  /// For x <= 0, taken as no less than `lowest`.
  static ExpParts below0(Pack<S> x) { return ExpParts(max(x, Pack<S>(Numbers<S>::lowest))); }

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

/// e^x for x <= 0, taken as no less than -708 (-87 in float32).
template <class S>
EIGEN_STRONG_INLINE Pack<S> exp(Pack<S> x) {
  const auto e = ExpParts<S>::below0(x);
  return e.power * ((e.c + e.r) / (e.c - e.r));
}

/// 1 / (1 + e^-x), from 0 to 1.
template <class S>
EIGEN_STRONG_INLINE Pack<S> logistic(Pack<S> x) {
  using N = Numbers<S>;
  const Pack<S> one = N::one;
  const ExpParts<S> e(max(min(-x, Pack<S>(N::limit)), Pack<S>(N::lowest)));
  const Pack<S> share = (e.c - e.r) / e.plusOne();
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
EIGEN_STRONG_INLINE Pack<S> log1pExp(Pack<S> x) {
  const auto e = ExpParts<S>::below0(x);
  const Pack<S> above = e.power * (e.c + e.r), below = e.c - e.r, s = above / (below + below + above);
  return (s + s) * polynomial(s * s, Numbers<S>::atanh);
}

/// e^x - 1, with x as for exp.
template <class S>
EIGEN_DONT_INLINE Pack<S> expm1(Pack<S> x) {
  const auto e = ExpParts<S>::below0(x);
  return e.minusOne() / (e.c - e.r);
}

/// Of the normal distribution, what lies beyond x >= 0: 1 / sqrt(2 pi) times the integral of e^(-t^2 / 2) from x on.
template <class S>
EIGEN_STRONG_INLINE Pack<S> normalTail(Pack<S> x) {
  using N = Numbers<S>;
  const Pack<S> far = min(x, Pack<S>(N::farthest));
  const ExpParts<S> e(N::minusHalf * far * far);
  const Pack<S> above = e.power * (e.c + e.r) * polynomial(far, N::tailAbove);
  return above / ((e.c - e.r) * polynomial(far, N::tailBelow));
}

}  // namespace glassbox
