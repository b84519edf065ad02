#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/figure_cells.h"
#include "reports/kpi_workbook.h"
#include "reports/summary_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using config::IndicatorDefinition;
using indicators::Place;
using indicators::Scope;
using workbook::Sheet;

constexpr int kGroupRow = 3;
constexpr int kHeaderRow = 4;
constexpr double kPlaceWidth = 26;
constexpr double kCellWidth = 8.5;
constexpr int kScale = 62;                   // percent, of a printed page
constexpr double kPagePixels = 1032 * 0.97;  // A4 across without margins at 100 %

struct ColumnGroup {
  const config::KeyTitle* group;
  std::vector<const IndicatorDefinition*> indicators;
};

std::vector<ColumnGroup> columns_for(const ReportContext& context,
                                     const std::vector<Place>& places) {
  std::vector<ColumnGroup> groups;
  if (places.empty()) return groups;
  for (const auto& group : context.input.profile.indicator_groups) {
    auto indicators = context.indicators_of(places.front(), group.key);
    if (!indicators.empty()) groups.push_back({&group, std::move(indicators)});
  }
  return groups;
}

/// Columns before which a printed page ends: only between groups, as late as the width allows.
std::vector<int> page_breaks(const std::vector<ColumnGroup>& groups) {
  const auto pixels = [](double units) { return 7.45 * units + 5; };
  const double room = kPagePixels * 100 / kScale - pixels(kPlaceWidth);
  std::vector<int> breaks;
  double used = 0;
  int column = 1;
  for (const auto& group : groups) {
    const double width = pixels(kCellWidth) * static_cast<double>(group.indicators.size());
    if (used > 0 && used + width > room) {
      breaks.push_back(column);
      used = 0;
    }
    used += width;
    column += static_cast<int>(group.indicators.size());
  }
  return breaks;
}

void write_region_row(Sheet& sheet, int row, int column, const SheetStyles& styles,
                      const ReportContext& context, const IndicatorDefinition& indicator) {
  const auto* figure = context.now(indicator, context.input.results.region());
  if (figure) {
    write_value(sheet, row, column, styles, figure, styles.centered_value(figure->unit));
  } else {
    sheet.blank(row, column, styles.text);
  }
}

void color(Sheet& sheet, int column, int first, int last, const indicators::Figure& sample) {
  const bool more = sample.target_is == config::TargetIs::kAtLeast;
  sheet.color_scale(first, column, last, column, more ? palette::kWorse : palette::kBetter,
                    palette::kMiddle, more ? palette::kBetter : palette::kWorse);
}

}  // namespace

void fill_matrix_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                       const std::string& title, const std::string& place_title,
                       std::vector<Place> places) {
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return base::folded(a.name) < base::folded(b.name);
  });
  const auto& region = context.input.results.region();
  const auto groups = columns_for(context, places);
  write_heading(sheet, styles, context, title, context.words(region).with_kind);
  sheet.text(2, 0,
             fmt::format("{} учебный год, на {}. Тёплый фон — дальше от лучшего значения столбца, "
                         "холодный — ближе.",
                         context.year(), context.input.as_of.dotted()),
             styles.label);
  sheet.merge(kGroupRow, 0, kHeaderRow, 0, place_title, styles.header);
  sheet.column(0, 0, kPlaceWidth);
  sheet.row_height(kHeaderRow, 165);
  sheet.row_height(kGroupRow, 32);

  const int first = kHeaderRow + 1;
  const int last = kHeaderRow + static_cast<int>(places.size());
  const int region_row = last + 1;
  const int target_row = last + 2;
  for (std::size_t i = 0; i < places.size(); ++i) {
    sheet.text(first + static_cast<int>(i), 0, places[i].name, styles.text);
  }
  sheet.text(region_row, 0, "Регион", styles.total_text);
  sheet.text(target_row, 0, "Цель", styles.total_text);

  int column = 1;
  for (const auto& group : groups) {
    sheet.merge(kGroupRow, column, kGroupRow,
                column + static_cast<int>(group.indicators.size()) - 1, group.group->title,
                styles.header);
    for (const auto* indicator : group.indicators) {
      sheet.text(kHeaderRow, column, indicator->short_title, styles.header_upright);
      for (std::size_t i = 0; i < places.size(); ++i) {
        const auto* figure = context.now(*indicator, places[i]);
        const int row = first + static_cast<int>(i);
        if (figure && figure->scaled(2)) {
          write_value(sheet, row, column, styles, figure, styles.centered_value(figure->unit));
        } else {
          sheet.text(row, column, "—", styles.no_data);
        }
      }
      const auto* sample = context.now(*indicator, places.front());
      color(sheet, column, first, last, *sample);
      write_region_row(sheet, region_row, column, styles, context, *indicator);
      write_target(sheet, target_row, column, styles, *sample);
      ++column;
    }
  }
  const int last_column = std::max(column - 1, 0);
  if (last_column > 0) {
    sheet.column(1, last_column, kCellWidth);
    if (!places.empty()) sheet.autofilter(kHeaderRow, 0, last, last_column);
  }
  sheet.freeze(kHeaderRow + 1, 1);
  // The title would be cut off beside the repeated first column: on paper it stands in the page
  // header.
  auto page = analytical_page(context, region.name,
                              fmt::format("{}, {} учебный год", title, context.year()));
  page.repeat_rows = std::pair(kGroupRow, kHeaderRow);
  page.repeat_columns = std::pair(0, 0);
  page.scale = kScale;
  page.breaks_before_columns = page_breaks(groups);
  sheet.page(page);
  sheet.print_area(kGroupRow, 0, target_row, last_column);
}

}  // namespace metodaktiv::reports
