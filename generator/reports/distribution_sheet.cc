#include "reports/distribution_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/kpi_workbook.h"
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
constexpr double kPlaceWidth = 30, kValueWidth = 15;

void write_header(Sheet& sheet, const SheetStyles& styles, const Distribution& distribution) {
  sheet.text(kHeaderRow, 0, "Территория, муниципалитет", styles.header);
  sheet.text(kHeaderRow, kTotal, "Всего", styles.header);
  sheet.column(0, 0, kPlaceWidth);
  sheet.column(kTotal, kTotal, 10);
  double height = 32;
  int column = kFirstValue;
  for (const auto& value : distribution.definition->values) {
    const auto title = base::capitalized(value.title);
    sheet.text(kHeaderRow, column, title, styles.header);
    sheet.column(column, column, kValueWidth);
    height = std::max(height, workbook::fitting_height(title, kValueWidth, style::header()));
    ++column;
  }
  sheet.row_height(kHeaderRow, height);
}

void write_counts(Sheet& sheet, int row, const SheetStyles& styles, const DistributionRow& place) {
  const bool strong = place.scope != Scope::kMunicipality;
  sheet.text(row, 0, place.name, strong ? styles.text_strong : styles.text);
  workbook::Style name = style::body();
  name.bold = strong;
  sheet.row_height(row, std::max(15.0, workbook::fitting_height(place.name, kPlaceWidth, name)));
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
int write_notes(Sheet& sheet, int row, const SheetStyles& styles,
                const config::DistributionDefinition& definition, int last_column) {
  const auto write = [&](const std::string& text) {
    ++row;
    sheet.merge(row, 0, row, last_column, text, styles.note);
    const double width = kPlaceWidth + 10 + kValueWidth * (last_column - kTotal);
    sheet.row_height(row, std::max(15.0, workbook::fitting_height(text, width, style::body())));
  };
  for (const auto& value : definition.values) {
    if (!value.note.empty())
      write(fmt::format("{}: {}", base::capitalized(value.title), value.note));
  }
  if (!definition.note.empty()) write(definition.note);
  write(fmt::format("Источник: {}.", definition.source));
  return row;
}

}  // namespace

void fill_distribution_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                             const Distribution& distribution) {
  const auto& definition = *distribution.definition;
  write_heading(sheet, styles, context, definition.title, context.input.profile.name);
  sheet.text(2, 1,
             fmt::format("Число {}; доли — от всех ответов. {} учебный год.", definition.unit,
                         context.year()),
             styles.label);
  write_header(sheet, styles, distribution);
  const int last_column = kTotal + static_cast<int>(definition.values.size());
  int row = kHeaderRow;
  for (const auto& place : distribution.rows) {
    write_counts(sheet, ++row, styles, place);
    if (place.scope == Scope::kRegion) write_shares(sheet, ++row, styles, place);
  }
  const int last_row = write_notes(sheet, row + 1, styles, definition, last_column);
  sheet.freeze(kHeaderRow + 1, 1);
  auto page = analytical_page(context, context.input.profile.name, definition.title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, last_row, std::max(last_column, 1));
}

}  // namespace metodaktiv::reports
