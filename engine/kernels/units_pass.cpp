#include "engine/kernels/units_pass.h"

#include <algorithm>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

/// Inputs of which a larger share is not 0 are faster taken as they are.
constexpr double sparseShare = 0.4;

/// Of fewer numbers an input in a chunk, it costs more to come to each input than to each number.
constexpr Index fewNumbers = 4;

}  // namespace

template <class S>
UnitsPass<S>::UnitsPass(const Network& network) : Pass<S>(network, most) {
  for (const Layer& layer : network.layers) {
    const Index apart = rowLength(layer.units);
    this->addLayer({layer.units, most, 1, apart, roundedUp<S>(apart * most)});
    growTo(shared_, layers_.back().layout.size);
    growTo(panel_, layer.inputs * 16);
  }
}

template <class S>
void UnitsPass<S>::load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) {
  chunks_.cut(rows.count, batch, most);
  isSparse_ = network_.inputs >= 16 && listBySample(X, rows);
  if (isSparse_) {
    const Index listed = bySample_.begin[std::size_t(rows.count)];
    isScattered_ = listed < fewNumbers * chunks_.size() * network_.inputs;
    if (!isScattered_) listByInput();
  } else {
    growTo(X_, rowLength(X.rows()), rows.count);
    for (Index i = 0; i < rows.count; ++i) X_.col(i).head(X.rows()) = X.col(rows[i]).template cast<S>();
  }
  if (Y.cols() == 0) return;
  if (Y_.cols() < rows.count + 4) Y_ = Matrix<S>::Zero(rowLength(Y.rows()), rows.count + 4);
  for (Index i = 0; i < rows.count; ++i) Y_.col(i).head(Y.rows()) = Y.col(rows[i]).template cast<S>();
}

/// Lists what is not 0, a line a sample. False as soon as it turns out to be too much to be worth it.
template <class S>
bool UnitsPass<S>::listBySample(const MatrixXd& X, const Rows& rows) {
  const Index inputs = X.rows();
  // So many numbers are worth it after `samples` of them; the first few may differ from those that follow.
  const auto worthIt = [inputs](Index samples) {
    return Index(sparseShare * double(std::max<Index>(samples, 8) * inputs));
  };
  bySample_.makeRoom(rows.count, worthIt(rows.count) + inputs);
  int* const place = bySample_.place.data();
  S* const value = bySample_.value.data();
  Index listed = 0;
  for (Index i = 0; i < rows.count; ++i) {
    bySample_.begin[std::size_t(i)] = int(listed);
    if (listed > worthIt(i)) return false;
    const double* const sample = X.data() + rows[i] * inputs;
    for (Index k = 0; k < inputs; ++k) {  // without a branch, which nobody could foretell
      place[listed] = int(k);
      value[listed] = S(sample[k]);
      listed += sample[k] != 0;
    }
  }
  bySample_.begin[std::size_t(rows.count)] = int(listed);
  return true;
}

/// The same of each chunk, a line an input: sorted by counting. Zeros fill each line up to an even number of samples, so
/// that the end of a loop over a short one comes as the processor expects.
template <class S>
void UnitsPass<S>::listByInput() {
  const Index inputs = network_.inputs, lines = chunks_.size() * inputs;
  const int apart = int(layers_[0].layout.sampleStride);
  byInput_.makeRoom(lines, bySample_.begin[std::size_t(chunks_.samples())] + 2 * lines);
  int* const place = byInput_.place.data();
  S* const value = byInput_.value.data();
  for (Index chunk = 0; chunk < chunks_.size(); ++chunk) {
    const int* const samples = bySample_.begin.data() + chunks_[chunk].from;
    const Index count = chunks_[chunk].count;
    int* const begin = byInput_.begin.data() + chunk * inputs;
    next_.assign(std::size_t(inputs), 0);
    for (int i = samples[0]; i < samples[count]; ++i) ++next_[std::size_t(bySample_.place[std::size_t(i)])];
    if (chunk == 0) begin[0] = 0;
    for (Index k = 0; k < inputs; ++k) begin[k + 1] = begin[k] + std::max(2, (next_[std::size_t(k)] + 1) / 2 * 2);
    std::fill(place + begin[0], place + begin[inputs], 0);
    std::fill(value + begin[0], value + begin[inputs], S(0));
    next_.assign(begin, begin + inputs);
    for (Index sample = 0; sample < count; ++sample)
      for (int i = samples[sample]; i < samples[sample + 1]; ++i) {
        const int at = next_[std::size_t(bySample_.place[std::size_t(i)])]++;
        place[at] = int(sample) * apart;
        value[at] = bySample_.value[std::size_t(i)];
      }
  }
}

