#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/figure_cells.h"
#include "reports/history_charts.h"
#include "reports/kpi_workbook.h"
#include "reports/summary_history.h"
#include "reports/summary_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using config::IndicatorDefinition;
using workbook::Sheet;

constexpr int kHeaderRow = 4;
constexpr double kTitleWidth = 66, kGroupWidth = 31;

struct Layout {
  explicit Layout(int year_count) : years(year_count) {}
  int years;
  [[nodiscard]] int value(int year) const { return 2 + year; }
  [[nodiscard]] int change() const { return 2 + years; }
  [[nodiscard]] int target() const { return change() + 1; }
  [[nodiscard]] int status() const { return change() + 2; }
  [[nodiscard]] int met() const { return change() + 3; }
  [[nodiscard]] int last() const { return change() + 5; }
  /// Cells that only charts need, behind the printed table.
  [[nodiscard]] int chart_label() const { return last() + 2; }
  [[nodiscard]] int target_line(int year) const { return last() + 3 + year; }
};

std::vector<std::string> prepare_headers(Sheet& sheet, const ReportContext& context) {
  std::vector<std::string> headers;
  const auto head = [&](const std::string& title, double width) {
    const int column = static_cast<int>(headers.size());
    sheet.column(column, column, width);
    headers.push_back(title);
  };
  head("Показатель", kTitleWidth);
  head("Раздел", kGroupWidth);
  for (const auto& year : context.input.results.years()) head(year, 11.5);
  head("Изменение за год", 17.5);
  head("Цель", 11);
  head("Выполнение", 18);
  head("Муниципалитетов достигли цели", 18);
  head("Не достигли", 12);
  head("Нет данных", 11);
  const Layout at(static_cast<int>(context.input.results.years().size()));
  sheet.column(at.last() + 1, at.target_line(at.years - 1), 11);
  sheet.row_height(kHeaderRow, 40);
  return headers;
}

void write_row(Sheet& sheet, int row, const SheetStyles& styles, const ReportContext& context,
               const IndicatorDefinition& indicator, const std::string& group, const Layout& at) {
  const auto& region = context.input.results.region();
  const auto& years = context.input.results.years();
  const auto* now = context.now(indicator, region);
  sheet.text(row, 0, indicator.title, styles.text);
  sheet.text(row, 1, group, styles.text);
  for (int i = 0; i < at.years; ++i) {
    const auto* figure = context.figure(indicator, region, years[static_cast<std::size_t>(i)]);
    write_value(sheet, row, at.value(i), styles, figure,
                styles.value(now->unit, i == at.years - 1));
  }
  write_change(sheet, row, at.change(), styles, context, indicator, region);
  write_target(sheet, row, at.target(), styles, *now);
  write_status(sheet, row, at.status(), styles, now);
  const auto& spread = context.standings.of(indicator.id);
  const std::array<int, 3> counts = {spread.met, spread.not_met, spread.no_data};
  for (int i = 0; i < static_cast<int>(counts.size()); ++i) {
    if (now->target || i == 2) {
      sheet.number(row, at.met() + i, counts[static_cast<std::size_t>(i)], styles.integer);
    } else {
      sheet.blank(row, at.met() + i, styles.text);
    }
  }
  sheet.text(row, at.chart_label(), indicator.short_title, styles.label);
  const bool line = now->target && now->unit != config::Unit::kPercent;
  for (int i = 0; line && i < at.years; ++i) {
    sheet.number(row, at.target_line(i), *now->target, styles.label);
  }
  sheet.row_height(
      row, std::max({18.0, workbook::fitting_height(indicator.title, kTitleWidth, style::body()),
                     workbook::fitting_height(group, kGroupWidth, style::body())}));
}

}  // namespace

std::vector<GroupRows> history_rows(const ReportContext& context) {
  const auto& region = context.input.results.region();
  std::vector<GroupRows> groups;
  int row = kHeaderRow + 1;
  for (const auto& group : context.input.profile.indicator_groups) {
    auto indicators = context.indicators_of(region, group.key);
    std::stable_sort(indicators.begin(), indicators.end(), [&](const auto* a, const auto* b) {
      return context.now(*a, region)->unit < context.now(*b, region)->unit;
    });
    const int first = row;
    row += static_cast<int>(indicators.size());
    groups.push_back({&group, std::move(indicators), first});
  }
  return groups;
}

HistoryColumns history_columns(const ReportContext& context, const Sheet& history) {
  const Layout at(static_cast<int>(context.input.results.years().size()));
  return {history.name(), kHeaderRow, at.chart_label(), at.value(0), -1, at.target()};
}

int history_target_column(const ReportContext& context) {
  return Layout(static_cast<int>(context.input.results.years().size())).target_line(0);
}

workbook::Range fill_history_sheet(Sheet& sheet, const SheetStyles& styles,
                                   const ReportContext& context) {
  constexpr const char* kTitle = "Динамика по региону";
  const Layout at(static_cast<int>(context.input.results.years().size()));
  write_heading(sheet, styles, context, kTitle,
                context.words(context.input.results.region()).with_kind);
  const auto headers = prepare_headers(sheet, context);
  int row = kHeaderRow;
  for (const auto& group : history_rows(context)) {
    for (const auto* indicator : group.indicators) {
      write_row(sheet, ++row, styles, context, *indicator, group.group->title, at);
    }
  }
  if (row > kHeaderRow) sheet.text(kHeaderRow, at.chart_label(), "Для диаграмм", styles.label);
  sheet.table({"region_history", kHeaderRow, 0, row, headers, styles.header});
  finish_summary_sheet(sheet, context, kTitle, kHeaderRow, row, at.last());
  return sheet.range(kHeaderRow + 1, at.status(), row, at.status());
}

}  // namespace metodaktiv::reports
