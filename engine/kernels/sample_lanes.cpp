#include "engine/kernels/sample_lanes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

/// Loops over values of `packs` packs each, that is, of so many samples.
template <class S, std::size_t packs>
struct Loops {
  static constexpr Index size = Pack<S>::size, lanes = size * Index(packs);
  static_assert(lanes <= mostLanes);
  using Lanes = Eigen::Array<S, lanes, 1>;
  using View = Eigen::Map<Lanes, Eigen::Aligned16>;
  using ConstView = Eigen::Map<const Lanes, Eigen::Aligned16>;
  /// So many sums run side by side as the processor has registers for.
  static constexpr std::size_t together = packs == 1 ? 4 : 2;

  static View at(S* values, Index i) { return View(values + i * lanes); }
  static ConstView at(const S* values, Index i) { return ConstView(values + i * lanes); }

  /// The sums over k < count of factors[k * step + u] * values(k), for u = 0, 1, ... side by side; then finish(u, sum).
  template <std::size_t... u, class Finish>
  EIGEN_STRONG_INLINE static void sums(const S* factors, Index step, Index apart, const S* values, Index count,
                                       Finish finish, std::index_sequence<u...>) {
    Lanes sum[] = {((void)u, Lanes::Zero())...};
    for (Index k = 0; k < count; ++k) {
      const Lanes value = at(values, k);
      ((sum[u] += factors[k * step + Index(u) * apart] * value), ...);
    }
    (finish(Index(u), sum[u]), ...);
  }

  /// One sum for each of `many`, as many at once as go together.
  template <class Finish>
  static void all(const S* factors, Index step, Index apart, Index many, const S* values, Index count, Finish finish) {
    Index i = 0;
    for (; i + Index(together) <= many; i += Index(together))
      sums(
          factors + i * apart, step, apart, values, count, [&](Index u, const Lanes& sum) { finish(i + u, sum); },
          std::make_index_sequence<together>());
    for (; i < many; ++i)
      sums(
          factors + i * apart, step, apart, values, count, [&](Index u, const Lanes& sum) { finish(i + u, sum); },
          std::make_index_sequence<1>());
  }

  static void forward(const S* W, const S* bias, const S* input, S* Z, Index inputs, Index units) {
    all(W, units, 1, units, input, inputs, [&](Index unit, const Lanes& sum) { at(Z, unit) = sum + bias[unit]; });
  }

  static void handBack(const S* W, const S* delta, S* handedBack, Index inputs, Index units) {
    all(W, 1, units, inputs, delta, units, [&](Index input, const Lanes& sum) { at(handedBack, input) = sum; });
  }

  /// Of one unit: delta * input, folded into one pack.
  template <std::size_t... p>
  EIGEN_STRONG_INLINE static Pack<S> products(const S* delta, const S* input, std::index_sequence<p...>) {
    return (... + (Pack<S>::load(delta + Index(p) * size) * Pack<S>::load(input + Index(p) * size)));
  }

  /// The next `size` sums, each of one of the packs that next() gives.
  template <class Next, std::size_t... u>
  EIGEN_STRONG_INLINE static Pack<S> sumsOf(Next next, std::index_sequence<u...>) {
    return Pack<S>::sums({((void)u, next())...});
  }

  /// A layer's gradients lie one after the other, weights column by column, then bias: `size` of them at a time.
  static void gradient(const S* delta, const S* input, S* gradient, Index from, Index to, Index inputs, Index units,
                       bool isFirst, S share) {
    const auto put = [=](Pack<S> sum, S* at) { (isFirst ? sum * share : Pack<S>::load(at) + sum).store(at); };
    if (units % 4 == 0) return gradientOfFours(delta, input, gradient, from, to, inputs, units, put);
    const S* const lastInput = input + (inputs - 1) * lanes;
    input = columnOf(input, from, inputs);
    const S *unit = delta, *const lastUnit = delta + (units - 1) * lanes;
    const auto next = [&] {
      const Pack<S> sum = products(unit, input, std::make_index_sequence<packs>());
      if (unit != lastUnit) return unit += lanes, sum;
      unit = delta;
      input = input == lastInput ? ones.data() : input + lanes;
      return sum;
    };
    constexpr auto several = std::make_index_sequence<std::size_t(size)>();
    Index left = (to - from) * units;
    for (; left >= size; left -= size, gradient += size) put(sumsOf(next, several), gradient);
    if (left > 0) put(sumsOf([&] { return left-- > 0 ? next() : Pack<S>(0); }, several), gradient);
  }

