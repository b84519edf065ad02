#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/monitoring_workbook.h"
#include "reports/printed_rows.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Sheet;

enum Column {
  kNumber,
  kTeacher,
  kOrganization,
  kSubject,
  kExperience,
  kMentor,
  kOrder,
  kSince,
  kProgram
};
constexpr std::array<double, 9> kWidths = {6, 35, 30, 30, 11, 35, 24, 12, 16};
constexpr std::array<const char*, 9> kHeaders = {
    "№",       "Молодой специалист", "Организация",
    "Предмет", "Стаж, полных лет",   "Наставник",
    "Приказ",  "Наставник с",        "Программа наставничества"};
constexpr int kSentenceRow = 3;
constexpr int kTotalsRow = 5;
constexpr int kHeaderRow = 8;
constexpr const char* kNoMentor = "✘ наставника нет";
constexpr const char* kNoOrder = "! приказа нет";

void write_mentor(Sheet& sheet, int row, const SheetStyles& styles, const Mentor* mentor) {
  if (mentor == nullptr) {
    sheet.text(row, kMentor, kNoMentor, styles.not_met);
    for (const int column : {kOrder, kSince, kProgram})
      sheet.text(row, column, "—", styles.text_center);
    return;
  }
  sheet.text(row, kMentor, mentor->name, styles.text);
  if (mentor->order.empty()) {
    sheet.text(row, kOrder, kNoOrder, styles.attention);
  } else {
    sheet.text(row, kOrder, mentor->order, styles.text);
  }
  if (mentor->started_on) {
    sheet.date(row, kSince, *mentor->started_on, styles.date);
  } else {
    sheet.text(row, kSince, "—", styles.text_center);
  }
  sheet.text(row, kProgram, mentor->program ? "есть" : "нет", styles.text_center);
}

void write_teacher(Sheet& sheet, PrintedRows& printed, int row, int number,
                   const SheetStyles& styles, const YoungTeacher& teacher, const Mentor* mentor) {
  sheet.number(row, kNumber, number, styles.ordinal);
  sheet.text(row, kTeacher, teacher.name, styles.text);
  sheet.text(row, kOrganization, teacher.organization, styles.text);
  sheet.text(row, kSubject, teacher.subject, styles.text);
  sheet.number(row, kExperience, static_cast<double>(teacher.experience), styles.ordinal);
  write_mentor(sheet, row, styles, mentor);
  const auto height = [&](const std::string& text, Column column) {
    return workbook::fitting_height(text, kWidths[column], style::body());
  };
  printed.height(
      row,
      std::max({16.0, height(teacher.name, kTeacher), height(teacher.organization, kOrganization),
                height(teacher.subject, kSubject), mentor ? height(mentor->name, kMentor) : 0.0,
                mentor ? height(mentor->order, kOrder) : 0.0}));
}

/// How many there are, counted in the list below.
void write_totals(Sheet& sheet, int last, const SheetStyles& styles, const Monitoring& monitoring) {
  const auto cells = [last](Column column) {
    return fmt::format("{}:{}", workbook::cell_name(kHeaderRow + 1, column),
                       workbook::cell_name(last, column));
  };
  long long without = 0, mentorships = 0, without_order = 0;
  for (const auto& teacher : monitoring.young) {
    without += teacher.mentors.empty();
    mentorships += static_cast<long long>(teacher.mentors.size());
    for (const auto& mentor : teacher.mentors) without_order += mentor.order.empty();
  }
  const auto total = static_cast<long long>(monitoring.young.size());
  const auto counted = [&](Column column, const char* title, const std::string& formula,
                           long long result) {
    sheet.text(kTotalsRow, column, title, styles.header);
    sheet.formula(kTotalsRow + 1, column, "=" + formula, static_cast<double>(result),
                  styles.ordinal);
  };
  const auto all = fmt::format("MAX({})", cells(kNumber));
  const auto lacking = fmt::format("COUNTIF({},\"{}\")", cells(kMentor), kNoMentor);
  counted(kTeacher, "Молодых специалистов", all, total);
  counted(kOrganization, "✔ с наставником", all + "-" + lacking, total - without);
  counted(kSubject, "✘ без наставника", lacking, without);
  counted(kMentor, "Пар «наставник — молодой специалист»",
          fmt::format("ROWS({})-{}", cells(kMentor), lacking), mentorships);
  counted(kOrder, "! без приказа", fmt::format("COUNTIF({},\"{}\")", cells(kOrder), kNoOrder),
          without_order);
  sheet.row_height(kTotalsRow, 18);
  sheet.row_height(kTotalsRow + 1, 18);
}

}  // namespace

std::string mentoring_sentence(const Monitoring& monitoring) {
  if (monitoring.young.empty())
    return "Педагогов до 35 лет со стажем меньше трёх полных лет в реестре нет.";
  const auto with_order = std::count_if(
      monitoring.young.begin(), monitoring.young.end(), [](const YoungTeacher& teacher) {
        return std::any_of(teacher.mentors.begin(), teacher.mentors.end(),
                           [](const Mentor& mentor) { return !mentor.order.empty(); });
      });
  const auto without =
      std::count_if(monitoring.young.begin(), monitoring.young.end(),
                    [](const YoungTeacher& teacher) { return teacher.mentors.empty(); });
  const auto total = static_cast<long long>(monitoring.young.size());
  return fmt::format(
      "{} до 35 лет со стажем меньше трёх полных лет; наставник по приказу есть у "
      "{}, наставника нет у {}.",
      base::counted(total, "педагог", "педагога", "педагогов"), with_order, without);
}

void fill_mentoring_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                          const indicators::Place& place) {
  const auto& monitoring = monitoring_of(context, place);
  const auto words = context.words(place);
  write_heading(sheet, styles, context, "Наставничество молодых специалистов", words.with_kind);
  sheet.text(kSentenceRow, 0, mentoring_sentence(monitoring), styles.label);
  for (std::size_t i = 0; i < kHeaders.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  PrintedRows printed(sheet);
  printed.height(kHeaderRow, 32);
  int row = kHeaderRow;
  int number = 0;
  for (const auto& teacher : monitoring.young) {
    ++number;
    if (teacher.mentors.empty()) {
      write_teacher(sheet, printed, ++row, number, styles, teacher, nullptr);
    }
    for (const auto& mentor : teacher.mentors) {
      write_teacher(sheet, printed, ++row, number, styles, teacher, &mentor);
    }
  }
  sheet.table({.name = "Mentoring",
               .header_row = kHeaderRow,
               .last_row = row,
               .headers = {kHeaders.begin(), kHeaders.end()},
               .header = styles.header});
  if (row == kHeaderRow) {
    ++row;
    sheet.merge(row, 0, row, kProgram,
                "Список пуст. В него попадают педагоги с датой рождения и датой начала работы.",
                styles.text);
  } else {
    write_totals(sheet, row, styles, monitoring);
  }
  sheet.freeze(kHeaderRow + 1, 2);
  auto page = analytical_page(context, words.name, "Наставничество молодых специалистов");
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  printed.lay_out(page, kWidths, row);
  sheet.page(page);
  sheet.print_area(0, 0, row, kProgram);
}

}  // namespace metodaktiv::reports
