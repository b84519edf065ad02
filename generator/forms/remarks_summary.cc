#include "forms/remarks_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "config/form_stamp.h"
#include "forms/remarks_notes.h"
#include "workbook/cell_text.h"
#include "workbook/measure.h"

namespace metodaktiv::forms {
namespace {

using base::Finding;

constexpr std::size_t kValueLimit = 300;                                    // characters of a value
constexpr double kTitleHeight = 26, kHeaderHeight = 38, kTallestRow = 400;  // points

enum class Field {
  kNumber,
  kSeverity,
  kFile,
  kSheet,
  kCell,
  kRow,
  kColumn,
  kValue,
  kWrong,
  kRemedy
};

struct FieldLayout {
  Field field;
  const char* title;
  double width;
};

constexpr FieldLayout kFields[] = {
    {Field::kNumber, "№", 6},          {Field::kSeverity, "Важность", 16},
    {Field::kFile, "Файл", 22},        {Field::kSheet, "Лист", 20},
    {Field::kCell, "Ячейка", 10.5},    {Field::kRow, "Строка в исходном файле", 12},
    {Field::kColumn, "Столбец", 19},   {Field::kValue, "Значение", 24},
    {Field::kWrong, "Что не так", 46}, {Field::kRemedy, "Как исправить", 46},
};

/// The value as its cell shows it.
std::string shown_value(const std::string& value) {
  const auto date = base::Date::parse_iso(value);
  return date ? date->dotted() : workbook::cell_text(value, kValueLimit);
}

class SummaryFiller {
 public:
  SummaryFiller(workbook::Sheet& sheet, const RemarksStyles& styles, const Remarks& remarks,
                const std::vector<SummarizedTable>& tables)
      : sheet_(sheet), styles_(styles), remarks_(remarks), tables_(tables) {
    std::set<std::string> files;
    for (const auto& finding : remarks.findings) files.insert(finding.place.file);
    for (const auto& layout : kFields) {
      if (layout.field != Field::kFile || files.size() > 1) fields_.push_back(layout);
    }
  }

  void fill() {
    for (std::size_t i = 0; i < fields_.size(); ++i)
      sheet_.column(static_cast<int>(i), static_cast<int>(i), fields_[i].width);
    write_lines();
    const int header = row_++;
    write_header(header);
    int number = 0;
    for (const auto& finding : remarks_.findings) write_finding(++number, finding);
    const int last = std::max(row_ - 1, header);
    sheet_.autofilter(header, 0, last, last_column());
    sheet_.freeze(header + 1, 0);
    if (!remarks_.stamp.empty()) sheet_.text(row_ + 1, 0, remarks_.stamp, styles_.stamp);
    workbook::PageSetup page;
    page.landscape = true;
    page.repeat_rows = {header, header};
    page.header_left = std::string(config::kRemarksSheet);
    sheet_.page(page);
    sheet_.hide_gridlines();
  }

 private:
  [[nodiscard]] int last_column() const { return static_cast<int>(fields_.size()) - 1; }

  [[nodiscard]] const SummarizedTable* table_of(const Finding& finding) const {
    const auto found =
        std::find_if(tables_.begin(), tables_.end(), [&finding](const SummarizedTable& one) {
          return one.table->label == finding.place.file && one.table->sheet == finding.place.sheet;
        });
    return found == tables_.end() ? nullptr : &*found;
  }

  void write_lines() {
    sheet_.row_height(row_, kTitleHeight);
    sheet_.text(row_++, 0, "Замечания к данным", styles_.title);
    line(files_line(remarks_), styles_.plain);
    if (!remarks_.outcome.empty()) line(remarks_.outcome, styles_.strong);
    line(counts_line(remarks_, tables_), styles_.plain);
    for (const auto& note : notes(remarks_, tables_)) line(note, styles_.plain);
  }

  void line(const std::string& text, workbook::Format format) {
    double width = 0;
    for (const auto& layout : fields_) width += layout.width;
    sheet_.merge(row_, 0, row_, last_column(), text, format);
    sheet_.row_height(row_, workbook::fitting_height(text, width, remarks_style::plain()));
    ++row_;
  }

  void write_header(int row) {
    for (std::size_t i = 0; i < fields_.size(); ++i)
      sheet_.text(row, static_cast<int>(i), fields_[i].title, styles_.header);
    sheet_.row_height(row, kHeaderHeight);
  }

  void write_finding(int number, const Finding& finding) {
    const auto* table = table_of(finding);
    double height = 0;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const int column = static_cast<int>(i);
      if (fields_[i].field == Field::kNumber) {
        sheet_.number(row_, column, number, styles_.number);
      } else if (fields_[i].field == Field::kRow) {
        write_row_number(column, finding);
      } else if (fields_[i].field == Field::kCell) {
        write_link(column, finding, table);
      } else {
        const auto text = words(fields_[i].field, finding, table);
        sheet_.text(row_, column, text, format_of(fields_[i].field, finding));
        height = std::max(height,
                          workbook::fitting_height(text, fields_[i].width, remarks_style::list()));
      }
    }
    sheet_.row_height(row_, std::min(height, kTallestRow));
    ++row_;
  }

  void write_row_number(int column, const Finding& finding) {
    if (finding.place.row > 0) {
      sheet_.number(row_, column, static_cast<double>(finding.place.row), styles_.number);
    } else {
      sheet_.blank(row_, column, styles_.number);
    }
  }

  void write_link(int column, const Finding& finding, const SummarizedTable* table) {
    if (table && table->written.sheet) {
      const auto& written = table->written;
      if (const auto found = written.rows.find(finding.place.row); found != written.rows.end()) {
        const int target = written.column_of(finding.place).value_or(0);
        sheet_.link(row_, column, *written.sheet, found->second, target,
                    workbook::cell_name(found->second, target), styles_.link);
        return;
      }
    }
    sheet_.blank(row_, column, styles_.number);
  }

  static std::string words(Field field, const Finding& finding, const SummarizedTable* table) {
    switch (field) {
      case Field::kSeverity:
        return finding.severity == base::Severity::kError ? "Ошибка" : "Предупреждение";
      case Field::kFile:
        return finding.place.file;
      case Field::kSheet:
        if (table && table->written.sheet) return table->written.sheet->name();
        return finding.place.sheet;
      case Field::kColumn:
        return finding.place.column;
      case Field::kValue:
        return shown_value(finding.value);
      case Field::kWrong:
        return finding.message;
      case Field::kRemedy:
        return finding.remedy;
      case Field::kNumber:
      case Field::kCell:
      case Field::kRow:
        break;
    }
    return {};
  }

  [[nodiscard]] workbook::Format format_of(Field field, const Finding& finding) const {
    if (field != Field::kSeverity) return styles_.text;
    return finding.severity == base::Severity::kError ? styles_.error : styles_.warning;
  }

  workbook::Sheet& sheet_;
  const RemarksStyles& styles_;
  const Remarks& remarks_;
  const std::vector<SummarizedTable>& tables_;
  std::vector<FieldLayout> fields_;
  int row_ = 0;
};

}  // namespace

void fill_summary(workbook::Sheet& sheet, const RemarksStyles& styles, const Remarks& remarks,
                  const std::vector<SummarizedTable>& tables) {
  SummaryFiller(sheet, styles, remarks, tables).fill();
}

}  // namespace metodaktiv::forms
