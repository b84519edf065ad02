#include "forms/remarks_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "config/form_stamp.h"
#include "forms/table_survey.h"
#include "forms/typed_cell.h"
#include "workbook/measure.h"

namespace metodaktiv::forms {
namespace {

using base::Finding;

constexpr std::int64_t kMostRows = 20'000;  // above them only rows with remarks are written
constexpr std::int64_t kMostCells = 1'000'000;
constexpr std::int64_t kDeepestFrozenRow = 15;
constexpr double kWordsWidth = 62;
constexpr double kPrintedWidth = 280;  // column units on a page that can still be read
constexpr double kTallestRow = 400;    // points; Excel takes 409
constexpr workbook::Rgb kErrorTab = 0xC4331B, kWarningTab = 0xE0A100;
constexpr const char* kAuthor = "Методактив";
constexpr std::string_view kBack = "← ";

/// Which rows go into the workbook and where.
class RowChoice {
 public:
  RowChoice(const RemarkedTable& table, const TableSurvey& survey, const TableMarks& marks,
            std::size_t columns)
      : table_(table), marks_(marks), too_long_(survey.too_long()) {
    const auto rows =
        table.only_rows ? static_cast<std::int64_t>(table.rows.size()) : survey.rows();
    marked_only_ = rows > kMostRows || rows * static_cast<std::int64_t>(columns) > kMostCells;
  }

  [[nodiscard]] bool marked_only() const { return marked_only_; }
  [[nodiscard]] bool all_rows() const { return !marked_only_ && !table_.only_rows; }

  [[nodiscard]] bool wants(std::int64_t row) const {
    if (too_long_.contains(row)) return false;
    if (row <= table_.header_row || all_rows() || marks_.has_row(row)) return true;
    return !marked_only_ && std::binary_search(table_.rows.begin(), table_.rows.end(), row);
  }

 private:
  const RemarkedTable& table_;
  const TableMarks& marks_;
  const std::set<std::int64_t>& too_long_;
  bool marked_only_ = false;
};

class SheetFiller : public tabular::RowSink {
 public:
  SheetFiller(workbook::Sheet& sheet, const workbook::Sheet& summary, const RemarksStyles& styles,
              const RemarkedTable& table, const TableMarks& marks, const RowChoice& choice,
              const std::vector<TableColumn>& columns, WrittenTable& written)
      : sheet_(sheet),
        summary_(summary),
        styles_(styles),
        table_(table),
        marks_(marks),
        choice_(choice),
        columns_(columns),
        written_(written),
        next_row_(static_cast<int>(table.header_row)) {
    for (const auto& column : columns) {
      targets_.push_back(column.left_out ? -1 : width_);
      if (!column.left_out) ++width_;
    }
  }

  bool row(std::int64_t number, std::span<const tabular::Cell> cells) override {
    if (!choice_.wants(number)) return true;
    const auto* findings = marks_.of_row(number);
    if (!findings && std::all_of(cells.begin(), cells.end(), tabular::is_blank)) return true;
    const int target = choice_.all_rows() || number <= table_.header_row
                           ? static_cast<int>(number) - 1
                           : next_row_++;
    if (findings) written_.rows[number] = target;
    write_row(number, target, cells, findings);
    last_row_ = std::max(last_row_, target);
    return true;
  }
  void file_problem(std::int64_t, tabular::Problem) override {}
  void cut_short() override {}

  /// Columns of the table; the remarks stand in the next one.
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int last_row() const { return last_row_; }
  [[nodiscard]] const std::vector<int>& targets() const { return targets_; }

 private:
  void write_row(std::int64_t number, int row, std::span<const tabular::Cell> cells,
                 const std::vector<const Finding*>* findings) {
    const bool is_header = number == table_.header_row;
    const bool is_title = number < table_.header_row;
    const auto remarks = findings ? by_column(*findings) : std::map<int, Remark>();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const int column = targets_[i];
      if (column < 0) continue;
      const auto remark = remarks.find(column);
      const Mark mark = remark == remarks.end() ? Mark::kNone : remark->second.mark;
      const tabular::Cell cell = i < cells.size() ? cells[i] : tabular::Cell();
      if (is_title && mark == Mark::kNone) {
        if (!tabular::is_blank(cell)) title_cell(row, column, cell);
      } else {
        auto value = typed(cell, columns_[i].form, table_.sheet.empty());
        if (is_header) value.content = Content::kHeader;
        if (is_header && value.text.empty()) value.text = cell.text;
        write_cell(sheet_, row, column, value, styles_, mark);
      }
      if (mark != Mark::kNone) sheet_.comment(row, column, remark->second.text, kAuthor);
    }
    if (is_header) write_header_end(row);
    if (!is_header && !is_title && table_.header_row > 0) write_words(row, findings);
  }

  void title_cell(int row, int column, const tabular::Cell& cell) {
    const auto value = typed(cell, nullptr, false);
    if (value.text.starts_with(kBack)) {  // a form's link to its cover
      sheet_.link(row, column, summary_, fmt::format("{}{}", kBack, summary_.name()), styles_.back);
    } else if (value.content == Content::kText) {
      sheet_.text(row, column, value.text, row == 0 ? styles_.heading : styles_.note);
    } else {
      write_cell(sheet_, row, column, value, styles_, Mark::kNone);
    }
  }

