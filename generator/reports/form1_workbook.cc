#include "reports/form1_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/form_styles.h"
#include "reports/kpi_workbook.h"
#include "reports/norm_words.h"
#include "reports/sheet_styles.h"
#include "workbook/cell_text.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Form1;
using indicators::Form1Row;
using workbook::Sheet;

enum Column { kNumber, kArea, kSubject, kTeachers, kRecommended, kActual };
constexpr std::array<double, 6> kWidths = {6, 28, 28, 16, 15.5, 13.5};
constexpr int kHeaderRow = 7;
constexpr int kHelp = kActual + 1;  ///< beside the form, not printed
constexpr double kMostTyped = 1'000'000;

/// What a number of teachers recommends, as indicators::recommended counts it.
std::string least_formula(const std::string& teachers, const config::Norms& norms) {
  return fmt::format("ROUNDUP({}/{},0)", teachers, norms.load_max);
}
std::string most_formula(const std::string& least, const std::string& teachers,
                         const config::Norms& norms) {
  return fmt::format("MAX({},INT({}/{}))", least, teachers, norms.load_min);
}

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

/// A number where there is one, a span as text; follows the number of teachers.
void write_recommended(Sheet& sheet, int row, const Form1Row& from, const config::Norms& norms,
                       workbook::Format format) {
  const long long least = from.recommended_min.value_or(0);
  const long long most = from.recommended_max.value_or(0);
  const auto teachers = workbook::cell_name(row, kTeachers);
  const auto fewest = least_formula(teachers, norms);
  const auto formula = fmt::format("=IF(INT({0}/{1})>{2},{2}&\"–\"&INT({0}/{1}),{2})", teachers,
                                   norms.load_min, fewest);
  if (least == most) {
    sheet.formula(row, kRecommended, formula, static_cast<double>(least), format);
  } else {
    sheet.formula(row, kRecommended, formula, indicators::shown_recommended(least, most), format);
  }
}

/// Numbers that may be typed over: the program says so when a cell is chosen.
void offer_editing(Sheet& sheet, const FormStyles& styles, int first, int last,
                   const config::Norms& norms) {
  workbook::Validation rule;
  rule.kind = workbook::ValidationKind::kWhole;
  rule.most = kMostTyped;
  rule.input_title = "Число можно исправить";
  rule.input_text = fmt::format("«ВСЕГО», {} число и лист «Обеспеченность» пересчитаются.",
                                norms.binding ? "рекомендуемое" : "ориентировочное");
  rule.error_title = "Нужно целое число";
  rule.error_text = "Введите целое число не меньше нуля.";
  for (const int column : {kTeachers, kActual}) sheet.validate(first, column, last, column, rule);
  sheet.column(kHelp, kHelp, 44);
  sheet.merge(kHeaderRow, kHelp, kHeaderRow + 1, kHelp,
              fmt::format("Столбцы «Количество педагогических работников» и «фактическое» можно "
                          "править: {} число, «ВСЕГО» и лист «Обеспеченность» пересчитаются. Эта "
                          "подсказка не печатается.",
                          norms.binding ? "рекомендуемое" : "ориентировочное"),
              styles.help);
}

