#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "reports/candidates_sheet.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Scope;
using workbook::cell_name;
using workbook::Sheet;

constexpr int kHeaderRow = 4;
constexpr double kPlaceWidth = 32, kStageWidth = 17;
constexpr int kMostRowsOfOnePage = 70;

/// A cell that counts by name does so only where a name stands for one municipality.
bool names_are_unique(const std::vector<indicators::Place>& places) {
  std::set<std::string> names;
  return std::all_of(places.begin(), places.end(), [&](const auto& place) {
    return names.insert(base::to_lower(place.name)).second;
  });
}

/// Counts by municipality and stage.
using Counts = std::map<std::pair<std::string, std::string>, int>;

Counts counts_of(const ReportContext& context) {
  Counts counts;
  for (const auto& candidate : context.candidates) {
    ++counts[{candidate.municipality_code, candidate.stage}];
  }
  return counts;
}

class Totals {
 public:
  Totals(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
         const CandidateCells& cells)
      : sheet_(sheet),
        styles_(styles),
        cells_(cells),
        stages_(candidate_stages(context.input.forms)),
        places_(context.places_by_name(Scope::kMunicipality)),
        counts_(counts_of(context)),
        by_formula_(names_are_unique(places_)) {}

  [[nodiscard]] int last_column() const { return static_cast<int>(stages_.size()) + 1; }
  [[nodiscard]] int last_row() const { return kHeaderRow + static_cast<int>(places_.size()) + 1; }

  void write() {
    std::vector<std::string> headers = {"Муниципалитет"};
    for (const auto& stage : stages_) headers.push_back(base::capitalized(stage.title));
    headers.emplace_back("Всего");
    sheet_.column(0, 0, kPlaceWidth);
    sheet_.column(1, last_column(), kStageWidth);
    int row = kHeaderRow;
    for (const auto& place : places_) write_place(++row, place);
    sheet_.table({"candidate_totals", kHeaderRow, 0, row, headers, styles_.header});
    sheet_.row_height(kHeaderRow, 36);
    write_total(row + 1);
  }

 private:
  void write_place(int row, const indicators::Place& place) {
    sheet_.text(row, 0, place.name, styles_.text);
    sheet_.row_height(
        row, std::max(15.0, workbook::fitting_height(place.name, kPlaceWidth, style::body())));
    int all = 0;
    for (std::size_t i = 0; i < stages_.size(); ++i) {
      const int column = static_cast<int>(i) + 1;
      const auto found = counts_.find({place.code, stages_[i].key});
      const int count = found == counts_.end() ? 0 : found->second;
      all += count;
      if (!by_formula_) {
        sheet_.number(row, column, count, styles_.ordinal);
        continue;
      }
      // Not COUNTIFS: it would read a name that begins with «=» or holds «*» as a condition.
      sheet_.formula(
          row, column,
          fmt::format("=SUMPRODUCT(({}={})*({}={}))", reference(cells_.municipalities),
                      cell_name(row, 0), reference(cells_.stages), cell_name(kHeaderRow, column)),
          count, styles_.ordinal);
    }
    sheet_.formula(row, last_column(),
                   fmt::format("=SUM({}:{})", cell_name(row, 1), cell_name(row, last_column() - 1)),
                   all, styles_.total_integer);
  }

  void write_total(int row) {
    sheet_.text(row, 0, "Всего по региону", styles_.total_text);
    sheet_.row_height(row, 18);
    int all = 0;
    for (int column = 1; column <= last_column(); ++column) {
      int sum = 0;
      for (const auto& place : places_) {
        if (column == last_column()) break;
        const auto found =
            counts_.find({place.code, stages_[static_cast<std::size_t>(column - 1)].key});
        sum += found == counts_.end() ? 0 : found->second;
      }
      all += sum;
      sheet_.formula(
          row, column,
          fmt::format("=SUM({}:{})", cell_name(kHeaderRow + 1, column), cell_name(row - 1, column)),
          column == last_column() ? all : sum, styles_.total_integer);
    }
  }

  Sheet& sheet_;
  const SheetStyles& styles_;
  const CandidateCells& cells_;
  std::vector<config::AllowedValue> stages_;
  std::vector<indicators::Place> places_;
  Counts counts_;
  bool by_formula_;
};

}  // namespace

void fill_candidate_totals_sheet(Sheet& sheet, const SheetStyles& styles,
                                 const ReportContext& context, const CandidateCells& cells) {
  constexpr const char* kTitle = "Кандидаты по этапам и муниципалитетам";
  write_heading(sheet, styles, context, kTitle, context.input.profile.name);
  Totals totals(sheet, styles, context, cells);
  totals.write();
  sheet.freeze(kHeaderRow + 1, 1);
  auto page = analytical_page(context, context.input.profile.name, kTitle);
  page.landscape = false;
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  if (totals.last_row() <= kMostRowsOfOnePage) page.pages_tall = 1;
  sheet.page(page);
  sheet.print_area(0, 0, totals.last_row(), totals.last_column());
}

}  // namespace metodaktiv::reports
