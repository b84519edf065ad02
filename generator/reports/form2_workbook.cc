#include "reports/form2_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/form_styles.h"
#include "reports/kpi_workbook.h"
#include "reports/sheet_styles.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Form2Row;
using workbook::Sheet;

enum Column { kNumber, kName, kSubject, kOther, kMunicipality, kOrganization, kTeachers };
constexpr std::array<double, 7> kWidths = {7, 30, 21, 20, 22, 42, 14};
constexpr int kHeaderRow = 15;
constexpr double kLeastHeight = 17;

void write_approval(Sheet& sheet, const FormStyles& styles) {
  sheet.merge(0, kOrganization, 0, kTeachers, "Форма 2", styles.right_strong);
  sheet.merge(
      1, kMunicipality, 1, kTeachers,
      "к Примерному порядку закрепления региональных методистов за педагогическими работниками",
      styles.right);
  sheet.row_height(1, 33);
  sheet.merge(2, kOrganization, 2, kTeachers, "УТВЕРЖДАЮ", styles.center);
  sheet.row_height(2, 22);
  const auto line = [&](int row, const char* caption) {
    sheet.merge(row, kOrganization, row, kTeachers, "", styles.line);
    sheet.row_height(row, 18);
    sheet.merge(row + 1, kOrganization, row + 1, kTeachers, caption, styles.caption);
    sheet.row_height(row + 1, 12);
  };
  line(3, "наименование должности");
  line(5, "наименование организации");
  sheet.text(7, kOrganization, "", styles.line);
  sheet.text(7, kTeachers, "", styles.line);
  sheet.row_height(7, 18);
  sheet.text(8, kOrganization, "/подпись", styles.caption);
  sheet.text(8, kTeachers, "имя, отчество, фамилия", styles.caption);
  sheet.row_height(8, 23);
  sheet.merge(9, kOrganization, 9, kTeachers, "« ____ » ________________ 202 ____ г.",
              styles.center);
  sheet.row_height(9, 20);
}

void write_title(Sheet& sheet, const FormStyles& styles, const ReportContext& context) {
  sheet.merge(10, 0, 10, kTeachers,
              "Список региональных методистов,\n"
              "закрепленных за педагогическими работниками образовательных организаций",
              styles.title);
  sheet.row_height(10, 40);
  sheet.merge(11, kSubject, 11, kMunicipality, context.input.profile.name, styles.line);
  sheet.row_height(11, 18);
  sheet.merge(12, kSubject, 12, kMunicipality, "(название субъекта Российской Федерации)",
              styles.caption);
  sheet.row_height(12, 12);
  sheet.merge(13, 0, 13, kTeachers, fmt::format("в {} учебном году", context.year()),
              styles.center);
  sheet.row_height(13, 18);
}

void write_header(Sheet& sheet, const FormStyles& styles) {
  const int top = kHeaderRow;
  sheet.merge(top, kNumber, top + 1, kNumber, "№п/п", styles.header);
  sheet.merge(top, kName, top + 1, kName, "ФИО методиста", styles.header);
  sheet.merge(top, kSubject, top, kOther, "Направление деятельности", styles.header);
  sheet.text(top + 1, kSubject, "учебный предмет", styles.header);
  sheet.text(top + 1, kOther, "иное (указать)", styles.header);
  sheet.merge(top, kMunicipality, top, kTeachers, "Закрепление", styles.header);
  sheet.text(top + 1, kMunicipality, "муниципальное образование/ городской округ", styles.header);
  sheet.text(top + 1, kOrganization, "образовательная организация", styles.header);
  sheet.text(top + 1, kTeachers, "количество педагогов", styles.header);
  sheet.row_height(top, 18);
  sheet.row_height(top + 1, 33);
}

double height_of(const std::string& text, int column) {
  return workbook::fitting_height(text, kWidths[static_cast<std::size_t>(column)],
                                  form_style::cell());
}

/// One methodist: number, name and direction once, a line for each assignment.
void write_block(Sheet& sheet, const FormStyles& styles, int first, int number,
                 const std::vector<const Form2Row*>& block) {
  const int last = first + static_cast<int>(block.size()) - 1;
  double total = 0;
  std::vector<double> heights;
  for (const auto* row : block) {
    heights.push_back(std::max({kLeastHeight, height_of(row->organization_name, kOrganization),
                                height_of(row->municipality_name, kMunicipality)}));
    total += heights.back();
  }
  // Subjects may differ from one assignment to the next: equal neighbours share a cell.
  for (std::size_t i = 0; i < block.size();) {
    std::size_t end = i + 1;
    while (end < block.size() && block[end]->subject == block[i]->subject) ++end;
    sheet.merge(first + static_cast<int>(i), kSubject, first + static_cast<int>(end) - 1, kSubject,
                block[i]->subject, styles.text);
    double room = 0;
    for (std::size_t k = i; k < end; ++k) room += heights[k];
    const double missing = height_of(block[i]->subject, kSubject) - room;
    if (missing > 0) {
      heights[end - 1] += missing;
      total += missing;
    }
    i = end;
  }
  const auto& head = *block.front();
  const double wanted =
      std::max(height_of(head.full_name, kName), height_of(head.other_direction, kOther));
  if (wanted > total) heights.back() += wanted - total;

  sheet.merge(first, kNumber, last, kNumber, "", styles.integer);
  sheet.number(first, kNumber, number, styles.integer);
  sheet.merge(first, kName, last, kName, head.full_name, styles.text);
  sheet.merge(first, kOther, last, kOther, head.other_direction, styles.text);
  for (std::size_t i = 0; i < block.size(); ++i) {
    const int row = first + static_cast<int>(i);
    sheet.text(row, kMunicipality, block[i]->municipality_name, styles.text);
    sheet.text(row, kOrganization, block[i]->organization_name, styles.text);
    sheet.number(row, kTeachers, static_cast<double>(block[i]->teachers_count), styles.integer);
    sheet.row_height(row, heights[i]);
  }
}