  /// The same where units come by the four, for two columns at a time: what is loaded serves several sums.
  template <class Put>
  EIGEN_STRONG_INLINE static void gradientOfFours(const S* delta, const S* input, S* gradient, Index from, Index to,
                                                  Index inputs, Index units, Put put) {
    const auto column = [=](Index k) { return columnOf(input, k, inputs); };
    Index k = from;
    for (; k + 2 <= to; k += 2, gradient += 2 * units)
      twoColumns(delta, column(k), column(k + 1), gradient, units, put);
    if (k < to) oneColumn(delta, column(k), gradient, units, put);
  }

  /// A pack for each of four units.
  struct Four {
    Pack<S> first = 0, second = 0, third = 0, fourth = 0;

    static Four load(const S* from) {
      return {Pack<S>::load(from), Pack<S>::load(from + lanes), Pack<S>::load(from + 2 * lanes),
              Pack<S>::load(from + 3 * lanes)};
    }
    void add(const Four& delta, Pack<S> input) {
      first = first + delta.first * input;
      second = second + delta.second * input;
      third = third + delta.third * input;
      fourth = fourth + delta.fourth * input;
    }
    /// Puts the sum of each unit's pack.
    template <class Put>
    void putSums(S* to, Put put) const {
      if constexpr (size == 4) put(Pack<S>::sums({first, second, third, fourth}), to);
      else if constexpr (size == 2)
        put(Pack<S>::sums({first, second}), to), put(Pack<S>::sums({third, fourth}), to + 2);
      else put(first, to), put(second, to + 1), put(third, to + 2), put(fourth, to + 3);
    }
  };

  template <class Put>
  EIGEN_STRONG_INLINE static void twoColumns(const S* delta, const S* input, const S* next, S* to, Index units,
                                             Put put) {
    for (Index unit = 0; unit < units; unit += 4, delta += 4 * lanes) {
      Four sums, nextSums;
      for (Index p = 0; p < lanes; p += size) {
        const Four d = Four::load(delta + p);
        sums.add(d, Pack<S>::load(input + p));
        nextSums.add(d, Pack<S>::load(next + p));
      }
      sums.putSums(to + unit, put);
      nextSums.putSums(to + units + unit, put);
    }
  }

  template <class Put>
  EIGEN_STRONG_INLINE static void oneColumn(const S* delta, const S* input, S* to, Index units, Put put) {
    for (Index unit = 0; unit < units; unit += 4, delta += 4 * lanes) {
      Four sums;
      for (Index p = 0; p < lanes; p += size) sums.add(Four::load(delta + p), Pack<S>::load(input + p));
      sums.putSums(to + unit, put);
    }
  }

  /// What a column of gradients is summed with: an input's values or, for the bias, ones.
  static const S* columnOf(const S* input, Index k, Index inputs) {
    return k < inputs ? input + k * lanes : ones.data();
  }
  static inline const Lanes ones = Lanes::Ones();

  static constexpr SampleLanes<S> table() { return {lanes, &forward, &handBack, &gradient}; }
};

/// Five packs of two are a batch of 10, and four packs of four one of 16.
template <class S>
constexpr std::size_t most = Pack<S>::size == 2 ? 5 : 4;
template <class S>
constexpr SampleLanes<S> kinds[] = {Loops<S, 1>::table(), Loops<S, most<S> - 1>::table(), Loops<S, most<S>>::table()};

}  // namespace

template <class S>
const SampleLanes<S>& sampleLanesFor(Index batch) {
  // What a batch costs, in packs: every chunk as many as its lanes, and what goes with a chunk, which is about 1.5.
  const auto cost = [batch](const SampleLanes<S>& kind) {
    return double((batch + kind.lanes - 1) / kind.lanes) * (double(kind.lanes) / double(Pack<S>::size) + 1.5);
  };
  return *std::min_element(std::begin(kinds<S>), std::end(kinds<S>),
                           [&](const auto& a, const auto& b) { return cost(a) < cost(b); });
}

template const SampleLanes<double>& sampleLanesFor(Index);
template const SampleLanes<float>& sampleLanesFor(Index);

}  // namespace glassbox
