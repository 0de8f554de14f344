#pragma once
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

#include "engine/math/check.h"
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

 private:
  void append(const void* from, std::size_t size) {
    const auto* first = static_cast<const std::uint8_t*>(from);
    bytes.insert(bytes.end(), first, first + size);
  }
};

/// Reads back into values of the same sizes. Check the total size before: reading past the end throws.
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

 private:
  void take(void* to, std::size_t size) {
    if (size > bytes_.size() - at_) refuse("snapshot", "must be whole", std::to_string(bytes_.size()) + " bytes");
    std::memcpy(to, bytes_.data() + at_, size);
    at_ += size;
  }
  const std::vector<std::uint8_t>& bytes_;
  std::size_t at_ = 0;
};

}  // namespace glassbox
