#include "reports/kpi_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/candidates_sheet.h"
#include "reports/figure_cells.h"
#include "reports/post_course_sheet.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using workbook::Sheet;

enum Column { kGroup, kTitle, kValue, kTarget, kStatus, kBefore, kChange, kPlace, kOutOf, kMedian };
constexpr std::array<double, 10> kWidths = {20, 52, 11.5, 10.5, 18, 11.5, 16.5, 8.5, 7.5, 17};
constexpr std::array<const char*, 10> kHeaders = {"Раздел",     "Показатель",  "Значение",  "Цель",
                                                  "Выполнение", "Прошлый год", "Изменение", "Место",
                                                  "Из",         "Медиана"};
constexpr double kMostGroupWidth = 40;
constexpr int kHeaderRow = 6;

void write_facts(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                 const Place& place) {
  const auto* score = context.standings.score(place.code);
  sheet.text(2, kGroup, "Учебный год", styles.label);
  sheet.text(2, kTitle, context.year(), styles.plain_strong);
  sheet.text(3, kGroup, "По состоянию на", styles.label);
  sheet.date(3, kTitle, context.input.as_of, styles.plain_date);
  sheet.text(4, kGroup, "Источник", styles.label);
  sheet.text(4, kTitle, base::capitalized(context.made_from()), styles.plain);
  if (!score) return;
  sheet.text(2, kStatus, "Достигнуто целей", styles.label);
  sheet.text(2, kChange, fmt::format("{} из {}", score->met, score->with_target()),
             styles.plain_strong);
  sheet.text(3, kStatus, "Место по достижению целей", styles.label);
  if (score->with_target() > 0) {
    sheet.text(3, kChange, fmt::format("{} из {}", score->place, context.standings.scores().size()),
               styles.plain);
  }
  sheet.text(4, kStatus, "Нет данных для сравнения", styles.label);
  sheet.text(4, kChange,
             score->no_data == 0 ? "таких целей нет"
                                 : base::counted(score->no_data, "цель", "цели", "целей"),
             styles.plain);
}

void write_standing(Sheet& sheet, int row, const SheetStyles& styles, const ReportContext& context,
                    const Place& place, const config::IndicatorDefinition& indicator) {
  const auto& spread = context.standings.of(indicator.id);
  if (indicator.unit == config::Unit::kPresence) {
    sheet.text(row, kPlace, "—", styles.text_center);
    sheet.text(row, kOutOf, "—", styles.text_center);
    sheet.text(row, kMedian, fmt::format("есть у {} из {}", spread.present, spread.with_data),
               styles.text_center);
    return;
  }
  const auto own = context.standings.place(indicator.id, place.code);
  if (own) {
    sheet.number(row, kPlace, *own, styles.ordinal);
    sheet.number(row, kOutOf, spread.with_data, styles.ordinal);
  } else {
    sheet.text(row, kPlace, "—", styles.text_center);
    sheet.text(row, kOutOf, "—", styles.text_center);
  }
  if (spread.median) {
    const double scale = indicator.unit == config::Unit::kPercent ? 10000.0 : 100.0;
    const auto unit = indicator.unit == config::Unit::kCount && *spread.median % 100 != 0
                          ? config::Unit::kRatio
                          : indicator.unit;
    sheet.number(row, kMedian, static_cast<double>(*spread.median) / scale, styles.value(unit));
  } else {
    sheet.text(row, kMedian, "—", styles.text_center);
  }
}

