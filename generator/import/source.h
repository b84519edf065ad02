#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "config/form_definition.h"

namespace metodaktiv::import {

/// One table of one input file: a CSV file, or a sheet of a workbook.
struct Source {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::filesystem::path file;
  std::string label;            ///< the file's name as findings show it
  std::size_t file_index = 0;   ///< index into ImportReport::files
  std::string sheet;            ///< empty for CSV
  std::size_t sheet_index = 0;  ///< of a workbook
  std::string municipality;     ///< the only one whose rows are allowed; empty: any
  const config::FormDefinition* form = nullptr;

  // Known once it has been read:
  std::int64_t header_row = 0;
  std::int64_t rows = 0;
  std::vector<const config::FormColumn*>
      columns;                     ///< stored columns that the header names, the form's order
  std::vector<std::size_t> cells;  ///< per column of the form: index of its cell, or kNone
  std::vector<std::pair<std::int64_t, std::int64_t>>
      merged;                          ///< rows that merged cells run through: first, last
  std::vector<std::int64_t> unstaged;  ///< rows with errors that are missing from staging
  bool complete =
      true;  ///< false: rows are missing from staging, so that what refers to them is no error
  bool readable = true;  ///< false: header or file have errors, a partial import takes nothing

  /// Number of the cell, 1-based, in which a column stands; 0: nowhere.
  [[nodiscard]] std::int64_t column_number(std::size_t form_column) const {
    if (form_column >= cells.size() || cells[form_column] == kNone) return 0;
    return static_cast<std::int64_t>(cells[form_column]) + 1;
  }
};

}  // namespace metodaktiv::import
