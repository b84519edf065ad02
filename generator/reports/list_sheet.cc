#include "reports/list_sheet.h"

#include <algorithm>

#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

constexpr int kBackRow = 2, kSentenceRow = 3;
constexpr double kLeastHeight = 17;

}  // namespace

ListSheet::ListSheet(workbook::Sheet sheet, const SheetStyles& styles, const ReportContext& context,
                     const indicators::Place& place, std::string title,
                     std::vector<ListColumn> columns)
    : sheet_(std::move(sheet)),
      printed_(sheet_),
      styles_(styles),
      context_(context),
      place_(place),
      title_(std::move(title)),
      columns_(std::move(columns)) {}

void ListSheet::top(const std::string& sentence, const workbook::Sheet& cover) {
  write_heading(sheet_, styles_, context_, title_, context_.words(place_).with_kind);
  sheet_.link(kBackRow, 0, cover, "← К содержанию", styles_.way_back);
  sheet_.text(kSentenceRow, 0, sentence, styles_.label);
  for (int i = 0; i <= last_column(); ++i)
    sheet_.column(i, i, columns_[static_cast<std::size_t>(i)].width);
  printed_.height(kHeaderRow, 32);
}

int ListSheet::row(const std::vector<std::string>& texts, std::size_t first) {
  ++row_;
  double height = kLeastHeight;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    height = std::max(height,
                      workbook::fitting_height(texts[i], columns_[first + i].width, style::body()));
    sheet_.text(row_, static_cast<int>(first + i), texts[i].empty() ? "—" : texts[i], styles_.text);
  }
  printed_.height(row_, height);
  return row_;
}

void ListSheet::line(const std::string& text, workbook::Format format) {
  below_.emplace_back(text, format);
}

void ListSheet::finish(const char* table_name, int frozen_columns) {
  std::vector<std::string> headers;
  std::vector<double> widths;
  for (const auto& column : columns_) {
    headers.emplace_back(column.title);
    widths.push_back(column.width);
  }
  sheet_.table({.name = table_name,
                .header_row = kHeaderRow,
                .first_column = 0,
                .last_row = row_,
                .headers = headers,
                .header = styles_.header});
  for (const auto& [text, format] : below_) {
    ++row_;
    sheet_.merge(row_, 0, row_, last_column(), text, format);
  }
  sheet_.freeze(kHeaderRow + 1, frozen_columns);
  auto page = analytical_page(context_, context_.words(place_).name, title_);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  printed_.lay_out(page, widths, row_);
  sheet_.page(page);
  sheet_.print_area(0, 0, row_, last_column());
}

}  // namespace metodaktiv::reports
