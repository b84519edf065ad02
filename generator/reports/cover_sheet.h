#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/context.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

/// A headline figure of the cover. The number is a cell, so that it can be used in formulas.
struct CoverTile {
  std::string caption;
  std::optional<double> value;  ///< «—» without
  std::string formula = {};     ///< what gives the value from other sheets; may be empty
  std::string number_format = "#,##0";
  std::string note = {};  ///< a line below the caption
};

/// A tile whose caption agrees with its number: plural() of the three forms.
CoverTile counted_tile(std::int64_t count, std::string_view one, std::string_view few,
                       std::string_view many);

/// A sheet of the workbook and the question it answers.
struct CoverEntry {
  workbook::Sheet sheet;
  std::string answers;
  std::string title = {};  ///< empty: the name of the sheet, which programs allow 31 letters
};

/// The first sheet of a report, one page: whose it is and when it was made from what, headline
/// figures, what needs attention first, contents. Its grid has columns of one width; what stands on
/// it spans several. Blocks follow each other downwards in the order of the calls.
class CoverSheet {
 public:
  static constexpr int kColumns = 10;
  static constexpr double kColumnWidth = 17;

  CoverSheet(workbook::Workbook& book, workbook::Sheet sheet, const ReportContext& context,
             const indicators::Place& place);

  /// `compared`: the workbook sets this year against the last one.
  void heading(const std::string& title, bool compared = true);
  /// At most five.
  void tiles(const std::vector<CoverTile>& tiles);
  void section(const std::string& title);
  void paragraph(const std::string& text);
  void contents(const std::vector<CoverEntry>& entries);
  /// Page setup and print area; nothing may follow.
  void finish(const std::string& title);

  /// The row that the next block begins at, and moving on behind rows written by the caller.
  [[nodiscard]] int row() const { return row_; }
  void next_row() { ++row_; }
  [[nodiscard]] workbook::Sheet& sheet() { return sheet_; }
  [[nodiscard]] const SheetStyles& styles() const { return styles_; }

  /// Cells over the columns first to last of the current row.
  void text(int first, int last, const std::string& text, workbook::Format format);
  void number(int first, int last, double value, workbook::Format format);
  void link(int first, int last, const workbook::Sheet& target, const std::string& text);
  /// The current row becomes high enough for a text over that many columns.
  void fit(const std::string& text, int columns);
  [[nodiscard]] workbook::Format format(const workbook::Style& style) {
    return book_.format(style);
  }

 private:
  workbook::Workbook& book_;
  workbook::Sheet sheet_;
  SheetStyles styles_;
  const ReportContext& context_;
  const indicators::Place& place_;
  int row_ = 0;
};

/// «← К содержанию» in the third row of a sheet, which is left free for it in its first column.
void write_way_back(workbook::Sheet& sheet, const SheetStyles& styles,
                    const workbook::Sheet& cover);

}  // namespace metodaktiv::reports
