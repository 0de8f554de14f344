#include "engine/kernels/unit_lanes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

template <std::size_t n>
using Count = std::integral_constant<std::size_t, n>;

/// From so many samples on it is worth copying what all of them need.
constexpr Index manySamples = 32;

/// Goes over units four packs at a time, from the last ones to the first: calls block(first unit, Count of packs), which
/// is to be inlined: then what it captures stays in registers.
template <class S, class Block>
EIGEN_STRONG_INLINE void forUnits(Index units, Block block) {
  constexpr Index size = Pack<S>::size;
  const Index packs = (units + size - 1) / size;
  Index unit = packs * size;
  if (packs % 2) block(unit -= size, Count<1>());
  if (packs / 2 % 2) block(unit -= 2 * size, Count<2>());
  while (unit > 0) block(unit -= 4 * size, Count<4>());
}

/// The loops over `packs` packs of units. They take plain pointers and numbers, which stay in registers whatever is stored.
template <class S, std::size_t packs>
struct Block {
  static constexpr Index size = Pack<S>::size;

  /// Side by side, sum i over `count` steps of factor(step, i / packs) * (pack i % packs of values(step)), each begun with
  /// start(i / packs, i % packs) and given to finish(i / packs, i % packs, sum).
  template <std::size_t... i, class Start, class Factor, class Values, class Finish>
  EIGEN_STRONG_INLINE static void sums(Index count, Start start, Factor factor, Values values, Finish finish,
                                       std::index_sequence<i...>) {
    Pack<S> sum[] = {start(i / packs, Index(i % packs) * size)...};
    for (Index step = 0; step < count; ++step) {
      const S* from = values(step);
      ((sum[i] = sum[i] + Pack<S>(factor(step, i / packs)) * Pack<S>::load(from + Index(i % packs) * size)), ...);
    }
    (finish(i / packs, Index(i % packs) * size, sum[i]), ...);
  }

  /// What a sum of gradients begins with.
  EIGEN_STRONG_INLINE static Pack<S> begun(const S* gradient, bool isFirst) {
    return isFirst ? Pack<S>(0) : Pack<S>::load(gradient);
  }

  /// The columns of W that many samples need again and again, side by side; those of few samples are taken where they are.
  /// `apart` becomes the way from one to the next.
  template <std::size_t... i>
  static const S* packed(const S* W, Index inputs, Index samples, S* panel, Index& apart, std::index_sequence<i...>) {
    if (samples < manySamples || apart <= Index(packs) * size) return W;
    for (Index k = 0; k < inputs; ++k)
      (Pack<S>::load(W + k * apart + Index(i) * size).store(panel + (k * Index(packs) + Index(i)) * size), ...);
    apart = Index(packs) * size;
    return panel;
  }
  static const S* packed(const S* W, Index inputs, Index samples, S* panel, Index& apart) {
    return packed(W, inputs, samples, panel, apart, std::make_index_sequence<packs>());
  }

  template <std::size_t together>
  EIGEN_STRONG_INLINE static void forward(const S* W, const S* bias, const S* input, Index inputApart, S* Z,
                                          Index ZApart, Index inputs, Index apart) {
    sums(
        inputs, [](Index, Index) { return Pack<S>(0); }, [=](Index k, Index s) { return input[s * inputApart + k]; },
        [=](Index k) { return W + k * apart; },
        [=](Index s, Index u, Pack<S> sum) { (sum + Pack<S>::load(bias + u)).store(Z + s * ZApart + u); },
        std::make_index_sequence<packs * together>());
  }
  static void forward(const S* W, const S* bias, const S* input, Index inputApart, S* Z, Index ZApart, Index inputs,
                      Index units, Index samples) {
    for (; samples > 1; samples -= 2, input += 2 * inputApart, Z += 2 * ZApart)
      forward<2>(W, bias, input, inputApart, Z, ZApart, inputs, units);
    if (samples > 0) forward<1>(W, bias, input, inputApart, Z, ZApart, inputs, units);
  }

  static void forwardSparse(const S* W, const S* bias, const int* begin, const int* place, const S* value, S* Z,
                            Index ZApart, Index units, Index samples) {
    for (Index sample = 0; sample < samples; ++sample, Z += ZApart) {
      const int first = begin[sample];
      sums(
          begin[sample + 1] - first, [](Index, Index) { return Pack<S>(0); },
          [=](Index i, Index) { return value[first + i]; }, [=](Index i) { return W + place[first + i] * units; },
          [=](Index, Index u, Pack<S> sum) { (sum + Pack<S>::load(bias + u)).store(Z + u); },
          std::make_index_sequence<packs>());
    }
  }

