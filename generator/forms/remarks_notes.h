#pragma once

#include <string>
#include <vector>

#include "forms/remarks_summary.h"

namespace metodaktiv::forms {

// The sentences above the table of the summary sheet.

/// Whose files, and the day.
std::string files_line(const Remarks& remarks);

/// How many errors and warnings there are, and on which sheets.
std::string counts_line(const Remarks& remarks, const std::vector<SummarizedTable>& tables);

/// What to do with the workbook, and where it does not hold all of the data.
std::vector<std::string> notes(const Remarks& remarks, const std::vector<SummarizedTable>& tables);

}  // namespace metodaktiv::forms
