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

enum Column { kNumber, kTitle, kPeriod, kDue, kDone, kState, kEvidence };
constexpr std::array<double, 7> kWidths = {8, 66, 27, 12, 12, 29, 34};
constexpr std::array<const char*, 7> kHeaders = {"№",         "Функция",   "Период",       "Срок",
                                                 "Выполнено", "Состояние", "Подтверждение"};
constexpr int kSentenceRow = 3;
constexpr int kHeaderRow = 5;

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

/// An address without its scheme, with its middle left out where it's longer than the column:
/// links don't wrap everywhere.
std::string short_address(std::string_view url) {
  if (const auto at = url.find("://"); at != std::string_view::npos) url.remove_prefix(at + 3);
  const auto fits = [](std::string_view text) {
    return workbook::fitting_width(text, style::body()) <= kWidths[kEvidence];
  };
  if (fits(url)) return std::string(url);
  const auto path = url.find('/');
  const std::string host(url.substr(0, path));
  const auto tail = url.substr(url.find_last_of('/') + 1);
  for (const auto& text : {fmt::format("{}/…/{}", host, tail), fmt::format("{}/…", host)}) {
    if (path != std::string_view::npos && fits(text)) return text;
  }
  return "ссылка";
}

/// Overdue tasks first, functions that nobody entered a task for last.
std::vector<const Task*> in_order(const std::vector<Task>& tasks) {
  std::vector<const Task*> order;
  for (const auto& task : tasks) order.push_back(&task);
  const auto rank = [](const Task* task) {
    return task->state == TaskState::kOverdue ? 0 : task->state == TaskState::kUnknown ? 2 : 1;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const Task* a, const Task* b) { return rank(a) < rank(b); });
  return order;
}

void write_task(Sheet& sheet, PrintedRows& printed, int row, const SheetStyles& styles,
                const config::Standard& standard, const Task& task) {
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
    sheet.link(row, kEvidence, task.evidence_url, short_address(task.evidence_url), styles.link);
  }
  const auto height = [&](const std::string& text, Column column) {
    return workbook::fitting_height(text, kWidths[column], style::body());
  };
  printed.height(row, std::max({16.0, height(title, kTitle), height(task.period, kPeriod)}));
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
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  PrintedRows printed(sheet);
  printed.height(kHeaderRow, 24);
  int row = kHeaderRow;
  for (const auto* task : in_order(monitoring.tasks)) {
    write_task(sheet, printed, ++row, styles, standard, *task);
  }
  sheet.table({.name = "Tasks",
               .header_row = kHeaderRow,
               .last_row = row,
               .headers = {kHeaders.begin(), kHeaders.end()},
               .header = styles.header});
  if (row == kHeaderRow) {
    ++row;
    sheet.merge(row, 0, row, kEvidence, "Функции с задачами для муниципалитетов не названы.",
                styles.text);
  } else {
    sheet.expect_numbers_as_text(kHeaderRow + 1, kNumber, row, kNumber);
  }
  sheet.freeze(kHeaderRow + 1, 2);
  auto page = analytical_page(context, words.name, title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  printed.lay_out(page, kWidths, row);
  sheet.page(page);
  sheet.print_area(0, 0, row, kEvidence);
}

}  // namespace metodaktiv::reports
