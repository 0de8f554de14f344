#pragma once
#include <string>
#include <string_view>

namespace glassbox {

/// A number as people write it, whole or to six figures: 0.1, -1, 1e-8.
std::string text(double value);

/// Throws std::invalid_argument("name: rule, got value"); of a long value only the beginning.
[[noreturn]] void refuse(std::string_view name, std::string_view rule, std::string_view got);

/// Throws as refuse() does unless `holds`.
void require(bool holds, const char* name, const char* rule, double got);

}  // namespace glassbox
