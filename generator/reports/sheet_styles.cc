#include "reports/sheet_styles.h"

#include <cmath>
#include <cstdlib>

namespace metodaktiv::reports {
namespace {

using config::Unit;
using workbook::Format;
using workbook::Horizontal;
using workbook::Line;
using workbook::Rgb;
using workbook::Style;
using workbook::Vertical;

constexpr Rgb kLineColor = 0xC3CFD6;
constexpr Rgb kHeaderFill = 0xDDE7EC;
constexpr Rgb kQuiet = 0x5F6E78;
constexpr Rgb kGoodInk = 0x14613A;
constexpr Rgb kGoodFill = 0xE3F2E8;
constexpr Rgb kBadInk = 0x97301C;
constexpr Rgb kBadFill = 0xFBE8E2;
constexpr Rgb kAttentionInk = 0x7A4E00;
constexpr Rgb kAttentionFill = 0xFFF2D6;
constexpr Rgb kTotalFill = 0xEEF3F6;
constexpr Rgb kLinkInk = 0x1155AA;

const char* value_format(Unit unit) {
  switch (unit) {
    case Unit::kPercent:
      return "0.0%";
    case Unit::kRatio:
      return "#,##0.0";
    case Unit::kCount:
      return "#,##0";
    case Unit::kPresence:
      return "\"есть\";;\"нет\"";
  }
  return "";
}

/// «≥ 80%», «≤ 70», «есть».
std::string target_format(const indicators::Figure& figure) {
  const double target = figure.target.value_or(0);
  const bool whole = target == std::nearbyint(target);
  const std::string sign = figure.target_is == config::TargetIs::kAtLeast ? "\"≥ \"" : "\"≤ \"";
  switch (figure.unit) {
    case Unit::kPercent:
      return sign + (whole ? "0%" : "0.0%");
    case Unit::kPresence:
      return value_format(figure.unit);
    case Unit::kRatio:
    case Unit::kCount:
      break;
  }
  return sign + (whole ? "#,##0" : "#,##0.0");
}

Style framed(Horizontal horizontal) {
  Style s = style::body();
  s.horizontal = horizontal;
  if (horizontal == Horizontal::kCenter) s.indent = 0;
  return s;
}

Style colored(Style s, Rgb ink, Rgb fill) {
  s.color = ink;
  s.fill = fill;
  return s;
}

Style bold(Style s) {
  s.bold = true;
  return s;
}

}  // namespace

namespace style {

Style title() {
  Style s;
  s.size = 16;
  s.bold = true;
  s.color = palette::kInk;
  return s;
}

Style subtitle() {
  Style s;
  s.size = 12;
  s.bold = true;
  s.color = kQuiet;
  return s;
}

Style body() {
  Style s;
  s.wrap = true;
  s.indent = 1;
  return s.framed(Line::kThin, kLineColor);
}

Style header() {
  Style s = body();
  s.bold = true;
  s.size = 9;
  s.color = palette::kInk;
  s.fill = kHeaderFill;
  s.indent = 0;
  s.horizontal = Horizontal::kCenter;
  return s;
}

Style link() {
  Style s = body();
  s.horizontal = Horizontal::kLeft;
  s.color = kLinkInk;
  s.underline = true;
  return s;
}

}  // namespace style

SheetStyles::SheetStyles(workbook::Workbook& book) : book_(book) {
  const auto make = [&](const Style& s) { return book.format(s); };
  title = make(style::title());
  subtitle = make(style::subtitle());
  Style s;
  s.color = kQuiet;
  label = make(s);
  s = Style();
  s.horizontal = Horizontal::kLeft;
  plain = make(s);
  plain_date = make(s.with_number("dd.mm.yyyy"));
  plain_strong = make(bold(s));
  s.color = kQuiet;
  s.size = 9;
  s.wrap = true;
  s.vertical = Vertical::kTop;
  note = make(s);
  s = Style();
  s.bold = true;
  s.size = 12;
  s.color = palette::kInk;
  heading = make(s);

  header = make(style::header());
  s = style::header();
  s.rotation = 90;
  s.vertical = Vertical::kBottom;
  header_upright = make(s);

  const Style left = framed(Horizontal::kLeft);
  const Style center = framed(Horizontal::kCenter);
  const Style right = framed(Horizontal::kRight);
  text = make(left);
  text_strong = make(bold(left));
  text_center = make(center);
  s = left;
  s.size = 9;
  s.vertical = Vertical::kTop;
  text_small = make(s);
  link = make(style::link());
  s = Style();
  s.size = 9;
  s.color = kLinkInk;
  s.underline = true;
  way_back = make(s);
  date = make(center.with_number("dd.mm.yyyy"));
  integer = make(right.with_number("#,##0"));
  fraction = make(right.with_number("#,##0.0"));
  ordinal = make(center.with_number("#,##0"));
  shortage = make(bold(right).with_number("#,##0;\"−\"#,##0;\"—\""));
  deviation = make(right.with_number("\"+\"#,##0;\"−\"#,##0;\"—\""));
  fraction_deviation = make(right.with_number("\"+\"#,##0.0;\"−\"#,##0.0;\"—\""));
  s = center;
  s.color = kQuiet;
  s.italic = true;
  s.size = 9;
  no_data = make(s);
  met = make(colored(left, kGoodInk, kGoodFill));
  not_met = make(bold(colored(left, kBadInk, kBadFill)));
  attention = make(colored(left, kAttentionInk, kAttentionFill));
  late =
      make(bold(colored(right, kBadInk, kBadFill)).with_number("\"✘ \"#,##0;\"✘ −\"#,##0;\"—\""));
  s = left;
  s.color = kQuiet;
  no_target = make(s);
  yes = make(colored(center, kGoodInk, workbook::kNoColor));
  no = make(bold(colored(center, kBadInk, kBadFill)));
  places_moved = make(center.with_number("\"▲ \"0;\"▼ \"0;\"—\""));
  late_count = make(bold(colored(right, kBadInk, kBadFill)).with_number("\"✘ \"#,##0"));
  total_text = make(bold(left).with_fill(kTotalFill));
  total_integer = make(bold(right).with_fill(kTotalFill).with_number("#,##0"));
  total_fraction = make(bold(right).with_fill(kTotalFill).with_number("#,##0.0"));
  total_percent = make(bold(center).with_fill(kTotalFill).with_number("0.0%"));
}

Format SheetStyles::value(Unit unit, bool strong) const {
  Style s = framed(Horizontal::kRight).with_number(value_format(unit));
  s.bold = strong;
  return book_.format(s);
}

Format SheetStyles::centered_value(Unit unit) const {
  Style s = framed(Horizontal::kCenter).with_number(value_format(unit));
  s.size = 9;
  s.wrap = false;
  return book_.format(s);
}

Format SheetStyles::status(indicators::Status status) const {
  using indicators::Status;
  switch (status) {
    case Status::kMet:
      return met;
    case Status::kNotMet:
      return not_met;
    case Status::kInfo:
      return no_target;
    case Status::kNoData:
    case Status::kSuppressed:
      break;
  }
  return no_data;
}

Format SheetStyles::change(Unit unit, const Change& change) const {
  Style s = framed(Horizontal::kRight);
  if (change.mood == Mood::kGood) s.color = kGoodInk;
  if (change.mood == Mood::kBad) s.color = kBadInk;
  const long long delta = change.delta.value_or(0);
  if (delta != 0 && std::llabs(delta) < 5) {
    s.number_format = "\"менее 0,1\";\"менее 0,1\"";
  } else if (unit == Unit::kPercent) {
    s.number_format = "\"▲ \"0.0\" п. п.\";\"▼ \"0.0\" п. п.\";\"без изменений\"";
  } else if (unit == Unit::kRatio) {
    s.number_format = "\"▲ \"#,##0.0;\"▼ \"#,##0.0;\"без изменений\"";
  } else {
    s.number_format = "\"▲ \"#,##0;\"▼ \"#,##0;\"без изменений\"";
  }
  return book_.format(s);
}

Format SheetStyles::target(const indicators::Figure& figure) const {
  return book_.format(framed(Horizontal::kRight).with_number(target_format(figure)));
}

Format SheetStyles::centered_target(const indicators::Figure& figure) const {
  Style s = bold(framed(Horizontal::kCenter)).with_fill(kTotalFill);
  s.size = 9;
  s.wrap = false;
  return book_.format(s.with_number(target_format(figure)));
}

Format SheetStyles::verdict(LoadVerdict verdict) const {
  return verdict == LoadVerdict::kWithin ? met : not_met;
}

Format SheetStyles::total(const std::string& number_format) const {
  return book_.format(
      bold(framed(Horizontal::kLeft)).with_fill(kTotalFill).with_number(number_format));
}

std::string chart_number_format(Unit unit) {
  return unit == Unit::kPercent ? "0%" : unit == Unit::kRatio ? "0.0" : "#,##0";
}

}  // namespace metodaktiv::reports
