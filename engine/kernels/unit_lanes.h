#pragma once
#include <vector>

#include "engine/math/matrix.h"

namespace glassbox {

/// From one sample's numbers to the next one's, where so many belong to each: a multiple of 4, and not one of 64, because
/// what lies apart by a power of 2 shares few places of a cache.
constexpr Index rowLength(Index numbers) {
  const Index length = (numbers + 3) / 4 * 4;
  return length % 64 == 0 ? length + 16 : length;
}

/// The numbers of a matrix that are not 0, line after line: in line i those from begin[i] to begin[i + 1].
template <class S>
struct NonZeros {
  std::vector<int> begin;
  std::vector<int> place;
  std::vector<S> value;

  void makeRoom(Index lines, Index numbers) {
    if (Index(begin.size()) < lines + 1) begin.resize(std::size_t(lines + 1));
    if (Index(place.size()) >= numbers) return;
    place.resize(std::size_t(numbers));
    value.resize(std::size_t(numbers));
  }
};

/// The loops of UnitsPass over one layer. A sample's numbers for all units lie side by side, so that one weight column serves
/// several units; W is units x inputs, column by column. Samples follow one another at rowLength(): what stands after the
/// last unit is anything in Z, 0 in delta. Up to 3 numbers beyond the end of W, bias and gradient are read, and behind the
/// gradient 0 is stored or added.
template <class S>
struct UnitLanes {
  /// Z = W * input + bias. `panel` has room for inputs x 16 numbers.
  static void forward(const S* W, const S* bias, const S* input, S* Z, Index inputs, Index units, Index samples,
                      S* panel);
  /// The same from inputs most of which are 0: `input` has a line a sample, from line `from` on.
  static void forwardSparse(const S* W, const S* bias, const NonZeros<S>& input, Index from, S* Z, Index inputs,
                            Index units, Index samples, S* panel);
  /// handedBack = W transposed * delta.
  static void handBack(const S* W, const S* delta, S* handedBack, Index inputs, Index units, Index samples);
  /// The sums over the samples of delta * input, column by column, which become `columns` of the layer's gradient or are
  /// added to it. `input` begins with the first column's; from sample to sample it is `inputApart`. The sums of delta alone
  /// follow if `hasBias`.
  static void gradient(const S* delta, const S* input, Index inputApart, S* gradient, Index columns, bool hasBias,
                       Index units, Index samples, bool isFirst);
  /// The same from inputs most of which are 0: `input` has a line a column, from line `from` on, whose places are those in
  /// delta where a sample begins; an even number of them, at least 2.
  static void gradientSparse(const S* delta, const NonZeros<S>& input, Index from, S* gradient, Index columns,
                             Index units, bool isFirst);
  /// The same for all columns, faster where an input has few numbers, always added: `input` has a line a sample, from line
  /// `from` on.
  static void gradientScattered(const S* delta, const NonZeros<S>& input, Index from, S* gradient, Index units,
                                Index samples);
};

}  // namespace glassbox
