#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/monitoring_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Sheet;

enum Column { kNumber, kTitle, kPeriod, kDue, kDone, kState, kEvidence };
constexpr std::array<double, 7> kWidths = {8, 62, 26, 12, 12, 26, 40};
constexpr std::array<const char*, 7> kHeaders = {"№",         "Функция",   "Период",       "Срок",
                                                 "Выполнено", "Состояние", "Подтверждение"};
constexpr int kSentenceRow = 2;
constexpr int kHeaderRow = 4;

std::string days(int count) { return base::counted(count, "день", "дня", "дней"); }

/// A sign and words, so that nobody needs the colour.
std::string state_words(const Task& task) {
  switch (task.state) {
    case TaskState::kInTime:
      return task.due_on ? "✔ в срок" : "✔ выполнено";
    case TaskState::kLate:
      return fmt::format("✔ позже на {}", days(task.days));
    case TaskState::kOverdue:
      return fmt::format("✘ просрочено на {}", days(task.days));
    case TaskState::kAhead:
      return "… срок впереди";
    case TaskState::kUndated:
      return "— срок не указан";
    case TaskState::kUnknown:
      break;
  }
  return "не внесено в реестр";
}

workbook::Format state_format(const SheetStyles& styles, TaskState state) {
  switch (state) {
    case TaskState::kInTime:
      return styles.met;
    case TaskState::kLate:
      return styles.attention;
    case TaskState::kOverdue:
      return styles.not_met;
    case TaskState::kAhead:
    case TaskState::kUndated:
      return styles.no_target;
    case TaskState::kUnknown:
      break;
  }
  return styles.no_data;
}

void write_date(Sheet& sheet, int row, int column, const SheetStyles& styles,
                const std::optional<base::Date>& date) {
  if (date) {
    sheet.date(row, column, *date, styles.date);
  } else {
    sheet.text(row, column, "—", styles.text_center);
  }
}

void write_task(Sheet& sheet, int row, const SheetStyles& styles, const config::Standard& standard,
                const Task& task) {
  const auto* function = standard.function(task.function);
  const std::string title = function ? function->title : "Функции с таким номером в стандарте нет";
  sheet.text(row, kNumber, task.function, styles.text_center);
  sheet.text(row, kTitle, title, styles.text);
  sheet.text(row, kPeriod, task.period.empty() ? "—" : task.period, styles.text);
  write_date(sheet, row, kDue, styles, task.due_on);
  write_date(sheet, row, kDone, styles, task.done_on);
  sheet.text(row, kState, state_words(task), state_format(styles, task.state));
  if (task.evidence_url.empty()) {
    sheet.text(row, kEvidence, "—", styles.text);
  } else {
    sheet.link(row, kEvidence, task.evidence_url, task.evidence_url, styles.link);
  }
  const auto height = [&](const std::string& text, Column column) {
    return workbook::fitting_height(text, kWidths[column], style::body());
  };
  sheet.row_height(row, std::max({16.0, height(title, kTitle), height(task.period, kPeriod),
                                  height(task.evidence_url, kEvidence)}));
}

}  // namespace

std::string tasks_sentence(const Monitoring& monitoring) {
  const auto& m = monitoring;
  const int entered = static_cast<int>(m.tasks.size()) - m.count(TaskState::kUnknown);
  if (entered == 0) return "Задачи службы на этот учебный год в реестр не внесены.";
  auto text = fmt::format(
      "Задач на учебный год: {}. Выполнено в срок — {}, с опозданием — {}, "
      "просрочено — {}, срок впереди — {}.",
      entered, m.count(TaskState::kInTime), m.count(TaskState::kLate), m.count(TaskState::kOverdue),
      m.count(TaskState::kAhead));
  if (const int undated = m.count(TaskState::kUndated); undated > 0)
    text += fmt::format(" Без срока — {}.", undated);
  if (const int missing = m.count(TaskState::kUnknown); missing > 0) {
    text += fmt::format(" Не внесены задачи по {}.",
                        base::counted(missing, "функции", "функциям", "функциям"));
  }
  return text;
}

void fill_tasks_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                      const indicators::Place& place) {
  const auto& monitoring = monitoring_of(context, place);
  const auto& standard = context.input.profile.standard;
  const auto words = context.words(place);
  const auto title = fmt::format("Исполнение {}", standard.name_genitive);
  write_heading(sheet, styles, context, title, words.with_kind);
  sheet.text(kSentenceRow, 0, tasks_sentence(monitoring), styles.label);
  for (std::size_t i = 0; i < kHeaders.size(); ++i) {
    const int column = static_cast<int>(i);
    sheet.text(kHeaderRow, column, kHeaders[i], styles.header);
    sheet.column(column, column, kWidths[i]);
  }
  sheet.row_height(kHeaderRow, 24);
  int row = kHeaderRow;
  for (const auto& task : monitoring.tasks) {
    write_task(sheet, ++row, styles, standard, task);
  }
  if (row == kHeaderRow) {
    ++row;
    sheet.merge(row, 0, row, kEvidence, "Функции с задачами для муниципалитетов не названы.",
                styles.text);
  } else {
    sheet.autofilter(kHeaderRow, 0, row, kEvidence);
    sheet.expect_numbers_as_text(kHeaderRow + 1, kNumber, row, kNumber);
  }
  sheet.freeze(kHeaderRow + 1, 2);
  auto page = analytical_page(context, words.name, title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, row, kEvidence);
}

}  // namespace metodaktiv::reports
