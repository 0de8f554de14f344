/// Small networks and numbers for tests, the same on every machine without a generator.
#pragma once
#include <cmath>
#include <string>
#include <vector>

#include "engine/glassbox.h"

namespace glassbox {

/// Rows x columns rounded sines in (-scale, scale).
inline MatrixXd sines(Index rows, Index columns, double frequency, double phase, double scale = 1) {
  return MatrixXd::NullaryExpr(rows, columns, [=](Index row, Index column) {
    return std::round(1000 * scale * std::sin(frequency * double(column * rows + row) + phase)) / 1000;
  });
}

/// Targets that every cost takes: one-hot columns.
inline MatrixXd oneHot(Index classes, Index samples) {
  return MatrixXd::NullaryExpr(classes, samples, [=](Index row, Index column) {
    return (column * column + column / 2) % classes == row ? 1.0 : 0.0;
  });
}

/// Settings of a network trained by plain gradient descent on the whole training set.
inline Settings settingsFor(int inputs, std::vector<LayerSettings> layers, std::string cost = "mse",
                            std::string optimizer = "sgd") {
  Settings settings = Settings::withOptimizer(optimizer);
  settings.inputs = inputs;
  settings.layers = std::move(layers);
  settings.cost = std::move(cost);
  settings.batchSize = 0;
  settings.shuffle = false;
  return settings;
}

/// The same settings in single precision.
inline Settings inFloat32(Settings settings) {
  settings.precision = "float32";
  return settings;
}

/// All parameters in one vector: layer after layer, weights column by column, then bias.
inline std::vector<double> flat(const std::vector<LayerParameters>& parameters) {
  std::vector<double> numbers;
  for (const LayerParameters& layer : parameters) {
    numbers.insert(numbers.end(), layer.weights.data(), layer.weights.data() + layer.weights.size());
    numbers.insert(numbers.end(), layer.bias.data(), layer.bias.data() + layer.bias.size());
  }
  return numbers;
}

/// The inverse of flat(): takes the first numbers, as many as the network has parameters.
inline std::vector<LayerParameters> unflat(const Settings& settings, const std::vector<double>& numbers) {
  std::vector<LayerParameters> parameters;
  Index inputs = settings.inputs;
  const double* next = numbers.data();
  for (const LayerSettings& layer : settings.layers) {
    const Eigen::Map<const MatrixXd> weights(next, layer.units, inputs);
    next += weights.size();
    parameters.push_back({weights, Eigen::Map<const VectorXd>(next, layer.units)});
    next += layer.units;
    inputs = layer.units;
  }
  return parameters;
}

/// Parameters in (-0.9, 0.9), no two alike nearby, for any network of up to 200.
inline std::vector<LayerParameters> someParameters(const Settings& settings) {
  const MatrixXd numbers = sines(1, 200, 2.399, 0.55, 0.9);
  return unflat(settings, {numbers.data(), numbers.data() + numbers.size()});
}

/// Index of every parameter, in the order of flat().
inline std::vector<ParameterIndex> everyParameter(const Settings& settings) {
  std::vector<ParameterIndex> indices;
  int inputs = settings.inputs;
  for (int layer = 0; layer < int(settings.layers.size()); ++layer) {
    const int units = settings.layers[layer].units;
    for (int column = 0; column < inputs; ++column)
      for (int row = 0; row < units; ++row) indices.push_back({layer, row, column});
    for (int row = 0; row < units; ++row) indices.push_back({layer, row, ParameterIndex::bias});
    inputs = units;
  }
  return indices;
}

/// The number that `index` names.
inline double& at(std::vector<LayerParameters>& parameters, ParameterIndex index) {
  LayerParameters& layer = parameters[index.layer];
  return index.column == ParameterIndex::bias ? layer.bias[index.row] : layer.weights(index.row, index.column);
}

/// What a trace says of the gradient by that parameter.
inline double gradientAt(const Trace& trace, ParameterIndex index) {
  const auto& layer = trace.layers[index.layer];
  return index.column == ParameterIndex::bias ? layer.biasGradient[index.row]
                                              : layer.weightGradient(index.row, index.column);
}

/// Largest |a - b| / max(1, |b|) of two matrices or vectors of the same shape.
inline double difference(const MatrixXd& a, const MatrixXd& b) {
  if (a.rows() != b.rows() || a.cols() != b.cols()) return INFINITY;
  if (a.size() == 0) return 0;
  return ((a - b).array().abs() / b.array().abs().max(1)).maxCoeff();
}
inline double difference(const std::vector<double>& a, const std::vector<double>& b) {
  return difference(MatrixXd(Eigen::Map<const VectorXd>(a.data(), Index(a.size()))),
                    MatrixXd(Eigen::Map<const VectorXd>(b.data(), Index(b.size()))));
}

}  // namespace glassbox
