#include "reports/cover_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Format;
using workbook::Horizontal;
using workbook::Line;
using workbook::Rgb;
using workbook::Sheet;
using workbook::Style;

constexpr Rgb kTileFill = 0xEEF3F6;
constexpr Rgb kQuiet = 0x5F6E78;
constexpr int kMostTiles = 5;
constexpr int kTileColumns = CoverSheet::kColumns / kMostTiles;
constexpr int kBackRow = 2;
constexpr double kInnerEdge = 0.7;  // column units that a merged cell gains at each inner edge

Style tile(double size, bool bold, Rgb color) {
  Style s;
  s.size = size;
  s.bold = bold;
  s.color = color;
  s.horizontal = Horizontal::kCenter;
  s.wrap = true;
  s.fill = kTileFill;
  s.left = s.right = Line::kThick;
  s.line_color = 0xFFFFFF;  // tiles stand apart
  return s;
}

}  // namespace

CoverTile counted_tile(std::int64_t count, std::string_view one, std::string_view few,
                       std::string_view many) {
  return {std::string(base::plural(count, one, few, many)), static_cast<double>(count)};
}

CoverSheet::CoverSheet(workbook::Workbook& book, Sheet sheet, const ReportContext& context,
                       const indicators::Place& place)
    : book_(book), sheet_(std::move(sheet)), styles_(book), context_(context), place_(place) {
  sheet_.hide_gridlines();
  sheet_.tab_color(palette::kInk);
  sheet_.column(0, kColumns - 1, kColumnWidth);
}

void CoverSheet::text(int first, int last, const std::string& text, Format format) {
  sheet_.merge(row_, first, row_, last, text, format);
}

void CoverSheet::number(int first, int last, double value, Format format) {
  sheet_.merge(row_, first, row_, last, "", format);
  sheet_.number(row_, first, value, format);
}

void CoverSheet::link(int first, int last, const Sheet& target, const std::string& text) {
  sheet_.merge(row_, first, row_, last, "", styles_.link);
  sheet_.link(row_, first, target, text, styles_.link);
}

void CoverSheet::fit(const std::string& text, int columns) {
  sheet_.row_height(
      row_, std::max(18.0, workbook::fitting_height(text, columns * kColumnWidth, style::body())));
}

void CoverSheet::heading(const std::string& title, bool compared) {
  const auto& profile = context_.input.profile;
  Style s = style::title();
  s.size = 22;
  sheet_.text(row_, 0, title, book_.format(s));
  sheet_.row_height(row_++, 34);
  const auto name = context_.words(place_).with_kind;
  s = style::subtitle();
  s.size = 14;
  sheet_.text(row_, 0, name == profile.name ? name : fmt::format("{} · {}", name, profile.name),
              book_.format(s));
  sheet_.row_height(row_++, 24);
  sheet_.row_height(row_++, 6);
  const auto label = [&](const char* words) {
    sheet_.row_height(row_, 16);
    sheet_.text(row_, 0, words, styles_.label);
  };
  label("Учебный год");
  sheet_.text(row_++, 1, context_.year(), styles_.plain_strong);
  label("По состоянию на");
  sheet_.date(row_++, 1, context_.input.as_of, styles_.plain_date);
  label("Источник данных");
  sheet_.text(row_++, 1, base::capitalized(context_.made_from()), styles_.plain);
  if (const auto& who = profile.operator_.organization; !who.empty()) {
    label("Составитель");
    sheet_.text(row_++, 1, who, styles_.plain);
  }
  if (compared && context_.year_is_running()) {
    sheet_.row_height(row_, 16);
    sheet_.text(row_++, 0,
                fmt::format("Учебный год не завершён: значения рассчитаны на {} и сравниваются с "
                            "итогом прошлого года, поэтому изменения предварительные.",
                            context_.input.as_of.dotted()),
                styles_.label);
  }
}

void CoverSheet::tiles(const std::vector<CoverTile>& tiles) {
  sheet_.row_height(row_, 10);
  const int top = row_ + 1;
  const auto number = tile(24, true, palette::kInk);
  const auto caption = book_.format(tile(10, false, palette::kInk));
  const auto note = book_.format(tile(9, false, kQuiet));
  for (int i = 0; i < static_cast<int>(std::min<std::size_t>(tiles.size(), kMostTiles)); ++i) {
    const auto& from = tiles[static_cast<std::size_t>(i)];
    const int first = i * kTileColumns, last = first + kTileColumns - 1;
    const auto format = book_.format(number.with_number(from.number_format));
    row_ = top;
    text(first, last, from.value ? "" : "—", format);
    if (from.value && from.formula.empty()) sheet_.number(row_, first, *from.value, format);
    if (from.value && !from.formula.empty()) {
      sheet_.formula(row_, first, from.formula, *from.value, format);
    }
    ++row_;
    text(first, last, from.caption, caption);
    ++row_;
    text(first, last, from.note, note);
    ++row_;
  }
  sheet_.row_height(top, 38);
  sheet_.row_height(top + 1, 18);
  sheet_.row_height(top + 2, 28);
}

void CoverSheet::section(const std::string& title) {
  sheet_.row_height(row_++, 10);
  sheet_.row_height(row_, 22);
  sheet_.text(row_++, 0, title, styles_.heading);
}

void CoverSheet::paragraph(const std::string& words) {
  text(0, kColumns - 1, words, styles_.text);
  fit(words, kColumns);
  next_row();
}

void CoverSheet::contents(const std::vector<CoverEntry>& entries) {
  section("Содержание");
  constexpr int kNameColumns = 3;
  for (const auto& entry : entries) {
    link(0, kNameColumns - 1, entry.sheet, entry.title.empty() ? entry.sheet.name() : entry.title);
    text(kNameColumns, kColumns - 1, entry.answers, styles_.text);
    fit(entry.answers, kColumns - kNameColumns);
    next_row();
  }
}

void CoverSheet::finish(const std::string& title) {
  auto page = analytical_page(context_, context_.words(place_).name, title);
  page.pages_tall = 1;
  page.centered = true;
  sheet_.page(page);
  sheet_.print_area(0, 0, row_ - 1, kColumns - 1);
}

void write_way_back(Sheet& sheet, const SheetStyles& styles, const Sheet& cover) {
  sheet.link(kBackRow, 0, cover, "← К содержанию", styles.way_back);
}

}  // namespace metodaktiv::reports
