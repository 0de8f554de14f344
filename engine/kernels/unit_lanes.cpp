#include "engine/kernels/unit_lanes.h"

#include <algorithm>
#include <utility>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

template <std::size_t n>
using Count = std::integral_constant<std::size_t, n>;

/// Goes over units four packs at a time, then one: calls block(first unit, Count of packs).
template <class S, class Block>
EIGEN_STRONG_INLINE void forUnits(Index units, Block block) {
  constexpr Index size = Pack<S>::size;
  Index unit = 0;
  for (; unit + 4 * size <= units; unit += 4 * size) block(unit, Count<4>());
  for (; unit < units; unit += size) block(unit, Count<1>());
}

/// Stores as many of a pack's numbers as there is room for, or adds them.
template <class S>
EIGEN_DONT_INLINE void storePart(Pack<S> pack, S* to, Index room, bool isFirst) {
  S numbers[Pack<S>::size];
  pack.store(numbers);
  for (Index i = 0; i < room; ++i) to[i] = isFirst ? numbers[i] : to[i] + numbers[i];
}

template <class S>
EIGEN_STRONG_INLINE void storeSome(Pack<S> pack, S* to, Index room, bool isFirst = true) {
  if (room < Pack<S>::size) return storePart(pack, to, room, isFirst);
  (isFirst ? pack : Pack<S>::load(to) + pack).store(to);
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

/// Of a single sample there is nothing to sum.
template <class S>
void gradientOfOne(const S* delta, const S* input, S* gradient, Index inputs, Index units, bool isFirst) {
  const Index whole = units / Pack<S>::size * Pack<S>::size;
  for (Index k = 0; k <= inputs; ++k, gradient += units) {
    const S value = k < inputs ? input[k] : 1;
    Index unit = 0;
    for (; unit < whole; unit += Pack<S>::size) {
      const Pack<S> product = Pack<S>::load(delta + unit) * value;
      (isFirst ? product : Pack<S>::load(gradient + unit) + product).store(gradient + unit);
    }
    for (; unit < units; ++unit) gradient[unit] = isFirst ? delta[unit] * value : gradient[unit] + delta[unit] * value;
  }
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
  forUnits<S>(units, [&]<std::size_t packs>(Index unit, Count<packs>) {
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
void UnitLanes<S>::gradient(SampleRows<const S> delta, SampleRows<const S> input, S* gradient, Index inputs,
                            Index units, Index samples, bool isFirst) {
  forUnits<S>(units, [&]<std::size_t packs>(Index unit, Count<packs>) {
    const auto go = [&]<std::size_t together>(Index k, Count<together>) {
      sums<S, packs>(
          samples, [&](Index s, Index i) { return input[s][k + i]; }, [&](Index s) { return delta[s] + unit; },
          [&](Index i, Index u, Pack<S> sum) {
            storeSome(sum, gradient + (k + i) * units + unit + u, units - unit - u, isFirst);
          },
          std::make_index_sequence<packs * together>());
    };
    Index k = 0;
    for (; k + 2 <= inputs; k += 2) go(k, Count<2>());
    if (k < inputs) go(k, Count<1>());
  });
  biasGradient(delta, gradient + inputs * units, units, samples, isFirst);
}

template <class S>
void UnitLanes<S>::biasGradient(SampleRows<const S> delta, S* gradient, Index units, Index samples, bool isFirst) {
  for (Index unit = 0; unit < units; unit += Pack<S>::size) {
    Pack<S> sum = 0;
    for (Index sample = 0; sample < samples; ++sample) sum = sum + Pack<S>::load(delta[sample] + unit);
    storeSome(sum, gradient + unit, units - unit, isFirst);
  }
}

template <class S>
void UnitLanes<S>::gradientSparse(SampleRows<const S> delta, const NonZeros<S>& input, Index from, S* gradient,
                                  Index inputs, Index units, bool isFirst) {
  forUnits<S>(units, [&]<std::size_t packs>(Index unit, Count<packs>) {
    for (Index k = 0; k < inputs; ++k) {
      const int begin = input.begin[std::size_t(from + k)], end = input.begin[std::size_t(from + k + 1)];
      if (begin == end && !isFirst) continue;
      const int* const place = input.place.data() + begin;
      const S* const value = input.value.data() + begin;
      sums<S, packs>(
          end - begin, [&](Index i, Index) { return value[i]; }, [&](Index i) { return delta[place[i]] + unit; },
          [&](Index, Index u, Pack<S> sum) {
            storeSome(sum, gradient + k * units + unit + u, units - unit - u, isFirst);
          },
          std::make_index_sequence<packs>());
    }
  });
}

template <class S>
void UnitLanes<S>::gradientScattered(SampleRows<const S> delta, const NonZeros<S>& input, Index from, S* gradient,
                                     Index inputs, Index units, Index samples, bool isFirst) {
  if (isFirst) std::fill(gradient, gradient + inputs * units, S(0));
  for (Index sample = 0; sample < samples; ++sample) {
    const int end = input.begin[std::size_t(from + sample + 1)];
    for (int i = input.begin[std::size_t(from + sample)]; i < end; ++i) {
      S* const column = gradient + input.place[std::size_t(i)] * units;
      const Pack<S> value = input.value[std::size_t(i)];
      // The zeros after delta add nothing to what lies behind the column.
      for (Index unit = 0; unit < units; unit += Pack<S>::size)
        (Pack<S>::load(column + unit) + Pack<S>::load(delta[sample] + unit) * value).store(column + unit);
    }
  }
}

template struct UnitLanes<double>;
template struct UnitLanes<float>;

}  // namespace glassbox
