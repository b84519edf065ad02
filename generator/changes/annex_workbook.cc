#include "changes/annex_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "changes/annex_styles.h"
#include "workbook/measure.h"

namespace metodaktiv::changes {
namespace {

using workbook::Sheet;

constexpr const char* kNothing = "Изменений нет.";
constexpr double kPercents = 100;

/// Columns of the title sheet: section, how many rows, a gap between signature and name, in short.
constexpr std::array<double, 4> kTitleWidths = {30, 18, 3, 37};
constexpr int kTitleColumns = static_cast<int>(kTitleWidths.size());

/// «Руководитель ____ (подпись) ____ (расшифровка)» under a sheet of the order; returns the last
/// row.
int write_signatures(Sheet& sheet, const AnnexStyles& styles, int row, int role, int signature,
                     int name) {
  for (const auto* who : {"Руководитель", "Исполнитель"}) {
    sheet.text(row, role, who, styles.plain);
    sheet.row_height(row, 24);
    sheet.text(row, signature, "", styles.line);
    sheet.text(row, name, "", styles.line);
    sheet.text(row + 1, signature, "(подпись)", styles.caption);
    sheet.text(row + 1, name, "(фамилия, инициалы)", styles.caption);
    row += 2;
  }
  return row - 1;
}

workbook::PageSetup page_of(const Report& report, bool landscape) {
  workbook::PageSetup page;
  page.landscape = landscape;
  page.left = landscape ? 1.5 : 2.0;
  page.right = 1.2;
  page.top = 1.5;
  page.footer_left = report.sources;
  return page;
}

/// The heading, the table, the note and the signature lines of one section.
void fill_table(Sheet& sheet, const AnnexStyles& styles, const Report& report,
                const ReportTable& table) {
  constexpr int kHeader = 3;
  const int last_column = static_cast<int>(table.columns.size()) - 1;
  sheet.hide_gridlines();
  for (int i = 0; i <= last_column; ++i)
    sheet.column(i, i, table.columns[static_cast<std::size_t>(i)].width);
  sheet.merge(0, 0, 0, last_column, table.title, styles.heading);
  sheet.row_height(0, 22);
  sheet.merge(1, 0, 1, last_column, fmt::format("{}, {}", report.place, report.period),
              styles.plain);
  sheet.row_height(1, 18);
  auto page = page_of(report, true);
  int row = kHeader;
  if (table.rows.empty()) {
    sheet.merge(row, 0, row, last_column, table.note.empty() ? kNothing : table.note, styles.plain);
    sheet.page(page);
    sheet.print_area(0, 0, row, last_column);
    return;
  }
  double header_height = 20;
  for (int i = 0; i <= last_column; ++i) {
    const auto& column = table.columns[static_cast<std::size_t>(i)];
    sheet.text(kHeader, i, column.title, styles.header);
    header_height = std::max(
        header_height, workbook::fitting_height(column.title, column.width, annex_style::header()));
  }
  sheet.row_height(kHeader, header_height);
  for (const auto& from : table.rows) {
    ++row;
    double height = 17;
    for (int i = 0; i <= last_column; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const auto& cell = from.cells[at];
      if (cell.date) {
        sheet.date(row, i, *cell.date, styles.of(CellForm::kDate));
      } else if (cell.number) {
        const bool percent = cell.form == CellForm::kPercent;
        sheet.number(row, i, percent ? *cell.number / kPercents : *cell.number,
                     styles.of(cell.form));
      } else {
        sheet.text(row, i, cell.text, styles.text);
        height = std::max(height, workbook::fitting_height(cell.text, table.columns[at].width,
                                                           annex_style::cell()));
      }
    }
    sheet.row_height(row, height);
  }
  sheet.autofilter(kHeader, 0, row, last_column);
  sheet.freeze(kHeader + 1, 0);
  if (!table.note.empty()) {
    ++row;
    sheet.merge(row, 0, row, last_column, table.note, styles.note);
    sheet.row_height(row, 20);
  }
  if (table.to_sign) row = write_signatures(sheet, styles, row + 2, 1, 3, 5);
  page.repeat_rows = std::pair(kHeader, kHeader);
  sheet.page(page);
  sheet.print_area(0, 0, row, last_column);
}

/// Heading of a draft annex; returns the first free row.
int write_title(Sheet& sheet, const AnnexStyles& styles, const Report& report) {
  sheet.hide_gridlines();
  for (int i = 0; i < kTitleColumns; ++i)
    sheet.column(i, i, kTitleWidths.at(static_cast<std::size_t>(i)));
  const int last = kTitleColumns - 1;
  int row = 0;
  for (const auto* line : {"ПРОЕКТ", "Приложение", "к приказу ______________________________",
                           "от «____» ____________ 20____ г. № _______"}) {
    sheet.merge(row, 1, row, last, line, row == 0 ? styles.right_strong : styles.right);
    sheet.row_height(row++, 20);
  }
  ++row;
  sheet.merge(row, 0, row, last, report.title, styles.title);
  sheet.row_height(row++, 40);
  sheet.merge(row, 0, row, last, report.place, styles.center);
  sheet.row_height(row++, 20);
  sheet.merge(row, 0, row, last, report.period, styles.center);
  sheet.row_height(row++, 20);
  return row + 1;
}

}  // namespace

void write_annex(const Report& report, const AnnexProperties& properties,
                 const std::filesystem::path& file) {
  workbook::Workbook book(
      file,
      {report.title, fmt::format("{}, {}", report.place, report.period), properties.author,
       properties.company, fmt::format("Методактив {}", properties.program), properties.created});
  const AnnexStyles styles(book);
  Sheet title = book.add_sheet("Титул");
  int row = write_title(title, styles, report);
  title.text(row, 0, "Раздел", styles.header);
  title.text(row, 1, "Строк", styles.header);
  title.merge(row, 2, row, 3, "Коротко", styles.header);
  title.row_height(row, 20);
  for (const auto& table : report.tables) {
    if (table.if_any && table.rows.empty()) continue;
    Sheet sheet = book.add_sheet(table.title);
    fill_table(sheet, styles, report, table);
    ++row;
    const auto summary = table.rows.empty()      ? std::string(kNothing)
                         : table.summary.empty() ? std::string("—")
                                                 : base::capitalized(table.summary);
    title.link(row, 0, sheet, table.title, styles.link);
    title.number(row, 1, static_cast<double>(table.rows.size()), styles.integer);
    title.merge(row, 2, row, 3, summary, styles.text);
    title.row_height(
        row, std::max(20.0, workbook::fitting_height(summary, kTitleWidths[2] + kTitleWidths[3],
                                                     annex_style::cell())));
  }
  row += 2;
  title.merge(row, 0, row, kTitleColumns - 1,
              report.sources + ". Черновик составлен по данным: перед подписью проверьте его.",
              styles.note);
  title.row_height(row, 30);
  row = write_signatures(title, styles, row + 2, 0, 1, 3);
  auto page = page_of(report, false);
  page.footer_left.clear();
  title.page(page);
  title.print_area(0, 0, row, kTitleColumns - 1);
  book.save();
}

}  // namespace metodaktiv::changes
