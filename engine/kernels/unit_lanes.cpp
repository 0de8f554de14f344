#include "engine/kernels/unit_lanes.h"

#include <algorithm>
#include <utility>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

template <std::size_t n>
using Count = std::integral_constant<std::size_t, n>;

/// Goes over units `most` packs at a time, from the last ones to the first: calls block(first unit, Count of packs).
template <class S, std::size_t most = 4, class Block>
EIGEN_STRONG_INLINE void forUnits(Index units, Block block) {
  constexpr Index size = Pack<S>::size;
  const Index packs = (units + size - 1) / size;
  Index unit = packs * size;
  if (packs % 2) block(unit -= size, Count<1>());
  if (packs / 2 % 2) block(unit -= 2 * size, Count<2>());
  if (most == 8 && packs / 4 % 2) block(unit -= 4 * size, Count<4>());
  while (unit > 0) block(unit -= Index(most) * size, Count<most>());
}

/// Sums of packs side by side: i-th is the sum over `count` steps of factor(step, i / packs) * values(step) + i % packs packs.
template <class S, std::size_t packs, std::size_t... i, class Factor, class Values, class Finish>
EIGEN_STRONG_INLINE void sums(Index count, Factor factor, Values values, Finish finish, std::index_sequence<i...>) {
  Pack<S> sum[] = {((void)i, Pack<S>(0))...};
  for (Index step = 0; step < count; ++step) {
    const S* from = values(step);
    ((sum[i] = sum[i] + Pack<S>(factor(step, i / packs)) * Pack<S>::load(from + Index(i % packs) * Pack<S>::size)),
     ...);
  }
  (finish(Index(i / packs), Index(i % packs) * Pack<S>::size, sum[i]), ...);
}

template <class S>
EIGEN_STRONG_INLINE void put(Pack<S> sum, S* to, bool isFirst) {
  (isFirst ? sum : Pack<S>::load(to) + sum).store(to);
}

/// Of a single sample there is nothing to sum.
template <class S, std::size_t... i>
EIGEN_STRONG_INLINE void products(const S* delta, const S* input, S* gradient, Index columns, Index units, bool isFirst,
                                  std::index_sequence<i...>) {
  constexpr Index size = Pack<S>::size;
  const Pack<S> d[] = {Pack<S>::load(delta + Index(i) * size)...};
  for (Index k = 0; k < columns; ++k, gradient += units) {
    const Pack<S> value = input[k];
    (put(value * d[i], gradient + Index(i) * size, isFirst), ...);
  }
}

/// The sums over a line's numbers, of which there are an even number.
template <class S, std::size_t... i>
EIGEN_STRONG_INLINE void lineSums(const S* delta, const int* place, const S* value, int count, S* gradient,
                                  bool isFirst, std::index_sequence<i...>) {
  constexpr Index size = Pack<S>::size;
  const auto of = [&](int number, std::size_t pack) {
    return Pack<S>(value[number]) * Pack<S>::load(delta + place[number] + Index(pack) * size);
  };
  Pack<S> sum[] = {of(0, i) + of(1, i)...};
  for (int number = 2; number < count; number += 2) ((sum[i] = sum[i] + (of(number, i) + of(number + 1, i))), ...);
  (put(sum[i], gradient + Index(i) * size, isFirst), ...);
}

}  // namespace

template <class S>
void UnitLanes<S>::forward(const S* W, const S* bias, SampleRows<const S> input, SampleRows<S> Z, Index inputs,
                           Index units, Index samples) {
  forUnits<S>(units, [&]<std::size_t packs>(Index unit, Count<packs>) {
    const auto go = [&]<std::size_t together>(Index sample, Count<together>) {
      sums<S, packs>(
          inputs, [&](Index k, Index s) { return input[sample + s][k]; }, [&](Index k) { return W + k * units + unit; },
          [&](Index s, Index u, Pack<S> sum) {
            (sum + Pack<S>::load(bias + unit + u)).store(Z[sample + s] + unit + u);
          },
          std::make_index_sequence<packs * together>());
    };
    Index sample = 0;
    for (; sample + 2 <= samples; sample += 2) go(sample, Count<2>());
    if (sample < samples) go(sample, Count<1>());
  });
}

