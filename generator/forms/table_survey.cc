#include "forms/table_survey.h"

#include <algorithm>

#include "base/text.h"
#include "config/form_stamp.h"
#include "tabular/limits.h"
#include "workbook/cell_text.h"
#include "workbook/measure.h"

namespace metodaktiv::forms {
namespace {

constexpr std::int64_t kMeasuredRows = 400;
constexpr std::size_t kMeasuredBytes = 200;  // of a value: what is longer is cut off anyway
constexpr double kFilterButton = 2.6;        // in column units
constexpr double kNarrowest = 8, kWidest = 42;
constexpr double kNarrowestFirst = 14;  // holds the way back to the summary

/// The title without the mark of a required column.
std::string_view without_mark(std::string_view title) {
  return title.ends_with('*') ? base::trimmed(title.substr(0, title.size() - 1)) : title;
}

}  // namespace

TableColumn& TableSurvey::column(std::size_t index) {
  if (columns_.size() <= index) columns_.resize(index + 1);
  return columns_[index];
}

void TableSurvey::read_header(std::span<const tabular::Cell> cells) {
  const auto style = remarks_style::cell(Content::kHeader, Mark::kNone);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (tabular::is_blank(cells[i])) continue;
    auto& one = column(i);
    one.title = base::trimmed(cells[i].text);
    one.form = form_ ? form_->column(without_mark(one.title)) : nullptr;
    one.width = std::max(one.width, workbook::widest_word_width(one.title, style) + kFilterButton);
    one.left_out = base::folded(one.title) == base::folded(config::kRemarksSheet);
  }
}

void TableSurvey::measure(std::span<const tabular::Cell> cells, std::size_t count) {
  const auto style = remarks_style::cell(Content::kText, Mark::kNone);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& text = cells[i].text;
    if (text.empty()) continue;
    auto& one = column(i);
    one.width = text.size() > kMeasuredBytes
                    ? kWidest
                    : std::max(one.width, workbook::fitting_width(text, style));
  }
}

bool TableSurvey::row(std::int64_t number, std::span<const tabular::Cell> cells) {
  std::size_t count = cells.size();
  while (count > 0 && tabular::is_blank(cells[count - 1])) --count;
  if (count == 0) return true;
  if (number == header_row_) {
    read_header(cells);
    return true;
  }
  column(count - 1);
  if (std::any_of(cells.begin(), cells.end(),
                  [](const tabular::Cell& cell) { return !workbook::fits_cell(cell.text); })) {
    too_long_.insert(number);
  }
  if (number < header_row_) return true;
  ++rows_;
  if (rows_ <= kMeasuredRows || marks_.has_row(number)) measure(cells, count);
  return true;
}

std::vector<TableColumn> TableSurvey::columns() const {
  auto columns = columns_;
  const auto named = static_cast<std::size_t>(std::clamp<std::int64_t>(
      marks_.last_column(), 0, static_cast<std::int64_t>(tabular::kMaxColumns)));
  if (columns.size() < named) columns.resize(named);
  for (auto& one : columns) one.width = std::clamp(one.width, kNarrowest, kWidest);
  if (!columns.empty()) columns[0].width = std::max(columns[0].width, kNarrowestFirst);
  return columns;
}

}  // namespace metodaktiv::forms
