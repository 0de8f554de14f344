/// The tables that the site ships, for tests that train on real data. The only place where tests read files.
#pragma once
#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/math/matrix.h"

#ifndef GLASSBOX_DATA_DIR
#error "GLASSBOX_DATA_DIR: must name the folder of the site's tables (web/data)"
#endif

namespace glassbox {

/// A table of numbers whose last column names the class of each row.
struct Table {
  /// features x rows.
  MatrixXd X;
  /// classes x rows, one-hot, in the order in which classes first appear.
  MatrixXd Y;
};

/// Reads `<name>.csv`: a header, then rows without quotes or missing values. Throws std::runtime_error if it cannot.
inline Table readTable(const std::string& name) {
  std::ifstream file(GLASSBOX_DATA_DIR "/" + name + ".csv");
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error(name + ".csv: must be in " GLASSBOX_DATA_DIR);
  std::vector<double> numbers;
  std::vector<std::string> classes;
  std::vector<std::size_t> classOfRow;
  while (std::getline(file, line)) {
    std::istringstream cells(line.substr(0, line.find_last_not_of("\r") + 1));
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    for (std::size_t i = 0; i + 1 < row.size(); ++i) numbers.push_back(std::stod(row[i]));
    const auto found = std::find(classes.begin(), classes.end(), row.back());
    classOfRow.push_back(std::size_t(found - classes.begin()));
    if (found == classes.end()) classes.push_back(row.back());
  }
  const auto rows = Index(classOfRow.size());
  Table table{Eigen::Map<const MatrixXd>(numbers.data(), Index(numbers.size()) / rows, rows),
              MatrixXd::Zero(Index(classes.size()), rows)};
  for (Index row = 0; row < rows; ++row) table.Y(Index(classOfRow[std::size_t(row)]), row) = 1;
  return table;
}

}  // namespace glassbox
