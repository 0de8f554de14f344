#pragma once
#include <cstddef>
#include <span>
#include <string_view>

#include "engine/math/refusal.h"

namespace glassbox {

/// What every row of a table of options says of itself. Links, settings and tests carry `name`; what people read
/// beside the formula is in the page's catalogue of sentences, by that name.
struct Option {
  const char* name;
  const char* formula;
};

/// The place of `name` among the names that `what` can take. Throws Refusal (choice) if it is none of them.
std::size_t indexOf(std::span<const char* const> names, std::string_view name, const char* what);

/// The option called `name` among `count`, one every `stride` bytes from `first` on. Throws Refusal (choice) if there is
/// none.
const Option& find(const Option* first, std::size_t stride, std::size_t count, std::string_view name, const char* what);

/// The row of `table` called `name`.
template <class Row>
const Row& find(std::span<const Row> table, std::string_view name, const char* what) {
  return static_cast<const Row&>(find(table.data(), sizeof(Row), table.size(), name, what));
}

}  // namespace glassbox
