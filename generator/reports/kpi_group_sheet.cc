#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/figure_cells.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using config::IndicatorDefinition;
using config::Unit;
using indicators::Place;
using workbook::Chart;
using workbook::ChartKind;
using workbook::Sheet;

constexpr int kHeaderRow = 3;  // and the one below it
constexpr double kTitleWidth = 38;
constexpr double kYearWidth = 11;
constexpr double kCountWidth = 10;
constexpr int kPixelsPerUnit = 7;
constexpr int kPixelsPerRow = 17;  // of an empty row in the default font
constexpr int kGap = 14;

/// Where the columns of the table stand; their number depends on how many years there are.
struct Layout {
  explicit Layout(int year_count) : years(year_count) {}
  int years;
  [[nodiscard]] int value(int year) const { return 1 + year; }
  [[nodiscard]] int change() const { return 1 + years; }
  [[nodiscard]] int target() const { return change() + 1; }
  [[nodiscard]] int status() const { return change() + 2; }
  [[nodiscard]] int numerator(int year) const { return status() + 1 + year; }
  [[nodiscard]] int denominator(int year) const { return numerator(years) + year; }
  [[nodiscard]] int last() const { return denominator(years) - 1; }
  /// Helper cells for the target line of a chart, behind the printed table.
  [[nodiscard]] int helper(int year) const { return last() + 2 + year; }
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
  sheet.merge(top, 0, top + 1, 0, "Показатель", styles.header);
  const auto block = [&](int first, const std::string& title) {
    sheet.merge(top, first, top, first + at.years - 1, title, styles.header);
    for (int i = 0; i < at.years; ++i) {
      sheet.text(top + 1, first + i, years[static_cast<std::size_t>(i)], styles.header);
    }
  };
  block(at.value(0), "Значение по учебным годам");
  sheet.merge(top, at.change(), top + 1, at.change(), "Изменение за год", styles.header);
  sheet.merge(top, at.target(), top + 1, at.target(), "Цель", styles.header);
  sheet.merge(top, at.status(), top + 1, at.status(), "Выполнение", styles.header);
  block(at.numerator(0), "Числитель");
  block(at.denominator(0), "Знаменатель");
  sheet.row_height(top, 18);
  sheet.row_height(top + 1, 18);
  sheet.column(0, 0, kTitleWidth);
  sheet.column(at.value(0), at.value(at.years - 1), kYearWidth);
  sheet.column(at.change(), at.change(), 16.5);
  sheet.column(at.target(), at.target(), 10.5);
  sheet.column(at.status(), at.status(), 18);
  sheet.column(at.numerator(0), at.last(), kCountWidth);
}

void write_row(Sheet& sheet, int row, const SheetStyles& styles, const ReportContext& context,
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
  write_change(sheet, row, at.change(), styles, now, context.before(indicator, place));
  write_target(sheet, row, at.target(), styles, *now);
  write_status(sheet, row, at.status(), styles, now);
  sheet.row_height(row, std::max(18.0, workbook::fitting_height(indicator.short_title, kTitleWidth,
                                                                style::body())));
}

std::string spoken_history(const ReportContext& context, const Place& place,
                           const IndicatorDefinition& indicator) {
  std::string text = indicator.short_title + ":";
  for (const auto& year : context.input.results.years()) {
    const auto* figure = context.figure(indicator, place, year);
    text += fmt::format(" {} — {};", year,
                        figure && figure->scaled(2) ? figure->shown() : "нет данных");
  }
  text.back() = '.';
  return text;
}

/// Percents of the group side by side: a bar per year for each indicator.
Chart percent_chart(const Sheet& sheet, const ReportContext& context, const Place& place,
                    const std::vector<const IndicatorDefinition*>& indicators, int first_row,
                    const Layout& at) {
  const int last_row = first_row + static_cast<int>(indicators.size()) - 1;
  const auto& years = context.input.results.years();
  static constexpr std::array<workbook::Rgb, 3> kShades = {palette::kLongAgo, palette::kBefore,
                                                           palette::kNow};
  Chart chart;
  chart.kind = ChartKind::kBar;
  chart.title = "Доли по учебным годам";
  chart.number_format = chart_number_format(Unit::kPercent);
  chart.least = 0;
  chart.most = 1.1;  // room for the label of a full bar
  chart.step = 0.2;
  chart.alt_text = "Столбчатая диаграмма долей по учебным годам. ";
  for (const auto* indicator : indicators) {
    chart.alt_text += spoken_history(context, place, *indicator) + " ";
  }
  for (int i = 0; i < at.years; ++i) {
    const bool current = i == at.years - 1;
    const auto shade = static_cast<std::size_t>(std::max(0, 3 - at.years + i));
    chart.series.push_back({years[static_cast<std::size_t>(i)],
                            sheet.range(first_row, 0, last_row, 0),
                            sheet.range(first_row, at.value(i), last_row, at.value(i)),
                            kShades[std::min<std::size_t>(shade, 2)], false, current});
  }
  chart.height = 110 + static_cast<int>(indicators.size()) * 52;
  return chart;
}

