#pragma once
#include <vector>

#include "engine/math/random.h"
#include "engine/options/activation.h"
#include "engine/options/settings.h"

namespace glassbox {

/// A parameter's place, counted from 0.
struct ParameterIndex {
  /// Instead of a column: the unit's bias.
  static constexpr int bias = -1;
  int layer, row, column;
};

/// A unit's place, counted from 0; layer 0 is the first hidden one.
struct UnitIndex {
  int layer, unit;
};

/// A layer's parameters as values: weights units x inputs, bias units.
struct LayerParameters {
  MatrixXd weights;
  VectorXd bias;
};

/// A layer's sizes, and where its parameters lie in the network's one buffer: weights column by column, then bias.
struct Layer {
  int inputs, units;
  const Activation* kind;
  Index weightsAt, biasAt;
};

/// Some columns of a layer's parameters, `from` to before `to`, one after the other in the network's buffer. The bias is the
/// column after the last weights.
struct Columns {
  std::size_t layer;
  Index from, to;
  /// The place of the first of their parameters, and that after the last.
  Index begin, end;
};

/// A network's shape. Its parameters (and anything of the same length: gradients, optimizer state) are one contiguous
/// buffer, so that an update, a snapshot or a copy is one pass.
struct Network {
  /// Where each layer's parameters lie follows from the layers.
  explicit Network(const Settings& settings);

  int inputs;
  std::vector<Layer> layers;
  Index parameterCount;

  /// Units of the last layer.
  int outputs() const { return layers.back().units; }
  /// Where in the buffer a parameter lies. Throws Refusal if there is no such parameter.
  Index at(const ParameterIndex& index) const;
  /// Whether there is such a unit and it is no output.
  bool isHidden(const UnitIndex& index) const;
  /// The parameter that lies at `place`: the inverse of at().
  ParameterIndex indexAt(Index place) const;
};

/// A layer's weights (units x inputs) within the network's buffer.
template <class Scalar>
MatrixView<Scalar> weights(const Layer& layer, Vector<Scalar>& buffer) {
  return {buffer.data() + layer.weightsAt, layer.units, layer.inputs};
}
template <class Scalar>
ConstMatrixView<Scalar> weights(const Layer& layer, const Vector<Scalar>& buffer) {
  return {buffer.data() + layer.weightsAt, layer.units, layer.inputs};
}
/// A layer's bias (units) within the network's buffer.
template <class Scalar>
VectorView<Scalar> bias(const Layer& layer, Vector<Scalar>& buffer) {
  return {buffer.data() + layer.biasAt, layer.units};
}
template <class Scalar>
ConstVectorView<Scalar> bias(const Layer& layer, const Vector<Scalar>& buffer) {
  return {buffer.data() + layer.biasAt, layer.units};
}

/// All parameters in the order of the buffer, as columns of about so many numbers together.
std::vector<Columns> columnsOf(const Network& network, Index numbers);

/// First parameters by the settings' initializer and seed. Each layer draws from a stream of its own, so that a change
/// of one layer leaves the draws of the others as they were.
VectorXd firstParameters(const Network& network, const Settings& settings);

/// The buffer as one entry per layer.
/// Throws Refusal if a shape is not the network's or a value is not finite.
std::vector<LayerParameters> unpack(const Network& network, const VectorXd& buffer);
/// Back into a buffer. Throws Refusal as unpack().
VectorXd pack(const Network& network, const std::vector<LayerParameters>& parameters);

}  // namespace glassbox
