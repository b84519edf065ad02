#include "reports/form1_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/form_styles.h"
#include "reports/kpi_workbook.h"
#include "reports/norm_words.h"
#include "reports/sheet_styles.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Form1;
using indicators::Form1Row;
using workbook::Sheet;

enum Column { kNumber, kArea, kSubject, kTeachers, kRecommended, kActual };
constexpr std::array<double, 6> kWidths = {6, 28, 26, 17, 16.5, 13.5};
constexpr int kHeaderRow = 7;

void write_top(Sheet& sheet, const FormStyles& styles, const ReportContext& context,
               const std::string& place) {
  const auto& texts = context.input.profile.form_texts;
  if (!texts.annex.empty()) sheet.merge(0, kTeachers, 0, kActual, texts.annex, styles.right);
  sheet.merge(1, kTeachers, 1, kActual, "Форма 1", styles.right_strong);
  if (!texts.annex_to.empty()) {
    sheet.merge(2, kSubject, 2, kActual, texts.annex_to, styles.right);
    sheet.row_height(2, 34);
  }
  sheet.merge(4, 0, 4, kActual, config::for_year(texts.form1_title, context.year()), styles.title);
  sheet.row_height(4, 38);
  sheet.merge(5, 0, 5, kActual, place, styles.center);
  sheet.row_height(5, 20);
}

void write_header(Sheet& sheet, const FormStyles& styles, const config::Norms& norms) {
  const int top = kHeaderRow;
  sheet.merge(top, kNumber, top + 1, kNumber, "№ п/п", styles.header);
  sheet.merge(top, kArea, top, kSubject, "Наименование", styles.header);
  sheet.text(top + 1, kArea, "предметной области", styles.header);
  sheet.text(top + 1, kSubject, "учебного предмета", styles.header);
  sheet.merge(top, kTeachers, top + 1, kTeachers, "Количество педагогических работников",
              styles.header);
  sheet.merge(top, kRecommended, top, kActual, "Количество методистов", styles.header);
  sheet.text(top + 1, kRecommended, norms.binding ? "рекомендуемое" : "ориентир", styles.header);
  sheet.text(top + 1, kActual, "фактическое", styles.header);
  sheet.row_height(top, 20);
  sheet.row_height(top + 1, 30);
}

/// A number where there is one, a span as text.
void write_recommended(Sheet& sheet, int row, const Form1Row& from, workbook::Format number,
                       workbook::Format text) {
  const long long least = from.recommended_min.value_or(0);
  const long long most = from.recommended_max.value_or(0);
  if (least == most) {
    sheet.number(row, kRecommended, static_cast<double>(least), number);
  } else {
    sheet.text(row, kRecommended, indicators::shown_recommended(least, most), text);
  }
}

/// Rows of the table; returns the row of the total.
int write_rows(Sheet& sheet, const FormStyles& styles, const Form1& form) {
  int row = kHeaderRow + 2;
  int number = 0;
  for (std::size_t i = 0; i < form.rows.size();) {
    std::size_t end = i + 1;
    while (end < form.rows.size() && form.rows[end].area == form.rows[i].area) ++end;
    const int last = row + static_cast<int>(end - i) - 1;
    ++number;
    sheet.merge(row, kNumber, last, kNumber, "", styles.integer);
    sheet.number(row, kNumber, number, styles.integer);
    sheet.merge(row, kArea, last, kArea, form.rows[i].area, styles.text);
    const double area_height =
        workbook::fitting_height(form.rows[i].area, kWidths[kArea], form_style::cell());
    double room = 0;
    for (; i < end; ++i, ++row) {
      const auto& from = form.rows[i];
      sheet.text(row, kSubject, from.subject_name, styles.text);
      sheet.number(row, kTeachers, static_cast<double>(from.teachers.value_or(0)), styles.integer);
      write_recommended(sheet, row, from, styles.integer, styles.text_center);
      sheet.number(row, kActual, static_cast<double>(from.actual), styles.integer);
      double height = std::max(
          17.0, workbook::fitting_height(from.subject_name, kWidths[kSubject], form_style::cell()));
      if (i + 1 == end) height = std::max(height, area_height - room);
      room += height;
      sheet.row_height(row, height);
    }
  }
  return row;
}

void write_total(Sheet& sheet, const FormStyles& styles, const Form1& form, int row) {
  sheet.merge(row, kNumber, row, kSubject, "ВСЕГО", styles.total_text);
  const auto sum = [&](int column, long long result) {
    if (form.rows.empty()) {
      sheet.number(row, column, static_cast<double>(result), styles.total_integer);
      return;
    }
    sheet.formula(row, column,
                  fmt::format("=SUM({}:{})", workbook::cell_name(kHeaderRow + 2, column),
                              workbook::cell_name(row - 1, column)),
                  static_cast<double>(result), styles.total_integer);
  };
  sum(kTeachers, form.total.teachers.value_or(0));
  write_recommended(sheet, row, form.total, styles.total_integer, styles.total_center);
  sum(kActual, form.total.actual);
  sheet.row_height(row, 20);
}