  /// The remarks of each cell; those about the row as a whole go to its first cell.
  std::map<int, Remark> by_column(const std::vector<const Finding*>& findings) const {
    std::map<int, Remark> remarks;
    for (const auto* finding : findings) {
      remarks[written_.column_of(finding->place).value_or(0)].add(*finding, remark_words(*finding));
    }
    return remarks;
  }

  void write_header_end(int row) {
    sheet_.text(row, width_, config::kRemarksSheet, styles_.words_header);
    const auto style = remarks_style::cell(Content::kHeader, Mark::kNone);
    double height = 0;
    for (const auto& column : columns_)
      height = std::max(height, workbook::fitting_height(column.title, column.width - 1, style));
    sheet_.row_height(row, std::min(height + 4, kTallestRow));
  }

  void write_words(int row, const std::vector<const Finding*>* findings) {
    if (!findings) {
      sheet_.blank(row, width_, styles_.words);
      return;
    }
    Remark all;
    for (const auto* finding : *findings)
      all.add(*finding, remark_words(*finding, finding->place.column));
    sheet_.text(row, width_, all.text, styles_.words);
    const double height = workbook::fitting_height(all.text, kWordsWidth, remarks_style::words());
    sheet_.row_height(row, std::min(height, kTallestRow));
  }

  workbook::Sheet& sheet_;
  const workbook::Sheet& summary_;
  const RemarksStyles& styles_;
  const RemarkedTable& table_;
  const TableMarks& marks_;
  const RowChoice& choice_;
  const std::vector<TableColumn>& columns_;
  WrittenTable& written_;
  std::vector<int> targets_;
  int width_ = 0;
  int next_row_;
  int last_row_ = 0;
};

void note_columns(const std::vector<TableColumn>& columns, const std::vector<int>& targets,
                  WrittenTable& written) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (targets[i] < 0) continue;
    written.columns[static_cast<std::int64_t>(i) + 1] = targets[i];
    if (!columns[i].title.empty())
      written.titles.emplace(base::folded(columns[i].title), targets[i]);
    if (columns[i].form) {
      written.titles.emplace(base::folded(columns[i].form->title), targets[i]);
      written.titles.emplace(base::folded(columns[i].form->key), targets[i]);
    }
  }
}

void lay_out(workbook::Sheet& sheet, const RemarkedTable& table, const SheetFiller& filler,
             const std::vector<TableColumn>& columns, Mark worst) {
  double total = kWordsWidth;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const int target = filler.targets()[i];
    if (target < 0) continue;
    sheet.column(target, target, columns[i].width);
    total += columns[i].width;
  }
  workbook::PageSetup page;
  page.landscape = true;
  page.pages_wide = static_cast<int>(std::ceil(total / kPrintedWidth));
  page.header_left = sheet.name();
  if (table.header_row > 0) {
    const int header = static_cast<int>(table.header_row) - 1;
    const int last = std::max(filler.last_row(), header);
    sheet.column(filler.width(), filler.width(), kWordsWidth);
    sheet.autofilter(header, 0, last, filler.width());
    if (table.header_row <= kDeepestFrozenRow) sheet.freeze(header + 1, 0);
    page.repeat_rows = {header, header};
    if (filler.width() > 0) sheet.expect_numbers_as_text(0, 0, last, filler.width() - 1);
  }
  sheet.page(page);
  if (worst != Mark::kNone) sheet.tab_color(worst == Mark::kError ? kErrorTab : kWarningTab);
}

/// Whether the table could be read.
bool survey_table(TableFiles& files, const RemarkedTable& table, TableSurvey& survey) {
  try {
    return files.read(table.file, table.sheet, survey);
  } catch (const base::Failure&) {  // gone since the import read it
    return false;
  }
}

}  // namespace

std::optional<int> WrittenTable::column_of(const base::Place& place) const {
  if (const auto found = columns.find(place.column_number); found != columns.end())
    return found->second;
  if (const auto found = titles.find(base::folded(place.column));
      !place.column.empty() && found != titles.end()) {
    return found->second;
  }
  return std::nullopt;
}

WrittenTable write_table(workbook::Workbook& book, const RemarksStyles& styles, TableFiles& files,
                         const workbook::Sheet& summary, const RemarkedTable& table,
                         const std::vector<const Finding*>& findings, const std::string& name) {
  WrittenTable written;
  const TableMarks marks(findings);
  TableSurvey survey(table.form, table.header_row, marks);
  if (!survey_table(files, table, survey)) return written;
  const auto columns = survey.columns();
  const RowChoice choice(table, survey, marks, columns.size());
  written.complete = choice.all_rows();
  written.damaged = !survey.complete();
  written.too_long.assign(survey.too_long().begin(), survey.too_long().end());

  auto sheet = book.add_sheet(name);
  SheetFiller filler(sheet, summary, styles, table, marks, choice, columns, written);
  note_columns(columns, filler.targets(), written);
  files.read(table.file, table.sheet, filler);
  lay_out(sheet, table, filler, columns, marks.worst());
  written.sheet = std::move(sheet);
  return written;
}

}  // namespace metodaktiv::forms