template <class S>
void UnitLanes<S>::forwardSparse(const S* W, const S* bias, const NonZeros<S>& input, Index from, SampleRows<S> Z,
                                 Index units, Index samples) {
  forUnits<S, 8>(units, [&]<std::size_t packs>(Index unit, Count<packs>) {
    for (Index sample = 0; sample < samples; ++sample) {
      const int begin = input.begin[std::size_t(from + sample)], end = input.begin[std::size_t(from + sample + 1)];
      const int* const place = input.place.data() + begin;
      const S* const value = input.value.data() + begin;
      sums<S, packs>(
          end - begin, [&](Index i, Index) { return value[i]; }, [&](Index i) { return W + place[i] * units + unit; },
          [&](Index, Index u, Pack<S> sum) { (sum + Pack<S>::load(bias + unit + u)).store(Z[sample] + unit + u); },
          std::make_index_sequence<packs>());
    }
  });
}

template <class S>
void UnitLanes<S>::handBack(const S* W, SampleRows<const S> delta, SampleRows<S> handedBack, Index inputs, Index units,
                            Index samples) {
  constexpr Index size = Pack<S>::size;
  const auto columns = [&]<std::size_t... u>(Index sample, Index k, std::index_sequence<u...>) {
    // Inputs to spare repeat the last one.
    const S* const from[] = {W + std::min(k + Index(u), inputs - 1) * units...};
    std::array<Pack<S>, sizeof...(u)> sum{((void)u, Pack<S>(0))...};
    for (Index unit = 0; unit < units; unit += size) {
      const Pack<S> d = Pack<S>::load(delta[sample] + unit);
      ((sum[u] = sum[u] + Pack<S>::load(from[u] + unit) * d), ...);
    }
    Pack<S>::sums(sum).store(handedBack[sample] + k);
  };
  for (Index k = 0; k < inputs; k += size)
    for (Index sample = 0; sample < samples; ++sample)
      columns(sample, k, std::make_index_sequence<std::size_t(size)>());
}

template <class S>
void UnitLanes<S>::gradient(SampleRows<const S> delta, SampleRows<const S> input, S* gradient, Index columns,
                            Index units, Index samples, bool isFirst) {
  forUnits<S>(units, [&]<std::size_t packs>(Index unit, Count<packs>) {
    constexpr auto each = std::make_index_sequence<packs>();
    if (samples == 1) return products(delta[0] + unit, input[0], gradient + unit, columns, units, isFirst, each);
    const auto go = [&]<std::size_t together>(Index k, Count<together>) {
      sums<S, packs>(
          samples, [&](Index s, Index i) { return input[s][k + i]; }, [&](Index s) { return delta[s] + unit; },
          [&](Index i, Index u, Pack<S> sum) { put(sum, gradient + (k + i) * units + unit + u, isFirst); },
          std::make_index_sequence<packs * together>());
    };
    Index k = 0;
    for (; k + 2 <= columns; k += 2) go(k, Count<2>());
    if (k < columns) go(k, Count<1>());
  });
}

template <class S>
void UnitLanes<S>::gradientSparse(const S* delta, const NonZeros<S>& input, Index from, S* gradient, Index columns,
                                  Index units, bool isFirst) {
  forUnits<S, 8>(units, [&]<std::size_t packs>(Index unit, Count<packs>) {
    constexpr auto each = std::make_index_sequence<packs>();
    S* to = gradient + unit;
    for (Index k = from; k < from + columns; ++k, to += units) {
      const int begin = input.begin[std::size_t(k)], end = input.begin[std::size_t(k + 1)];
      lineSums(delta + unit, input.place.data() + begin, input.value.data() + begin, end - begin, to, isFirst, each);
    }
  });
}

template struct UnitLanes<double>;
template struct UnitLanes<float>;

}  // namespace glassbox
