// One sigmoid neuron with cross-entropy is logistic regression: training must end at the maximum of the likelihood.
// The fits are Newton's, with 50 digits, by tests/reference/maximum_likelihood.py.
#include "catch.h"
#include "routes.h"

using namespace glassbox;

namespace {

using Catch::Matchers::WithinAbs;

struct Fit {
  double b1, b0, cost;
};

/// Trains on rows (x, y), raw, from zero; momentum and learning rate suit the valley that raw inputs make.
Fit fit(const std::vector<double>& x, const std::vector<double>& y, double momentum, double learningRate,
        const Route& route) {
  Settings settings = settingsFor(1, {{1, "sigmoid"}}, "binaryCrossEntropy", "momentum");
  settings.momentum = momentum;
  settings.learningRate = learningRate;
  settings.initializer = "zeros";
  Routed trainer(settings, route, Index(x.size()));
  trainer.feed(Eigen::Map<const MatrixXd>(x.data(), 1, Index(x.size())),
               Eigen::Map<const MatrixXd>(y.data(), 1, Index(y.size())));
  trainer.step(60000);
  return {trainer.learnt()[0].weights(0, 0), trainer.learnt()[0].bias[0], evaluate(trainer).cost};
}

}  // namespace

TEST_CASE("one neuron on the study hours converges to the logistic regression") {
  const Route route = GENERATE(from_range(narrowRoutes));
  INFO(route.name);
  const Fit found =
      fit({.5, .75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5},
          {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1}, 0.9, 0.5, route);
  CHECK_THAT(found.b1, WithinAbs(1.5046454283733335, 1e-9));
  CHECK_THAT(found.b0, WithinAbs(-4.0777134310876307, 1e-9));
  CHECK_THAT(found.cost, WithinAbs(0.40149392321723371, 1e-12));
}

TEST_CASE("one neuron on the O-rings converges to the logistic regression") {
  const Route route = GENERATE(from_range(narrowRoutes));
  INFO(route.name);
  const Fit found = fit({66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58},
                        {0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1}, 0.998, 0.002, route);
  CHECK_THAT(found.b1, WithinAbs(-0.23216274421859647, 1e-7));
  CHECK_THAT(found.b0, WithinAbs(15.042901647702441, 1e-6));
  CHECK_THAT(found.cost, WithinAbs(0.44163462364927888, 1e-12));
}