void fill_summary_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                        const Place& place, const std::map<std::string, Sheet>& group_sheets) {
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
    sheet.text(kHeaderRow, static_cast<int>(i), kHeaders[i], styles.header);
  }
  // Links don't wrap everywhere: their column takes the longest of them.
  double group_width = kWidths[kGroup];
  for (const auto& group : context.input.profile.indicator_groups) {
    group_width = std::max(group_width, workbook::fitting_width(group.title, style::body()) + 1);
  }
  sheet.column(kGroup, kGroup, std::min(group_width, kMostGroupWidth));
  sheet.row_height(kHeaderRow, 36);
  const auto words = context.words(place);
  write_heading(sheet, styles, context, "Показатели методической работы", words.with_kind);
  write_facts(sheet, styles, context, place);

  int row = kHeaderRow;
  for (const auto& group : context.input.profile.indicator_groups) {
    for (const auto* indicator : context.indicators_of(place, group.key)) {
      ++row;
      const auto* now = context.now(*indicator, place);
      const auto* before = context.before(*indicator, place);
      sheet.link(row, kGroup, group_sheets.at(group.key), group.title, styles.link);
      sheet.text(row, kTitle, indicator->title, styles.text);
      write_value(sheet, row, kValue, styles, now, styles.value(indicator->unit, true));
      write_target(sheet, row, kTarget, styles, *now);
      write_status(sheet, row, kStatus, styles, now);
      write_value(sheet, row, kBefore, styles, before, styles.value(indicator->unit));
      write_change(sheet, row, kChange, styles, now, before);
      write_standing(sheet, row, styles, context, place, *indicator);
      sheet.row_height(row, std::max(18.0, workbook::fitting_height(
                                               indicator->title, kWidths[kTitle], style::body())));
    }
  }
  sheet.autofilter(kHeaderRow, 0, std::max(row, kHeaderRow), kMedian);
  sheet.freeze(kHeaderRow + 1, 2);

  std::string note =
      "Место — среди муниципалитетов, у которых показатель рассчитан: первое — лучшее в сторону "
      "цели, "
      "равные значения делят место. Медиана — значение, выше и ниже которого муниципалитетов "
      "поровну. "
      "Изменение — к прошлому году; для долей — в процентных пунктах (п. п.).";
  if (context.year_is_running()) {
    note += fmt::format(
        " Учебный год {} не завершён: значения рассчитаны на {} и сравниваются с итогом прошлого "
        "года, "
        "поэтому изменение предварительное.",
        context.year(), context.input.as_of.dotted());
  }
  sheet.merge(row + 1, 0, row + 1, kMedian, note, styles.note);
  sheet.row_height(row + 1, context.year_is_running() ? 42 : 30);

  auto page = analytical_page(context, words.name, "Показатели методической работы");
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, row + 1, kMedian);
  sheet.tab_color(palette::kNow);
}

}  // namespace

void write_heading(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                   const std::string& title, const std::string& place) {
  sheet.hide_gridlines();
  sheet.row_height(0, 26);
  sheet.text(0, 0, title, styles.title);
  sheet.row_height(1, 20);
  const auto& region = context.input.profile.name;
  sheet.text(1, 0, place == region ? place : fmt::format("{} · {}", place, region),
             styles.subtitle);
}

workbook::PageSetup analytical_page(const ReportContext& context, const std::string& place,
                                    const std::string& title) {
  workbook::PageSetup page;
  page.landscape = true;
  page.left = page.right = 1.2;
  page.header_left = place;
  page.header_right = title;
  page.footer_left = fmt::format("{} учебный год, на {}. Для служебного пользования",
                                 context.year(), context.input.as_of.dotted());
  return page;
}

void write_kpi_workbook(const ReportContext& context, const Place& place,
                        const std::filesystem::path& file) {
  workbook::Workbook book(
      file, context.properties(fmt::format("Показатели методической работы: {}", place.name)));
  const SheetStyles styles(book);
  Sheet summary = book.add_sheet("Сводка");
  std::map<std::string, Sheet> group_sheets;
  for (const auto& group : context.input.profile.indicator_groups) {
    if (context.indicators_of(place, group.key).empty()) continue;
    Sheet sheet = book.add_sheet(group.title);
    fill_group_sheet(sheet, styles, context, place, group);
    group_sheets.emplace(group.key, sheet);
  }
  fill_summary_sheet(summary, styles, context, place, group_sheets);
  Sheet methodists = book.add_sheet("Методисты");
  fill_methodists_sheet(methodists, styles, context, place);
  if (has_candidates(context, place)) {
    Sheet sheet = book.add_sheet("Кандидаты");
    fill_candidates_sheet(sheet, styles, context, place);
  }
  if (const auto* rows = post_courses_of(context, place)) {
    Sheet sheet = book.add_sheet(post_course_title(context));
    fill_post_course_sheet(sheet, styles, context, place, *rows);
  }
  Sheet notes = book.add_sheet("Пояснения");
  fill_notes_sheet(notes, styles, context, place);
  book.save();
}

}  // namespace metodaktiv::reports
