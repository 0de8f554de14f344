// Fast kernels against the plain one, which is the reference.
#include "catch.h"
#include "networks.h"

using namespace glassbox;

namespace {

Settings inPrecision(const Settings& settings, bool isSingle) { return isSingle ? inFloat32(settings) : settings; }

}  // namespace

TEST_CASE("Z and predictions have the same bits whatever the kernel and the batch") {
  for (const Activation& activation : activations())
    for (const bool isSingle : {false, true})
      for (const double batch : {1, 3, 4, 7, 16, 30, 257}) {
        INFO(activation.name << ", batches of " << batch << (isSingle ? " in float32" : ""));
        Settings settings =
            inPrecision(settingsFor(17, {{5, activation.name}, {33, activation.name}, {2, "sigmoid"}}), isSingle);
        settings.batchSize = batch;
        Trainer plain(settings, Kernels::plain), fast(settings);
        const MatrixXd X = sines(17, 300, 1.7, 0.9, 1.5), Y = oneHot(2, 300);
        for (Trainer* trainer : {&plain, &fast}) trainer->setData(X, Y);
        CHECK(predict(plain, X) == predict(fast, X));
        const Trace one = traceOf(plain, X, Y), other = traceOf(fast, X, Y);
        for (std::size_t l = 0; l < one.layers.size(); ++l) {
          CHECK(one.layers[l].Z == other.layers[l].Z);
          CHECK(one.layers[l].activation == other.layers[l].activation);
        }
        CHECK(std::abs(evaluate(plain).cost - evaluate(fast).cost) < 1e-14);
      }
}
