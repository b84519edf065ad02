#include "forms/collection_styles.h"

namespace metodaktiv::forms {
namespace {

using config::ColumnType;
using workbook::Horizontal;
using workbook::Line;
using workbook::Rgb;
using workbook::Style;
using workbook::Vertical;

constexpr Rgb kInk = 0x1F3A4D;
constexpr Rgb kQuiet = 0x5F6E78;
constexpr Rgb kLineColor = 0xC3CFD6;
constexpr Rgb kRequiredFill = 0x1F5F7A;
constexpr Rgb kOptionalFill = 0xDDE7EC;
constexpr Rgb kWarningInk = 0x7A2613;
constexpr Rgb kWarningFill = 0xFBE8E2;
constexpr Rgb kLinkInk = 0x1155AA;
constexpr Rgb kWhite = 0xFFFFFF;

}  // namespace

namespace style {

Style header(bool required) {
  Style s;
  s.bold = true;
  s.size = 9;
  s.color = required ? kWhite : kInk;
  s.fill = required ? kRequiredFill : kOptionalFill;
  s.horizontal = Horizontal::kCenter;
  s.wrap = true;
  return s.framed(Line::kThin, kLineColor);
}

Style cell(ColumnType type) {
  Style s;
  s.unlocked = true;
  s.wrap = true;
  s.vertical = Vertical::kTop;
  switch (type) {
    case ColumnType::kDate:
      s.horizontal = Horizontal::kCenter;
      s.number_format = "dd.mm.yyyy";
      break;
    case ColumnType::kInteger:
    case ColumnType::kYear:
      s.horizontal = Horizontal::kRight;
      s.indent = 1;
      s.number_format = "0";
      break;
    case ColumnType::kNumber:
      s.horizontal = Horizontal::kRight;
      s.indent = 1;
      break;
    case ColumnType::kBoolean:
    case ColumnType::kSchoolYear:
      s.horizontal = Horizontal::kCenter;
      s.number_format = "@";
      break;
    default:
      s.horizontal = Horizontal::kLeft;
      s.indent = 1;
      s.number_format = "@";
      break;
  }
  return s.framed(Line::kThin, kLineColor);
}

Style body() {
  Style s;
  s.wrap = true;
  s.horizontal = Horizontal::kLeft;
  s.indent = 1;
  s.vertical = Vertical::kTop;
  return s.framed(Line::kThin, kLineColor);
}

Style plain() {
  Style s;
  s.wrap = true;
  s.horizontal = Horizontal::kLeft;
  s.vertical = Vertical::kTop;
  return s;
}

Style note() {
  Style s = plain();
  s.size = 9;
  s.color = kQuiet;
  return s;
}

}  // namespace style

CollectionStyles::CollectionStyles(workbook::Workbook& book) : book_(book) {
  Style s;
  s.size = 16;
  s.bold = true;
  s.color = kInk;
  title = book.format(s);
  s.size = 12;
  heading = book.format(s);
  s.size = 11;
  s.color = kQuiet;
  subtitle = book.format(s);

  s = style::plain();
  plain = book.format(s);
  s.bold = true;
  strong = book.format(s);
  s.bold = false;
  s.color = kQuiet;
  label = book.format(s);
  note = book.format(style::note());
  s = style::plain().with_fill(kWarningFill);
  s.color = kWarningInk;
  s.indent = 1;
  s.vertical = Vertical::kCenter;
  warning = book.format(s.framed(Line::kThin, kWarningInk));
  s = Style();
  s.size = 7;
  s.color = kQuiet;
  stamp = book.format(s);

  table_header = book.format(style::header(false));
  s = style::body();
  table_text = book.format(s);
  s.horizontal = Horizontal::kCenter;
  s.indent = 0;
  table_mark = book.format(s);
  s.number_format = "#,##0";
  table_number = book.format(s);
  s = style::body();
  s.color = kLinkInk;
  s.underline = true;
  table_link = book.format(s);
  s = Style();
  s.color = kLinkInk;
  s.underline = true;
  s.size = 9;
  s.vertical = Vertical::kTop;
  link = book.format(s);

  header_required = book.format(style::header(true));
  header_optional = book.format(style::header(false));
  s = Style();
  locked = book.format(s);
  s.unlocked = true;
  unlocked = book.format(s);
}

workbook::Format CollectionStyles::cell(ColumnType type) const {
  return book_.format(style::cell(type));
}

}  // namespace metodaktiv::forms
