#pragma once

#include "base/date.h"
#include "config/form_definition.h"
#include "forms/remarks_styles.h"
#include "tabular/cell.h"

namespace metodaktiv::forms {

/// What to write into a workbook for a cell that was read.
struct TypedCell {
  Content content = Content::kText;
  std::string text;
  double number = 0;
  base::Date date;
  int seconds = 0;  ///< of the day
};

/// The cell in its own type. A text of a CSV file, which has no types, becomes a number or a date
/// where `column` holds such.
TypedCell typed(const tabular::Cell& cell, const config::FormColumn* column, bool from_csv);

/// Writes it with its frame and mark.
void write_cell(workbook::Sheet& sheet, int row, int column, const TypedCell& cell,
                const RemarksStyles& styles, Mark mark);

}  // namespace metodaktiv::forms
