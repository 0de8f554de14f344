#pragma once
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "engine/math/rules.h"

namespace glassbox {

/// A number or a text on its way into a refusal. The text is not copied.
struct Given {
  /// A number of any kind.
  template <class Number>
    requires std::is_arithmetic_v<Number>
  constexpr Given(Number given) : number(double(given)) {}
  /// A text, which has to last.
  constexpr Given(const char* given) : text(given) {}
  /// The same.
  Given(const std::string& given) : text(given.c_str()) {}

  /// Null if it is a number.
  const char* text = nullptr;
  double number = 0;
};
/// A value of a rule's sentence.
struct NamedGiven {
  const char* name;
  Given value;
};

/// A caller's mistake, as data: which rule, where, and the values of its sentence. what() is for engineers:
/// "path: sentence, got value".
class Refusal : public std::invalid_argument {
 public:
  /// A value as the sentence has it.
  struct Value {
    const char* name;
    bool isNumber;
    double number;
    /// As what() writes it.
    std::string text;
  };

  /// `got`: what was given; `values`: those of the rule's sentence.
  Refusal(const Rule& rule, const char* path, const Given& got, std::initializer_list<NamedGiven> values);

  /// Which rule it was.
  const Rule& rule() const { return *rule_; }
  /// The name of what was refused.
  const char* path() const { return path_; }
  /// Those of the rule's sentence, and `value`: what was given, the first 60 bytes of it if it is a text.
  const std::vector<Value>& values() const { return values_; }

 private:
  Refusal(const Rule& rule, const char* path, std::vector<Value> values);

  const Rule* rule_;
  const char* path_;
  std::vector<Value> values_;
};

/// Throws a Refusal of `got`, what was given as `path` (a name that lasts); `values` are those of the rule's sentence.
[[noreturn]] void refuse(RuleCode rule, const char* path, const Given& got,
                         std::initializer_list<NamedGiven> values = {});

/// Throws as refuse() does unless `holds`.
inline void require(bool holds, RuleCode rule, const char* path, const Given& got,
                    std::initializer_list<NamedGiven> values = {}) {
  if (!holds) refuse(rule, path, got, values);
}

}  // namespace glassbox
