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
    if (units % size == 0) return gradientOfPacks(delta, input, gradient, from, to, inputs, units, put);
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

  /// The same of whole packs of units, for two columns at a time: what is loaded serves several sums.
  template <class Put>
  EIGEN_STRONG_INLINE static void gradientOfPacks(const S* delta, const S* input, S* gradient, Index from, Index to,
                                                  Index inputs, Index units, Put put) {
    for (Index k = from; k < to; k += 2, gradient += 2 * units) {
      const S *first = columnOf(input, k, inputs), *second = columnOf(input, k + 1, inputs);
      for (Index unit = 0; unit < units; unit += size)
        twoColumns(
            delta + unit * lanes, first, second,
            [&](Pack<S> a, Pack<S> b) {
              put(a, gradient + unit);
              if (k + 1 < to) put(b, gradient + units + unit);
            },
            std::make_index_sequence<std::size_t(size)>());
    }
  }

  /// Of `size` units: use(the sums of delta * first, those of delta * second).
  template <class Use, std::size_t... u>
  EIGEN_STRONG_INLINE static void twoColumns(const S* delta, const S* first, const S* second, Use use,
                                             std::index_sequence<u...>) {
    Pack<S> a[] = {((void)u, Pack<S>(0))...}, b[] = {((void)u, Pack<S>(0))...};
    for (Index p = 0; p < lanes; p += size) {
      const Pack<S> d[] = {Pack<S>::load(delta + Index(u) * lanes + p)...};
      const Pack<S> x = Pack<S>::load(first + p), y = Pack<S>::load(second + p);
      ((a[u] = a[u] + d[u] * x, b[u] = b[u] + d[u] * y), ...);
    }
    use(Pack<S>::sums({a[u]...}), Pack<S>::sums({b[u]...}));
  }

  /// What a column of gradients is summed with: an input's values or, for the bias, ones.
  static const S* columnOf(const S* input, Index k, Index inputs) {
    return k < inputs ? input + k * lanes : ones.data();
  }
  static inline const Lanes ones = Lanes::Ones();

  static constexpr SampleLanes<S> table() { return {lanes, &forward, &handBack, &gradient}; }
};

template <class S>
constexpr SampleLanes<S> kinds[] = {Loops<S, 1>::table(), Loops<S, 3>::table(), Loops<S, 4>::table()};

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
