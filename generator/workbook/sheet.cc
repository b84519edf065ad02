#include "workbook/sheet.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdint>

#include "base/error.h"
#include "workbook/cell_text.h"
#include "workbook/measure.h"
#include "workbook/workbook.h"

namespace metodaktiv::workbook {
namespace {

constexpr int kPaperA4 = 9;
constexpr int kDaysFrom1899 = 25569;  // from 1899-12-30, Excel's day 0, to 1970-01-01
constexpr double kSecondsPerDay = 86400;
constexpr std::size_t kRunningLineLimit = 80;
constexpr double kMostRowHeight = 409;          // points: Excel takes no more
constexpr std::size_t kLinkCaptionLimit = 250;  // of the caption stored beside the cell's text
constexpr std::size_t kCommentLimit = 2000;     // characters of a comment
constexpr double kCommentColumnWidth = 44;      // in column units
constexpr double kPixelsPerColumnUnit = 7;
constexpr double kPixelsPerPoint = 96.0 / 72.0;
constexpr double kCommentPadding = 12;  // pixels, above and below
constexpr double kCentimetresPerInch = 2.54;

std::uint32_t row_of(int row) { return static_cast<std::uint32_t>(row); }
std::uint16_t column_of(int column) { return static_cast<std::uint16_t>(column); }

/// The number behind a date cell. The 1900 epoch has a 29 February 1900: the days before it count
/// one less.
int serial_day(base::Date day) {
  return day.days_since_epoch() + kDaysFrom1899 - (day < base::Date(1900, 3, 1) ? 1 : 0);
}

/// Text of a page header or footer: '&' starts a code there. libxlsxwriter takes «&&G» and «&&[» for
/// pictures and frees the line twice when there are none: a word joiner keeps them apart.
std::string running(std::string_view text) {
  std::string out;
  for (const char c : cell_text(text, kRunningLineLimit)) {
    if ((c == 'G' || c == '[') && out.ends_with('&')) out += "\u2060";
    out += c == '&' ? "&&" : std::string(1, c);
  }
  return out;
}

bool is_page_address(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://", "mailto:"}) {
    if (url.starts_with(scheme)) return url.size() <= 2000;
  }
  return false;
}

}  // namespace

std::string cell_name(int row, int column) {
  char name[LXW_MAX_CELL_NAME_LENGTH] = {};
  lxw_rowcol_to_cell(name, row_of(row), column_of(column));
  return name;
}

std::string reference(const Range& cells) {
  char name[LXW_MAX_CELL_RANGE_LENGTH] = {};
  lxw_rowcol_to_range_abs(name, row_of(cells.first_row), column_of(cells.first_column),
                          row_of(cells.last_row), column_of(cells.last_column));
  return fmt::format("{}!{}", quoted_sheet_name(cells.sheet), name);
}

Sheet::Sheet(Workbook& book, lxw_worksheet* handle, std::string name)
    : book_(&book), handle_(handle), name_(std::move(name)) {}

void Sheet::check(int error) const {
  if (error == LXW_NO_ERROR) return;
  throw base::Failure(fmt::format("Не удалось заполнить лист «{}» книги Excel «{}»: {}", name_,
                                  book_->file_.string(),
                                  lxw_strerror(static_cast<lxw_error>(error))));
}

const char* Sheet::clean(std::string_view text) {
  if (is_plain_cell_text(text)) {
    buffer_.assign(text);
  } else {
    // Escapes make a text longer: cut what no longer fits.
    buffer_ = cell_text(escape_coded_characters(cell_text(text)));
  }
  return buffer_.c_str();
}

void Sheet::text(int row, int column, std::string_view text, Format format) {
  check(
      worksheet_write_string(handle_, row_of(row), column_of(column), clean(text), format.handle_));
}

void Sheet::number(int row, int column, double value, Format format) {
  check(worksheet_write_number(handle_, row_of(row), column_of(column), value, format.handle_));
}

void Sheet::date(int row, int column, base::Date value, Format format) {
  number(row, column, serial_day(value), format);
}

void Sheet::date_time(int row, int column, base::Date value, int seconds, Format format) {
  number(row, column, serial_day(value) + static_cast<double>(seconds) / kSecondsPerDay, format);
}

void Sheet::blank(int row, int column, Format format) {
  check(worksheet_write_blank(handle_, row_of(row), column_of(column), format.handle_));
}

