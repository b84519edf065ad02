#pragma once

#include "changes/report.h"
#include "workbook/workbook.h"

namespace metodaktiv::changes {

/// The look of an official paper, as in forms 1 and 2: Times New Roman, black lines, no colour.
namespace annex_style {
workbook::Style plain();
workbook::Style cell();  ///< framed, wrapped
workbook::Style header();
}  // namespace annex_style

struct AnnexStyles {
  explicit AnnexStyles(workbook::Workbook& book);

  workbook::Format plain, right, right_strong, center, title, heading, line, caption, note, link;
  workbook::Format header, text, integer;

  /// The format of a cell with a number or a date behind it.
  [[nodiscard]] workbook::Format of(CellForm form) const;

 private:
  workbook::Workbook& book_;
};

}  // namespace metodaktiv::changes
