#include "engine/options/initializer.h"

#include <cmath>

namespace glassbox {
namespace {

double between(Random& random, double limit) { return random.uniform(-limit, limit); }

// Xavier: Glorot and Bengio (2010). He: He, Zhang, Ren and Sun (2015). LeCun: LeCun, Bottou, Orr and Müller (1998).
constexpr Initializer table[] = {
    {{"xavierUniform", "Xavier uniform", "U(−√(6/(in+out)), √(6/(in+out)))",
      "Keeps the spread of the signals even from layer to layer, forward and backward; for sigmoid and tanh."},
     [](Random& random, double in, double out) { return between(random, std::sqrt(6 / (in + out))); }},
    {{"xavierNormal", "Xavier normal", "N(0, 2/(in+out))", "The same spread, but from a normal distribution."},
     [](Random& random, double in, double out) { return random.normal() * std::sqrt(2 / (in + out)); }},
    {{"heUniform", "He uniform", "U(−√(6/in), √(6/in))",
      "A wider spread for ReLU layers, where about half of the neurons are inactive."},
     [](Random& random, double in, double) { return between(random, std::sqrt(6 / in)); }},
    {{"heNormal", "He normal", "N(0, 2/in)", "The same spread, but from a normal distribution."},
     [](Random& random, double in, double) { return random.normal() * std::sqrt(2 / in); }},
    {{"lecunNormal", "LeCun normal", "N(0, 1/in)", "Gives each sum a standard deviation of about 1."},
     [](Random& random, double in, double) { return random.normal() * std::sqrt(1 / in); }},
    {{"uniform", "Uniform", "U(−0.5, 0.5)", "The same small range for every layer."},
     [](Random& random, double, double) { return between(random, 0.5); }},
    {{"normal", "Normal", "N(0, 1)", "Large weights: sigmoid layers start out saturated."},
     [](Random& random, double, double) { return random.normal(); }},
    {{"zeros", "Zeros", "0",
      "All neurons of a layer start alike and so learn alike: this shows why initial weights are random."},
     [](Random&, double, double) { return 0.0; }},
};

}  // namespace

std::span<const Initializer> initializers() { return table; }

const Initializer& initializer(std::string_view name) { return find(initializers(), name, "initializer"); }

}  // namespace glassbox
