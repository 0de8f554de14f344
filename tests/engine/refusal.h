/// What the engine says when it refuses something.
#pragma once
#include <optional>
#include <string>

#include "engine/math/refusal.h"

namespace glassbox {

/// The Refusal that `action` throws; nothing if it throws none.
template <class Action>
std::optional<Refusal> refusalBy(Action action) {
  try {
    action();
  } catch (const Refusal& refusal) {
    return refusal;
  }
  return {};
}

/// The sentence of that Refusal; "accepted" without one.
template <class Action>
std::string refusal(Action action) {
  const auto refused = refusalBy(action);
  return refused ? refused->what() : "accepted";
}

}  // namespace glassbox
