#pragma once
#include <string>

namespace glassbox {

/// A number as people write it, whole or to six figures: 0.1, -1, 1e-8.
std::string text(double value);

/// Throws std::invalid_argument("name: rule, got value").
[[noreturn]] void refuse(const std::string& name, const std::string& rule, const std::string& got);

/// Throws as refuse() does unless `holds`.
inline void require(bool holds, const char* name, const char* rule, double got) {
  if (!holds) refuse(name, rule, text(got));
}

}  // namespace glassbox
