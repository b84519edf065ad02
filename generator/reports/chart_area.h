#pragma once

#include <vector>

#include "workbook/workbook.h"

namespace metodaktiv::reports {

/// Where charts stand below a table: a page of A4 landscape, one page wide. The rows under the
/// charts get a fixed height, so that charts are equally high in every program.
class ChartArea {
 public:
  /// `widths` are those of the printed columns, from column 0 on.
  ChartArea(workbook::Sheet& sheet, std::vector<double> widths);

  /// Rows of charts that still fit on the page below `points` of table.
  [[nodiscard]] int rows_below(double points) const;
  /// Gives `count` rows from `row` on their height.
  void prepare(int row, int count);
  /// The chart over `rows` rows from `row` on, between two parts of the width (0 to 1), fitted to
  /// the nearest column edges.
  void put(workbook::Chart chart, int row, int rows, double left, double right);

  static constexpr int kRowPixels = 20;

 private:
  [[nodiscard]] int column_at(double part) const;
  [[nodiscard]] int pixels_before(int column) const;

  workbook::Sheet& sheet_;
  std::vector<int> pixels_;  ///< of each column
  int total_ = 0;
};

}  // namespace metodaktiv::reports
