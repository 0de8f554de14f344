#pragma once
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

#include "engine/math/matrix.h"

namespace glassbox {

/// Writes values one after the other as bytes. Used with ArchiveReader through one function that lists the values, so
/// that what is written and what is read cannot differ.
class ArchiveWriter {
 public:
  std::vector<std::uint8_t> bytes;

  template <class Value>
  void value(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    append(&value, sizeof value);
  }
  template <class Scalar>
  void numbers(const Scalar* values, Index count) {
    append(values, sizeof(Scalar) * std::size_t(count));
  }
  void indices(const std::vector<int>& values) { append(values.data(), sizeof(int) * values.size()); }
  /// As many as there are, and how many.
  template <class Item>
  void list(const std::vector<Item>& items) {
    value(std::uint64_t(items.size()));
    append(items.data(), sizeof(Item) * items.size());
  }

 private:
  void append(const void* from, std::size_t size) {
    const auto* first = static_cast<const std::uint8_t*>(from);
    bytes.insert(bytes.end(), first, first + size);
  }
};

/// Reads back into values of the same sizes. What lies past the end stays as it was: isWhole() tells.
class ArchiveReader {
 public:
  explicit ArchiveReader(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

  template <class Value>
  void value(Value& value) {
    take(&value, sizeof value);
  }
  template <class Scalar>
  void numbers(Scalar* values, Index count) {
    take(values, sizeof(Scalar) * std::size_t(count));
  }
  void indices(std::vector<int>& values) { take(values.data(), sizeof(int) * values.size()); }
  template <class Item>
  void list(std::vector<Item>& items) {
    std::uint64_t count = 0;
    value(count);
    if (count > (bytes_.size() - at_) / sizeof(Item)) isShort_ = true, count = 0;
    items.resize(std::size_t(count));
    take(items.data(), sizeof(Item) * items.size());
  }

  /// Whether there were bytes for everything that was read, and none are left.
  bool isWhole() const { return !isShort_ && at_ == bytes_.size(); }

 private:
  void take(void* to, std::size_t size) {
    if (size > bytes_.size() - at_) isShort_ = true;
    if (size == 0 || isShort_) return;
    std::memcpy(to, bytes_.data() + at_, size);
    at_ += size;
  }

  const std::vector<std::uint8_t>& bytes_;
  std::size_t at_ = 0;
  bool isShort_ = false;
};

}  // namespace glassbox
