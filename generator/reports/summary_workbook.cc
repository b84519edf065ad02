#include "reports/summary_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/candidates_sheet.h"
#include "reports/distribution_sheet.h"
#include "reports/figure_cells.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using workbook::Sheet;

template <std::size_t N>
void write_header(Sheet& sheet, const SheetStyles& styles, int row,
                  const std::array<const char*, N>& headers, const std::array<double, N>& widths) {
  for (std::size_t i = 0; i < N; ++i) {
    sheet.text(row, static_cast<int>(i), headers[i], styles.header);
    sheet.column(static_cast<int>(i), static_cast<int>(i), widths[i]);
  }
  sheet.row_height(row, 32);
}

void finish(Sheet& sheet, const ReportContext& context, const std::string& title, int header_row,
            int last_row, int last_column, bool landscape) {
  sheet.freeze(header_row + 1, 1);
  auto page = analytical_page(context, context.input.profile.name, title);
  page.landscape = landscape;
  page.repeat_rows = std::pair(header_row, header_row);
  sheet.page(page);
  sheet.print_area(0, 0, last_row, last_column);
}

/// The region over the years, against its targets.
void fill_history_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context) {
  constexpr int kHeaderRow = 3;
  const auto& region = context.input.results.region();
  const auto& years = context.input.results.years();
  const int year_count = static_cast<int>(years.size());
  write_heading(sheet, styles, context, "Динамика по региону", context.words(region).with_kind);
  const int change_column = 2 + year_count;
  const int last_column = change_column + 5;
  const auto head = [&](int column, const std::string& title, double width) {
    sheet.text(kHeaderRow, column, title, styles.header);
    sheet.column(column, column, width);
  };
  head(0, "Показатель", 60);
  head(1, "Раздел", 27);
  for (int i = 0; i < year_count; ++i) head(2 + i, years[static_cast<std::size_t>(i)], 11);
  head(change_column, "Изменение за год", 16.5);
  head(change_column + 1, "Цель", 10.5);
  head(change_column + 2, "Выполнение", 18);
  head(change_column + 3, "Муниципалитетов достигли цели", 17);
  head(change_column + 4, "Не достигли", 11);
  head(change_column + 5, "Нет данных", 11);
  sheet.row_height(kHeaderRow, 40);
  int row = kHeaderRow;
  for (const auto& group : context.input.profile.indicator_groups) {
    for (const auto* indicator : context.indicators_of(region, group.key)) {
      ++row;
      const auto* now = context.now(*indicator, region);
      sheet.text(row, 0, indicator->title, styles.text);
      sheet.text(row, 1, group.title, styles.text);
      for (int i = 0; i < year_count; ++i) {
        const auto* figure = context.figure(*indicator, region, years[static_cast<std::size_t>(i)]);
        write_value(sheet, row, 2 + i, styles, figure,
                    styles.value(now->unit, i == year_count - 1));
      }
      write_change(sheet, row, change_column, styles, now, context.before(*indicator, region));
      write_target(sheet, row, change_column + 1, styles, *now);
      write_status(sheet, row, change_column + 2, styles, now);
      const auto& spread = context.standings.of(indicator->id);
      const std::array<int, 3> counts = {spread.met, spread.not_met, spread.no_data};
      for (std::size_t i = 0; i < counts.size(); ++i) {
        const int column = change_column + 3 + static_cast<int>(i);
        if (now->target || i == 2) {
          sheet.number(row, column, counts[i], styles.integer);
        } else {
          sheet.blank(row, column, styles.text);
        }
      }
      sheet.row_height(
          row, std::max({18.0, workbook::fitting_height(indicator->title, 60, style::body()),
                         workbook::fitting_height(group.title, 27, style::body())}));
    }
  }
  if (row > kHeaderRow) sheet.autofilter(kHeaderRow, 0, row, last_column);
  finish(sheet, context, "Динамика по региону", kHeaderRow, row, last_column, true);
}