  /// Sums of factor(sample, column) * delta, for so many columns.
  template <std::size_t together, class Factor>
  EIGEN_STRONG_INLINE static void gradient(const S* delta, Index deltaApart, Factor factor, S* to, Index units,
                                           Index samples, bool isFirst) {
    const auto at = [=](Index k, Index u) { return to + k * units + u; };
    sums(
        samples, [=](Index k, Index u) { return begun(at(k, u), isFirst); }, factor,
        [=](Index s) { return delta + s * deltaApart; }, [=](Index k, Index u, Pack<S> sum) { sum.store(at(k, u)); },
        std::make_index_sequence<packs * together>());
  }
  static void gradient(const S* delta, Index deltaApart, const S* input, Index inputApart, S* to, Index columns,
                       bool hasBias, Index units, Index samples, bool isFirst) {
    const auto factor = [&](Index s, Index k) { return input[s * inputApart + k]; };
    for (; columns > 1; columns -= 2, input += 2, to += 2 * units)
      gradient<2>(delta, deltaApart, factor, to, units, samples, isFirst);
    if (columns > 0) gradient<1>(delta, deltaApart, factor, to, units, samples, isFirst), to += units;
    if (hasBias) gradient<1>(delta, deltaApart, [](Index, Index) { return 1; }, to, units, samples, isFirst);
  }

  /// Of a single sample, where delta stays in registers. As a sum from 0 on, so that nothing becomes -0.
  template <std::size_t... i>
  EIGEN_STRONG_INLINE static void products(const S* delta, const S* input, S* to, Index columns, bool hasBias,
                                           Index units, std::index_sequence<i...>) {
    const Pack<S> zero = 0, d[] = {Pack<S>::load(delta + Index(i) * size)...};
    for (Index k = 0; k < columns; ++k, to += units) {
      const Pack<S> value = input[k];
      ((zero + value * d[i]).store(to + Index(i) * size), ...);
    }
    if (hasBias) ((zero + d[i]).store(to + Index(i) * size), ...);
  }

  /// A sample's numbers, each times delta, which stays in registers, added to the column of its input.
  template <std::size_t... i>
  EIGEN_STRONG_INLINE static void scatter(const S* delta, const int* place, const S* value, Index count, S* to,
                                          Index units, std::index_sequence<i...>) {
    const Pack<S> d[] = {Pack<S>::load(delta + Index(i) * size)...};
    for (Index number = 0; number < count; ++number) {
      const Pack<S> factor = value[number];
      S* const column = to + place[number] * units;
      ((Pack<S>::load(column + Index(i) * size) + factor * d[i]).store(column + Index(i) * size), ...);
    }
  }

  /// Lines of an even number of numbers, at least 2.
  template <std::size_t... i>
  EIGEN_STRONG_INLINE static void gradientSparse(const S* delta, const int* begin, const int* place, const S* value,
                                                 S* to, Index columns, Index units, bool isFirst,
                                                 std::index_sequence<i...>) {
    const auto product = [=](int number, Index u) {
      return Pack<S>(value[number]) * Pack<S>::load(delta + place[number] + u * size);
    };
    for (Index k = 0; k < columns; ++k, to += units) {
      int number = begin[k];
      const int end = begin[k + 1];
      Pack<S> sum[] = {begun(to + Index(i) * size, isFirst) + product(number, i) + product(number + 1, i)...};
      for (number += 2; number < end; number += 2)
        ((sum[i] = sum[i] + product(number, i) + product(number + 1, i)), ...);
      (sum[i].store(to + Index(i) * size), ...);
    }
  }
};

/// handedBack of a pack of inputs, from column `k` on, for so many samples: the sums of their columns of W times delta.
/// Columns to spare repeat the last one.
template <class S, std::size_t... sample, std::size_t... u>
EIGEN_STRONG_INLINE void columnSums(const S* W, const S* delta, S* handedBack, Index k, Index inputs, Index units,
                                    std::index_sequence<sample...>, std::index_sequence<u...>) {
  using Sums = std::array<Pack<S>, sizeof...(u)>;
  const S* const columns[] = {W + std::min(k + Index(u), inputs - 1) * units...};
  const Sums zero{((void)u, Pack<S>(0))...};
  Sums sums[] = {((void)sample, zero)...};
  const auto add = [](Sums& sum, const Sums& weights, Pack<S> d) { ((sum[u] = sum[u] + weights[u] * d), ...); };
  for (Index unit = 0; unit < units; unit += Pack<S>::size) {
    const Sums weights{Pack<S>::load(columns[u] + unit)...};
    (add(sums[sample], weights, Pack<S>::load(delta + Index(sample) * rowLength(units) + unit)), ...);
  }
  (Pack<S>::sums(sums[sample]).store(handedBack + Index(sample) * rowLength(inputs) + k), ...);
}