void fill_form(Sheet& sheet, const FormStyles& styles, const ReportContext& context,
               const std::vector<const Form2Row*>& rows) {
  sheet.hide_gridlines();
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  write_approval(sheet, styles);
  write_title(sheet, styles, context);
  write_header(sheet, styles);
  int row = kHeaderRow + 2;
  int number = 0;
  for (std::size_t i = 0; i < rows.size();) {
    std::vector<const Form2Row*> block;
    const std::string& methodist = rows[i]->methodist;
    for (; i < rows.size() && rows[i]->methodist == methodist; ++i) block.push_back(rows[i]);
    write_block(sheet, styles, row, ++number, block);
    row += static_cast<int>(block.size());
  }
  if (rows.empty()) {
    sheet.merge(row, 0, row, kTeachers,
                fmt::format("В реестре нет закрепления на {} учебный год.", context.year()),
                styles.text_center);
    ++row;
  }
  auto page = form_page(context, true, kHeaderRow, kHeaderRow + 1);
  sheet.page(page);
  sheet.print_area(0, 0, row - 1, kTeachers);
  sheet.freeze(kHeaderRow + 2, 0);
}

void fill_load(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
               const indicators::Place& place, const std::vector<MethodistLoad>& loads) {
  constexpr int kTable = 3;
  constexpr std::array<double, 8> kTableWidths = {6, 38, 26, 26, 14, 14, 16, 20};
  constexpr std::array<const char*, 8> kHeaders = {"№",
                                                   "Методист",
                                                   "Предмет",
                                                   "Муниципалитет",
                                                   "Организаций",
                                                   "Педагогов",
                                                   "Отклонение от нормы",
                                                   "Нагрузка"};
  const auto& norms = context.input.profile.norms;
  const auto words = context.words(place);
  write_heading(
      sheet, styles, context,
      fmt::format("Нагрузка методистов (норма {}–{} педагогов)", norms.load_min, norms.load_max),
      words.with_kind);
  for (std::size_t i = 0; i < kTableWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kTableWidths[i]);
    sheet.text(kTable, static_cast<int>(i), kHeaders[i], styles.header);
  }
  sheet.row_height(kTable, 30);
  int row = kTable;
  for (const auto& load : loads) {
    ++row;
    const auto form1 = context.form1.find(load.municipality);
    sheet.number(row, 0, row - kTable, styles.integer);
    sheet.text(row, 1, load.full_name, styles.text);
    sheet.text(row, 2, load.subject, styles.text);
    sheet.text(row, 3, form1 == context.form1.end() ? load.municipality : form1->second->name,
               styles.text);
    sheet.number(row, 4, load.organizations, styles.integer);
    sheet.number(row, 5, static_cast<double>(load.teachers), styles.integer);
    sheet.number(row, 6, static_cast<double>(load.deviation), styles.deviation);
    sheet.text(row, 7, shown(load.verdict), styles.verdict(load.verdict));
    sheet.row_height(
        row,
        std::max({16.0, workbook::fitting_height(load.full_name, kTableWidths[1], style::body()),
                  workbook::fitting_height(load.subject, kTableWidths[2], style::body())}));
  }
  if (!loads.empty()) sheet.autofilter(kTable, 0, row, 7);
  const auto sum = totals(loads);
  sheet.merge(
      row + 1, 0, row + 1, 7,
      fmt::format("В норме — {}, выше нормы — {}, ниже нормы — {}. Нагрузка методиста — сумма "
                  "закреплённых педагогов по всем организациям.",
                  sum.within, sum.above, sum.below),
      styles.note);
  sheet.row_height(row + 1, 18);
  sheet.freeze(kTable + 1, 2);
  auto page = analytical_page(context, words.name, "Нагрузка методистов");
  page.repeat_rows = std::pair(kTable, kTable);
  sheet.page(page);
  sheet.print_area(0, 0, row + 1, 7);
}

}  // namespace

void write_form2_workbook(const ReportContext& context, const indicators::Place& place,
                          const std::vector<const Form2Row*>& rows,
                          const std::filesystem::path& file) {
  workbook::Workbook book(file, context.properties(fmt::format("Форма 2: {}", place.name)));
  Sheet sheet = book.add_sheet("Форма 2");
  fill_form(sheet, FormStyles(book), context, rows);
  Sheet load = book.add_sheet("Нагрузка");
  fill_load(load, SheetStyles(book), context, place, loads(rows, context.input.profile.norms));
  book.save();
}

}  // namespace metodaktiv::reports
