#pragma once

#include <vector>

#include "reports/context.h"
#include "reports/history_charts.h"

namespace metodaktiv::reports {

/// A group's rows on the history sheet of summary.xlsx; percents stand together, first.
struct GroupRows {
  const config::KeyTitle* group = nullptr;
  std::vector<const config::IndicatorDefinition*> indicators;
  int first_row = 0;
};

std::vector<GroupRows> history_rows(const ReportContext& context);
HistoryColumns history_columns(const ReportContext& context, const workbook::Sheet& history);
/// The first of the columns with the target of each year, filled where it is no percent.
int history_target_column(const ReportContext& context);

}  // namespace metodaktiv::reports
