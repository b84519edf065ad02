#include "forms/remarks_styles.h"

namespace metodaktiv::forms {
namespace {

using workbook::Horizontal;
using workbook::Line;
using workbook::Rgb;
using workbook::Style;
using workbook::Vertical;

constexpr Rgb kInk = 0x1F3A4D;
constexpr Rgb kQuiet = 0x5F6E78;
constexpr Rgb kLineColor = 0xC3CFD6;
constexpr Rgb kHeaderFill = 0xDDE7EC;
constexpr Rgb kErrorInk = 0x97301C;
constexpr Rgb kErrorLine = 0xC4331B;
constexpr Rgb kErrorFill = 0xFBDAD2;
constexpr Rgb kWarningInk = 0x7A4B00;
constexpr Rgb kWarningLine = 0xC98500;
constexpr Rgb kWarningFill = 0xFFEDC2;
constexpr Rgb kLinkInk = 0x1155AA;

constexpr std::array kContents = {Content::kText,     Content::kNumber, Content::kDate,
                                  Content::kDateTime, Content::kTime,   Content::kHeader};
constexpr std::array kMarks = {Mark::kNone, Mark::kWarning, Mark::kError};

Style header() {
  Style s;
  s.bold = true;
  s.size = 9;
  s.color = kInk;
  s.fill = kHeaderFill;
  s.horizontal = Horizontal::kCenter;
  s.wrap = true;
  return s.framed(Line::kThin, kLineColor);
}

Style marked(Style s, Mark mark) {
  switch (mark) {
    case Mark::kNone:
      return s;
    case Mark::kWarning:
      return s.with_fill(kWarningFill).framed(Line::kMedium, kWarningLine);
    case Mark::kError:
      return s.with_fill(kErrorFill).framed(Line::kThick, kErrorLine);
  }
  return s;
}

}  // namespace

namespace remarks_style {

Style cell(Content content, Mark mark) {
  Style s;
  s.vertical = Vertical::kTop;
  s = s.framed(Line::kThin, kLineColor);
  switch (content) {
    case Content::kText:
      s.horizontal = Horizontal::kLeft;
      s.indent = 1;
      break;
    case Content::kNumber:
      break;
    case Content::kDate:
      s.horizontal = Horizontal::kCenter;
      s.number_format = "dd.mm.yyyy";
      break;
    case Content::kDateTime:
      s.horizontal = Horizontal::kCenter;
      s.number_format = "dd.mm.yyyy hh:mm:ss";
      break;
    case Content::kTime:
      s.horizontal = Horizontal::kCenter;
      s.number_format = "hh:mm:ss";
      break;
    case Content::kHeader:
      s = header();
      break;
  }
  return marked(std::move(s), mark);
}

Style words() {
  Style s;
  s.size = 9;
  s.wrap = true;
  s.horizontal = Horizontal::kLeft;
  s.indent = 1;
  s.vertical = Vertical::kTop;
  s.color = kInk;
  return s.framed(Line::kThin, kLineColor);
}

Style list() {
  Style s;
  s.size = 9;
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

}  // namespace remarks_style

RemarksStyles::RemarksStyles(workbook::Workbook& book) {
  for (const auto content : kContents) {
    for (const auto mark : kMarks) {
      cells_[static_cast<std::size_t>(content)][static_cast<std::size_t>(mark)] =
          book.format(remarks_style::cell(content, mark));
    }
  }
  Style s;
  s.size = 16;
  s.bold = true;
  s.color = kInk;
  title = book.format(s);
  s.size = 12;
  heading = book.format(s);
  s = Style();
  s.color = kQuiet;
  note = book.format(s);
  s.color = kLinkInk;
  s.underline = true;
  back = book.format(s);
  s = remarks_style::plain();
  plain = book.format(s);
  s.bold = true;
  strong = book.format(s);
  s = Style();
  s.size = 7;
  s.color = kQuiet;
  stamp = book.format(s);

  words = book.format(remarks_style::words());
  words_header = book.format(forms::header());
  header = book.format(forms::header());
  s = remarks_style::list();
  text = book.format(s);
  s.horizontal = Horizontal::kCenter;
  s.indent = 0;
  number = book.format(s.with_number("0"));
  s.color = kLinkInk;
  s.underline = true;
  link = book.format(s);
  s = remarks_style::list();
  s.bold = true;
  s.color = kErrorInk;
  error = book.format(s.with_fill(kErrorFill));
  s.bold = false;
  s.color = kWarningInk;
  warning = book.format(s.with_fill(kWarningFill));
}

}  // namespace metodaktiv::forms
