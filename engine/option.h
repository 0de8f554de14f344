#pragma once
#include <span>
#include <string>
#include <string_view>

#include "engine/check.h"

namespace glassbox {

/// What every row of a table of options says of itself. Links, settings and tests carry `name`; people read the rest.
struct Option {
  const char* name;
  const char* label;
  const char* formula;
  const char* description;
};

/// The row of `table` called `name`; throws std::invalid_argument("what: must be one of a, b, c, got name").
template <class Row>
const Row& find(std::span<const Row> table, std::string_view name, const char* what) {
  for (const Row& row : table)
    if (row.name == name) return row;
  std::string names;
  for (const Row& row : table) names += (names.empty() ? "" : ", ") + std::string(row.name);
  refuse(what, "must be one of " + names, std::string(name));
}

}  // namespace glassbox
