#include "engine/network/network.h"

#include <algorithm>

#include "engine/options/initializer.h"

namespace glassbox {
namespace {

void requireShape(const char* name, Index rows, Index columns, const MatrixXd& got) {
  if (got.rows() == rows && got.cols() == columns) return;
  const std::string shape = std::to_string(got.rows()) + " x " + std::to_string(got.cols());
  refuse("shape", name, shape, {{"rows", rows}, {"columns", columns}});
}

}  // namespace

Network::Network(const Settings& settings) : inputs(settings.inputs), parameterCount(0) {
  int previous = inputs;
  for (const LayerSettings& layer : settings.layers) {
    const Index weightsAt = parameterCount, biasAt = weightsAt + Index(layer.units) * previous;
    layers.push_back({previous, layer.units, &activation(layer.activation), weightsAt, biasAt});
    parameterCount = biasAt + layer.units;
    previous = layer.units;
  }
}

Index Network::at(const ParameterIndex& index) const {
  const auto isWithin = [](int value, Index count) { return value >= 0 && value < count; };
  require(isWithin(index.layer, Index(layers.size())), "layer", "layer", index.layer);
  const Layer& layer = layers[static_cast<std::size_t>(index.layer)];
  require(isWithin(index.row, layer.units), "unit", "row", index.row);
  if (index.column == ParameterIndex::bias) return layer.biasAt + index.row;
  require(isWithin(index.column, layer.inputs), "input", "column", index.column);
  return layer.weightsAt + index.row + Index(index.column) * layer.units;
}

bool Network::isHidden(const UnitIndex& index) const {
  const auto [layer, unit] = index;
  return layer >= 0 && layer < int(layers.size()) - 1 && unit >= 0 &&
         unit < layers[static_cast<std::size_t>(layer)].units;
}

ParameterIndex Network::indexAt(Index place) const {
  int number = 0;
  while (place >= layers[static_cast<std::size_t>(number)].biasAt + layers[static_cast<std::size_t>(number)].units)
    ++number;
  const Layer& layer = layers[static_cast<std::size_t>(number)];
  if (place >= layer.biasAt) return {number, int(place - layer.biasAt), ParameterIndex::bias};
  const Index offset = place - layer.weightsAt;
  return {number, int(offset % layer.units), int(offset / layer.units)};
}

std::vector<Columns> columnsOf(const Network& network, Index numbers) {
  std::vector<Columns> all;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    const Index count = layer.inputs + 1, most = std::max<Index>(2, numbers / layer.units / 2 * 2);
    for (Index from = 0, to; from < count; from = to) {
      to = std::min(from + most, count);
      all.push_back({l, from, to, layer.weightsAt + from * layer.units, layer.weightsAt + to * layer.units});
    }
  }
  return all;
}

VectorXd firstParameters(const Network& network, const Settings& settings) {
  const Initializer& kind = initializer(settings.initializer);
  VectorXd buffer = VectorXd::Zero(network.parameterCount);
  std::uint64_t stream = 0;
  for (const Layer& layer : network.layers) {
    Random random(static_cast<std::uint64_t>(settings.seed), ++stream);
    auto W = weights(layer, buffer);
    for (Index column = 0; column < W.cols(); ++column)
      for (Index row = 0; row < W.rows(); ++row) W(row, column) = kind.draw(random, layer.inputs, layer.units);
  }
  return buffer;
}

std::vector<LayerParameters> unpack(const Network& network, const VectorXd& buffer) {
  std::vector<LayerParameters> parameters;
  for (const Layer& layer : network.layers) parameters.push_back({weights(layer, buffer), bias(layer, buffer)});
  return parameters;
}

VectorXd pack(const Network& network, const std::vector<LayerParameters>& parameters) {
  if (parameters.size() != network.layers.size())
    refuse("layers", "parameters", std::to_string(parameters.size()) + " layers", {{"count", network.layers.size()}});
  VectorXd buffer(network.parameterCount);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Layer& layer = network.layers[i];
    const LayerParameters& given = parameters[i];
    requireShape("weights", layer.units, layer.inputs, given.weights);
    requireShape("bias", layer.units, 1, given.bias);
    weights(layer, buffer) = given.weights;
    bias(layer, buffer) = given.bias;
  }
  require(buffer.allFinite(), "finite", "parameters", "NaN or infinity");
  return buffer;
}

}  // namespace glassbox
