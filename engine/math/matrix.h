#pragma once
#include <Eigen/Core>

namespace glassbox {

/// Counts and places.
using Index = Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Column-major; one COLUMN a sample wherever samples are meant.
template <class Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
/// One column.
template <class Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

/// Windows on memory that somebody else owns, always contiguous, so that every loop over them vectorises.
template <class Scalar>
using MatrixView = Eigen::Map<Matrix<Scalar>>;
/// The same, to be read only.
template <class Scalar>
using ConstMatrixView = Eigen::Map<const Matrix<Scalar>>;
/// A window on one column.
template <class Scalar>
using VectorView = Eigen::Map<Vector<Scalar>>;
/// The same, to be read only.
template <class Scalar>
using ConstVectorView = Eigen::Map<const Vector<Scalar>>;

/// `count` columns of a matrix from column `from` on, as a contiguous window.
template <class Scalar>
ConstMatrixView<Scalar> columns(const Matrix<Scalar>& matrix, Index from, Index count) {
  return {matrix.data() + from * matrix.rows(), matrix.rows(), count};
}
template <class Scalar>
MatrixView<Scalar> columns(Matrix<Scalar>& matrix, Index from, Index count) {
  return {matrix.data() + from * matrix.rows(), matrix.rows(), count};
}

/// The first `columns` columns of a matrix, as a contiguous window.
template <class Scalar>
MatrixView<Scalar> firstColumns(Matrix<Scalar>& matrix, Index columns) {
  return {matrix.data(), matrix.rows(), columns};
}

}  // namespace glassbox
