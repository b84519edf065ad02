#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "tabular/cell.h"

namespace metodaktiv::tabular {

/// What is wrong with a file, a row or a cell, and how to mend it; both in Russian.
struct Problem {
  std::string code;  ///< stable key for machines
  std::string message;
  std::string remedy;
};

/// Joined cells of a sheet, 1-based and inclusive.
struct MergedCells {
  std::int64_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// Takes the rows of one sheet or file from whatever reads it.
class RowSink {
 public:
  virtual ~RowSink() = default;

  /// One row under the number a spreadsheet shows for it, in ascending order; rows without cells
  /// are not passed on. `cells[i]` stands in column i (A is 0). Returns false when no further row
  /// is wanted.
  virtual bool row(std::int64_t number, std::span<const Cell> cells) = 0;

  /// Cells joined into one: only the first of them has a value. Comes behind the rows.
  virtual void merged(const MergedCells& /*range*/) {}

  /// Something wrong in the file itself; row 0 when it concerns the whole of it.
  virtual void file_problem(std::int64_t row, Problem problem) = 0;
  /// The rows after this point cannot be read.
  virtual void cut_short() = 0;
};

}  // namespace metodaktiv::tabular
