#pragma once

#include <string>
#include <vector>

#include "reports/context.h"

namespace metodaktiv::reports {

/// Where a table keeps the years of its indicators; columns of -1 are not there.
struct HistoryColumns {
  std::string sheet;
  int header_row = 0;  ///< the row that names the years
  int label = 0;       ///< short titles
  int first_year = 1;  ///< values, a column per year of the results
  int median = -1;     ///< of the current year
  int target = -1;
};

/// Percents side by side: for each row of the table a bar per year, the median of the
/// municipalities and the target. The rows first to last must hold percents.
workbook::Chart shares_chart(const ReportContext& context, const indicators::Place& place,
                             const std::vector<const config::IndicatorDefinition*>& indicators,
                             const HistoryColumns& columns, int first_row);

/// One indicator over the years as a line, with other lines whose numbers stand in cells.
struct Companion {
  std::string name;
  int first_column = 0;  ///< a column per year, like the values
  workbook::Rgb color = 0;
  bool target = false;
};
workbook::Chart history_chart(const ReportContext& context, const indicators::Place& place,
                              const config::IndicatorDefinition& indicator,
                              const HistoryColumns& columns, int row,
                              const std::vector<Companion>& companions);

}  // namespace metodaktiv::reports