/// One ratio or count over the years, with its target as a dashed line.
Chart history_chart(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                    const Place& place, const IndicatorDefinition& indicator, int row,
                    const Layout& at) {
  const auto* now = context.now(indicator, place);
  const auto years =
      sheet.range(kHeaderRow + 1, at.value(0), kHeaderRow + 1, at.value(at.years - 1));
  Chart chart;
  chart.kind = now->target ? ChartKind::kLine : ChartKind::kColumn;
  chart.title = indicator.short_title;
  chart.number_format = chart_number_format(indicator.unit);
  chart.least = 0;
  chart.alt_text = "Диаграмма по учебным годам. " + spoken_history(context, place, indicator);
  chart.series.push_back({"Значение", years,
                          sheet.range(row, at.value(0), row, at.value(at.years - 1)), palette::kNow,
                          false, true});
  if (now->target) {
    for (int i = 0; i < at.years; ++i) {
      sheet.number(row, at.helper(i), *now->target, styles.label);
    }
    sheet.text(kHeaderRow + 1, at.helper(0), "Цель для диаграммы", styles.label);
    chart.series.push_back({"Цель", years,
                            sheet.range(row, at.helper(0), row, at.helper(at.years - 1)),
                            palette::kTarget, true, false});
    chart.alt_text += " Цель: " + indicators::shown_target(*now) + ".";
  }
  chart.legend = now->target.has_value();
  chart.height = 270;
  return chart;
}

/// Lays charts out in two columns below the table; returns the row behind the last one.
int place_charts(Sheet& sheet, std::vector<Chart> charts, int row, const Layout& at) {
  const int half =
      static_cast<int>(kTitleWidth + kYearWidth * at.years + 27) * kPixelsPerUnit - kGap;
  const int other = static_cast<int>(18 + kCountWidth * 2 * at.years) * kPixelsPerUnit - kGap;
  int rows[2] = {row, row};
  for (auto& chart : charts) {
    const int side = rows[1] < rows[0] ? 1 : 0;
    chart.width = side == 0 ? half : other;
    sheet.chart(rows[side], side == 0 ? 0 : at.status(), chart);
    rows[side] += (chart.height + kGap) / kPixelsPerRow + 1;
  }
  return std::max(rows[0], rows[1]);
}

}  // namespace

void fill_group_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                      const Place& place, const config::KeyTitle& group) {
  const auto words = context.words(place);
  const Layout at(static_cast<int>(context.input.results.years().size()));
  write_heading(sheet, styles, context, group.title, words.with_kind);
  write_headers(sheet, styles, context, at);
  const auto indicators = by_unit(context.indicators_of(place, group.key));
  const int first_row = kHeaderRow + 2;
  int row = first_row;
  for (const auto* indicator : indicators) {
    write_row(sheet, row++, styles, context, place, *indicator, at);
  }
  const int last_table_row = row - 1;

  std::vector<Chart> charts;
  std::vector<const IndicatorDefinition*> percents;
  for (const auto* indicator : indicators) {
    if (indicator->unit == Unit::kPercent) percents.push_back(indicator);
  }
  if (!percents.empty()) {
    charts.push_back(percent_chart(sheet, context, place, percents, first_row, at));
  }
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const auto unit = indicators[i]->unit;
    const auto* now = context.now(*indicators[i], place);
    if ((unit == Unit::kRatio || unit == Unit::kCount) && now->scaled(2)) {
      charts.push_back(history_chart(sheet, styles, context, place, *indicators[i],
                                     first_row + static_cast<int>(i), at));
    }
  }
  const int end = place_charts(sheet, std::move(charts), last_table_row + 2, at);
  sheet.freeze(kHeaderRow + 2, 1);
  auto page = analytical_page(context, words.name, group.title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow + 1);
  sheet.page(page);
  sheet.print_area(0, 0, end, at.last());
}

}  // namespace metodaktiv::reports
