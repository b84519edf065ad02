#include "changes/annex_styles.h"

namespace metodaktiv::changes {

using workbook::Format;
using workbook::Horizontal;
using workbook::Line;
using workbook::Style;
using workbook::Typeface;
using workbook::Vertical;

namespace annex_style {

Style plain() {
  Style s;
  s.typeface = Typeface::kSerif;
  s.size = 12;
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
  s.bold = true;
  s.horizontal = Horizontal::kCenter;
  s.vertical = Vertical::kCenter;
  return s;
}

}  // namespace annex_style

AnnexStyles::AnnexStyles(workbook::Workbook& book) : book_(book) {
  const auto make = [&](Style s, Horizontal horizontal, bool bold = false) {
    s.horizontal = horizontal;
    s.bold = bold;
    return book.format(s);
  };
  plain = make(annex_style::plain(), Horizontal::kLeft);
  Style wrapped = annex_style::plain();
  wrapped.wrap = true;
  right = make(wrapped, Horizontal::kRight);
  right_strong = make(wrapped, Horizontal::kRight, true);
  center = make(wrapped, Horizontal::kCenter);
  Style large = wrapped;
  large.size = 14;
  title = make(large, Horizontal::kCenter, true);
  heading = make(large, Horizontal::kLeft, true);
  Style underlined = annex_style::plain();
  underlined.bottom = Line::kThin;
  line = make(underlined, Horizontal::kCenter);
  Style small = wrapped;
  small.size = 9;
  small.vertical = Vertical::kTop;
  caption = make(small, Horizontal::kCenter);
  small.size = 10;
  note = make(small, Horizontal::kLeft);
  header = make(annex_style::header(), Horizontal::kCenter, true);
  text = make(annex_style::cell(), Horizontal::kLeft);
  integer = make(annex_style::cell().with_number("#,##0"), Horizontal::kCenter);
  Style underlined_text = annex_style::cell();
  underlined_text.underline = true;
  link = make(underlined_text, Horizontal::kLeft);
}

Format AnnexStyles::of(CellForm form) const {
  Style s = annex_style::cell();
  s.horizontal = Horizontal::kCenter;
  switch (form) {
    case CellForm::kText:
      return text;
    case CellForm::kInteger:
      return integer;
    case CellForm::kPercent:
      s.number_format = "0.0%";
      break;
    case CellForm::kFraction:
      s.number_format = "#,##0.0";
      break;
    case CellForm::kPresence:
      s.number_format = "\"есть\";;\"нет\"";
      break;
    case CellForm::kDate:
      s.number_format = "dd.mm.yyyy";
      break;
  }
  return book_.format(s);
}

}  // namespace metodaktiv::changes