void fill_ranking_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context) {
  constexpr int kHeaderRow = 3;
  constexpr std::array<const char*, 6> kHeaders = {"Муниципалитет",    "Место",
                                                   "Достигнуто целей", "Не достигнуто",
                                                   "Нет данных",       "Доля достигнутых"};
  constexpr std::array<double, 6> kWidths = {34, 10, 14, 14, 12, 24};
  write_heading(sheet, styles, context, "Рейтинг муниципалитетов", context.input.profile.name);
  write_header(sheet, styles, kHeaderRow, kHeaders, kWidths);
  int row = kHeaderRow;
  for (const auto& score : context.standings.scores()) {
    ++row;
    sheet.text(row, 0, score.name, styles.text);
    sheet.number(row, 1, score.place, styles.integer);
    sheet.number(row, 2, score.met, styles.integer);
    sheet.number(row, 3, score.not_met, styles.integer);
    sheet.number(row, 4, score.no_data, styles.integer);
    if (score.with_target() > 0) {
      sheet.number(row, 5, static_cast<double>(score.met) / score.with_target(),
                   styles.value(config::Unit::kPercent));
    } else {
      sheet.text(row, 5, "нет данных", styles.no_data);
    }
  }
  if (row > kHeaderRow) {
    sheet.autofilter(kHeaderRow, 0, row, 5);
    sheet.data_bar(kHeaderRow + 1, 5, row, 5, 1, palette::kBetter);
  }
  sheet.merge(
      row + 1, 0, row + 1, 5,
      "Доля достигнутых — число показателей, значение которых отвечает цели, к числу показателей с "
      "целью, по которым есть данные. При равной доле место общее.",
      styles.note);
  sheet.row_height(row + 1, 30);
  finish(sheet, context, "Рейтинг муниципалитетов", kHeaderRow, row + 1, 5, false);
}

void fill_missing_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context) {
  constexpr int kHeaderRow = 3;
  constexpr std::array<const char*, 4> kHeaders = {"Муниципалитет", "Раздел", "Показатель",
                                                   "Чего нет в реестре"};
  constexpr std::array<double, 4> kWidths = {28, 26, 56, 56};
  write_heading(sheet, styles, context, "Показатели без данных", context.input.profile.name);
  write_header(sheet, styles, kHeaderRow, kHeaders, kWidths);
  int row = kHeaderRow;
  for (const auto& place : context.input.results.municipalities()) {
    for (const auto& group : context.input.profile.indicator_groups) {
      for (const auto* indicator : context.indicators_of(place, group.key)) {
        if (context.now(*indicator, place)->scaled(2)) continue;
        ++row;
        sheet.text(row, 0, place.name, styles.text);
        sheet.text(row, 1, group.title, styles.text);
        sheet.text(row, 2, indicator->title, styles.text);
        sheet.text(row, 3, indicator->denominator, styles.text);
        sheet.row_height(
            row, std::max({16.0, workbook::fitting_height(group.title, kWidths[1], style::body()),
                           workbook::fitting_height(indicator->title, kWidths[2], style::body()),
                           workbook::fitting_height(indicator->denominator, kWidths[3],
                                                    style::body())}));
      }
    }
  }
  if (row == kHeaderRow) {
    ++row;
    sheet.merge(row, 0, row, 3, "Данные есть по всем показателям всех муниципалитетов.",
                styles.text);
  } else {
    sheet.autofilter(kHeaderRow, 0, row, 3);
  }
  finish(sheet, context, "Показатели без данных", kHeaderRow, row, 3, true);
}

}  // namespace

void write_summary_workbook(const ReportContext& context, const std::filesystem::path& file) {
  const auto& results = context.input.results;
  const auto& region = results.region();
  workbook::Workbook book(file,
                          context.properties(fmt::format("Сводка по региону: {}", region.name)));
  const SheetStyles styles(book);
  Sheet matrix = book.add_sheet("Показатели");
  fill_matrix_sheet(matrix, styles, context, "Показатели муниципалитетов", "Муниципалитет",
                    results.municipalities());
  matrix.tab_color(palette::kNow);
  if (const auto territories = results.territories(); !territories.empty()) {
    Sheet sheet = book.add_sheet("Территории");
    fill_matrix_sheet(sheet, styles, context, "Показатели территорий", "Территория", territories);
  }
  Sheet history = book.add_sheet("Динамика");
  fill_history_sheet(history, styles, context);
  Sheet ranking = book.add_sheet("Рейтинг");
  fill_ranking_sheet(ranking, styles, context);
  Sheet missing = book.add_sheet("Без данных");
  fill_missing_sheet(missing, styles, context);
  for (const auto& distribution : context.input.distributions) {
    Sheet sheet = book.add_sheet(distribution.definition->short_title);
    fill_distribution_sheet(sheet, styles, context, distribution);
  }
  if (has_candidates(context, region)) {
    Sheet sheet = book.add_sheet("Кандидаты");
    fill_candidates_sheet(sheet, styles, context, region);
  }
  if (context.submissions.any_form()) {
    Sheet sheet = book.add_sheet("Сдача форм");
    fill_submissions_sheet(sheet, styles, context);
  }
  Sheet notes = book.add_sheet("Пояснения");
  fill_notes_sheet(notes, styles, context, region);
  book.save();
}

}  // namespace metodaktiv::reports
