#include "reports/distribution_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <sstream>
#include <vector>

#include "base/text.h"
#include "reports/kpi_workbook.h"
#include "reports/printed_rows.h"
#include "reports/summary_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Distribution;
using indicators::DistributionRow;
using indicators::Scope;
using workbook::Sheet;

constexpr int kHeaderRow = 4;
constexpr int kTotal = 1, kFirstValue = 2;
constexpr double kPlaceWidth = 30, kTotalWidth = 10, kBlankWidth = 10;
constexpr double kLeastValueWidth = 15, kMostValueWidth = 22;
constexpr double kUprightWidth = 110;  // a table so narrow stands on upright paper

/// Of the columns of answers: no word of a head is broken.
double value_width(const config::DistributionDefinition& definition) {
  double width = kLeastValueWidth;
  for (const auto& value : definition.values) {
    std::istringstream words(base::capitalized(value.title));
    for (std::string word; words >> word;)
      width = std::max(width, workbook::fitting_width(word, style::header()) + 1);
  }
  return std::min(width, kMostValueWidth);
}

void write_header(Sheet& sheet, PrintedRows& printed, const SheetStyles& styles,
                  const Distribution& distribution) {
  sheet.text(kHeaderRow, 0, "Территория, муниципалитет", styles.header);
  sheet.text(kHeaderRow, kTotal, "Всего", styles.header);
  sheet.column(0, 0, kPlaceWidth);
  sheet.column(kTotal, kTotal, kTotalWidth);
  double height = 32;
  const double width = value_width(*distribution.definition);
  int column = kFirstValue;
  for (const auto& value : distribution.definition->values) {
    const auto title = base::capitalized(value.title);
    sheet.text(kHeaderRow, column, title, styles.header);
    sheet.column(column, column, width);
    height = std::max(height, workbook::fitting_height(title, width, style::header()));
    ++column;
  }
  printed.height(kHeaderRow, height);
}

void write_counts(Sheet& sheet, PrintedRows& printed, int row, const SheetStyles& styles,
                  const DistributionRow& place) {
  const bool strong = place.scope != Scope::kMunicipality;
  sheet.text(row, 0, place.name, strong ? styles.text_strong : styles.text);
  workbook::Style name = style::body();
  name.bold = strong;
  printed.height(row, std::max(15.0, workbook::fitting_height(place.name, kPlaceWidth, name)));
  sheet.number(row, kTotal, static_cast<double>(place.total.value_or(0)), styles.integer);
  int column = kFirstValue;
  for (const auto& count : place.counts)
    sheet.number(row, column++, static_cast<double>(count.value_or(0)), styles.integer);
}

/// The region's shares, as percent cells.
void write_shares(Sheet& sheet, int row, const SheetStyles& styles, const DistributionRow& region) {
  sheet.text(row, 0, "Доля по региону", styles.text);
  const auto total = static_cast<double>(region.total.value_or(0));
  int column = kTotal;
  const auto share = [&](long long count) {
    if (total > 0) {
      sheet.number(row, column, static_cast<double>(count) / total,
                   styles.value(config::Unit::kPercent));
    } else {
      sheet.text(row, column, "—", styles.text_center);
    }
    ++column;
  };
  share(region.total.value_or(0));
  for (const auto& count : region.counts) share(count.value_or(0));
}

/// What follows from each answer, where the profile says so.
int write_notes(Sheet& sheet, PrintedRows& printed, int row, const SheetStyles& styles,
                const config::DistributionDefinition& definition, int last_column) {
  const auto write = [&](const std::string& text) {
    ++row;
    sheet.merge(row, 0, row, last_column, text, styles.note);
    const double width =
        kPlaceWidth + kTotalWidth + value_width(definition) * (last_column - kTotal);
    printed.height(row, std::max(15.0, workbook::fitting_height(text, width, style::body())));
  };
  for (const auto& value : definition.values) {
    if (!value.note.empty())
      write(fmt::format("{}: {}", base::capitalized(value.title), value.note));
  }
  if (!definition.note.empty()) write(definition.note);
  write(fmt::format("Источник: {}.", definition.source));
  return row;
}

/// The printed columns: those of the table, and as many blank ones as its title needs.
std::vector<double> printed_widths(const config::DistributionDefinition& definition,
                                   const std::string& counted) {
  std::vector<double> widths = {kPlaceWidth, kTotalWidth};
  widths.resize(widths.size() + definition.values.size(), value_width(definition));
  const double needed = std::max(workbook::fitting_width(definition.title, style::title()),
                                 kPlaceWidth + workbook::fitting_width(counted, style::body())) +
                        1;
  while (std::accumulate(widths.begin(), widths.end(), 0.0) < needed) {
    widths.push_back(kBlankWidth);
  }
  return widths;
}

}  // namespace

void fill_distribution_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                             const Distribution& distribution) {
  const auto& definition = *distribution.definition;
  write_heading(sheet, styles, context, definition.title, context.input.profile.name);
  const auto counted = fmt::format("Число {}; доли — от всех ответов. {} учебный год.",
                                   definition.unit, context.year());
  sheet.text(2, 1, counted, styles.label);
  PrintedRows printed(sheet);
  write_header(sheet, printed, styles, distribution);
  const int last_column = kTotal + static_cast<int>(definition.values.size());
  int row = kHeaderRow;
  for (const auto& place : distribution.rows) {
    write_counts(sheet, printed, ++row, styles, place);
    if (place.scope == Scope::kRegion) write_shares(sheet, ++row, styles, place);
  }
  const int last_row = write_notes(sheet, printed, row + 1, styles, definition, last_column);
  for (int i = row; i < last_row; ++i) printed.keep_with_next(i);
  const auto widths = printed_widths(definition, counted);
  const int columns = static_cast<int>(widths.size());
  if (columns > last_column + 1) sheet.column(last_column + 1, columns - 1, kBlankWidth);
  sheet.freeze(kHeaderRow + 1, 1);
  auto page = analytical_page(context, context.input.profile.name, definition.title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  page.landscape = std::accumulate(widths.begin(), widths.end(), 0.0) > kUprightWidth;
  printed.lay_out(page, widths, last_row);
  sheet.page(page);
  sheet.print_area(0, 0, last_row, columns - 1);
}

}  // namespace metodaktiv::reports