/// Rows of the table; returns the row of the total.
int write_rows(Sheet& sheet, const FormStyles& styles, const Form1& form,
               const config::Norms& norms) {
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
      write_recommended(sheet, row, from, norms, styles.integer);
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

void write_total(Sheet& sheet, const FormStyles& styles, const Form1& form,
                 const config::Norms& norms, int row) {
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
  write_recommended(sheet, row, form.total, norms, styles.total_integer);
  sum(kActual, form.total.actual);
  sheet.row_height(row, 20);
}

void fill_form(Sheet& sheet, const FormStyles& styles, const ReportContext& context,
               const std::string& place, const std::string& signatory, const Form1& form) {
  sheet.hide_gridlines();
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  const auto& norms = context.input.profile.norms;
  write_top(sheet, styles, context, place);
  write_header(sheet, styles, norms);
  const int total = write_rows(sheet, styles, form, norms);
  write_total(sheet, styles, form, norms, total);
  if (total > kHeaderRow + 2) offer_editing(sheet, styles, kHeaderRow + 2, total - 1, norms);
  const int last = write_signature(
      sheet, styles, total + 2,
      {.who = kNumber, .signature = kSubject, .name = kRecommended, .last = kActual}, signatory);
  sheet.page(form_page(context, false, kHeaderRow, kHeaderRow + 1));
  sheet.print_area(0, 0, last, kActual);
  sheet.freeze(kHeaderRow + 2, 0);
}

/// The second sheet: shortage and surplus per subject, by formulas over the form.
class ProvisionSheet {
 public:
  ProvisionSheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                 const Sheet& form_sheet)
      : sheet_(sheet),
        styles_(styles),
        norms_(context.input.profile.norms),
        words_(norms_),
        form_(workbook::quoted_sheet_name(form_sheet.name())) {}

  void fill(const ReportContext& context, const PlaceWords& words, const Form1& form) {
    write_heading(sheet_, styles_, context, "Обеспеченность методистами", words.with_kind);
    write_header();
    long long least = 0, most = 0, missing = 0, short_subjects = 0;
    int row = kTable;
    for (const auto& from : form.rows) {
      write_row(++row, from);
      least += from.recommended_min.value_or(0);
      most += from.recommended_max.value_or(0);
      missing += shortage(from);
      short_subjects += shortage(from) > 0;
    }
    if (!form.rows.empty()) {
      mark_verdicts(row);
      write_total(++row, {form.total.teachers.value_or(0), least, most, form.total.actual, missing},
                  short_subjects);
    }
    sheet_.merge(row + 1, 0, row + 1, kVerdict, note(), styles_.note);
    sheet_.row_height(row + 1, 30);
    sheet_.freeze(kTable + 1, 2);
    auto page = analytical_page(context, words.name, "Обеспеченность методистами");
    page.repeat_rows = std::pair(kTable, kTable);
    sheet_.page(page);
    sheet_.print_area(0, 0, row + 1, kVerdict);
  }

 private:
  static constexpr int kTable = 3;
  enum Cells { kAreaName, kSubjectName, kHave, kLeast, kMost, kMethodists, kShortage, kVerdict };
  static constexpr std::array<double, 8> kTableWidths = {36, 34, 16, 17, 17, 15, 15, 27};

  static long long shortage(const Form1Row& row) {
    return std::max(0LL, row.recommended_min.value_or(0) - row.actual);
  }

  void write_header() {
    const std::array<std::string, 8> headers = {"Предметная область",
                                                "Учебный предмет",
                                                "Педагогических работников",
                                                words_.recommended + ", не\u00A0менее",
                                                words_.recommended + ", не\u00A0более",
                                                "Фактически методистов",
                                                words_.missing,
                                                "Обеспеченность"};
    for (std::size_t i = 0; i < kTableWidths.size(); ++i) {
      sheet_.column(static_cast<int>(i), static_cast<int>(i), kTableWidths[i]);
      sheet_.text(kTable, static_cast<int>(i), headers[i], styles_.header);
    }
    sheet_.row_height(kTable, 32);
  }

  /// Words for a row as form 1 has it.
  [[nodiscard]] std::string verdict(const Form1Row& row) const {
    if (shortage(row) > 0) return below();
    return row.actual > row.recommended_max.value_or(0) ? shown(LoadVerdict::kAbove, words_)
                                                        : shown(LoadVerdict::kWithin, words_);
  }
  [[nodiscard]] std::string below() const {
    return norms_.binding ? "✘ не хватает" : shown(LoadVerdict::kBelow, words_);
  }

  void write_row(int row, const Form1Row& from) {
    const int form_row = kHeaderRow + 2 + row - kTable - 1;
    const auto cell = [row](int column) { return workbook::cell_name(row, column); };
    const auto in_form = [&](int column) {
      return fmt::format("={}!{}", form_, workbook::cell_name(form_row, column));
    };
    const auto number = [&](int column, const std::string& formula, long long value,
                            workbook::Format format) {
      sheet_.formula(row, column, formula, static_cast<double>(value), format);
    };
    sheet_.text(row, kAreaName, from.area, styles_.text);
    sheet_.text(row, kSubjectName, from.subject_name, styles_.text);
    number(kHave, in_form(kTeachers), from.teachers.value_or(0), styles_.integer);
    number(kLeast, "=" + least_formula(cell(kHave), norms_), from.recommended_min.value_or(0),
           styles_.integer);
    number(kMost, "=" + most_formula(cell(kLeast), cell(kHave), norms_),
           from.recommended_max.value_or(0), styles_.integer);
    number(kMethodists, in_form(kActual), from.actual, styles_.integer);
    number(kShortage, fmt::format("=MAX(0,{}-{})", cell(kLeast), cell(kMethodists)), shortage(from),
           norms_.binding ? styles_.shortage : styles_.integer);
    sheet_.formula(row, kVerdict,
                   fmt::format("=IF({}>0,\"{}\",IF({}>{},\"{}\",\"{}\"))", cell(kShortage), below(),
                               cell(kMethodists), cell(kMost), shown(LoadVerdict::kAbove, words_),
                               shown(LoadVerdict::kWithin, words_)),
                   verdict(from), norms_.binding ? styles_.text : styles_.no_target);
    sheet_.row_height(
        row,
        std::max({16.0, workbook::fitting_height(from.area, kTableWidths[0], style::body()),
                  workbook::fitting_height(from.subject_name, kTableWidths[1], style::body())}));
  }

  /// Colours follow the words, so that they also follow the reader's edits.
  void mark_verdicts(int last) {
    sheet_.autofilter(kTable, 0, last, kVerdict);
    if (!norms_.binding) return;
    sheet_.highlight(kTable + 1, kVerdict, last, kVerdict, "✘", styles_.not_met);
    sheet_.highlight(kTable + 1, kVerdict, last, kVerdict, "✔", styles_.met);
  }

  void write_total(int row, const std::array<long long, 5>& sums, long long short_subjects) {
    const auto cells = [&](int column) {
      return fmt::format("{}:{}", workbook::cell_name(kTable + 1, column),
                         workbook::cell_name(row - 1, column));
    };
    sheet_.merge(row, kAreaName, row, kSubjectName, "Всего по предметам", styles_.total_text);
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const int column = kHave + static_cast<int>(i);
      sheet_.formula(row, column, fmt::format("=SUM({})", cells(column)),
                     static_cast<double>(sums[i]), styles_.total_integer);
    }
    const char* words = norms_.binding ? "\"не хватает по \"0\" предм.\";;\"хватает по всем\""
                                       : "\"меньше ориентира: \"0;;\"—\"";
    sheet_.formula(row, kVerdict, fmt::format("=COUNTIF({},\">0\")", cells(kShortage)),
                   static_cast<double>(short_subjects), styles_.total(words));
    sheet_.row_height(row, 18);
  }

  [[nodiscard]] std::string note() const {
    return fmt::format(
        "{} один методист на {}–{} педагогических работников; число округляется до целого по "
        "каждому предмету, поэтому в строке «ВСЕГО» формы 1, рассчитанной от общего числа, оно "
        "может отличаться от суммы по предметам. Числа берутся с листа «Форма 1»: исправьте их "
        "там.",
        norms_.binding ? "Рекомендуется" : "Нормы нет, для ориентира взят", norms_.load_min,
        norms_.load_max);
  }

  Sheet& sheet_;
  const SheetStyles& styles_;
  const config::Norms& norms_;
  NormWords words_;
  std::string form_;
};

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
            signatory(context, place), form);
  Sheet provision = book.add_sheet("Обеспеченность");
  const SheetStyles styles(book);
  ProvisionSheet(provision, styles, context, sheet).fill(context, words, form);
  book.save();
}

}  // namespace metodaktiv::reports
