#pragma once

#include "reports/context.h"
#include "workbook/workbook.h"

namespace metodaktiv::reports {

/// The look of the official forms: Times New Roman, black lines, no colour.
namespace form_style {
workbook::Style plain();    ///< text outside the table
workbook::Style caption();  ///< small print under a line
workbook::Style cell();     ///< framed, wrapped
workbook::Style header();   ///< of a table
}  // namespace form_style

struct FormStyles {
  explicit FormStyles(workbook::Workbook& book);

  workbook::Format plain, right, right_strong, center, center_strong, title, line, caption,
      caption_left;
  workbook::Format header, text, text_center, integer, total_text, total_integer, total_center;
};

/// Page setup of an official form: A4, one page wide, header rows repeated, no headline above it.
workbook::PageSetup form_page(const ReportContext& context, bool landscape, int first_header_row,
                              int last_header_row);

}  // namespace metodaktiv::reports
