#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "engine/math/matrix.h"

namespace glassbox {

typedef std::int64_t TwoWholes __attribute__((vector_size(16)));
typedef std::int64_t FourWholes __attribute__((vector_size(32)));
typedef std::int32_t ShortWholes __attribute__((vector_size(16)));

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
  friend Pack sqrt(Pack a) { return of(Eigen::internal::psqrt(a.raw_)); }
  /// The smaller (the larger) of the two; `a` where it is no number.
  friend Pack min(Pack a, Pack b) { return of(Eigen::internal::pmin(a.raw_, b.raw_)); }
  friend Pack max(Pack a, Pack b) { return of(Eigen::internal::pmax(a.raw_, b.raw_)); }
  /// `yes` where a < b, `no` elsewhere and where one of them is no number.
  friend Pack whereLess(Pack a, Pack b, Pack yes, Pack no) {
    return of(Eigen::internal::pselect(Eigen::internal::pcmp_lt(a.raw_, b.raw_), yes.raw_, no.raw_));
  }
  /// 2^n where the last bits of `a` are n and the bias of S's exponents: they become the exponent's.
  friend Pack powerFromLastBits(Pack a) {
    constexpr int fractionBits = sizeof(S) == 8 ? 52 : 23;
    if constexpr (size == 1) return of(std::bit_cast<S>(std::bit_cast<Whole>(a.raw_) << fractionBits));
    else return of(Raw(Wholes(a.raw_) << fractionBits));
  }

  /// The sum of the numbers of each of `size` packs, side by side.
  static Pack sums(const std::array<Pack, size>& packs) {
    return sums(packs, std::make_index_sequence<std::size_t(size)>());
  }

 private:
  Pack() = default;
  template <std::size_t... i>
  EIGEN_STRONG_INLINE static Pack sums(const std::array<Pack, size>& packs, std::index_sequence<i...>) {
    Eigen::internal::PacketBlock<Raw, size> block{{packs[i].raw_...}};
    if constexpr (size > 1) Eigen::internal::ptranspose(block);
    return (... + of(block.packet[i]));
  }
  static Pack of(Raw raw) {
    Pack pack;
    pack.raw_ = raw;
    return pack;
  }
  using Whole = std::conditional_t<sizeof(S) == 8, std::int64_t, std::int32_t>;
  using LongWholes = std::conditional_t<sizeof(Raw) == 32, FourWholes, TwoWholes>;
  using Wholes = std::conditional_t<sizeof(S) == 8, LongWholes, ShortWholes>;

  Raw raw_;
};

/// Calls to = f(from...) on all of `count` numbers, as many as roundedUp() says. Two packs go through the loop
/// together, because neither has to wait for the other.
template <class S, class Function, class... From>
void forEachPack(Index count, S* to, Function f, const From*... from) {
  constexpr Index size = Pack<S>::size;
  for (Index i = 0; i < count; i += 2 * size) {
    const Pack<S> a = f(Pack<S>::load(from + i)...), b = f(Pack<S>::load(from + i + size)...);
    a.store(to + i);
    b.store(to + i + size);
  }
}

/// The next multiple of two packs, 8 numbers at the most. What is computed beside those meant is never looked at.
template <class S>
constexpr Index roundedUp(Index count) {
  constexpr Index two = 2 * Pack<S>::size;
  return (count + two - 1) / two * two;
}

}  // namespace glassbox
