#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "config/form_definition.h"
#include "tabular/csv_reader.h"

namespace metodaktiv::forms {

/// A table of an input file that goes back to whoever filled it in.
struct RemarkedTable {
  std::filesystem::path file;
  std::string label;  ///< the file's name as findings show it (Place::file)
  std::string sheet;  ///< empty for CSV
  const config::FormDefinition* form = nullptr;
  std::int64_t header_row = 0;     ///< 0: no header was recognised
  std::vector<std::int64_t> rows;  ///< rows to show, ascending; only with `only_rows`
  bool only_rows = false;          ///< false: all rows of the table
};

struct Remarks {
  std::vector<RemarkedTable> tables;
  std::vector<base::Finding> findings;  ///< sorted
  tabular::CsvOptions csv;              ///< how CSV files are read again
  base::Date made_on;
  std::string stamp;    ///< line of the collection form, to be kept; may be empty
  std::string outcome;  ///< one sentence for the summary sheet: what became of the import
};

/// Writes remarks.xlsx: a summary sheet (config::kRemarksSheet) that lists every finding with a
/// link to its cell, then the tables in their own layout, read again from their files, the cells
/// with findings marked by colour, border and comment, the row's remarks once more in words in a
/// last column headed config::kRemarksSheet. The workbook can be imported again when the cells are
/// mended. Failure when a file cannot be written.
void write_remarks(const std::filesystem::path& file, const Remarks& remarks);

}  // namespace metodaktiv::forms