void Sheet::formula(int row, int column, const std::string& formula, double result, Format format) {
  check(worksheet_write_formula_num(handle_, row_of(row), column_of(column), formula.c_str(),
                                    format.handle_, result));
}

void Sheet::formula(int row, int column, const std::string& formula, std::string_view result,
                    Format format) {
  check(worksheet_write_formula_str(handle_, row_of(row), column_of(column), formula.c_str(),
                                    format.handle_, clean(result)));
}

void Sheet::link(int row, int column, const Sheet& target, std::string_view text, Format format) {
  link(row, column, target, 0, 0, text, format);
}

void Sheet::link(int row, int column, const Sheet& target, int target_row, int target_column,
                 std::string_view text, Format format) {
  const std::string url = fmt::format("internal:{}!{}", quoted_sheet_name(target.name()),
                                      cell_name(target_row, target_column));
  // The library keeps the caption in a buffer of fixed size: a longer text goes to the cell alone.
  const std::string caption = cell_text(text, kLinkCaptionLimit);
  check(worksheet_write_url_opt(handle_, row_of(row), column_of(column), url.c_str(),
                                format.handle_, clean(caption), nullptr));
  if (caption != text) this->text(row, column, text, format);
}

void Sheet::link(int row, int column, const std::string& url, std::string_view shown,
                 Format format) {
  const std::string address = cell_text(url);
  if (!is_page_address(address) ||
      worksheet_write_url_opt(handle_, row_of(row), column_of(column), address.c_str(),
                              format.handle_, clean(shown), nullptr) != LXW_NO_ERROR) {
    text(row, column, shown, format);
  }
}

void Sheet::comment(int row, int column, std::string_view shown, const std::string& author) {
  const std::string words = cell_text(shown, kCommentLimit);
  Style style;
  style.size = 9;
  const int lines = wrapped_lines(words, kCommentColumnWidth, style);
  lxw_comment_options options{};
  options.visible = LXW_COMMENT_DISPLAY_HIDDEN;
  std::string name = cell_text(author, kRunningLineLimit), font = "Arial";
  options.author = name.data();
  options.font_name = font.data();
  options.font_size = style.size;
  options.width = static_cast<std::uint16_t>(kCommentColumnWidth * kPixelsPerColumnUnit);
  options.height =
      static_cast<std::uint16_t>(height_of_lines(lines, style) * kPixelsPerPoint + kCommentPadding);
  check(worksheet_write_comment_opt(handle_, row_of(row), column_of(column), words.c_str(),
                                    &options));
}

void Sheet::merge(int first_row, int first_column, int last_row, int last_column,
                  std::string_view shown, Format format) {
  if (first_row == last_row && first_column == last_column) {
    text(first_row, first_column, shown, format);
    return;
  }
  check(worksheet_merge_range(handle_, row_of(first_row), column_of(first_column), row_of(last_row),
                              column_of(last_column), clean(shown), format.handle_));
}

void Sheet::fill(int first_row, int first_column, int last_row, int last_column, Format format) {
  for (int row = first_row; row <= last_row; ++row) {
    for (int column = first_column; column <= last_column; ++column) blank(row, column, format);
  }
}

void Sheet::column(int first, int last, double width, Format empty) {
  check(worksheet_set_column(handle_, column_of(first), column_of(last), width, empty.handle_));
}

void Sheet::row_height(int row, double points, Format empty) {
  check(worksheet_set_row(handle_, row_of(row), std::min(points, kMostRowHeight), empty.handle_));
}

void Sheet::freeze(int rows, int columns) {
  worksheet_freeze_panes(handle_, row_of(rows), column_of(columns));
}

void Sheet::autofilter(int first_row, int first_column, int last_row, int last_column) {
  check(worksheet_autofilter(handle_, row_of(first_row), column_of(first_column), row_of(last_row),
                             column_of(last_column)));
}

void Sheet::zoom(int percent) { worksheet_set_zoom(handle_, static_cast<std::uint16_t>(percent)); }

void Sheet::hide_gridlines() { worksheet_gridlines(handle_, LXW_HIDE_ALL_GRIDLINES); }

void Sheet::tab_color(Rgb color) { worksheet_set_tab_color(handle_, color); }

