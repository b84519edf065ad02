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

constexpr int kCountsRow = 4;

/// Where each column stands; a municipality's own sheet does not repeat its name.
struct Columns {
  explicit Columns(bool whole_region) : municipality(whole_region ? 2 : -1) {}

  int municipality;
  int stage = 0, name = 1;
  int subject = municipality < 0 ? 2 : 3;
  int nominated_by = subject + 1;
  int stage_on = subject + 2;
};
constexpr double kNameWidth = 36, kMunicipalityWidth = 28, kSubjectWidth = 30, kNominatedWidth = 42;

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

/// How many stand at each stage, as formulas over the register below.
void write_board(Sheet& sheet, const SheetStyles& styles,
                 const std::vector<const Candidate*>& candidates,
                 const std::vector<AllowedValue>& stages, int first_row, int last_row) {
  std::map<std::string, int> counts;
  for (const auto* candidate : candidates) ++counts[candidate->stage];
  int column = 0;
  for (const auto& stage : stages) {
    sheet.text(kCountsRow, column, base::capitalized(stage.title), styles.header);
    sheet.formula(
        kCountsRow + 1, column,
        fmt::format("=COUNTIF({}:{},{})", workbook::cell_name(first_row, 0),
                    workbook::cell_name(last_row, 0), workbook::cell_name(kCountsRow, column)),
        counts[stage.key], styles.ordinal);
    ++column;
  }
  sheet.row_height(kCountsRow, 32);
  sheet.row_height(kCountsRow + 1, 20);
}

std::vector<std::string> headers_of(Sheet& sheet, const Columns& columns) {
  std::vector<std::string> headers(static_cast<std::size_t>(columns.stage_on) + 1);
  const auto head = [&](int column, const char* title, double width) {
    if (column < 0) return;
    headers[static_cast<std::size_t>(column)] = title;
    sheet.column(column, column, width);
  };
  head(columns.stage, "Этап", 26);
  head(columns.name, "Кандидат", kNameWidth);
  head(columns.municipality, "Муниципалитет", kMunicipalityWidth);
  head(columns.subject, "Предмет", kSubjectWidth);
  head(columns.nominated_by, "Кто представил", kNominatedWidth);
  head(columns.stage_on, "Дата этапа", 14);
  return headers;
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
  const auto height = [](const std::string& text, double width) {
    return workbook::fitting_height(text, width, style::body());
  };
  sheet.row_height(
      row,
      std::max({16.0, height(candidate.full_name, kNameWidth),
                columns.municipality < 0 ? 0.0 : height(candidate.municipality, kMunicipalityWidth),
                height(candidate.subject, kSubjectWidth),
                height(candidate.nominated_by, kNominatedWidth)}));
}

}  // namespace

bool has_candidates(const ReportContext& context, const Place& place) {
  return std::any_of(context.candidates.begin(), context.candidates.end(),
                     [&](const Candidate& candidate) { return belongs(candidate, place); });
}

CandidateCells fill_candidates_sheet(Sheet& sheet, const SheetStyles& styles,
                                     const ReportContext& context, const Place& place) {
  const bool whole_region = place.scope == Scope::kRegion;
  const char* title = whole_region ? "Кандидаты поимённо" : "Кандидаты по этапам";
  const auto words = context.words(place);
  write_heading(sheet, styles, context, title, words.with_kind);
  const auto stages = candidate_stages(context.input.forms);
  const auto candidates = candidates_of(context, place);
  const Columns columns(whole_region);
  const auto headers = headers_of(sheet, columns);
  const int header_row = whole_region ? kCountsRow : kCountsRow + 3;
  int row = header_row;
  for (const auto& stage : stages) {
    for (const auto* candidate : candidates) {
      if (candidate->stage == stage.key)
        write_row(sheet, ++row, styles, columns, *candidate, base::capitalized(stage.title));
    }
  }
  if (!whole_region) {
    write_board(sheet, styles, candidates, stages, header_row + 1, std::max(row, header_row + 1));
  }
  const int last_column = columns.stage_on;
  sheet.table({"candidate_list", header_row, 0, row, headers, styles.header});
  sheet.row_height(header_row, 22);
  sheet.freeze(header_row + 1, 2);
  auto page = analytical_page(context, words.name, title);
  page.repeat_rows = std::pair(header_row, header_row);
  sheet.page(page);
  sheet.print_area(0, 0, row, last_column);
  const auto column = [&](int index) { return sheet.range(header_row + 1, index, row, index); };
  return {column(columns.stage), column(std::max(columns.municipality, 0))};
}

}  // namespace metodaktiv::reports
