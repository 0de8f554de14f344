#include "engine/options/option.h"

#include <string>

namespace glassbox {
namespace {

template <class NameAt>
std::size_t indexIn(std::size_t count, const NameAt& nameAt, std::string_view name, const char* what) {
  for (std::size_t i = 0; i < count; ++i)
    if (name == nameAt(i)) return i;
  std::string names;
  for (std::size_t i = 0; i < count; ++i) names.append(i == 0 ? "" : ", ").append(nameAt(i));
  refuse("choice", what, std::string(name), {{"names", names}});
}

}  // namespace

std::size_t indexOf(std::span<const char* const> names, std::string_view name, const char* what) {
  return indexIn(names.size(), [names](std::size_t i) { return names[i]; }, name, what);
}

const Option& find(const Option* first, std::size_t stride, std::size_t count, std::string_view name,
                   const char* what) {
  const auto at = [&](std::size_t i) {
    return reinterpret_cast<const Option*>(reinterpret_cast<const char*>(first) + i * stride);
  };
  return *at(indexIn(count, [&](std::size_t i) { return at(i)->name; }, name, what));
}

}  // namespace glassbox
