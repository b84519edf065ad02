#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reports/context.h"
#include "reports/printed_rows.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

struct ListColumn {
  const char* title;
  double width;
};

/// A list on a sheet of its own: heading, way back, a sentence, a named table, the paper.
class ListSheet {
 public:
  static constexpr int kHeaderRow = 5;

  ListSheet(workbook::Sheet sheet, const SheetStyles& styles, const ReportContext& context,
            const indicators::Place& place, std::string title, std::vector<ListColumn> columns);

  /// What stands above the list.
  void top(const std::string& sentence, const workbook::Sheet& cover);
  /// Begins the next row with texts in the columns from `first` on, «—» for an empty one; returns
  /// the row, whose other cells the caller writes.
  int row(const std::vector<std::string>& texts, std::size_t first);
  /// A line over all columns below the list.
  void line(const std::string& text, workbook::Format format);
  /// The table under a name of Latin letters, frozen panes, page setup; nothing may follow.
  void finish(const char* table_name, int frozen_columns);

  [[nodiscard]] int last_row() const { return row_; }
  [[nodiscard]] int last_column() const { return static_cast<int>(columns_.size()) - 1; }

 private:
  workbook::Sheet sheet_;
  PrintedRows printed_;
  const SheetStyles& styles_;
  const ReportContext& context_;
  const indicators::Place& place_;
  std::string title_;
  std::vector<ListColumn> columns_;
  std::vector<std::pair<std::string, workbook::Format>> below_;
  int row_ = kHeaderRow;
};

}  // namespace metodaktiv::reports
