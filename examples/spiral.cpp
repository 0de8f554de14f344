// A network learns two intertwined spirals, and is asked about one point.
#include <engine/glassbox.h>

#include <cstdio>

int main() {
  using namespace glassbox;
  Settings settings = Settings::withOptimizer("adam");
  settings.layers = {{8, "silu"}, {8, "silu"}, {1, "sigmoid"}};
  settings.cost = "binaryCrossEntropy";
  settings.learningRate = 0.01;
  settings.batchSize = 20;

  const Samples samples = generate(dataset("spiral"), 500, 0, 1);
  Trainer trainer(settings);
  trainer.setData(samples.X, samples.Y);

  for (int epochs = 0; epochs <= 400; epochs += 100) {
    const Measures measures = evaluate(trainer);
    std::printf("after %3d epochs: cost %.4f, accuracy %5.1f %%\n", epochs, measures.cost, 100 * measures.accuracy);
    trainer.epoch(100);
  }
  const MatrixXd point = samples.X.col(0);
  std::printf("the first point: predicted %.3f, actual %.0f\n", predict(trainer, point)(0, 0), samples.Y(0, 0));
  const Trace trace = traceOf(trainer, point, samples.Y.col(0));
  std::printf("the error attributable to the first neuron: %.3e\n", trace.layers[0].delta(0, 0));
  return evaluate(trainer).accuracy > 0.95 ? 0 : 1;
}
