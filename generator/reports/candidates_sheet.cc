#include "reports/candidates_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using config::AllowedValue;
using indicators::Place;
using indicators::Scope;
using workbook::Sheet;

constexpr int kCountsRow = 3;
constexpr int kHeaderRow = 6;

/// Where each column stands; a municipality's own sheet does not repeat its name.
struct Columns {
  explicit Columns(bool whole_region) : municipality(whole_region ? 2 : -1) {}

  int municipality;
  int stage = 0, name = 1;
  int subject = municipality < 0 ? 2 : 3;
  int nominated_by = subject + 1;
  int stage_on = subject + 2;
};
constexpr double kNameWidth = 34, kMunicipalityWidth = 28, kNominatedWidth = 40;

bool belongs(const Candidate& candidate, const Place& place) {
  return place.scope == Scope::kRegion || candidate.municipality_code == place.code;
}

std::vector<const Candidate*> candidates_of(const ReportContext& context, const Place& place) {
  std::vector<const Candidate*> own;
  for (const auto& candidate : context.candidates) {
    if (belongs(candidate, place)) own.push_back(&candidate);
  }
  return own;
}

void write_board(Sheet& sheet, const SheetStyles& styles,
                 const std::vector<const Candidate*>& candidates,
                 const std::vector<AllowedValue>& stages) {
  std::map<std::string, int> counts;
  for (const auto* candidate : candidates) ++counts[candidate->stage];
  int column = 0;
  for (const auto& stage : stages) {
    sheet.text(kCountsRow, column, base::capitalized(stage.title), styles.header);
    sheet.number(kCountsRow + 1, column, counts[stage.key], styles.ordinal);
    ++column;
  }
  sheet.row_height(kCountsRow, 32);
}

void write_headers(Sheet& sheet, const SheetStyles& styles, const Columns& columns) {
  const auto head = [&](int column, const char* title, double width) {
    if (column < 0) return;
    sheet.text(kHeaderRow, column, title, styles.header);
    sheet.column(column, column, width);
  };
  head(columns.stage, "Этап", 26);
  head(columns.name, "Кандидат", kNameWidth);
  head(columns.municipality, "Муниципалитет", kMunicipalityWidth);
  head(columns.subject, "Предмет", 28);
  head(columns.nominated_by, "Кто представил", kNominatedWidth);
  head(columns.stage_on, "Дата этапа", 14);
}

void write_row(Sheet& sheet, int row, const SheetStyles& styles, const Columns& columns,
               const Candidate& candidate, const std::string& stage) {
  sheet.text(row, columns.stage, stage, styles.text);
  sheet.text(row, columns.name, candidate.full_name, styles.text);
  if (columns.municipality >= 0)
    sheet.text(row, columns.municipality, candidate.municipality, styles.text);
  sheet.text(row, columns.subject, candidate.subject, styles.text);
  sheet.text(row, columns.nominated_by, candidate.nominated_by, styles.text);
  if (candidate.stage_on) {
    sheet.date(row, columns.stage_on, *candidate.stage_on, styles.date);
  } else {
    sheet.text(row, columns.stage_on, "—", styles.text_center);
  }
  sheet.row_height(
      row,
      std::max({16.0, workbook::fitting_height(candidate.full_name, kNameWidth, style::body()),
                workbook::fitting_height(candidate.nominated_by, kNominatedWidth, style::body())}));
}

}  // namespace

bool has_candidates(const ReportContext& context, const Place& place) {
  return std::any_of(context.candidates.begin(), context.candidates.end(),
                     [&](const Candidate& candidate) { return belongs(candidate, place); });
}

void fill_candidates_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                           const Place& place) {
  constexpr const char* kTitle = "Кандидаты по этапам";
  const auto words = context.words(place);
  write_heading(sheet, styles, context, kTitle, words.with_kind);
  const auto stages = candidate_stages(context.input.forms);
  const auto candidates = candidates_of(context, place);
  const Columns columns(place.scope == Scope::kRegion);
  write_board(sheet, styles, candidates, stages);
  write_headers(sheet, styles, columns);
  int row = kHeaderRow;
  for (const auto& stage : stages) {
    for (const auto* candidate : candidates) {
      if (candidate->stage == stage.key)
        write_row(sheet, ++row, styles, columns, *candidate, base::capitalized(stage.title));
    }
  }
  const int last_column = columns.stage_on;
  if (row > kHeaderRow) sheet.autofilter(kHeaderRow, 0, row, last_column);
  sheet.freeze(kHeaderRow + 1, 2);
  auto page = analytical_page(context, words.name, kTitle);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, row, last_column);
}

}  // namespace metodaktiv::reports
