#pragma once
#include <type_traits>

#include "engine/math/pack.h"

/// Functions of packs that Eigen does not have, to a few units in the last place of S.
namespace glassbox {

/// c[0] x^n + ... + c[n], by Horner's rule.
template <class S, std::size_t n>
Pack<S> polynomial(Pack<S> x, const double (&c)[n]) {
  Pack<S> sum = c[0];
  for (std::size_t k = 1; k < n; ++k) sum = sum * x + c[k];
  return sum;
}

/// 1 / (1 + e^-x)
template <class S>
Pack<S> logistic(Pack<S> x) {
  return Pack<S>(1) / (Pack<S>(1) + exp(-x));
}

/// Rational near 0, where the exponentials would cancel. Source: Cephes (S. L. Moshier), tanh.c and tanhf.c.
template <class S>
Pack<S> tanh(Pack<S> x) {
  const Pack<S> size = abs(x), square = x * x, e = exp(Pack<S>(-2) * size);
  const Pack<S> large = (Pack<S>(1) - e) / (Pack<S>(1) + e);
  Pack<S> bend = 0;
  if constexpr (std::is_same_v<S, double>) {
    constexpr double above[] = {-9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3};
    constexpr double below[] = {1, 1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3};
    bend = polynomial(square, above) / polynomial(square, below);
  } else {
    constexpr double series[] = {-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1,
                                 -3.33332819422e-1};
    bend = polynomial(square, series);
  }
  const Pack<S> nearZero = x + x * square * bend;
  return whereLess(size, Pack<S>(0.625), nearZero, whereLess(x, Pack<S>(0), -large, large));
}

/// ln(1 + x) for x >= 0: what 1 + x was rounded by is made good.
template <class S>
Pack<S> log1p(Pack<S> x) {
  const Pack<S> sum = Pack<S>(1) + x;
  return log(sum) + (x - (sum - Pack<S>(1))) / sum;
}

/// e^x - 1 = tanh(x / 2) (e^x + 1)
template <class S>
Pack<S> expm1(Pack<S> x) {
  return tanh(x * Pack<S>(0.5)) * (exp(x) + Pack<S>(1));
}

/// 2 / sqrt(pi) times the integral of e^-t^2 from x on, to 1e-15 (beyond |x| = 4, where e^-x^2 < 2e-7, of that).
/// Source: W. J. Cody, "Rational Chebyshev approximations for the error function" (1969), the first two of his ranges.
template <class S>
Pack<S> erfc(Pack<S> x) {
  constexpr double nearAbove[] = {1.85777706184603153e-1, 3.16112374387056560e0, 1.13864154151050156e2,
                                  3.77485237685302021e2, 3.20937758913846947e3};
  constexpr double nearBelow[] = {1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3,
                                  2.84423683343917062e3};
  constexpr double farAbove[] = {2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0,
                                 6.61191906371416295e1,  2.98635138197400131e2,  8.81952221241769090e2,
                                 1.71204761263407058e3,  2.05107837782607147e3,  1.23033935479799725e3};
  constexpr double farBelow[] = {1,
                                 1.57449261107098347e1,
                                 1.17693950891312499e2,
                                 5.37181101862009858e2,
                                 1.62138957456669019e3,
                                 3.29079923573345963e3,
                                 4.36261909014324716e3,
                                 3.43936767414372164e3,
                                 1.23033935480374942e3};
  const Pack<S> square = x * x, size = min(abs(x), Pack<S>(30));
  const Pack<S> nearZero = Pack<S>(1) - x * polynomial(square, nearAbove) / polynomial(square, nearBelow);
  const Pack<S> upper = exp(-square) * polynomial(size, farAbove) / polynomial(size, farBelow);
  return whereLess(abs(x), Pack<S>(0.46875), nearZero, whereLess(x, Pack<S>(0), Pack<S>(2) - upper, upper));
}

}  // namespace glassbox
