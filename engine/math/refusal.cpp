#include "engine/math/refusal.h"

#include "engine/math/text.h"

namespace glassbox {
namespace {

using Values = std::vector<Refusal::Value>;

/// Its first 60 bytes at the most, without half a letter (UTF-8).
std::string clipped(std::string text) {
  if (text.size() <= 60) return text;
  std::size_t end = 60;
  while ((text[end] & 0xc0) == 0x80) --end;
  text.resize(end);
  return text;
}

Refusal::Value valueOf(const char* name, const Given& given) {
  return {name, !given.text, given.number, given.text ? given.text : text(given.number)};
}

Values valuesOf(const Given& got, std::initializer_list<NamedGiven> others) {
  Values values{valueOf("value", got)};
  values[0].text = clipped(std::move(values[0].text));
  for (const auto& [name, value] : others) values.push_back(valueOf(name, value));
  return values;
}

std::string messageOf(const Rule& rule, const char* path, const Values& values) {
  std::string message(path);
  message += ": ";
  std::string_view rest = rule.sentence;
  for (std::size_t open; (open = rest.find('{')) != rest.npos;) {
    const std::size_t close = rest.find('}');
    message += rest.substr(0, open);
    for (const Refusal::Value& value : values)
      if (rest.substr(open + 1, close - open - 1) == value.name) message += value.text;
    rest.remove_prefix(close + 1);
  }
  message += rest;
  message += ", got ";
  return message += values[0].text;
}

}  // namespace

Refusal::Refusal(const Rule& rule, const char* path, const Given& got, std::initializer_list<NamedGiven> values)
    : Refusal(rule, path, valuesOf(got, values)) {}

Refusal::Refusal(const Rule& rule, const char* path, Values values)
    : std::invalid_argument(messageOf(rule, path, values)), rule_(&rule), path_(path), values_(std::move(values)) {}

void refuse(RuleCode rule, const char* path, const Given& got, std::initializer_list<NamedGiven> values) {
  throw Refusal(*rule, path, got, values);
}

}  // namespace glassbox
