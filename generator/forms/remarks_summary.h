#pragma once

#include <string>
#include <vector>

#include "forms/remarks_styles.h"
#include "forms/remarks_table.h"
#include "forms/remarks_workbook.h"

namespace metodaktiv::forms {

/// A table of the import with what became of it.
struct SummarizedTable {
  const RemarkedTable* table = nullptr;
  WrittenTable written;
};

/// Fills the first sheet: whose files, what became of the import, every finding with a link to its
/// cell.
void fill_summary(workbook::Sheet& sheet, const RemarksStyles& styles, const Remarks& remarks,
                  const std::vector<SummarizedTable>& tables);

}  // namespace metodaktiv::forms
