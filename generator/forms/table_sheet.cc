#include "forms/table_sheet.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "base/number.h"
#include "forms/cell_rules.h"
#include "workbook/measure.h"

namespace metodaktiv::forms {
namespace {

using config::ColumnType;
using config::FormColumn;
using registry::Value;
using workbook::Sheet;

constexpr int kTitleRow = 0;
constexpr int kNoteRow = 1;
constexpr int kHeaderRow = 2;
constexpr int kFirstRow = 3;
constexpr int kLastSheetColumn = 16383;
constexpr double kNarrowest = 8;
constexpr double kWidest = 45;
constexpr double kFilterButton = 2.5;
constexpr double kTitleWidth = 110;  // about what a screen shows
constexpr int kMostLines = 4;        // of a prefilled row
constexpr double kPageWidth = 240;   // what a printed page holds in letters that can be read

/// The mark of a required column stays on the line of the last word.
std::string header_text(const FormColumn& column) {
  return column.required ? column.title + "\u00A0*" : column.title;
}

/// Room for what is typically typed, whatever is prefilled.
double usual_width(const FormColumn& column) {
  switch (column.type) {
    case ColumnType::kBoolean:
    case ColumnType::kInteger:
    case ColumnType::kNumber:
    case ColumnType::kYear:
      return kNarrowest;
    case ColumnType::kDate:
    case ColumnType::kSchoolYear:
      return 11;
    case ColumnType::kCode:
    case ColumnType::kEnum:
      return 18;
    case ColumnType::kReference:
    case ColumnType::kUrl:
    case ColumnType::kEmail:
    case ColumnType::kFile:
    case ColumnType::kList:
      return 28;
    case ColumnType::kMarkdown:
      return kWidest;
    case ColumnType::kText:
      break;
  }
  const std::size_t longest = column.max_length.value_or(1000);
  return longest <= 100 ? 16 : longest <= 300 ? 24 : longest <= 500 ? 34 : kWidest;
}

/// One column while the sheet is filled.
struct SheetColumn {
  const FormColumn* definition;
  const ShownValues* values;  ///< nullptr: not from a list of allowed values
  workbook::Style style;
  workbook::Format format;
  std::vector<std::string> texts;  ///< per row, of columns that hold text; else empty
  double width;
};

std::string shown_text(const Value& value, const SheetColumn& column, ReferenceLabels& labels) {
  const auto type = column.definition->type;
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (type == ColumnType::kBoolean) return std::string(*number != 0 ? kYes : kNo);
    return std::to_string(*number);
  }
  if (const auto* number = std::get_if<double>(&value)) return base::plain(*number);
  const auto* text = std::get_if<std::string>(&value);
  if (!text || text->empty()) return {};
  if (type == ColumnType::kReference) return labels.label(column.definition->references, *text);
  if (!column.values) return *text;
  return type == ColumnType::kList ? column.values->shown_list(*text) : column.values->shown(*text);
}

std::vector<SheetColumn> prepare_columns(const TableSheetContext& context, const TableRows& table) {
  std::vector<SheetColumn> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& definition = *table.columns[i];
    const bool has_values = !definition.values.empty() || !definition.profile_values.empty();
    SheetColumn column{&definition,
                       has_values ? &context.lists.values_of(*table.form, definition) : nullptr,
                       style::cell(definition.type),
                       context.styles.cell(definition.type),
                       {},
                       usual_width(definition)};
    const auto header_style = style::header(definition.required);
    column.width =
        std::max(column.width, workbook::widest_word_width(header_text(definition), header_style) +
                                   kFilterButton);
    if (has_values && definition.type == ColumnType::kEnum) {
      for (const auto& value : column.values->offered())
        column.width = std::max(column.width, workbook::fitting_width(value, column.style));
    }
    for (const auto& row : table.rows) {
      const auto& text = column.texts.emplace_back(shown_text(row[i], column, context.labels));
      if (column.width < kWidest)
        column.width = std::max(column.width, workbook::fitting_width(text, column.style));
    }
    column.width = std::clamp(column.width, kNarrowest, kWidest);
    columns.push_back(std::move(column));
  }
  return columns;
}

void write_cell(Sheet& sheet, int row, int column, const SheetColumn& target, const Value& value,
                const std::string& text) {
  if (text.empty()) return;
  if (target.definition->type == ColumnType::kDate) {
    if (const auto date = base::Date::parse_iso(text)) {
      sheet.date(row, column, *date, target.format);
      return;
    }
  }
  if (target.definition->type != ColumnType::kBoolean) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      sheet.number(row, column, static_cast<double>(*whole), target.format);
      return;
    }
    if (const auto* real = std::get_if<double>(&value)) {
      sheet.number(row, column, *real, target.format);
      return;
    }
  }
  sheet.text(row, column, text, target.format);
}

