#include "engine/options/option.h"

#include <string>

namespace glassbox {

const Option& find(const Option* first, std::size_t stride, std::size_t count, std::string_view name,
                   const char* what) {
  const auto at = [&](std::size_t i) {
    return reinterpret_cast<const Option*>(reinterpret_cast<const char*>(first) + i * stride);
  };
  for (std::size_t i = 0; i < count; ++i)
    if (at(i)->name == name) return *at(i);
  std::string names;
  for (std::size_t i = 0; i < count; ++i) names.append(i == 0 ? "must be one of " : ", ").append(at(i)->name);
  refuse(what, names, name);
}

}  // namespace glassbox
