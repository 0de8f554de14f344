#include "engine/explain/predict.h"

namespace glassbox {

MatrixXd predict(Trainer& trainer, const MatrixXd& X) {
  trainer.requireX(X);
  const std::size_t last = trainer.network().layers.size() - 1;
  MatrixXd outputs(trainer.network().outputs(), X.cols());
  trainer.forward(X, [&](PassValues& values, Index from, Index count) {
    values.copy(Held::activation, last, columns(outputs, from, count));
  });
  return outputs;
}

std::vector<MatrixXd> activationsOf(Trainer& trainer, const MatrixXd& X) {
  trainer.requireX(X);
  std::vector<MatrixXd> layers;
  for (const Layer& layer : trainer.network().layers) layers.emplace_back(layer.units, X.cols());
  trainer.forward(X, [&](PassValues& values, Index from, Index count) {
    for (std::size_t l = 0; l < layers.size(); ++l) values.copy(Held::activation, l, columns(layers[l], from, count));
  });
  return layers;
}

std::vector<VectorXd> meanActivationsOf(Trainer& trainer, const MatrixXd& X) {
  std::vector<VectorXd> means;
  for (const MatrixXd& layer : activationsOf(trainer, X)) means.push_back(mean(layer));
  return means;
}

VectorXd mean(const MatrixXd& values) {
  VectorXd mean = VectorXd::Zero(values.rows());
  for (Index sample = 0; sample < values.cols(); ++sample) mean += values.col(sample);
  return mean / double(values.cols());
}

}  // namespace glassbox