/// Two signature lines; returns the last row.
int write_signature(Sheet& sheet, const FormStyles& styles, int row) {
  sheet.text(row, kNumber, "Руководитель", styles.plain);
  sheet.text(row, kSubject, "", styles.line);
  sheet.merge(row, kRecommended, row, kActual, "", styles.line);
  sheet.text(row + 1, kSubject, "(подпись)", styles.caption);
  sheet.merge(row + 1, kRecommended, row + 1, kActual, "(фамилия, инициалы)", styles.caption);
  sheet.text(row + 2, kNumber, "«____» ______________ 20___ г.", styles.plain);
  sheet.row_height(row, 24);
  sheet.row_height(row + 2, 24);
  return row + 2;
}

void fill_form(Sheet& sheet, const FormStyles& styles, const ReportContext& context,
               const std::string& place, const Form1& form) {
  sheet.hide_gridlines();
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  write_top(sheet, styles, context, place);
  write_header(sheet, styles, context.input.profile.norms);
  const int total = write_rows(sheet, styles, form);
  write_total(sheet, styles, form, total);
  const int last = write_signature(sheet, styles, total + 2);
  sheet.page(form_page(context, false, kHeaderRow, kHeaderRow + 1));
  sheet.print_area(0, 0, last, kActual);
  sheet.freeze(kHeaderRow + 2, 0);
}

/// The second sheet: shortage and surplus per subject.
void fill_provision(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                    const PlaceWords& words, const Form1& form) {
  constexpr int kTable = 3;
  constexpr std::array<double, 8> kTableWidths = {36, 34, 15, 15, 15, 14, 13, 20};
  const auto& norms = context.input.profile.norms;
  const NormWords norm_words(norms);
  const std::array<std::string, 8> headers = {"Предметная область",
                                              "Учебный предмет",
                                              "Педагогических работников",
                                              norm_words.recommended + ", не менее",
                                              norm_words.recommended + ", не более",
                                              "Фактически методистов",
                                              norm_words.missing,
                                              "Обеспеченность"};
  write_heading(sheet, styles, context, "Обеспеченность методистами", words.with_kind);
  for (std::size_t i = 0; i < kTableWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kTableWidths[i]);
    sheet.text(kTable, static_cast<int>(i), headers[i], styles.header);
  }
  sheet.row_height(kTable, 32);
  int row = kTable;
  for (const auto& from : form.rows) {
    ++row;
    const long long least = from.recommended_min.value_or(0);
    const long long most = from.recommended_max.value_or(0);
    const long long shortage = std::max(0LL, least - from.actual);
    sheet.text(row, 0, from.area, styles.text);
    sheet.text(row, 1, from.subject_name, styles.text);
    const std::array<long long, 5> numbers = {from.teachers.value_or(0), least, most, from.actual,
                                              shortage};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      sheet.number(row, static_cast<int>(i) + 2, static_cast<double>(numbers[i]),
                   i + 1 == numbers.size() && norms.binding ? styles.shortage : styles.integer);
    }
    sheet.row_height(
        row,
        std::max({16.0, workbook::fitting_height(from.area, kTableWidths[0], style::body()),
                  workbook::fitting_height(from.subject_name, kTableWidths[1], style::body())}));
    if (!norms.binding) {
      const auto verdict = shortage > 0         ? LoadVerdict::kBelow
                           : from.actual > most ? LoadVerdict::kAbove
                                                : LoadVerdict::kWithin;
      sheet.text(row, 7, shown(verdict, norm_words), styles.no_target);
    } else if (shortage > 0) {
      sheet.text(row, 7, "✘ не хватает", styles.not_met);
    } else if (from.actual > most) {
      sheet.text(row, 7, "▲ больше нормы", styles.no_target);
    } else {
      sheet.text(row, 7, "✔ в норме", styles.met);
    }
  }
  if (!form.rows.empty()) sheet.autofilter(kTable, 0, row, 7);
  sheet.merge(
      row + 1, 0, row + 1, 7,
      fmt::format("{} один методист на {}–{} педагогических работников; число "
                  "округляется до целого по каждому предмету, поэтому в строке «ВСЕГО» формы 1, "
                  "рассчитанной от общего числа, оно может отличаться от суммы по предметам.",
                  norms.binding ? "Рекомендуется" : "Нормы нет, для ориентира взят", norms.load_min,
                  norms.load_max),
      styles.note);
  sheet.row_height(row + 1, 30);
  sheet.freeze(kTable + 1, 0);
  auto page = analytical_page(context, words.name, "Обеспеченность методистами");
  page.repeat_rows = std::pair(kTable, kTable);
  sheet.page(page);
  sheet.print_area(0, 0, row + 1, 7);
}

}  // namespace

void write_form1_workbook(const ReportContext& context, const indicators::Place& place,
                          const Form1& form, const std::filesystem::path& file) {
  const auto words = context.words(place);
  workbook::Workbook book(file, context.properties(fmt::format("Форма 1: {}", place.name)));
  const bool whole_region = place.scope == indicators::Scope::kRegion;
  Sheet sheet = book.add_sheet("Форма 1");
  fill_form(sheet, FormStyles(book), context,
            whole_region ? words.name
                         : fmt::format("{}, {}", context.input.profile.name, words.with_kind),
            form);
  Sheet provision = book.add_sheet("Обеспеченность");
  fill_provision(provision, SheetStyles(book), context, words, form);
  book.save();
}

}  // namespace metodaktiv::reports
