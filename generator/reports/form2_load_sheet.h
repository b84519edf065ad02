#pragma once

#include <map>
#include <string>
#include <vector>

#include "reports/context.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

/// Rows of one methodist on form 2.
struct Form2Span {
  int first = 0, last = 0;
};
using Form2Spans = std::map<std::string, Form2Span>;  ///< by methodist's code

/// How many teachers each methodist has, against the norm: by formulas over the sheet of the form,
/// so that the reader's edits show. A methodist without a span gets the number. The sheet exists
/// already and is empty.
void fill_load_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                     const ReportContext& context, const indicators::Place& place,
                     const workbook::Sheet& form, const Form2Spans& spans,
                     const std::vector<MethodistLoad>& loads);

}  // namespace metodaktiv::reports
