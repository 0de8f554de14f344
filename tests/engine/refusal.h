/// What the engine says when it refuses something.
#pragma once
#include <stdexcept>
#include <string>

namespace glassbox {

/// The sentence of the std::invalid_argument that `action` throws; "accepted" if it throws nothing.
template <class Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const std::invalid_argument& refused) {
    return refused.what();
  }
  return "accepted";
}

}  // namespace glassbox