void Sheet::print_area(int first_row, int first_column, int last_row, int last_column) {
  check(worksheet_print_area(handle_, row_of(first_row), column_of(first_column), row_of(last_row),
                             column_of(last_column)));
}

void Sheet::page(const PageSetup& setup) {
  worksheet_set_paper(handle_, kPaperA4);
  if (setup.landscape) worksheet_set_landscape(handle_);
  const auto inches = [](double centimetres) { return centimetres / kCentimetresPerInch; };
  worksheet_set_margins(handle_, inches(setup.left), inches(setup.right), inches(setup.top),
                        inches(setup.bottom));
  if (setup.scale != 0) {
    worksheet_set_print_scale(handle_, static_cast<std::uint16_t>(setup.scale));
  } else {
    worksheet_fit_to_pages(handle_, static_cast<std::uint16_t>(setup.pages_wide),
                           static_cast<std::uint16_t>(setup.pages_tall));
  }
  if (setup.centered) worksheet_center_horizontally(handle_);
  if (setup.repeat_rows) {
    check(worksheet_repeat_rows(handle_, row_of(setup.repeat_rows->first),
                                row_of(setup.repeat_rows->second)));
  }
  if (setup.repeat_columns) {
    check(worksheet_repeat_columns(handle_, column_of(setup.repeat_columns->first),
                                   column_of(setup.repeat_columns->second)));
  }
  if (!setup.breaks_before_columns.empty()) {
    std::vector<lxw_col_t> breaks;
    for (const int column : setup.breaks_before_columns) breaks.push_back(column_of(column));
    breaks.push_back(0);
    check(worksheet_set_v_pagebreaks(handle_, breaks.data()));
  }
  if (!setup.breaks_before_rows.empty()) {
    std::vector<lxw_row_t> breaks;
    for (const int row : setup.breaks_before_rows) breaks.push_back(row_of(row));
    breaks.push_back(0);
    check(worksheet_set_h_pagebreaks(handle_, breaks.data()));
  }
  // The size code goes before the font code: digits of the text must not run into it.
  const std::string font = "&8&\"Arial,Regular\"";
  if (!setup.header_left.empty() || !setup.header_right.empty()) {
    check(worksheet_set_header(handle_,
                               fmt::format("&L{0}{1}&R{0}{2}", font, running(setup.header_left),
                                           running(setup.header_right))
                                   .c_str()));
  }
  check(worksheet_set_footer(
      handle_,
      fmt::format("&L{0}{1}&R{0}Стр. &P из &N", font, running(setup.footer_left)).c_str()));
}

void Sheet::color_scale(int first_row, int first_column, int last_row, int last_column, Rgb low,
                        Rgb middle, Rgb high) {
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_3_COLOR_SCALE;
  rule.min_color = low;
  rule.mid_color = middle;
  rule.max_color = high;
  check(worksheet_conditional_format_range(handle_, row_of(first_row), column_of(first_column),
                                           row_of(last_row), column_of(last_column), &rule));
}

void Sheet::data_bar(int first_row, int first_column, int last_row, int last_column, double most,
                     Rgb color) {
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_DATA_BAR;
  rule.bar_color = color;
  rule.bar_solid = LXW_TRUE;
  rule.data_bar_2010 = LXW_TRUE;
  rule.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  rule.min_value = 0;
  rule.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  rule.max_value = most;
  check(worksheet_conditional_format_range(handle_, row_of(first_row), column_of(first_column),
                                           row_of(last_row), column_of(last_column), &rule));
}

void Sheet::highlight(int first_row, int first_column, int last_row, int last_column,
                      std::string_view beginning, Format format) {
  std::string text(beginning);
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_TYPE_TEXT;
  rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH;
  rule.value_string = text.data();
  rule.format = format.handle_;
  check(worksheet_conditional_format_range(handle_, row_of(first_row), column_of(first_column),
                                           row_of(last_row), column_of(last_column), &rule));
}

void Sheet::expect_numbers_as_text(int first_row, int first_column, int last_row, int last_column) {
  const std::string cells =
      fmt::format("{}:{}", cell_name(first_row, first_column), cell_name(last_row, last_column));
  check(worksheet_ignore_errors(handle_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, cells.c_str()));
}

Range Sheet::range(int first_row, int first_column, int last_row, int last_column) const {
  return {name_, first_row, first_column, last_row, last_column};
}

}  // namespace metodaktiv::workbook
