#include <fmt/format.h>

#include <algorithm>

#include "reports/chart_area.h"
#include "reports/figure_cells.h"
#include "reports/history_charts.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using config::IndicatorDefinition;
using config::Unit;
using indicators::Place;
using workbook::Chart;
using workbook::Sheet;

constexpr int kHeaderRow = 4;  // and the one below it
constexpr int kFirstRow = kHeaderRow + 2;
constexpr double kTitleWidth = 40;
constexpr double kYearWidth = 11;
constexpr double kCountWidth = 9.5;
constexpr double kHeadPoints = 26 + 20 + 2 * 15 + 2 * 18;  // above the first row of the table
constexpr int kLeastChartRows = 14;
constexpr int kMostStacked = 3;   // history charts beside the shares
constexpr int kRowsPerShare = 5;  // of a chart that is as high as it may be
constexpr double kWide = 0.58;

/// Where the columns of the table stand; their number depends on how many years there are.
struct Layout {
  explicit Layout(int year_count) : years(year_count) {}
  int years;
  [[nodiscard]] int value(int year) const { return 1 + year; }
  [[nodiscard]] int change() const { return 1 + years; }
  [[nodiscard]] int target() const { return change() + 1; }
  [[nodiscard]] int status() const { return change() + 2; }
  [[nodiscard]] int median() const { return change() + 3; }
  [[nodiscard]] int numerator(int year) const { return median() + 1 + year; }
  [[nodiscard]] int denominator(int year) const { return numerator(years) + year; }
  [[nodiscard]] int last() const { return denominator(years) - 1; }
  /// Cells that only charts need, behind the printed table.
  [[nodiscard]] int past_median(int year) const { return last() + 2 + year; }
  [[nodiscard]] int target_line(int year) const { return past_median(years) + year; }

  [[nodiscard]] std::vector<double> widths() const {
    std::vector<double> all(static_cast<std::size_t>(last()) + 1, kCountWidth);
    const auto set = [&](int column, double width) {
      all[static_cast<std::size_t>(column)] = width;
    };
    set(0, kTitleWidth);
    for (int i = 0; i < years; ++i) set(value(i), kYearWidth);
    set(change(), 17.5);
    set(target(), 11);
    set(status(), 18);
    set(median(), 18);
    return all;
  }
};

/// Rows with the same unit stand together, so that one chart covers them.
std::vector<const IndicatorDefinition*> by_unit(
    std::vector<const IndicatorDefinition*> indicators) {
  std::stable_sort(indicators.begin(), indicators.end(),
                   [](const auto* a, const auto* b) { return a->unit < b->unit; });
  return indicators;
}

void write_headers(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                   const Layout& at) {
  const int top = kHeaderRow;
  const auto& years = context.input.results.years();
  const auto single = [&](int column, const char* title) {
    sheet.merge(top, column, top + 1, column, title, styles.header);
  };
  const auto block = [&](int first, const std::string& title) {
    sheet.merge(top, first, top, first + at.years - 1, title, styles.header);
    for (int i = 0; i < at.years; ++i) {
      sheet.text(top + 1, first + i, years[static_cast<std::size_t>(i)], styles.header);
    }
  };
  single(0, "Показатель");
  block(at.value(0), "Значение по учебным годам");
  single(at.change(), "Изменение за год");
  single(at.target(), "Цель");
  single(at.status(), "Выполнение");
  single(at.median(), "Медиана муниципалитетов");
  block(at.numerator(0), "Числитель");
  block(at.denominator(0), "Знаменатель");
  sheet.row_height(top, 18);
  sheet.row_height(top + 1, 18);
  int column = 0;
  for (const double width : at.widths()) {
    sheet.column(column, column, width);
    ++column;
  }
  sheet.column(at.last() + 1, at.target_line(at.years - 1), kYearWidth);
}

/// Returns the height of the row.
double write_row(Sheet& sheet, int row, const SheetStyles& styles, const ReportContext& context,
                 const Place& place, const IndicatorDefinition& indicator, const Layout& at) {
  const auto& years = context.input.results.years();
  const auto* now = context.now(indicator, place);
  sheet.text(row, 0, indicator.short_title, styles.text);
  for (int i = 0; i < at.years; ++i) {
    const auto* figure = context.figure(indicator, place, years[static_cast<std::size_t>(i)]);
    write_value(sheet, row, at.value(i), styles, figure,
                styles.value(indicator.unit, i == at.years - 1));
    write_count(sheet, row, at.numerator(i), styles, figure ? figure->numerator : std::nullopt);
    write_count(sheet, row, at.denominator(i), styles, figure ? figure->denominator : std::nullopt);
  }
  write_change(sheet, row, at.change(), styles, context, indicator, place);
  write_target(sheet, row, at.target(), styles, *now);
  write_status(sheet, row, at.status(), styles, now);
  write_median(sheet, row, at.median(), styles, indicator.unit, context.standings.of(indicator.id));
  const double height =
      std::max(18.0, workbook::fitting_height(indicator.short_title, kTitleWidth, style::body()));
  sheet.row_height(row, height);
  return height;
}

