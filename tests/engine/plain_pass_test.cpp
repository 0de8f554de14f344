// The pass that is there to be read: by itself it learns, and a trainer does what it does.
#include "engine/kernels/plain_pass.h"
#include "catch.h"
#include "networks.h"

using namespace glassbox;

TEST_CASE("the plain pass alone descends as a trainer with plain gradient descent does, bit for bit") {
  Settings settings = settingsFor(3, {{4, "tanh"}, {3, "softmax"}}, "softmaxCrossEntropy");
  settings.learningRate = 0.5;
  const Samples batch{sines(3, 20, 1.7, 0.9, 1.5), oneHot(3, 20)};
  Trainer trainer(settings, Kernels::plain);
  trainer.setParameters(someParameters(settings));
  trainer.setData(batch.X, batch.Y);
  const Network network(settings);
  PlainPass<double> pass(network);
  VectorXd parameters = trainer.parameterBuffer();
  const double before = evaluate(trainer).cost;
  for (int step = 0; step < 50; ++step) {
    descend(network, pass, parameters, cost(settings.cost), batch, settings.learningRate);
    trainer.step();
    REQUIRE(parameters == trainer.parameterBuffer());
  }
  CHECK(evaluate(trainer).cost < before / 2);
}
