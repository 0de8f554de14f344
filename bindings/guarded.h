#pragma once
#include <emscripten/val.h>

#include <exception>
#include <string>

namespace glassbox {

/// Apart from guarded(), for this would be in the module once for every bound function.
[[gnu::noinline, noreturn]] inline void raise(const std::string& sentence) {
  emscripten::val::global("RangeError").new_(sentence).throw_();
}

/// Calls `body`; a C++ exception leaves as a JavaScript RangeError with the same sentence. The outermost frame of every
/// bound function, so that all locals inside are destroyed.
template <class Body>
auto guarded(Body body) -> decltype(body()) {
  std::string sentence;
  try {
    return body();
  } catch (const std::exception& failure) {
    sentence = failure.what();
  }
  raise(sentence);
}

}  // namespace glassbox
