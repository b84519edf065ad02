#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/monitoring_workbook.h"
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
constexpr std::array<double, 9> kWidths = {6, 34, 30, 24, 10, 34, 22, 12, 16};
constexpr std::array<const char*, 9> kHeaders = {"№",
                                                 "Молодой специалист",
                                                 "Организация",
                                                 "Предмет",
                                                 "Стаж, полных лет",
                                                 "Наставник",
                                                 "Приказ",
                                                 "С",
                                                 "Программа наставничества"};
constexpr int kSentenceRow = 2;
constexpr int kHeaderRow = 4;

void write_mentor(Sheet& sheet, int row, const SheetStyles& styles, const Mentor* mentor) {
  if (mentor == nullptr) {
    sheet.text(row, kMentor, "✘ наставника нет", styles.not_met);
    for (const int column : {kOrder, kSince, kProgram})
      sheet.text(row, column, "—", styles.text_center);
    return;
  }
  sheet.text(row, kMentor, mentor->name, styles.text);
  if (mentor->order.empty()) {
    sheet.text(row, kOrder, "! приказа нет", styles.attention);
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

void write_teacher(Sheet& sheet, int row, int number, const SheetStyles& styles,
                   const YoungTeacher& teacher, const Mentor* mentor) {
  sheet.number(row, kNumber, number, styles.ordinal);
  sheet.text(row, kTeacher, teacher.name, styles.text);
  sheet.text(row, kOrganization, teacher.organization, styles.text);
  sheet.text(row, kSubject, teacher.subject, styles.text);
  sheet.number(row, kExperience, static_cast<double>(teacher.experience), styles.ordinal);
  write_mentor(sheet, row, styles, mentor);
  const auto height = [&](const std::string& text, Column column) {
    return workbook::fitting_height(text, kWidths[column], style::body());
  };
  sheet.row_height(
      row,
      std::max({16.0, height(teacher.name, kTeacher), height(teacher.organization, kOrganization),
                height(teacher.subject, kSubject), mentor ? height(mentor->name, kMentor) : 0.0,
                mentor ? height(mentor->order, kOrder) : 0.0}));
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
    const int column = static_cast<int>(i);
    sheet.text(kHeaderRow, column, kHeaders[i], styles.header);
    sheet.column(column, column, kWidths[i]);
  }
  sheet.row_height(kHeaderRow, 32);
  int row = kHeaderRow;
  int number = 0;
  for (const auto& teacher : monitoring.young) {
    ++number;
    if (teacher.mentors.empty()) {
      write_teacher(sheet, ++row, number, styles, teacher, nullptr);
    }
    for (const auto& mentor : teacher.mentors) {
      write_teacher(sheet, ++row, number, styles, teacher, &mentor);
    }
  }
  if (row > kHeaderRow) sheet.autofilter(kHeaderRow, 0, row, kProgram);
  sheet.freeze(kHeaderRow + 1, 2);
  auto page = analytical_page(context, words.name, "Наставничество молодых специалистов");
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, std::max(row, kHeaderRow + 1), kProgram);
}

}  // namespace metodaktiv::reports
