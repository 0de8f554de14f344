#pragma once
#include <emscripten/val.h>

#include <exception>
#include <string>

#include "engine/math/refusal.h"

namespace glassbox {

/// A JavaScript RangeError of the same sentence; that of a Refusal has it as data too: `refusal: { code, path, values }`.
/// Apart from guarded(), as raise() is, for this would be in the module once for every bound function.
[[gnu::noinline]] inline emscripten::EM_VAL errorOf(const std::exception& failure) {
  using emscripten::val;
  val error = val::global("RangeError").new_(std::string(failure.what()));
  if (const auto* refusal = dynamic_cast<const Refusal*>(&failure)) {
    val data = val::object(), values = val::object();
    for (const auto& [name, isNumber, number, text] : refusal->values())
      values.set(name, isNumber ? val(number) : val(text));
    data.set("code", std::string(refusal->rule().code));
    data.set("path", std::string(refusal->path()));
    data.set("values", values);
    error.set("refusal", data);
  }
  return error.release_ownership();
}
[[gnu::noinline, noreturn]] inline void raise(emscripten::EM_VAL error) {
  emscripten::val::take_ownership(error).throw_();
}

/// Calls `body`; a C++ exception leaves as the JavaScript error of errorOf(). The outermost frame of every bound function,
/// so that all locals inside are destroyed.
template <class Body>
auto guarded(Body body) -> decltype(body()) {
  emscripten::EM_VAL error;
  try {
    return body();
  } catch (const std::exception& failure) {
    error = errorOf(failure);
  }
  raise(error);
}

}  // namespace glassbox
