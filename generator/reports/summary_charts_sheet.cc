#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/chart_area.h"
#include "reports/kpi_workbook.h"
#include "reports/summary_history.h"
#include "reports/summary_workbook.h"

namespace metodaktiv::reports {
namespace {

using config::Unit;
using workbook::Chart;
using workbook::Sheet;

constexpr int kFirstRow = 4;
constexpr int kColumns = 12;
constexpr double kColumnWidth = 15;
constexpr int kScale = 70;       // percent, of a printed page
constexpr int kRowsOnPage = 46;  // at that scale
constexpr int kHeadRows = 5;     // that the heading takes of the first page
constexpr int kLeastRows = 12, kRowsPerShare = 3;

struct Planned {
  Chart chart;
  int rows = 0;
};

std::vector<Planned> plan(const ReportContext& context, const Sheet& history) {
  const auto& region = context.input.results.region();
  const auto columns = history_columns(context, history);
  std::vector<Planned> all;
  for (const auto& group : history_rows(context)) {
    std::vector<const config::IndicatorDefinition*> percents;
    for (const auto* indicator : group.indicators) {
      if (context.now(*indicator, region)->unit == Unit::kPercent) percents.push_back(indicator);
    }
    if (!percents.empty()) {
      Planned shares{shares_chart(context, region, percents, columns, group.first_row),
                     std::max(kLeastRows, 7 + kRowsPerShare * static_cast<int>(percents.size()))};
      shares.chart.title = fmt::format("{}: {}", group.group->title, "доли и цели");
      all.push_back(std::move(shares));
    }
    int row = group.first_row;
    for (const auto* indicator : group.indicators) {
      const auto* now = context.now(*indicator, region);
      if (now->unit != Unit::kPercent && now->scaled(2)) {
        std::vector<Companion> companions;
        if (now->target) {
          companions.push_back({"Цель", history_target_column(context), palette::kTarget, true});
        }
        all.push_back(
            {history_chart(context, region, *indicator, columns, row, companions), kLeastRows});
      }
      ++row;
    }
  }
  return all;
}

}  // namespace

void fill_history_charts_sheet(Sheet& sheet, Sheet& history, const SheetStyles& styles,
                               const ReportContext& context) {
  constexpr const char* kTitle = "Динамика по региону на диаграммах";
  write_heading(sheet, styles, context, kTitle,
                context.words(context.input.results.region()).with_kind);
  sheet.column(0, kColumns - 1, kColumnWidth);
  ChartArea area(sheet, std::vector<double>(kColumns, kColumnWidth));

  auto page = analytical_page(context, context.input.profile.name, kTitle);
  page.scale = kScale;
  // Two columns; a chart goes where there is more room, and never over the end of a page. One that
  // would stand on its page alone takes its whole width.
  std::array<int, 2> next = {kFirstRow, kFirstRow};
  int page_end = kFirstRow + kRowsOnPage - kHeadRows;
  auto charts = plan(context, history);
  for (std::size_t i = 0; i < charts.size(); ++i) {
    auto& planned = charts[i];
    std::size_t side = next[1] < next[0] ? 1 : 0;
    if (next[side] + planned.rows > page_end) {
      // A row stays blank: a frame on the very edge of a page also shows at the end of the former.
      next = {page_end + 1, page_end + 1};
      page.breaks_before_rows.push_back(page_end);
      page_end += kRowsOnPage;
      side = 0;
    }
    const bool alone = i + 1 == charts.size() && next[0] == next[1];
    area.put(std::move(planned.chart), next[side], planned.rows, side == 0 ? 0 : 0.5,
             side == 0 && !alone ? 0.5 : 1);
    next[side] += planned.rows;
  }
  const int end = std::max(next[0], next[1]);
  area.prepare(kFirstRow, end - kFirstRow);
  sheet.page(page);
  sheet.print_area(0, 0, end - 1, kColumns - 1);
}

}  // namespace metodaktiv::reports
