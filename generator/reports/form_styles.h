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
  workbook::Format way_back;  ///< a link beside the form
  workbook::Format help;      ///< a hint beside the form, outside the printed area
  workbook::Format header, text, date, text_center, integer, total_text, total_integer,
      total_center;
};

/// Columns of a form's signature line.
struct SignatureColumns {
  int who = 0, signature = 0, name = 0, last = 0;
};

/// «Руководитель …», lines for signature and name, the date; three rows. Returns the last row.
int write_signature(workbook::Sheet& sheet, const FormStyles& styles, int row,
                    const SignatureColumns& columns, const std::string& who);
/// Height of these rows with the free row above them, in points.
inline constexpr double kSignatureHeight = 12 + 24 + 15 + 24;

/// Who signs the forms of a place: the head of the service or, for the region, of the operator.
std::string signatory(const ReportContext& context, const indicators::Place& place);

/// Page setup of an official form: A4, one page wide, header rows repeated, no headline above it.
workbook::PageSetup form_page(const ReportContext& context, bool landscape, int first_header_row,
                              int last_header_row);

}  // namespace metodaktiv::reports