/// The numbers behind the lines of a history chart, in quiet cells outside the printed area.
std::vector<Companion> write_companions(Sheet& sheet, const SheetStyles& styles,
                                        const ReportContext& context, const Place& place,
                                        const IndicatorDefinition& indicator, int row,
                                        const Layout& at) {
  std::vector<Companion> companions;
  const auto& years = context.input.results.years();
  bool medians = false;
  for (int i = 0; i < at.years; ++i) {
    const auto& spread =
        context.standings_by_year.at(years[static_cast<std::size_t>(i)]).of(indicator.id);
    if (!spread.median) continue;
    medians = true;
    sheet.number(row, at.past_median(i), static_cast<double>(*spread.median) / 100.0, styles.label);
  }
  if (medians) {
    sheet.text(kHeaderRow + 1, at.past_median(0), "Медиана для диаграммы", styles.label);
    companions.push_back({"Медиана муниципалитетов", at.past_median(0), palette::kMedian, false});
  }
  if (const auto target = context.now(indicator, place)->target) {
    for (int i = 0; i < at.years; ++i) sheet.number(row, at.target_line(i), *target, styles.label);
    sheet.text(kHeaderRow + 1, at.target_line(0), "Цель для диаграммы", styles.label);
    companions.push_back({"Цель", at.target_line(0), palette::kTarget, true});
  }
  return companions;
}

bool has_any_value(const ReportContext& context, const Place& place,
                   const IndicatorDefinition& indicator) {
  const auto& years = context.input.results.years();
  return std::any_of(years.begin(), years.end(), [&](const auto& year) {
    const auto* figure = context.figure(indicator, place, year);
    return figure && figure->scaled(2);
  });
}

bool any_chartable(const std::vector<const IndicatorDefinition*>& indicators) {
  return std::any_of(indicators.begin(), indicators.end(),
                     [](const auto* indicator) { return indicator->unit != Unit::kPresence; });
}

/// Shares on the left, the others stacked on the right, what is left over in rows below; returns
/// the row behind the charts.
int place_charts(Sheet& sheet, std::vector<Chart> shares, const std::vector<Chart>& histories,
                 int row, double table_points, int share_count, const Layout& at) {
  ChartArea area(sheet, at.widths());
  const int stacked = std::min(static_cast<int>(histories.size()), kMostStacked);
  if (shares.empty() && stacked == 0) return row + 1;
  const int wanted = std::max(kLeastChartRows + kRowsPerShare * share_count, stacked * 13);
  int rows = std::clamp(area.rows_below(table_points + 15), kLeastChartRows, wanted);
  std::size_t next = 0;
  if (!shares.empty()) {
    area.prepare(row, rows);
    area.put(std::move(shares.front()), row, rows, 0, stacked > 0 ? kWide : 1);
    for (; next < static_cast<std::size_t>(stacked); ++next) {
      const int top = rows * static_cast<int>(next) / stacked;
      const int bottom = rows * (static_cast<int>(next) + 1) / stacked;
      area.put(histories[next], row + top, bottom - top, kWide, 1);
    }
    row += rows;
  }
  while (next < histories.size()) {
    const auto across = std::min<std::size_t>(histories.size() - next, kMostStacked);
    rows = std::clamp(rows, kLeastChartRows, kLeastChartRows + kRowsPerShare);
    area.prepare(row, rows);
    for (std::size_t i = 0; i < across; ++i) {
      area.put(histories[next++], row, rows, static_cast<double>(i) / static_cast<double>(across),
               static_cast<double>(i + 1) / static_cast<double>(across));
    }
    row += rows;
  }
  return row;
}

}  // namespace

void fill_group_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                      const Place& place, const config::KeyTitle& group) {
  const auto words = context.words(place);
  const Layout at(static_cast<int>(context.input.results.years().size()));
  write_heading(sheet, styles, context, group.title, words.with_kind);
  write_headers(sheet, styles, context, at);
  const auto indicators = by_unit(context.indicators_of(place, group.key));
  const HistoryColumns columns = {sheet.name(), kHeaderRow + 1, 0,
                                  at.value(0),  at.median(),    at.target()};
  int row = kFirstRow;
  double points = kHeadPoints;
  std::vector<const IndicatorDefinition*> percents;
  std::vector<Chart> shares, histories;
  for (const auto* indicator : indicators) {
    points += write_row(sheet, row, styles, context, place, *indicator, at);
    const auto unit = indicator->unit;
    if (unit == Unit::kPercent) percents.push_back(indicator);
    if ((unit == Unit::kRatio || unit == Unit::kCount) &&
        context.now(*indicator, place)->scaled(2)) {
      histories.push_back(
          history_chart(context, place, *indicator, columns, row,
                        write_companions(sheet, styles, context, place, *indicator, row, at)));
    }
    ++row;
  }
  const bool any_share = std::any_of(percents.begin(), percents.end(), [&](const auto* indicator) {
    return has_any_value(context, place, *indicator);
  });
  if (any_share) {
    shares.push_back(shares_chart(context, place, percents, columns, kFirstRow));
  }
  if (shares.empty() && histories.empty() && any_chartable(indicators)) {
    sheet.text(row + 1, 0, "Данных для диаграмм нет.", styles.label);
  }
  const int end = place_charts(sheet, std::move(shares), histories, row + 1, points,
                               static_cast<int>(percents.size()), at);
  sheet.freeze(kFirstRow, 1);
  auto page = analytical_page(context, words.name, group.title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow + 1);
  sheet.page(page);
  sheet.print_area(0, 0, end - 1, at.last());
}

}  // namespace metodaktiv::reports
