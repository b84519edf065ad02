#include "reports/cover_attention.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/figure_cells.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using config::Unit;
using indicators::Place;

constexpr std::size_t kMostMissed = 6;
constexpr int kTitleColumns = 5;
constexpr int kLast = CoverSheet::kColumns - 1;

workbook::Format distance_format(CoverSheet& cover, Unit unit) {
  workbook::Style style = style::body();
  style.horizontal = workbook::Horizontal::kRight;
  style.number_format = unit == Unit::kPercent ? "0.0\" п. п.\"" : "#,##0.0";
  return cover.format(style);
}

void write_headers(CoverSheet& cover, const AttentionColumn& last) {
  const auto& header = cover.styles().header;
  cover.text(0, kTitleColumns - 1, "Показатель, цель которого не достигнута", header);
  const std::array<std::string, 5> titles = {"Значение", "Цель", "До цели", "Прошлый год",
                                             last.title};
  for (int i = 0; i < static_cast<int>(titles.size()); ++i) {
    cover.text(kTitleColumns + i, kTitleColumns + i, titles[static_cast<std::size_t>(i)], header);
  }
  cover.sheet().row_height(cover.row(), 18);
  cover.next_row();
}

void write_reading(CoverSheet& cover, const ReportContext& context, const Reading& reading,
                   const AttentionColumn& last, const workbook::Sheet& target) {
  const auto& now = *reading.now;
  auto& sheet = cover.sheet();
  const auto& styles = cover.styles();
  const int row = cover.row();
  // Links don't wrap everywhere.
  std::string title = reading.indicator->short_title;
  if (context.still_accumulates(*reading.indicator)) {
    title += " (накапливается за год)";
  }
  cover.link(0, kTitleColumns - 1, target, title);
  write_value(sheet, row, kTitleColumns, styles, &now, styles.value(now.unit, true));
  write_target(sheet, row, kTitleColumns + 1, styles, now);
  if (now.unit == Unit::kPresence) {
    sheet.text(row, kTitleColumns + 2, "обеспечить", styles.text_center);
  } else {
    sheet.number(row, kTitleColumns + 2, static_cast<double>(distance_to_target(now)) / 100.0,
                 distance_format(cover, now.unit));
  }
  write_value(sheet, row, kTitleColumns + 3, styles, reading.before, styles.value(now.unit));
  if (const auto number = last.number(reading)) {
    sheet.number(row, kLast, *number, styles.ordinal);
  } else {
    sheet.text(row, kLast, "—", styles.text_center);
  }
  cover.fit(title, kTitleColumns);
  cover.next_row();
}

}  // namespace

void write_missed_targets(
    CoverSheet& cover, const ReportContext& context, const Place& place,
    const PlaceFindings& findings, const AttentionColumn& last,
    const std::function<const workbook::Sheet&(const config::IndicatorDefinition&)>& sheet_of,
    const std::string& rest) {
  cover.section("Что требует внимания прежде всего");
  auto missed = findings.missed;
  if (missed.empty()) {
    cover.paragraph(findings.met > 0 ? "Все цели, по которым есть данные, достигнуты."
                                     : no_targets_sentence(context, place));
    return;
  }
  if (context.year_is_running()) {
    std::stable_partition(missed.begin(), missed.end(),
                          [](const Reading& r) { return !r.indicator->accumulates; });
  }
  write_headers(cover, last);
  const auto shown = std::min(missed.size(), kMostMissed);
  for (std::size_t i = 0; i < shown; ++i) {
    write_reading(cover, context, missed[i], last, sheet_of(*missed[i].indicator));
  }
  if (const auto more = static_cast<long long>(missed.size() - shown); more > 0) {
    cover.paragraph(fmt::format("Не {} ещё {} — {}.",
                                base::plural(more, "достигнута", "достигнуты", "достигнуто"),
                                base::counted(more, "цель", "цели", "целей"), rest));
  }
}

void write_attention_line(CoverSheet& cover, const std::string& title, long long count,
                          const std::string& words) {
  if (count == 0) return;
  cover.text(0, kTitleColumns - 1, title, cover.styles().text);
  cover.number(kTitleColumns, kTitleColumns, static_cast<double>(count), cover.styles().integer);
  cover.text(kTitleColumns + 1, kLast, words, cover.styles().text);
  cover.fit(words, kLast - kTitleColumns);
  cover.next_row();
}

CoverTile moves_tile(const PlaceFindings& findings) {
  if (findings.met + findings.not_met == 0) {
    auto tile = counted_tile(static_cast<std::int64_t>(findings.grown.size()),
                             "доля выросла за год", "доли выросли за год", "долей выросло за год");
    tile.note = fmt::format("снизилось {}", findings.fallen.size());
    return tile;
  }
  int better = 0, worse = 0;
  for (const auto& reading : findings.all) {
    better += reading.moved.mood == Mood::kGood;
    worse += reading.moved.mood == Mood::kBad;
  }
  auto tile =
      counted_tile(better, "показатель с целью улучшился за год",
                   "показателя с целью улучшились за год", "показателей с целью улучшилось за год");
  tile.note = fmt::format("ухудшилось {}", worse);
  return tile;
}

CoverTile computed_tile(const PlaceFindings& findings) {
  const auto all = findings.all.size();
  auto tile =
      counted_tile(static_cast<std::int64_t>(all - findings.no_data.size()), "показатель рассчитан",
                   "показателя рассчитано", "показателей рассчитано");
  tile.note = fmt::format("из {}", all);
  return tile;
}

}  // namespace metodaktiv::reports