template <class S>
const S* UnitsPass<S>::inputOf(std::size_t l) const {
  return l == 0 ? X_.data() + chunks_[chunk_].from * X_.rows() : layers_[l - 1].activation.data();
}

template <class S>
void UnitsPass<S>::forward(const Vector<S>& parameters, Index chunk) {
  chunk_ = chunk;
  count_ = chunks_[chunk].count;
  this->takeSamples(count_);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const Layer& layer = network_.layers[l];
    const S *W = parameters.data() + layer.weightsAt, *bias = parameters.data() + layer.biasAt;
    S* const Z = layers_[l].Z.data();
    if (l == 0 && isSparse_)
      UnitLanes<S>::forwardSparse(W, bias, bySample_, chunks_[chunk].from, Z, layer.inputs, layer.units, count_,
                                  panel_.data());
    else UnitLanes<S>::forward(W, bias, inputOf(l), Z, layer.inputs, layer.units, count_, panel_.data());
    this->activate(l);
  }
}

template <class S>
void UnitsPass<S>::backward(const Vector<S>& parameters, const Cost& cost) {
  this->startBackward(cost, Y_.data() + chunks_[chunk_].from * Y_.rows());
  clearSpare(layers_.size() - 1);
  for (std::size_t l = layers_.size() - 1; l > 0; --l) {
    const Layer& layer = network_.layers[l];
    UnitLanes<S>::handBack(parameters.data() + layer.weightsAt, layers_[l].delta.data(), layers_[l - 1].delta.data(),
                           layer.inputs, layer.units, count_);
    this->applySlope(l - 1);
    clearSpare(l - 1);
  }
}

template <class S>
void UnitsPass<S>::gradient(const Columns& columns, S* gradient, bool isFirst, S share) {
  const Index inputs = network_.layers[columns.layer].inputs, units = network_.layers[columns.layer].units;
  const S* const delta = shareOfDelta(columns, isFirst ? share : S(1));
  Index weights = std::min(columns.to, inputs) - columns.from;
  const S* input = nullptr;
  if (columns.layer == 0 && isSparse_) {
    sumSparse(delta, columns.from, weights, gradient, isFirst);
    gradient += weights * units;
    weights = 0;
  } else {
    input = inputOf(columns.layer) + columns.from;
  }
  UnitLanes<S>::gradient(delta, input, rowLength(inputs), gradient, weights, columns.to > inputs, units, count_,
                         isFirst);
}

/// Weights of the first layer, of inputs that are listed.
template <class S>
void UnitsPass<S>::sumSparse(const S* delta, Index from, Index columns, S* gradient, bool isFirst) {
  const Index inputs = network_.inputs, units = network_.layers[0].units;
  if (!isScattered_)
    return UnitLanes<S>::gradientSparse(delta, byInput_, chunk_ * inputs + from, gradient, columns, units, isFirst);
  if (from > 0) return;  // they came with the first
  if (isFirst) std::fill(gradient, gradient + inputs * units, S(0));
  UnitLanes<S>::gradientScattered(delta, bySample_, chunks_[chunk_].from, gradient, units, count_);
}

/// Delta times `share`: computed once a layer, when its first columns are asked for.
template <class S>
const S* UnitsPass<S>::shareOfDelta(const Columns& columns, S share) {
  const auto& [Z, activation, delta, layout] = layers_[columns.layer];
  if (share == 1) return delta.data();
  const Pack<S> factor = share;
  if (columns.from == 0)
    forEachPack(layout.size, shared_.data(), [factor](Pack<S> d) { return d * factor; }, delta.data());
  return shared_.data();
}

/// Makes delta 0 where there is no unit.
template <class S>
void UnitsPass<S>::clearSpare(std::size_t l) {
  const Index units = network_.layers[l].units, apart = rowLength(units);
  if (units == apart) return;
  for (Index sample = 0; sample < count_; ++sample)
    layers_[l].delta.segment(sample * apart + units, apart - units).setZero();
}

template class UnitsPass<double>;
template class UnitsPass<float>;

}  // namespace glassbox
