#include "engine/options/initializer.h"

#include <cmath>

namespace glassbox {
namespace {

double between(Random& random, double limit) { return random.uniform(-limit, limit); }

// Xavier: Glorot and Bengio (2010). He: He, Zhang, Ren and Sun (2015). LeCun: LeCun, Bottou, Orr and Müller (1998).
constexpr Initializer table[] = {
    {{"xavierUniform", "U(−√(6/(in+out)), √(6/(in+out)))"},
     [](Random& random, double in, double out) { return between(random, std::sqrt(6 / (in + out))); }},
    {{"xavierNormal", "N(0, 2/(in+out))"},
     [](Random& random, double in, double out) { return random.normal() * std::sqrt(2 / (in + out)); }},
    {{"heUniform", "U(−√(6/in), √(6/in))"},
     [](Random& random, double in, double) { return between(random, std::sqrt(6 / in)); }},
    {{"heNormal", "N(0, 2/in)"}, [](Random& random, double in, double) { return random.normal() * std::sqrt(2 / in); }},
    {{"lecunNormal", "N(0, 1/in)"},
     [](Random& random, double in, double) { return random.normal() * std::sqrt(1 / in); }},
    {{"uniform", "U(−0.5, 0.5)"}, [](Random& random, double, double) { return between(random, 0.5); }},
    {{"normal", "N(0, 1)"}, [](Random& random, double, double) { return random.normal(); }},
    {{"zeros", "0"}, [](Random&, double, double) { return 0.0; }},
};

}  // namespace

std::span<const Initializer> initializers() { return table; }

const Initializer& initializer(std::string_view name) { return find(initializers(), name, "initializer"); }

}  // namespace glassbox
