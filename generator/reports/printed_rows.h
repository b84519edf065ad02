#pragma once

#include <map>
#include <set>
#include <span>

#include "workbook/sheet.h"

namespace metodaktiv::reports {

/// The rows of a sheet on paper: remembers their heights, so that a page ends where a reader would
/// end it.
class PrintedRows {
 public:
  explicit PrintedRows(workbook::Sheet& sheet) : sheet_(sheet) {}

  /// Sets the row's height on the sheet, too. A row never given a height has the default one.
  void height(int row, double points);
  /// A page never ends behind this row.
  void keep_with_next(int row) { kept_.insert(row); }
  /// A page begins with this row.
  void start_page(int row) { starts_.insert(row); }

  /// Chooses a scale at which columns of these widths fit the paper, and the page breaks of rows 0
  /// to `last_row`. The last page is not left with a row or two. Rows of `page.repeat_rows` take
  /// room on every page. A list with more pages than Excel takes breaks is left to the program.
  void lay_out(workbook::PageSetup& page, std::span<const double> widths, int last_row) const;

 private:
  struct Pages {
    std::vector<int> breaks;
    double last_height = 0;  ///< of what stands on the last page
  };
  [[nodiscard]] double height_of(int row) const;
  [[nodiscard]] Pages pages(double room, double repeated, int last_row) const;

  workbook::Sheet& sheet_;
  std::map<int, double> heights_;
  std::set<int> kept_, starts_;
};

}  // namespace metodaktiv::reports
