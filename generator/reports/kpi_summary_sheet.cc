#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/figure_cells.h"
#include "reports/kpi_workbook.h"
#include "reports/printed_rows.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using workbook::Sheet;

enum Column { kGroup, kTitle, kValue, kTarget, kStatus, kBefore, kChange, kPlace, kOutOf, kMedian };
constexpr std::array<double, 10> kWidths = {20, 52, 11.5, 10.5, 18, 11.5, 17.5, 9, 8, 18};
constexpr std::array<const char*, 10> kHeaders = {"Раздел",     "Показатель",  "Значение",  "Цель",
                                                  "Выполнение", "Прошлый год", "Изменение", "Место",
                                                  "Из",         "Медиана"};
constexpr double kMostGroupWidth = 40;
constexpr int kHeaderRow = 4;

/// One line of headline figures above the table.
std::string headline(const ReportContext& context, const Place& place) {
  std::string text =
      fmt::format("{} учебный год, на {}.", context.year(), context.input.as_of.dotted());
  const auto* score = context.standings.score(place.code);
  if (!score || score->with_target() == 0) return text;
  return text + fmt::format(" Целей достигнуто: {} из {}; место по доле достигнутых: {} из {}.",
                            score->met, score->with_target(), score->place,
                            context.standings.scores().size());
}

void write_standing(Sheet& sheet, int row, const SheetStyles& styles, const ReportContext& context,
                    const Place& place, const config::IndicatorDefinition& indicator) {
  const auto& spread = context.standings.of(indicator.id);
  const auto own = indicator.unit == config::Unit::kPresence
                       ? std::nullopt
                       : context.standings.place(indicator.id, place.code);
  if (own) {
    sheet.number(row, kPlace, *own, styles.ordinal);
    sheet.number(row, kOutOf, spread.with_data, styles.ordinal);
  } else {
    sheet.text(row, kPlace, "—", styles.text_center);
    sheet.text(row, kOutOf, "—", styles.text_center);
  }
  write_median(sheet, row, kMedian, styles, indicator.unit, spread);
}

void write_row(Sheet& sheet, PrintedRows& printed, int row, const SheetStyles& styles,
               const ReportContext& context, const Place& place,
               const config::IndicatorDefinition& indicator) {
  const auto* now = context.now(indicator, place);
  const auto* before = context.before(indicator, place);
  sheet.text(row, kTitle, indicator.title, styles.text);
  write_value(sheet, row, kValue, styles, now, styles.value(indicator.unit, true));
  write_target(sheet, row, kTarget, styles, *now);
  write_status(sheet, row, kStatus, styles, now);
  write_value(sheet, row, kBefore, styles, before, styles.value(indicator.unit));
  write_change(sheet, row, kChange, styles, context, indicator, place);
  write_standing(sheet, row, styles, context, place, indicator);
  printed.height(row, std::max(18.0, workbook::fitting_height(indicator.title, kWidths[kTitle],
                                                              style::body())));
}

/// Links don't wrap everywhere: their column takes the longest of them.
double group_width(const ReportContext& context) {
  double width = kWidths[kGroup];
  for (const auto& group : context.input.profile.indicator_groups) {
    width = std::max(width, workbook::fitting_width(group.title, style::body()) + 1);
  }
  return std::min(width, kMostGroupWidth);
}

std::string note_of(const ReportContext& context) {
  std::string note =
      "Место — среди муниципалитетов, у которых показатель рассчитан: первое — лучшее в сторону "
      "цели, равные значения делят место. Медиана — значение, выше и ниже которого муниципалитетов "
      "поровну. Изменение — к прошлому году; для долей — в процентных пунктах (п. п.).";
  if (context.year_is_running()) {
    note += fmt::format(
        " Учебный год {} не завершён: значения рассчитаны на {}, изменение предварительное; у "
        "того, "
        "что копится до конца года, вместо него стоит «год идёт».",
        context.year(), context.input.as_of.dotted());
  }
  return note;
}

}  // namespace

workbook::Range fill_summary_sheet(Sheet& sheet, const SheetStyles& styles,
                                   const ReportContext& context, const Place& place,
                                   const GroupSheets& group_sheets) {
  auto widths = kWidths;
  widths[kGroup] = group_width(context);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), widths[i]);
  }
  PrintedRows printed(sheet);
  printed.height(kHeaderRow, 36);
  const auto words = context.words(place);
  constexpr const char* kName = "Показатели методической работы";
  write_heading(sheet, styles, context, kName, words.with_kind);
  sheet.text(2, kTitle, headline(context, place), styles.label);

  int row = kHeaderRow;
  for (const auto& group : context.input.profile.indicator_groups) {
    for (const auto* indicator : context.indicators_of(place, group.key)) {
      ++row;
      sheet.link(row, kGroup, group_sheets.at(group.key), group.title, styles.link);
      write_row(sheet, printed, row, styles, context, place, *indicator);
    }
  }
  sheet.table({"kpi_summary", kHeaderRow, 0, row,
               std::vector<std::string>(kHeaders.begin(), kHeaders.end()), styles.header});
  sheet.freeze(kHeaderRow + 1, 2);

  sheet.merge(row + 1, 0, row + 1, kMedian, note_of(context), styles.note);
  printed.height(row + 1, context.year_is_running() ? 42 : 30);
  if (row > kHeaderRow) printed.keep_with_next(row);

  auto page = analytical_page(context, words.name, kName);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  printed.lay_out(page, widths, row + 1);
  sheet.page(page);
  sheet.print_area(0, 0, row + 1, kMedian);
  sheet.tab_color(palette::kNow);
  return sheet.range(kHeaderRow + 1, kStatus, row, kStatus);
}

}  // namespace metodaktiv::reports
