#include <algorithm>

#include "engine/training/trainer.h"

// What a trainer is given: rows, parameters, and which of its parts to hold still.

namespace glassbox {
namespace {

void requireRows(const char* name, Index wanted, Index got) {
  if (wanted != got)
    refuse(name, "must have " + std::to_string(wanted) + (wanted == 1 ? " value" : " values") + " a sample",
           std::to_string(got));
}

/// Whether all are finite, also once they are in the settings' precision. x - x is 0 of finite numbers alone.
bool isFinite(const ConstVectorView<double>& values, const Settings& settings) {
  const auto single = values.cast<float>();
  return settings.precision == "float32" ? (single - single).sum() == 0 : (values - values).sum() == 0;
}
bool isFinite(const MatrixXd& values, const Settings& settings) {
  return isFinite(ConstVectorView<double>(values.data(), values.size()), settings);
}

void requireFinite(const char* name, const VectorXd& values, const Settings& settings,
                   const std::string& rule = "must be finite numbers") {
  for (const double& value : values)
    if (!isFinite(ConstVectorView<double>(&value, 1), settings)) refuse(name, rule, text(value));
}

void requireFiniteRows(const char* name, const MatrixXd& rows, const Settings& settings) {
  if (isFinite(rows, settings)) return;
  for (Index sample = 0; sample < rows.cols(); ++sample)
    requireFinite(name, rows.col(sample), settings, "row " + std::to_string(sample) + " must be finite numbers");
}

}  // namespace

// ---- data ----

void Trainer::requireX(const MatrixXd& X) const {
  requireRows("X", network_.inputs, X.rows());
  require(X.cols() <= Limits::samples, "X", "must have at most 100000 samples", double(X.cols()));
  requireFiniteRows("X", X, settings_);
}

Samples Trainer::samples(const MatrixXd& X, const MatrixXd& Y) const {
  requireX(X);
  requireRows("Y", network_.outputs(), Y.rows());
  if (X.cols() != Y.cols())
    refuse("Y", "must have as many samples as X (" + std::to_string(X.cols()) + ")", std::to_string(Y.cols()));
  requireFiniteRows("Y", Y, settings_);
  requireTargets(*cost_, Y);
  return {X, Y};
}

void Trainer::setData(const MatrixXd& X, const MatrixXd& Y) {
  setData(X, Y, MatrixXd(network_.inputs, 0), MatrixXd(network_.outputs(), 0));
}

void Trainer::setData(const MatrixXd& X, const MatrixXd& Y, const MatrixXd& testX, const MatrixXd& testY,
                      std::optional<Task> task) {
  if (task && *task != Task::regression && *task != taskOf(Y))
    refuse("task", "must fit the targets: 0 and 1 for binary, one-hot for classes", name(*task));
  Samples training = samples(X, Y), test = samples(testX, testY);
  require(training.count() > 0, "X", "must have at least 1 sample", 0);
  training_ = std::move(training);
  test_ = std::move(test);
  task_ = task.value_or(taskOf(Y));
  prepareBatches();
  firstEpoch();
}

// ---- parameters ----

void Trainer::setParameters(const std::vector<LayerParameters>& parameters) {
  setParameters(pack(network_, parameters));
}

void Trainer::setParameters(const VectorXd& buffer) {
  if (buffer.size() != network_.parameterCount)
    refuse("parameters", "must be " + std::to_string(network_.parameterCount) + " numbers",
           std::to_string(buffer.size()));
  requireFinite("parameters", buffer, settings_);
  const auto take = [&](auto& learner) {
    learner.setParameters(buffer);
    learner.forget();
  };
  std::visit(take, learner_);
  if (steps_ == 0) firstParameters_ = buffer;
  hasDiverged_ = false;
}

VectorXd Trainer::parameterBuffer() const {
  return std::visit([](const auto& learner) { return learner.numbersOf(learner.parameters); }, learner_);
}

double Trainer::parameter(const ParameterIndex& index) const {
  const Index place = network_.at(index);
  return std::visit([&](const auto& learner) { return double(learner.parameters[place]); }, learner_);
}

void Trainer::setParameter(const ParameterIndex& index, double value) {
  const Index place = network_.at(index);
  requireFinite("value", MatrixXd::Constant(1, 1, value), settings_);
  const auto set = [&](auto& learner) {
    learner.parameters[place] = typename std::decay_t<decltype(learner.parameters)>::Scalar(value);
  };
  std::visit(set, learner_);
}

void Trainer::lock(const std::vector<ParameterIndex>& indices) {
  std::vector<Index> places = locked_;
  for (const ParameterIndex& index : indices) {
    const Index place = network_.at(index);
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  locked_ = std::move(places);
}

void Trainer::unlock(const std::vector<ParameterIndex>& indices) {
  std::vector<Index> places;
  for (const ParameterIndex& index : indices) places.push_back(network_.at(index));
  std::erase_if(locked_, [&](Index place) { return std::find(places.begin(), places.end(), place) != places.end(); });
}

std::vector<ParameterIndex> Trainer::locked() const {
  std::vector<ParameterIndex> indices;
  for (const Index place : locked_) indices.push_back(network_.indexAt(place));
  return indices;
}

void Trainer::mute(const std::vector<UnitIndex>& units) {
  const int hidden = int(network_.layers.size()) - 1;
  for (const auto [layer, unit] : units) {
    const bool isHidden =
        layer >= 0 && layer < hidden && unit >= 0 && unit < network_.layers[static_cast<std::size_t>(layer)].units;
    if (!isHidden)
      refuse("muted", "must be hidden neurons of the network", "unit " + text(unit) + " of layer " + text(layer));
  }
  std::visit([&](auto& learner) { learner.mute(units); }, learner_);
}

}  // namespace glassbox
