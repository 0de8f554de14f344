#include "engine/kernels/units_pass.h"

#include <algorithm>
#include <limits>

#include "engine/math/pack.h"

namespace glassbox {
namespace {

Index padded(Index units) { return (units + 3) / 4 * 4; }

/// Inputs of which a larger share is not 0 are faster taken as they are.
constexpr double sparseShare = 0.4;

}  // namespace

template <class S>
UnitsPass<S>::UnitsPass(const Network& network) : Pass<S>(network, most) {
  for (const Layer& layer : network.layers) {
    const Matrix<S> zeros = Matrix<S>::Zero(padded(layer.units), most + 4);
    layers_.push_back({zeros, zeros, zeros});
  }
}

template <class S>
void UnitsPass<S>::load(const MatrixXd& X, const MatrixXd& Y, const Rows& rows, Index batch) {
  chunks_.cut(rows.count, batch, most);
  isSparse_ = network_.inputs >= 16 && listBySample(X, rows);
  if (isSparse_) {
    isScattered_ = Index(bySample_.begin[std::size_t(rows.count)]) < 4 * chunks_.size() * network_.inputs;
    if (!isScattered_) listByInput();
  } else {
    growTo(X_, X.rows(), rows.count);
    for (Index i = 0; i < rows.count; ++i) X_.col(i) = X.col(rows[i]).template cast<S>();
  }
  if (Y.cols() == 0) return;
  if (Y_.cols() < rows.count + 4) Y_ = Matrix<S>::Zero(padded(Y.rows()), rows.count + 4);
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

/// The same of each chunk, a line an input: sorted by counting.
template <class S>
void UnitsPass<S>::listByInput() {
  const Index inputs = network_.inputs;
  byInput_.makeRoom(chunks_.size() * inputs, Index(bySample_.place.size()));
  for (Index chunk = 0; chunk < chunks_.size(); ++chunk) {
    const int* const lines = bySample_.begin.data() + chunks_[chunk].from;
    const Index samples = chunks_[chunk].count;
    int* const begin = byInput_.begin.data() + chunk * inputs;
    std::fill(begin + 1, begin + inputs + 1, 0);
    if (chunk == 0) begin[0] = 0;
    for (int i = lines[0]; i < lines[samples]; ++i) ++begin[bySample_.place[std::size_t(i)] + 1];
    for (Index k = 0; k < inputs; ++k) begin[k + 1] += begin[k];
    next_.assign(begin, begin + inputs);
    for (Index sample = 0; sample < samples; ++sample)
      for (int i = lines[sample]; i < lines[sample + 1]; ++i) {
        const auto at = std::size_t(next_[std::size_t(bySample_.place[std::size_t(i)])]++);
        byInput_.place[at] = int(sample);
        byInput_.value[at] = bySample_.value[std::size_t(i)];
      }
  }
}

template <class S>
SampleRows<const S> UnitsPass<S>::inputOf(std::size_t l) const {
  if (l == 0) return {X_.data() + chunks_[chunk_].from * network_.inputs, network_.inputs};
  return constRowsOf(layers_[l - 1].activation);
}

template <class S>
Layout UnitsPass<S>::layoutOf(std::size_t l) const {
  const Index apart = layers_[l].Z.rows();
  return {network_.layers[l].units, count_, 1, apart, roundedUp(apart * count_)};
}

template <class S>
void UnitsPass<S>::forward(const Vector<S>& parameters, Index chunk) {
  chunk_ = chunk;
  count_ = chunks_[chunk].count;
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const Layer& layer = network_.layers[l];
    const S *W = parameters.data() + layer.weightsAt, *bias = parameters.data() + layer.biasAt;
    const SampleRows<S> Z = rowsOf(layers_[l].Z);
    if (l == 0 && isSparse_)
      UnitLanes<S>::forwardSparse(W, bias, bySample_, chunks_[chunk].from, Z, layer.units, count_);
    else UnitLanes<S>::forward(W, bias, inputOf(l), Z, layer.inputs, layer.units, count_);
    activate(l);
  }
}

template <class S>
void UnitsPass<S>::backward(const Vector<S>& parameters, const Cost& cost, Vector<S>& gradient, bool isFirst) {
  const std::size_t last = layers_.size() - 1;
  LayerValues& output = layers_[last];
  cost.delta(*network_.layers[last].kind, output.Z.data(), output.activation.data(),
             Y_.data() + chunks_[chunk_].from * Y_.rows(), output.delta.data(), layoutOf(last));
  clearSpare(last, output.delta);
  for (std::size_t l = last + 1; l-- > 0;) {
    const Layer& layer = network_.layers[l];
    const SampleRows<const S> delta = constRowsOf(layers_[l].delta);
    sumGradient(l, gradient.data() + layer.weightsAt, isFirst);
    if (l == 0) break;
    LayerValues& before = layers_[l - 1];
    UnitLanes<S>::handBack(parameters.data() + layer.weightsAt, delta, rowsOf(before.delta), layer.inputs, layer.units,
                           count_);
    network_.layers[l - 1].kind->template functions<S>().backward(before.Z.data(), before.activation.data(),
                                                                  before.delta.data(), layoutOf(l - 1));
    clearSpare(l - 1, before.delta);
    silence(l - 1, before.delta, 0);
  }
}

template <class S>
void UnitsPass<S>::sumGradient(std::size_t l, S* gradient, bool isFirst) {
  const Index inputs = network_.layers[l].inputs, units = network_.layers[l].units;
  const SampleRows<const S> delta = constRowsOf(layers_[l].delta);
  if (l > 0 || !isSparse_) {
    UnitLanes<S>::gradient(delta, inputOf(l), gradient, inputs, units, count_, isFirst);
    return;
  }
  if (isScattered_)
    UnitLanes<S>::gradientScattered(delta, bySample_, chunks_[chunk_].from, gradient, inputs, units, count_, isFirst);
  else UnitLanes<S>::gradientSparse(delta, byInput_, chunk_ * inputs, gradient, inputs, units, isFirst);
  UnitLanes<S>::biasGradient(delta, gradient + inputs * units, units, count_, isFirst);
}

/// activation = f(Z), 0 of muted units. What softmax shares out, it shares among the others.
template <class S>
void UnitsPass<S>::activate(std::size_t l) {
  auto& [Z, activation, delta] = layers_[l];
  const auto& f = network_.layers[l].kind->template functions<S>();
  if (muted_.empty()) return f.apply(Z.data(), activation.data(), layoutOf(l));
  activation.leftCols(count_) = Z.leftCols(count_);
  silence(l, activation, -std::numeric_limits<S>::infinity());
  f.apply(activation.data(), activation.data(), layoutOf(l));
  silence(l, activation, 0);
}

/// Sets the values of the layer's muted units.
template <class S>
void UnitsPass<S>::silence(std::size_t l, Matrix<S>& values, S value) {
  for (const UnitIndex& muted : muted_)
    if (muted.layer == int(l)) values.row(muted.unit).head(count_).setConstant(value);
}

/// Makes 0 what stands where there is no unit.
template <class S>
void UnitsPass<S>::clearSpare(std::size_t l, Matrix<S>& values) {
  const Index spare = values.rows() - network_.layers[l].units;
  if (spare > 0) values.bottomLeftCorner(spare, count_).setZero();
}

template <class S>
void UnitsPass<S>::copy(Held what, std::size_t layer, MatrixView<double> into) const {
  const auto& [Z, activation, delta] = layers_[layer];
  const Matrix<S>& values = what == Held::Z ? Z : what == Held::activation ? activation : delta;
  into = values.topLeftCorner(into.rows(), into.cols()).template cast<double>();
}

template class UnitsPass<double>;
template class UnitsPass<float>;

}  // namespace glassbox
