#include "reports/form2_load_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/form2_layout.h"
#include "reports/kpi_workbook.h"
#include "reports/norm_words.h"
#include "reports/printed_rows.h"
#include "reports/subject_title.h"
#include "workbook/cell_text.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Sheet;

class LoadSheet {
 public:
  LoadSheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
            const Sheet& form, const Form2Spans& spans)
      : sheet_(sheet),
        styles_(styles),
        context_(context),
        norms_(context.input.profile.norms),
        words_(norms_),
        form_(workbook::quoted_sheet_name(form.name())),
        spans_(spans) {}

  void fill(const indicators::Place& place, const std::vector<MethodistLoad>& loads) {
    const auto words = context_.words(place);
    write_heading(
        sheet_, styles_, context_,
        fmt::format("Нагрузка методистов ({} {}–{} педагогов)",
                    norms_.binding ? "норма" : "ориентир", norms_.load_min, norms_.load_max),
        words.with_kind);
    PrintedRows printed(sheet_);
    write_header(printed);
    int row = kTable;
    for (const auto& load : loads) write_load(++row, load, printed);
    if (!loads.empty()) {
      sheet_.autofilter(kTable, 0, row, kVerdict);
      write_totals(row, loads);
      if (norms_.binding) mark_verdicts(row);
    }
    if (loads.empty()) {
      ++row;
      sheet_.merge(row, 0, row, kVerdict, "Закреплённых методистов в реестре нет.", styles_.text);
    }
    sheet_.merge(row + 1, 0, row + 1, kVerdict, note(), styles_.note);
    printed.height(row + 1, norms_.binding ? 18 : 30);
    if (row > kTable) printed.keep_with_next(row);
    sheet_.freeze(kTable + 1, 2);
    auto page = analytical_page(context_, words.name, "Нагрузка методистов");
    page.repeat_rows = std::pair(kTable, kTable);
    printed.lay_out(page, kTableWidths, row + 1);
    sheet_.page(page);
    sheet_.print_area(0, 0, row + 1, kVerdict);
  }

 private:
  static constexpr int kTotals = 2, kTable = 5;
  enum Cells { kOrdinal, kMethodist, kTaught, kPlace, kSchools, kPeople, kDeviation, kVerdict };
  static constexpr std::array<double, 8> kTableWidths = {6, 38, 30, 24, 15, 14, 16, 22};

  void write_header(PrintedRows& printed) {
    const std::array<const char*, 8> headers = {
        "№",
        "Методист",
        "Предмет",
        "Муниципалитет",
        "Организаций",
        "Педагогов",
        norms_.binding ? "Отклонение от нормы" : "Отклонение от ориентира",
        "Нагрузка"};
    for (std::size_t i = 0; i < kTableWidths.size(); ++i) {
      sheet_.column(static_cast<int>(i), static_cast<int>(i), kTableWidths[i]);
      sheet_.text(kTable, static_cast<int>(i), headers[i], styles_.header);
    }
    printed.height(kTable, 30);
  }

  /// What the municipality has on the whole, above the table.
  void write_totals(int last, const std::vector<MethodistLoad>& loads) {
    const auto sum = totals(loads);
    long long teachers = 0;
    for (const auto& load : loads) teachers += load.teachers;
    const auto column = [&](int index) {
      return fmt::format("{}:{}", workbook::cell_name(kTable + 1, index),
                         workbook::cell_name(last, index));
    };
    const auto total = [&](int index, const std::string& title, const std::string& formula,
                           double result) {
      sheet_.text(kTotals, index, title, styles_.header);
      sheet_.formula(kTotals + 1, index, formula, result, styles_.ordinal);
    };
    const auto verdicts = [&](int index, LoadVerdict verdict, int count) {
      const auto words = shown(verdict, words_);
      total(index, words, fmt::format("=COUNTIF({},\"{}\")", column(kVerdict), words), count);
    };
    total(kMethodist, "Методистов с закреплением", fmt::format("=COUNTA({})", column(kMethodist)),
          static_cast<double>(loads.size()));
    verdicts(kTaught, LoadVerdict::kWithin, sum.within);
    verdicts(kPlace, LoadVerdict::kAbove, sum.above);
    verdicts(kSchools, LoadVerdict::kBelow, sum.below);
    total(kPeople, "Педагогов всего", fmt::format("=SUM({})", column(kPeople)),
          static_cast<double>(teachers));
    sheet_.row_height(kTotals, 30);
  }

  void write_load(int row, const MethodistLoad& load, PrintedRows& printed) {
    const auto form1 = context_.form1.find(load.municipality);
    const auto subject = subject_title(context_, load.subject);
    sheet_.number(row, kOrdinal, row - kTable, styles_.ordinal);
    sheet_.text(row, kMethodist, load.full_name, styles_.text);
    sheet_.text(row, kTaught, subject, styles_.text);
    sheet_.text(row, kPlace,
                form1 == context_.form1.end() ? load.municipality : form1->second->name,
                styles_.text);
    sheet_.number(row, kSchools, load.organizations, styles_.integer);
    write_numbers(row, load);
    printed.height(
        row,
        std::max({16.0, workbook::fitting_height(load.full_name, kTableWidths[1], style::body()),
                  workbook::fitting_height(subject, kTableWidths[2], style::body())}));
  }

  void write_numbers(int row, const MethodistLoad& load) {
    const auto people = workbook::cell_name(row, kPeople);
    const auto deviation = workbook::cell_name(row, kDeviation);
    const auto teachers = static_cast<double>(load.teachers);
    if (const auto span = spans_.find(load.code); span != spans_.end()) {
      sheet_.formula(
          row, kPeople,
          fmt::format("=SUM({}!{}:{})", form_, workbook::cell_name(span->second.first, kTeachers),
                      workbook::cell_name(span->second.last, kTeachers)),
          teachers, styles_.integer);
    } else {
      sheet_.number(row, kPeople, teachers, styles_.integer);
    }
    sheet_.formula(row, kDeviation,
                   fmt::format("=IF({0}<{1},{0}-{1},IF({0}>{2},{0}-{2},0))", people,
                               norms_.load_min, norms_.load_max),
                   static_cast<double>(load.deviation), styles_.deviation);
    sheet_.formula(
        row, kVerdict,
        fmt::format("=IF({0}<0,\"{1}\",IF({0}>0,\"{2}\",\"{3}\"))", deviation,
                    shown(LoadVerdict::kBelow, words_), shown(LoadVerdict::kAbove, words_),
                    shown(LoadVerdict::kWithin, words_)),
        shown(load.verdict, words_), norms_.binding ? styles_.text : styles_.no_target);
  }

  /// Colours follow the words, so that they also follow the reader's edits.
  void mark_verdicts(int last) {
    sheet_.highlight(kTable + 1, kVerdict, last, kVerdict, "✔", styles_.met);
    for (const char* sign : {"▲", "▼"})
      sheet_.highlight(kTable + 1, kVerdict, last, kVerdict, sign, styles_.not_met);
  }

  [[nodiscard]] std::string note() const {
    return "Нагрузка методиста — сумма закреплённых педагогов по всем организациям; числа берутся "
           "с листа «Форма 2»: исправьте их там." +
           (norms_.binding ? std::string() : " " + words_.statement);
  }

  Sheet& sheet_;
  const SheetStyles& styles_;
  const ReportContext& context_;
  const config::Norms& norms_;
  NormWords words_;
  std::string form_;
  const Form2Spans& spans_;
};

}  // namespace

void fill_load_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                     const indicators::Place& place, const Sheet& form, const Form2Spans& spans,
                     const std::vector<MethodistLoad>& loads) {
  LoadSheet(sheet, styles, context, form, spans).fill(place, loads);
}

}  // namespace metodaktiv::reports
