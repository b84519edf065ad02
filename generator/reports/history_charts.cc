#include "reports/history_charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "reports/sheet_styles.h"

namespace metodaktiv::reports {
namespace {

using config::IndicatorDefinition;
using config::Unit;
using indicators::Place;
using workbook::Chart;
using workbook::ChartKind;
using workbook::Range;

/// «Педагогов на одного методиста: 2025/2026 — 70,8; 2026/2027 — 62; цель ≤ 70.»
std::string spoken_history(const ReportContext& context, const Place& place,
                           const IndicatorDefinition& indicator) {
  std::string text = indicator.short_title + ":";
  for (const auto& year : context.input.results.years()) {
    const auto* figure = context.figure(indicator, place, year);
    text += fmt::format(" {} — {};", year,
                        figure && figure->scaled(2) ? figure->shown() : "нет данных");
  }
  const auto* now = context.now(indicator, place);
  if (now && now->target) text += fmt::format(" цель {};", indicators::shown_target(*now));
  text.back() = '.';
  return text;
}

Range cells(const HistoryColumns& at, int first_row, int first_column, int last_row,
            int last_column) {
  return {at.sheet, first_row, first_column, last_row, last_column};
}

/// The first year of the unbroken run of years with data that ends now.
int first_year_with_data(const ReportContext& context, const Place& place,
                         const IndicatorDefinition& indicator) {
  const auto& years = context.input.results.years();
  int first = static_cast<int>(years.size());
  while (first > 0) {
    const auto* figure =
        context.figure(indicator, place, years[static_cast<std::size_t>(first - 1)]);
    if (!figure || !figure->scaled(2)) break;
    --first;
  }
  return first;
}

/// The value axis: from 0, as far as the longest bar and its label need, never beyond 110 %.
void set_share_axis(Chart& chart, double longest) {
  chart.least = 0;
  const double wanted = longest * 1.15;
  chart.step = wanted <= 0.3 ? 0.05 : wanted <= 0.6 ? 0.1 : 0.2;
  chart.most = wanted > 0.6 ? 1.1 : std::max(0.1, std::ceil(wanted / *chart.step) * *chart.step);
}

}  // namespace

Chart shares_chart(const ReportContext& context, const Place& place,
                   const std::vector<const IndicatorDefinition*>& indicators,
                   const HistoryColumns& at, int first_row) {
  static constexpr std::array<workbook::Rgb, 3> kShades = {palette::kLongAgo, palette::kBefore,
                                                           palette::kNow};
  const int last_row = first_row + static_cast<int>(indicators.size()) - 1;
  const auto& years = context.input.results.years();
  const int year_count = static_cast<int>(years.size());
  Chart chart;
  chart.kind = ChartKind::kBar;
  chart.title = "Доли по учебным годам";
  chart.number_format = chart_number_format(Unit::kPercent);
  chart.gap = 45;
  chart.alt_text = "Столбчатая диаграмма долей по учебным годам. ";
  bool any_target = false;
  double longest = 0;
  for (const auto* indicator : indicators) {
    chart.alt_text += spoken_history(context, place, *indicator) + " ";
    const auto* now = context.now(*indicator, place);
    any_target = any_target || (now && now->target);
    if (now && now->target) longest = std::max(longest, *now->target / 100);
    for (const auto& year : years) {
      const auto* figure = context.figure(*indicator, place, year);
      const auto value = figure ? figure->value() : std::nullopt;
      longest = std::max(longest, value.value_or(0) / 100);
    }
    if (at.median < 0) continue;
    const auto& median = context.standings.of(indicator->id).median;
    longest = std::max(longest, static_cast<double>(median.value_or(0)) / 10000);
  }
  set_share_axis(chart, longest);
  const auto labels = cells(at, first_row, at.label, last_row, at.label);
  const auto add = [&](const std::string& name, int column, workbook::Rgb color, bool outline,
                       bool shown) {
    chart.series.push_back(
        {name, labels, cells(at, first_row, column, last_row, column), color, outline, shown});
  };
  for (int i = 0; i < year_count; ++i) {
    const auto shade = static_cast<std::size_t>(std::clamp(3 - year_count + i, 0, 2));
    add(years[static_cast<std::size_t>(i)], at.first_year + i, kShades[shade], false,
        i == year_count - 1);
  }
  if (at.median >= 0) {
    add("Медиана муниципалитетов", at.median, palette::kMedian, false, false);
    chart.title += ", медиана муниципалитетов";
  }
  if (at.target >= 0 && any_target) {
    add("Цель", at.target, palette::kTarget, true, false);
    chart.title += at.median >= 0 ? " и цель" : ", цель";
  }
  return chart;
}

Chart history_chart(const ReportContext& context, const Place& place,
                    const IndicatorDefinition& indicator, const HistoryColumns& at, int row,
                    const std::vector<Companion>& companions) {
  const int year_count = static_cast<int>(context.input.results.years().size());
  const auto* now = context.now(indicator, place);
  const int first = std::min(first_year_with_data(context, place, indicator), year_count - 1);
  const auto over_years = [&](int line, int column) {
    return cells(at, line, column + first, line, column + year_count - 1);
  };
  const auto years = over_years(at.header_row, at.first_year);
  Chart chart;
  // A line through one point is nothing to see.
  chart.kind = first < year_count - 1 ? ChartKind::kLine : ChartKind::kColumn;
  chart.title = indicator.short_title;
  chart.number_format = chart_number_format(now->unit);
  chart.least = 0;
  chart.gap = 120;
  chart.alt_text = "Диаграмма по учебным годам. " + spoken_history(context, place, indicator);
  chart.series.push_back({context.words(place).name, years, over_years(row, at.first_year),
                          palette::kNow, false, true});
  for (const auto& companion : companions) {
    chart.series.push_back({companion.name, years, over_years(row, companion.first_column),
                            companion.color, companion.target, false, !companion.target});
  }
  chart.legend = !companions.empty();
  return chart;
}

}  // namespace metodaktiv::reports
