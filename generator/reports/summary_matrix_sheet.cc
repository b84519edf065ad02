#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

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

constexpr int kGroupRow = 4;
constexpr int kHeaderRow = 5;
constexpr double kPlaceWidth = 25;
constexpr double kCellWidth = 7.6;
constexpr std::array<double, 4> kHeadHeights = {24, 17, 14, 5};  // points, above the table
constexpr double kRowHeight = 14.5, kGroupHeight = 32;           // points
constexpr int kLeastScale = 65, kMostScale = 90;                 // percent, of a printed page

/// A4 without the margins of analytical_page at 100 %: pixels across, points down.
struct Paper {
  double pixels, points;
};
constexpr Paper kLandscape = {1032 * 0.97, 499 * 0.98}, kPortrait = {703 * 0.97, 745 * 0.98};

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

/// The scale at which so many points fit the page, within what can be read.
int scale_for(double points, const Paper& paper) {
  return std::clamp(static_cast<int>(100 * paper.points / points), kLeastScale, kMostScale);
}

double heading_height(const std::vector<ColumnGroup>& groups) {
  double widest = 0;
  for (const auto& group : groups) {
    for (const auto* indicator : group.indicators) {
      // Two lines of an upright heading fit the column.
      widest = std::max(widest, workbook::text_width(indicator->short_title, style::header()));
    }
  }
  return std::clamp(widest * 7 * 0.75 / 1.5, 90.0, 170.0);
}

/// Columns before which a printed page ends: only between groups, as late as the width allows.
std::vector<int> page_breaks(const std::vector<ColumnGroup>& groups, const Paper& paper,
                             int scale) {
  const auto pixels = [](double units) { return 7.45 * units + 5; };
  const double room = paper.pixels * 100 / scale - pixels(kPlaceWidth);
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

void write_target_row(Sheet& sheet, int row, int column, const SheetStyles& styles,
                      const indicators::Figure& sample) {
  if (!sample.target) {
    sheet.blank(row, column, styles.total_text);
    return;
  }
  const double target =
      sample.unit == config::Unit::kPercent ? *sample.target / 100 : *sample.target;
  sheet.number(row, column, target, styles.centered_target(sample));
}

/// Title and place beside the first column, which every printed page repeats: the first page alone
/// shows them, the others have them in the page header.
void write_matrix_heading(Sheet& sheet, const SheetStyles& styles, const std::string& title,
                          const std::string& place) {
  sheet.hide_gridlines();
  sheet.text(0, 1, title, styles.title);
  sheet.text(1, 1, place, styles.subtitle);
  for (int row = 0; row < static_cast<int>(kHeadHeights.size()); ++row) {
    sheet.row_height(row, kHeadHeights[static_cast<std::size_t>(row)]);
  }
}

void color(Sheet& sheet, int column, int first, int last, const indicators::Figure& sample) {
  const bool more = sample.target_is == config::TargetIs::kAtLeast;
  sheet.color_scale(first, column, last, column, more ? palette::kWorse : palette::kBetter,
                    palette::kMiddle, more ? palette::kBetter : palette::kWorse);
}

}  // namespace

void fill_matrix_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                       const std::string& title, const std::string& place_title, Scope scope) {
  const auto places = context.places_by_name(scope);
  const auto& region = context.input.results.region();
  const auto groups = columns_for(context, places);
  write_matrix_heading(sheet, styles, title, context.words(region).with_kind);
  sheet.text(2, 1, "Тёплый фон — дальше от лучшего значения, холодный — ближе.", styles.label);
  sheet.merge(kGroupRow, 0, kHeaderRow, 0, place_title, styles.header);
  sheet.column(0, 0, kPlaceWidth);
  const double heading = heading_height(groups);
  sheet.row_height(kHeaderRow, heading);
  sheet.row_height(kGroupRow, kGroupHeight);

  const int first = kHeaderRow + 1;
  const int last = kHeaderRow + static_cast<int>(places.size());
  const int region_row = last + 1;
  const int target_row = last + 2;
  double points = std::accumulate(kHeadHeights.begin(), kHeadHeights.end(), 0.0) + kGroupHeight +
                  heading + 2 * kRowHeight;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const int row = first + static_cast<int>(i);
    const double height =
        std::max(kRowHeight, workbook::fitting_height(places[i].name, kPlaceWidth, style::body()));
    sheet.text(row, 0, places[i].name, styles.text);
    sheet.row_height(row, height);
    points += height;
  }
  sheet.text(region_row, 0, "Регион", styles.total_text);
  sheet.row_height(region_row, kRowHeight);
  const bool has_targets = std::any_of(groups.begin(), groups.end(), [&](const auto& group) {
    return std::any_of(group.indicators.begin(), group.indicators.end(),
                       [&](const auto* indicator) {
                         return context.now(*indicator, places.front())->target.has_value();
                       });
  });
  if (has_targets) {
    sheet.text(target_row, 0, "Цель", styles.total_text);
    sheet.row_height(target_row, kRowHeight);
  }

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
      if (has_targets) write_target_row(sheet, target_row, column, styles, *sample);
      ++column;
    }
  }
  const int last_column = std::max(column - 1, 0);
  if (last_column > 0) {
    sheet.column(1, last_column, kCellWidth);
    if (!places.empty()) sheet.autofilter(kHeaderRow, 0, last, last_column);
  }
  sheet.freeze(kHeaderRow + 1, 1);
  // Many places stand better on upright paper.
  const bool upright = points > kLandscape.points * 100 / kLeastScale;
  const Paper& paper = upright ? kPortrait : kLandscape;
  auto page = analytical_page(context, region.name,
                              fmt::format("{}, {} учебный год", title, context.year()));
  page.landscape = !upright;
  page.centered = true;
  page.repeat_rows = std::pair(kGroupRow, kHeaderRow);
  page.repeat_columns = std::pair(0, 0);
  page.scale = scale_for(points, paper);
  page.breaks_before_columns = page_breaks(groups, paper, page.scale);
  sheet.page(page);
  sheet.print_area(0, 0, has_targets ? target_row : region_row, last_column);
}

}  // namespace metodaktiv::reports
