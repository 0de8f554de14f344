// A training step allocates nothing after the first. Counted by standing in front of the C library's malloc, so it is a
// test of the native build without sanitizers, which stand there themselves.
#include "catch.h"

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#include <cstddef>
#include <cstdlib>

#include "engine/options/cost.h"
#include "engine/options/optimizer.h"
#include "networks.h"

namespace {
bool counting = false;
long allocations = 0;
}  // namespace

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);

void* malloc(std::size_t size) {
  allocations += counting;
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
  allocations += counting;
  return __libc_calloc(count, size);
}
void* realloc(void* memory, std::size_t size) {
  allocations += counting;
  return __libc_realloc(memory, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
  allocations += counting;
  return __libc_memalign(alignment, size);
}
int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
  allocations += counting;
  *memory = __libc_memalign(alignment, size);
  return 0;
}
}

using namespace glassbox;

namespace {

/// Allocations of ten steps after the first step, the short last batch of an epoch among them.
long allocationsOf(const Settings& settings, Index samples, const std::vector<UnitIndex>& muted = {}) {
  Trainer trainer(settings);
  trainer.mute(muted);
  trainer.setData(sines(settings.inputs, samples, 1.7, 0.9, 1.5), oneHot(settings.layers.back().units, samples));
  trainer.step();
  allocations = 0;
  counting = true;
  trainer.step(10);
  counting = false;
  return allocations;
}

Settings sized(int inputs, std::vector<LayerSettings> layers, const std::string& cost, const std::string& optimizer,
               int batchSize) {
  Settings settings = settingsFor(inputs, std::move(layers), cost, optimizer);
  settings.batchSize = batchSize;
  settings.shuffle = true;
  settings.l1 = settings.l2 = settings.weightDecay = 1e-4;
  return settings;
}

}  // namespace

TEST_CASE("the counter of allocations counts") {
  allocations = 0;
  counting = true;
  std::free(std::malloc(100));
  MatrixXd matrix = MatrixXd::Zero(100, 100);
  delete new std::string(100, 'x');
  counting = false;
  CHECK(allocations >= 3);
}

TEST_CASE("a training step allocates nothing after the first, with any activation, cost and optimizer") {
  for (const Optimizer& optimizer : optimizers())
    for (const Cost& cost : costs())
      for (const Activation& activation : activations()) {
        INFO(optimizer.name << ", " << cost.name << ", " << activation.name);
        const bool isOutput = activation.low >= cost.low && activation.high <= cost.high;
        const auto settings =
            sized(4, {{6, activation.name}, {3, isOutput ? activation.name : "sigmoid"}}, cost.name, optimizer.name, 5);
        CHECK(allocationsOf(settings, 23) == 0);
        CHECK(allocationsOf(settings, 23, {{0, 1}, {0, 4}}) == 0);
      }
}

TEST_CASE("a training step of a large network allocates nothing after the first") {
  const auto digits = sized(64, {{32, "relu"}, {10, "softmax"}}, "softmaxCrossEntropy", "adam", 32);
  const auto nielsen = sized(784, {{30, "sigmoid"}, {10, "sigmoid"}}, "quadratic", "sgd", 10);
  const auto large = sized(784, {{256, "relu"}, {128, "relu"}, {10, "softmax"}}, "softmaxCrossEntropy", "adam", 128);
  const auto whole = sized(64, {{64, "tanh"}, {10, "softmax"}}, "softmaxCrossEntropy", "sgd", 0);
  CHECK(allocationsOf(digits, 200) == 0);
  CHECK(allocationsOf(nielsen, 40) == 0);
  CHECK(allocationsOf(large, 300) == 0);
  CHECK(allocationsOf(inFloat32(large), 300) == 0);
  CHECK(allocationsOf(whole, 1500) == 0);
  CHECK(allocationsOf(inFloat32(large), 300, {{0, 200}, {1, 3}}) == 0);
}
#endif
