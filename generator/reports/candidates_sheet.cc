#include "reports/candidates_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "config/ownership.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using config::AllowedValue;
using workbook::Sheet;

constexpr int kCountsRow = 3;
constexpr int kHeaderRow = 6;
constexpr std::array<const char*, 6> kHeaders = {"Этап",    "Кандидат",       "Муниципалитет",
                                                 "Предмет", "Кто представил", "Дата этапа"};
constexpr std::array<double, 6> kWidths = {26, 34, 28, 28, 40, 14};

/// The stages in their order, as the form of nominations names them.
std::vector<AllowedValue> stages(const ReportContext& context) {
  const auto* form = config::form_of(context.input.forms, "nominations");
  const auto* column = form ? form->column("stage") : nullptr;
  return column ? column->values : std::vector<AllowedValue>();
}

void write_board(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                 const std::vector<AllowedValue>& all) {
  std::map<std::string, int> counts;
  for (const auto& candidate : context.candidates) ++counts[candidate.stage];
  int column = 0;
  for (const auto& stage : all) {
    sheet.text(kCountsRow, column, base::capitalized(stage.title), styles.header);
    sheet.number(kCountsRow + 1, column, counts[stage.key], styles.ordinal);
    ++column;
  }
  sheet.row_height(kCountsRow, 32);
}

void write_row(Sheet& sheet, int row, const SheetStyles& styles, const Candidate& candidate,
               const std::string& stage) {
  sheet.text(row, 0, stage, styles.text);
  sheet.text(row, 1, candidate.full_name, styles.text);
  sheet.text(row, 2, candidate.municipality, styles.text);
  sheet.text(row, 3, candidate.subject, styles.text);
  sheet.text(row, 4, candidate.nominated_by, styles.text);
  if (candidate.stage_on) {
    sheet.date(row, 5, *candidate.stage_on, styles.date);
  } else {
    sheet.text(row, 5, "—", styles.text_center);
  }
  sheet.row_height(
      row, std::max({16.0, workbook::fitting_height(candidate.full_name, kWidths[1], style::body()),
                     workbook::fitting_height(candidate.nominated_by, kWidths[4], style::body())}));
}

}  // namespace

void fill_candidates_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context) {
  constexpr const char* kTitle = "Кандидаты по этапам";
  write_heading(sheet, styles, context, kTitle, context.input.profile.name);
  const auto all = stages(context);
  write_board(sheet, styles, context, all);
  for (std::size_t i = 0; i < kHeaders.size(); ++i) {
    const int column = static_cast<int>(i);
    sheet.text(kHeaderRow, column, kHeaders[i], styles.header);
    sheet.column(column, column, kWidths[i]);
  }
  int row = kHeaderRow;
  for (const auto& stage : all) {
    for (const auto& candidate : context.candidates) {
      if (candidate.stage == stage.key)
        write_row(sheet, ++row, styles, candidate, base::capitalized(stage.title));
    }
  }
  const int last_column = static_cast<int>(kHeaders.size()) - 1;
  if (row > kHeaderRow) sheet.autofilter(kHeaderRow, 0, row, last_column);
  sheet.freeze(kHeaderRow + 1, 2);
  auto page = analytical_page(context, context.input.profile.name, kTitle);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, row, last_column);
}

}  // namespace metodaktiv::reports
