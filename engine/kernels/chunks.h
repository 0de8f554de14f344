#pragma once
#include <algorithm>
#include <vector>

#include "engine/math/matrix.h"

namespace glassbox {

/// Samples that go through a pass together, of those that are loaded.
struct Chunk {
  Index from, count;
};

/// Batches one after the other, each cut into chunks.
class Chunks {
 public:
  /// Cuts `samples` into batches of `batch` (the last may be shorter), and each into chunks of at most `capacity`.
  void cut(Index samples, Index batch, Index capacity) {
    chunks_.clear();
    samples_ = samples;
    for (Index begin = 0; begin < samples; begin += batch)
      for (Index from = begin, end = std::min(begin + batch, samples); from < end; from += capacity)
        chunks_.push_back({from, std::min(capacity, end - from)});
  }
  const Chunk& operator[](Index chunk) const { return chunks_[std::size_t(chunk)]; }
  Index size() const { return Index(chunks_.size()); }
  Index samples() const { return samples_; }

 private:
  std::vector<Chunk> chunks_;
  Index samples_ = 0;
};

/// Makes room for `columns` columns, and never less than there was: what is loaded later needs no memory of its own.
template <class S>
void growTo(Matrix<S>& matrix, Index rows, Index columns) {
  if (matrix.rows() != rows || matrix.cols() < columns) matrix.resize(rows, columns);
}

template <class S>
void growTo(Vector<S>& values, Index size) {
  if (values.size() < size) values = Vector<S>::Zero(size);
}

}  // namespace glassbox
