#include <algorithm>
#include <limits>

#include "engine/training/trainer.h"

// What a trainer is given: rows, parameters, and which of its parts to hold still.

namespace glassbox {
namespace {

/// Whether all are finite, also once they are in the settings' precision.
bool isFinite(const ConstVectorView<double>& values, const Settings& settings) {
  // From here on, float32 rounds to infinity.
  const double end = settings.isSingle() ? 0x1.ffffffp127 : std::numeric_limits<double>::infinity();
  return (values.array().abs() < end).all();
}
bool isFinite(const MatrixXd& values, const Settings& settings) {
  return isFinite(ConstVectorView<double>(values.data(), values.size()), settings);
}

void requireFinite(const char* name, const VectorXd& values, const Settings& settings) {
  for (const double& value : values)
    require(isFinite(ConstVectorView<double>(&value, 1), settings), "finite", name, value);
}

void requireFiniteRows(const char* name, const MatrixXd& rows, const Settings& settings) {
  if (isFinite(rows, settings)) return;
  for (Index i = 0; i < rows.size(); ++i) {
    const double& value = rows.data()[i];
    require(isFinite(ConstVectorView<double>(&value, 1), settings), "finiteRow", name, value,
            {{"row", i / rows.rows()}});
  }
}

}  // namespace

// ---- data ----

void Trainer::requireX(const MatrixXd& X) const {
  require(X.rows() == network_.inputs, "features", "X", X.rows(), {{"count", network_.inputs}});
  require(X.cols() <= Limits::samples, "mostSamples", "X", X.cols(), {{"maximum", Limits::samples}});
  requireFiniteRows("X", X, settings_);
}

Samples Trainer::samples(const MatrixXd& X, const MatrixXd& Y) const {
  requireX(X);
  require(Y.rows() == network_.outputs(), "outputs", "Y", Y.rows(), {{"count", network_.outputs()}});
  require(Y.cols() == X.cols(), "sameSamples", "Y", Y.cols(), {{"other", "X"}, {"count", X.cols()}});
  requireFiniteRows("Y", Y, settings_);
  requireTargets(*cost_, Y);
  return {X, Y};
}

void Trainer::setData(const MatrixXd& X, const MatrixXd& Y) {
  setData(X, Y, MatrixXd(network_.inputs, 0), MatrixXd(network_.outputs(), 0));
}

void Trainer::setData(const MatrixXd& X, const MatrixXd& Y, const MatrixXd& testX, const MatrixXd& testY,
                      std::optional<Task> task) {
  if (task && *task != Task::regression && *task != taskOf(Y)) refuse("task", "task", name(*task));
  Samples training = samples(X, Y), test = samples(testX, testY);
  requireSamples(training.count());
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
  require(buffer.size() == network_.parameterCount, "parameters", "parameters", buffer.size(),
          {{"count", network_.parameterCount}});
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
  std::vector<int> places = locked_;
  for (const ParameterIndex& index : indices) {
    const int place = int(network_.at(index));
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  locked_ = std::move(places);
}

void Trainer::unlock(const std::vector<ParameterIndex>& indices) {
  std::vector<int> places;
  for (const ParameterIndex& index : indices) places.push_back(int(network_.at(index)));
  std::erase_if(locked_, [&](int place) { return std::find(places.begin(), places.end(), place) != places.end(); });
}

std::vector<ParameterIndex> Trainer::locked() const {
  std::vector<ParameterIndex> indices;
  for (const int place : locked_) indices.push_back(network_.indexAt(place));
  return indices;
}

void Trainer::mute(const std::vector<UnitIndex>& units) {
  for (const UnitIndex& index : units) {
    const auto [layer, unit] = index;
    if (!network_.isHidden(index))
      refuse("hidden", "muted", "unit " + std::to_string(unit) + " of layer " + std::to_string(layer),
             {{"layer", layer}, {"unit", unit}});
  }
  std::visit([&](auto& learner) { learner.mute(units); }, learner_);
}

const std::vector<UnitIndex>& Trainer::muted() const {
  return std::visit([](const auto& learner) -> const std::vector<UnitIndex>& { return learner.muted(); }, learner_);
}

}  // namespace glassbox
