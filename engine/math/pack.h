#pragma once
#include "engine/math/matrix.h"

namespace glassbox {

/// As many numbers side by side as one SIMD register of 16 bytes holds (one where there is none), with the operators and
/// functions of a number. What is written with it gives each number the same bits wherever it stands.
/// On Eigen's own primitives, so that one source serves SSE, NEON and WebAssembly.
template <class S>
class Pack {
 public:
  using Raw = typename Eigen::internal::find_best_packet<S, 4>::type;
  /// Numbers in it: 4 is a multiple of this.
  static constexpr Index size = Eigen::internal::unpacket_traits<Raw>::size;

  /// The same number everywhere.
  Pack(double value) : raw_(Eigen::internal::pset1<Raw>(S(value))) {}
  static Pack load(const S* from) { return of(Eigen::internal::ploadu<Raw>(from)); }
  void store(S* to) const { Eigen::internal::pstoreu(to, raw_); }

  friend Pack operator+(Pack a, Pack b) { return of(Eigen::internal::padd(a.raw_, b.raw_)); }
  friend Pack operator-(Pack a, Pack b) { return of(Eigen::internal::psub(a.raw_, b.raw_)); }
  friend Pack operator*(Pack a, Pack b) { return of(Eigen::internal::pmul(a.raw_, b.raw_)); }
  friend Pack operator/(Pack a, Pack b) { return of(Eigen::internal::pdiv(a.raw_, b.raw_)); }
  friend Pack operator-(Pack a) { return of(Eigen::internal::pnegate(a.raw_)); }
  friend Pack abs(Pack a) { return of(Eigen::internal::pabs(a.raw_)); }
  friend Pack exp(Pack a) { return of(Eigen::internal::pexp(a.raw_)); }
  friend Pack log(Pack a) { return of(Eigen::internal::plog(a.raw_)); }
  /// The smaller (the larger) of the two; `a` where it is no number.
  friend Pack min(Pack a, Pack b) { return of(Eigen::internal::pmin(a.raw_, b.raw_)); }
  friend Pack max(Pack a, Pack b) { return of(Eigen::internal::pmax(a.raw_, b.raw_)); }
  /// `yes` where a < b, `no` elsewhere and where one of them is no number.
  friend Pack whereLess(Pack a, Pack b, Pack yes, Pack no) {
    return of(Eigen::internal::pselect(Eigen::internal::pcmp_lt(a.raw_, b.raw_), yes.raw_, no.raw_));
  }

 private:
  Pack() = default;
  static Pack of(Raw raw) {
    Pack pack;
    pack.raw_ = raw;
    return pack;
  }
  Raw raw_;
};

/// Calls to = f(from...) on all of `count` numbers, a pack at a time; what is left over is computed as a pack too.
template <class S, class Function, class... From>
void forEachPack(Index count, S* to, Function f, const From*... from) {
  constexpr Index size = Pack<S>::size;
  Index i = 0;
  for (; i + size <= count; i += size) f(Pack<S>::load(from + i)...).store(to + i);
  if (i == count) return;
  const auto rest = [&](const S* values) {
    S padded[size] = {};
    for (Index k = 0; i + k < count; ++k) padded[k] = values[i + k];
    return Pack<S>::load(padded);
  };
  S result[size];
  f(rest(from)...).store(result);
  for (Index k = 0; i + k < count; ++k) to[i + k] = result[k];
}

}  // namespace glassbox
