#include <algorithm>
#include <array>

#include "reports/kpi_workbook.h"
#include "reports/summary_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

constexpr int kHeaderRow = 4;
constexpr std::array<const char*, 4> kHeaders = {"Муниципалитет", "Раздел", "Показатель",
                                                 "Чего нет в реестре"};
constexpr std::array<double, 4> kWidths = {28, 28, 58, 58};

}  // namespace

int fill_missing_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                       const ReportContext& context) {
  constexpr const char* kTitle = "Показатели без данных";
  write_heading(sheet, styles, context, kTitle, context.input.profile.name);
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  sheet.row_height(kHeaderRow, 22);
  int row = kHeaderRow;
  for (const auto& place : context.places_by_name(indicators::Scope::kMunicipality)) {
    for (const auto& group : context.input.profile.indicator_groups) {
      for (const auto* indicator : context.indicators_of(place, group.key)) {
        if (context.now(*indicator, place)->scaled(2)) continue;
        ++row;
        const std::array<std::string, 4> cells = {place.name, group.title, indicator->title,
                                                  indicator->denominator};
        double height = 16;
        for (std::size_t i = 0; i < cells.size(); ++i) {
          sheet.text(row, static_cast<int>(i), cells[i].empty() ? "—" : cells[i], styles.text);
          height = std::max(height, workbook::fitting_height(cells[i], kWidths[i], style::body()));
        }
        sheet.row_height(row, height);
      }
    }
  }
  const int count = row - kHeaderRow;
  sheet.table({"missing", kHeaderRow, 0, row,
               std::vector<std::string>(kHeaders.begin(), kHeaders.end()), styles.header});
  if (count == 0) {
    ++row;
    sheet.merge(row, 0, row, 3, "Данные есть по всем показателям всех муниципалитетов.",
                styles.text);
  }
  finish_summary_sheet(sheet, context, kTitle, kHeaderRow, row, 3);
  return count;
}

}  // namespace metodaktiv::reports