/// The same of all inputs.
template <std::size_t together, class S>
EIGEN_STRONG_INLINE void allColumnSums(const S* W, const S* delta, S* handedBack, Index inputs, Index units) {
  for (Index k = 0; k < inputs; k += Pack<S>::size)
    columnSums(W, delta, handedBack, k, inputs, units, std::make_index_sequence<together>(),
               std::make_index_sequence<std::size_t(Pack<S>::size)>());
}

}  // namespace

template <class S>
void UnitLanes<S>::forward(const S* W, const S* bias, const S* input, S* Z, Index inputs, Index units, Index samples,
                           S* panel) {
  forUnits<S>(units, [=]<std::size_t packs>(Index unit, Count<packs>) __attribute__((always_inline)) {
    Index apart = units;
    const S* const columns = Block<S, packs>::packed(W + unit, inputs, samples, panel, apart);
    Block<S, packs>::forward(columns, bias + unit, input, rowLength(inputs), Z + unit, rowLength(units), inputs, apart,
                             samples);
  });
}

template <class S>
void UnitLanes<S>::forwardSparse(const S* W, const S* bias, const NonZeros<S>& input, Index from, S* Z, Index inputs,
                                 Index units, Index samples, S* panel) {
  const int *begin = input.begin.data() + from, *place = input.place.data();
  const S* value = input.value.data();
  forUnits<S>(units, [=]<std::size_t packs>(Index unit, Count<packs>) __attribute__((always_inline)) {
    Index apart = units;
    const S* const columns = Block<S, packs>::packed(W + unit, inputs, samples, panel, apart);
    Block<S, packs>::forwardSparse(columns, bias + unit, begin, place, value, Z + unit, rowLength(units), apart,
                                   samples);
  });
}

template <class S>
void UnitLanes<S>::handBack(const S* W, const S* delta, S* handedBack, Index inputs, Index units, Index samples) {
  for (; samples > 1; samples -= 2, delta += 2 * rowLength(units), handedBack += 2 * rowLength(inputs))
    allColumnSums<2>(W, delta, handedBack, inputs, units);
  if (samples > 0) allColumnSums<1>(W, delta, handedBack, inputs, units);
}

template <class S>
void UnitLanes<S>::gradient(const S* delta, const S* input, Index inputApart, S* gradient, Index columns, bool hasBias,
                            Index units, Index samples, bool isFirst) {
  forUnits<S>(units, [=]<std::size_t packs>(Index unit, Count<packs>) __attribute__((always_inline)) {
    if (samples == 1 && isFirst)
      Block<S, packs>::products(delta + unit, input, gradient + unit, columns, hasBias, units,
                                std::make_index_sequence<packs>());
    else
      Block<S, packs>::gradient(delta + unit, rowLength(units), input, inputApart, gradient + unit, columns, hasBias,
                                units, samples, isFirst);
  });
}

template <class S>
void UnitLanes<S>::gradientSparse(const S* delta, const NonZeros<S>& input, Index from, S* gradient, Index columns,
                                  Index units, bool isFirst) {
  const int *begin = input.begin.data() + from, *place = input.place.data();
  const S* value = input.value.data();
  forUnits<S>(units, [=]<std::size_t packs>(Index unit, Count<packs>) __attribute__((always_inline)) {
    Block<S, packs>::gradientSparse(delta + unit, begin, place, value, gradient + unit, columns, units, isFirst,
                                    std::make_index_sequence<packs>());
  });
}

template <class S>
void UnitLanes<S>::gradientScattered(const S* delta, const NonZeros<S>& input, Index from, S* gradient, Index units,
                                     Index samples) {
  const int* const begin = input.begin.data() + from;
  for (Index sample = 0; sample < samples; ++sample, delta += rowLength(units)) {
    const Index first = begin[sample], count = begin[sample + 1] - first;
    const int* place = input.place.data() + first;
    const S *value = input.value.data() + first, *d = delta;
    forUnits<S>(units, [=]<std::size_t packs>(Index unit, Count<packs>) __attribute__((always_inline)) {
      Block<S, packs>::scatter(d + unit, place, value, count, gradient + unit, units,
                               std::make_index_sequence<packs>());
    });
  }
}

template struct UnitLanes<double>;
template struct UnitLanes<float>;

}  // namespace glassbox
