#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "workbook/chart.h"
#include "workbook/protection.h"
#include "workbook/style.h"
#include "workbook/table.h"
#include "workbook/validation.h"

struct lxw_worksheet;

namespace metodaktiv::workbook {

class Workbook;

/// Excel takes so many manual page breaks on one sheet.
inline constexpr std::size_t kMostBreaks = 1000;

/// Paper, margins and running lines of a printed sheet. Paper is A4; every page carries its number.
struct PageSetup {
  bool landscape = false;
  int pages_wide = 1;  ///< 0: as many as it takes
  int pages_tall = 0;
  int scale = 0;  ///< percent; used instead of pages_wide/pages_tall when not 0
  double left = 1.5, right = 1.5, top = 1.8, bottom = 1.6;  ///< centimetres
  bool centered = false;
  std::optional<std::pair<int, int>> repeat_rows;
  std::optional<std::pair<int, int>> repeat_columns;
  std::vector<int> breaks_before_columns;  ///< only with scale
  std::vector<int> breaks_before_rows;     ///< only with scale, at most kMostBreaks
  std::string header_left, header_right, footer_left;
};

/// One worksheet. Rows and columns count from 0. Text is always stored as text, whatever it begins
/// with. A handle: copies write to the same sheet, valid while the workbook is open. What cannot be
/// written is a base::Failure that names the file and the sheet.
class Sheet {
 public:
  [[nodiscard]] const std::string& name() const { return name_; }

  void text(int row, int column, std::string_view text, Format format = {});
  void number(int row, int column, double value, Format format = {});
  /// A real date cell; the format's number_format shows it.
  void date(int row, int column, base::Date value, Format format = {});
  /// A real date with the time of day.
  void date_time(int row, int column, base::Date value, int seconds, Format format);
  void blank(int row, int column, Format format);
  /// A formula with the result that a program shows before it recalculates.
  void formula(int row, int column, const std::string& formula, double result, Format format = {});
  /// The same for a formula that gives text.
  void formula(int row, int column, const std::string& formula, std::string_view result,
               Format format = {});
  /// A link to another sheet of the workbook.
  void link(int row, int column, const Sheet& target, std::string_view text, Format format = {});
  /// A link to a cell of another sheet.
  void link(int row, int column, const Sheet& target, int target_row, int target_column,
            std::string_view text, Format format = {});
  /// A link to a page; anything but http, https or mailto stays text.
  void link(int row, int column, const std::string& url, std::string_view text, Format format = {});
  /// A note that shows when the mouse rests on the cell, as large as its text needs.
  void comment(int row, int column, std::string_view text, const std::string& author);
  /// One cell out of many; a range of one cell is written as a plain cell.
  void merge(int first_row, int first_column, int last_row, int last_column, std::string_view text,
             Format format);
  /// Blank cells of this format over a range.
  void fill(int first_row, int first_column, int last_row, int last_column, Format format);

  /// `empty` is the format of cells that nothing is written to; a row's wins over a column's.
  void column(int first, int last, double width, Format empty = {});
  void row_height(int row, double points, Format empty = {});
  void freeze(int rows, int columns);
  void autofilter(int first_row, int first_column, int last_row, int last_column);
  /// A named table with filter buttons; writes its header row. The cells of the data are written by
  /// the caller, in their own formats, and must not be merged. Headers that repeat or are empty
  /// make no table: the rows get a filter alone. Not together with autofilter() over the same rows.
  void table(const Table& table);
  void zoom(int percent);
  void hide_gridlines();
  void tab_color(Rgb color);
  void print_area(int first_row, int first_column, int last_row, int last_column);
  void page(const PageSetup& setup);

  /// Background from `low` over `middle` to `high` by value.
  void color_scale(int first_row, int first_column, int last_row, int last_column, Rgb low,
                   Rgb middle, Rgb high);
  /// A bar behind the number; the whole cell is `most`.
  void data_bar(int first_row, int first_column, int last_row, int last_column, double most,
                Rgb color);

  /// Cells whose text begins so take the colours of the format, also after the reader's edits.
  void highlight(int first_row, int first_column, int last_row, int last_column,
                 std::string_view beginning, Format format);

  void chart(int row, int column, const Chart& chart);

  /// A rule for what is typed into these cells. Ranges of one sheet must not overlap.
  void validate(int first_row, int first_column, int last_row, int last_column,
                const Validation& rule);
  void protect(const Protection& allowed);
  /// The sheet stays in the workbook unseen; never the first one.
  void hide();
  /// No mark beside text that looks like a number.
  void expect_numbers_as_text(int first_row, int first_column, int last_row, int last_column);

  [[nodiscard]] Range range(int first_row, int first_column, int last_row, int last_column) const;

 private:
  friend class Workbook;
  Sheet(Workbook& book, lxw_worksheet* handle, std::string name);

  void check(int error) const;
  /// The text as the library wants it: clean and ending in NUL.
  const char* clean(std::string_view text);

  Workbook* book_;
  lxw_worksheet* handle_;
  std::string name_;
  std::string buffer_;
};

/// "B7" for row 6, column 1.
std::string cell_name(int row, int column);
/// "'Лист'!$B$7:$B$9": the cells as a formula of any sheet names them.
std::string reference(const Range& cells);

}  // namespace metodaktiv::workbook
