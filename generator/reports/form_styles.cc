#include "reports/form_styles.h"

#include <fmt/format.h>

namespace metodaktiv::reports {

using workbook::Horizontal;
using workbook::Line;
using workbook::Style;
using workbook::Typeface;
using workbook::Vertical;

namespace form_style {

Style plain() {
  Style s;
  s.typeface = Typeface::kSerif;
  s.size = 12;
  return s;
}

Style caption() {
  Style s = plain();
  s.size = 8;
  s.vertical = Vertical::kTop;
  s.horizontal = Horizontal::kCenter;
  s.wrap = true;
  return s;
}

Style cell() {
  Style s = plain().framed(Line::kThin);
  s.size = 11;
  s.wrap = true;
  s.vertical = Vertical::kTop;
  return s;
}

Style header() {
  Style s = cell();
  s.horizontal = Horizontal::kCenter;
  s.vertical = Vertical::kCenter;
  return s;
}

}  // namespace form_style

FormStyles::FormStyles(workbook::Workbook& book) {
  const auto make = [&](Style s, Horizontal horizontal, bool bold = false) {
    s.horizontal = horizontal;
    s.bold = bold;
    return book.format(s);
  };
  Style wrapped = form_style::plain();
  wrapped.wrap = true;
  plain = make(form_style::plain(), Horizontal::kLeft);
  right = make(wrapped, Horizontal::kRight);
  right_strong = make(wrapped, Horizontal::kRight, true);
  center = make(wrapped, Horizontal::kCenter);
  center_strong = make(wrapped, Horizontal::kCenter, true);
  Style large = wrapped;
  large.size = 14;
  title = make(large, Horizontal::kCenter, true);
  Style underlined = wrapped;
  underlined.bottom = Line::kThin;
  line = make(underlined, Horizontal::kCenter);
  caption = make(form_style::caption(), Horizontal::kCenter);
  caption_left = make(form_style::caption(), Horizontal::kLeft);
  Style hint;
  hint.size = 9;
  hint.italic = true;
  hint.wrap = true;
  hint.indent = 1;
  hint.color = 0x5F6E78;
  help = make(hint, Horizontal::kLeft);
  Style link;
  link.size = 9;
  link.underline = true;
  link.color = 0x1155AA;
  way_back = make(link, Horizontal::kLeft);

  header = make(form_style::header(), Horizontal::kCenter);
  const Style cell = form_style::cell();
  Style middle = cell;
  middle.vertical = Vertical::kCenter;
  text = make(cell, Horizontal::kLeft);
  date = make(cell.with_number("dd.mm.yyyy"), Horizontal::kLeft);
  text_center = make(cell, Horizontal::kCenter);
  integer = make(cell.with_number("#,##0"), Horizontal::kCenter);
  total_text = make(middle, Horizontal::kLeft, true);
  total_integer = make(middle.with_number("#,##0"), Horizontal::kCenter, true);
  total_center = make(middle, Horizontal::kCenter, true);
}

int write_signature(workbook::Sheet& sheet, const FormStyles& styles, int row,
                    const SignatureColumns& columns, const std::string& who) {
  sheet.text(row, columns.who, who, styles.plain);
  sheet.text(row, columns.signature, "", styles.line);
  sheet.merge(row, columns.name, row, columns.last, "", styles.line);
  sheet.text(row + 1, columns.signature, "(подпись)", styles.caption);
  sheet.merge(row + 1, columns.name, row + 1, columns.last, "(фамилия, инициалы)", styles.caption);
  sheet.text(row + 2, columns.who, "«____» ______________ 20___ г.", styles.plain);
  sheet.row_height(row, 24);
  sheet.row_height(row + 1, 15);
  sheet.row_height(row + 2, 24);
  return row + 2;
}

std::string signatory(const ReportContext& context, const indicators::Place& place) {
  const auto& profile = context.input.profile;
  const auto& short_name = place.scope == indicators::Scope::kRegion ? profile.operator_.short_name
                                                                     : profile.terms.service_short;
  return short_name.empty() ? "Руководитель" : "Руководитель " + short_name;
}

workbook::PageSetup form_page(const ReportContext& context, bool landscape, int first_header_row,
                              int last_header_row) {
  workbook::PageSetup page;
  page.landscape = landscape;
  page.left = landscape ? 1.5 : 2.0;
  page.right = 1.2;
  page.top = 1.5;
  page.repeat_rows = std::pair(first_header_row, last_header_row);
  page.footer_left = fmt::format("По данным реестра на {}", context.input.as_of.dotted());
  return page;
}

}  // namespace metodaktiv::reports