void write_rows(Sheet& sheet, const TableRows& table, const std::vector<SheetColumn>& columns) {
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const int row = kFirstRow + static_cast<int>(r);
    int lines = 1;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto& column = columns[c];
      const auto& text = column.texts[r];
      write_cell(sheet, row, static_cast<int>(c), column, table.rows[r][c], text);
      // Narrower than the widest column means that every text of it fits on one line.
      const bool may_wrap = column.width >= kWidest || text.find('\n') != std::string::npos;
      if (may_wrap && lines < kMostLines)
        lines = std::max(lines, workbook::wrapped_lines(text, column.width, column.style));
    }
    if (lines > 1)
      sheet.row_height(
          row, workbook::height_of_lines(std::min(lines, kMostLines), columns.front().style));
  }
}

void write_title(Sheet& sheet, const TableSheetContext& context, const TableRows& table,
                 const std::vector<SheetColumn>& columns) {
  double width = 0;
  int last = -1;
  while (last + 1 < static_cast<int>(columns.size()) && (width < kTitleWidth || last < 1))
    width += columns[static_cast<std::size_t>(++last)].width;
  const auto& styles = context.styles;
  sheet.row_height(kTitleRow, 24, styles.locked);
  sheet.merge(kTitleRow, 0, kTitleRow, last, table.form->title, styles.title);

  const std::string note =
      table.form->description + " * — обязательный столбец. Подсказка появляется рядом с ячейкой.";
  sheet.row_height(kNoteRow,
                   workbook::fitting_height(note, width - columns.front().width, style::note()) + 4,
                   styles.locked);
  sheet.link(kNoteRow, 0, context.cover, "← О форме", styles.link);
  if (last > 0) sheet.merge(kNoteRow, 1, kNoteRow, last, note, styles.note);
}

void write_header(Sheet& sheet, const CollectionStyles& styles,
                  const std::vector<SheetColumn>& columns) {
  int lines = 1;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto& column = columns[c];
    const bool required = column.definition->required;
    const auto text = header_text(*column.definition);
    sheet.text(kHeaderRow, static_cast<int>(c), text,
               required ? styles.header_required : styles.header_optional);
    lines = std::max(lines, workbook::wrapped_lines(text, column.width - kFilterButton,
                                                    style::header(required)));
  }
  sheet.row_height(kHeaderRow, workbook::height_of_lines(lines, style::header(true)) + 6,
                   styles.locked);
}

}  // namespace

void fill_table_sheet(Sheet& sheet, const TableSheetContext& context, const TableRows& table) {
  const auto columns = prepare_columns(context, table);
  const int count = static_cast<int>(columns.size());
  const int rows = static_cast<int>(table.rows.size());
  const int last_checked = kFirstRow + rows + kSpareRows - 1;
  for (int c = 0; c < count; ++c) {
    const auto& column = columns[static_cast<std::size_t>(c)];
    sheet.column(c, c, column.width, column.format);
    sheet.validate(
        kFirstRow, c, last_checked, c,
        cell_rule(*column.definition, context.lists.list_of(*table.form, *column.definition)));
  }
  // A row can only be deleted when none of its cells is locked.
  sheet.column(count, kLastSheetColumn, kNarrowest, context.styles.unlocked);

  write_title(sheet, context, table, columns);
  write_header(sheet, context.styles, columns);
  write_rows(sheet, table, columns);
  sheet.expect_numbers_as_text(kFirstRow, 0, last_checked, count - 1);

  sheet.freeze(kFirstRow, 1);
  sheet.autofilter(kHeaderRow, 0, kHeaderRow + std::max(rows, 1), count - 1);
  sheet.protect({true, true, true, true, true, true});
  sheet.tab_color(table.personal ? kPersonalTab : kPlainTab);
  double width = 0;
  for (const auto& column : columns) width += column.width;
  workbook::PageSetup page;
  page.landscape = true;
  page.left = page.right = 1.0;
  page.pages_wide = std::max(1, static_cast<int>(std::lround(width / kPageWidth)));
  if (page.pages_wide > 1) page.repeat_columns = std::pair(0, 0);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  page.header_left = context.municipality;
  page.header_right = table.form->title;
  page.footer_left = "Для служебного пользования";
  sheet.page(page);
  sheet.print_area(0, 0, kHeaderRow + std::max(rows, 1), count - 1);
}

}  // namespace metodaktiv::forms
