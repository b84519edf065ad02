#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "forms/remarks_styles.h"
#include "forms/remarks_workbook.h"
#include "forms/table_files.h"

namespace metodaktiv::forms {

/// A table as it stands in the remarks workbook.
struct WrittenTable {
  std::optional<workbook::Sheet> sheet;  ///< empty: the file could not be read once more
  std::map<std::int64_t, int> rows;      ///< of rows with findings: row in the file → row here
  std::map<std::int64_t, int> columns;   ///< column in the file (A is 1) → column here
  std::map<std::string, int> titles;     ///< folded title or key of a column → column here
  int first_column = 0;
  bool complete = true;                ///< false: only some of the rows are here
  bool damaged = false;                ///< the file could not be read to its end
  std::vector<std::int64_t> too_long;  ///< rows that do not fit into a workbook

  /// Column of a finding; nullopt when it is about the row as a whole.
  [[nodiscard]] std::optional<int> column_of(const base::Place& place) const;
};

/// Reads a table once more and writes it to a sheet of its own, in its own layout, with the cells
/// marked that findings name. `name` is the sheet's.
WrittenTable write_table(workbook::Workbook& book, const RemarksStyles& styles, TableFiles& files,
                         const workbook::Sheet& summary, const RemarkedTable& table,
                         const std::vector<const base::Finding*>& findings,
                         const std::string& name);

}  // namespace metodaktiv::forms
