#pragma once

#include <optional>
#include <string>
#include <vector>

#include "changes/changes.h"

namespace metodaktiv::changes {

enum class CellForm { kText, kInteger, kPercent, kFraction, kPresence, kDate };

/// A cell of a table: its text, and what stands behind it where it is a number or a date.
struct ReportCell {
  std::string text;
  std::optional<double> number = {};  ///< percents as 75.2
  CellForm form = CellForm::kText;
  std::optional<base::Date> date = {};
};

struct ReportRow {
  std::vector<ReportCell> cells;  ///< one per column
  std::string group;              ///< in running text: what several rows stand under
  std::string line;               ///< the row in running text
};

struct ReportColumn {
  std::string title;
  double width = 20;  ///< of a sheet, in digits
};

struct ReportTable {
  std::string title;    ///< «Включить в список», short enough for a sheet's name
  std::string summary;  ///< «12 методистов»; empty when there are no rows
  std::vector<ReportColumn> columns;
  std::vector<ReportRow> rows;
  std::string note = {};  ///< below the table; may be empty
  bool to_sign = false;   ///< belongs to the order: the sheet ends with signature lines
  bool if_any = false;    ///< left out when it has no rows
};

/// The changes as every output shows them: text, Markdown and workbook have the same rows.
struct Report {
  std::string title, place, period, sources;
  std::vector<ReportTable> tables;
};

/// `municipality`: code of the one that `changes` was cut down to; empty: the region.
Report make_report(const Changes& changes, const config::RegionProfile& profile,
                   const std::string& municipality);

}  // namespace metodaktiv::changes
