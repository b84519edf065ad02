#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/natural_order.h"
#include "reports/kpi_workbook.h"
#include "reports/summary_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::cell_name;
using workbook::Sheet;

constexpr int kHeaderRow = 4;

namespace places {
enum Column { kName, kInTime, kLate, kOverdue, kShare, kAhead, kOldest, kDays };
constexpr std::array<const char*, 8> kHeaders = {
    "Муниципалитет",     "Выполнено в срок",           "Выполнено с опозданием", "Просрочено",
    "Доля просроченных", "Срок впереди или не назван", "Самый ранний срок",      "Дней просрочки"};
constexpr std::array<double, 8> kWidths = {34, 13, 14, 14, 16, 15, 14, 13};
}  // namespace places

struct Line {
  std::string name;
  int in_time = 0, late = 0, overdue = 0, ahead = 0;
  std::optional<base::Date> oldest;
  int days = 0;

  [[nodiscard]] int due() const { return in_time + late + overdue; }
};

Line line_of(const std::string& name, const Monitoring& monitoring) {
  Line line{name,
            monitoring.count(TaskState::kInTime),
            monitoring.count(TaskState::kLate),
            monitoring.count(TaskState::kOverdue),
            monitoring.count(TaskState::kAhead) + monitoring.count(TaskState::kUndated),
            {},
            0};
  for (const auto& task : monitoring.tasks) {
    if (task.state != TaskState::kOverdue || task.days <= line.days) continue;
    line.days = task.days;
    line.oldest = task.due_on;
  }
  return line;
}

std::vector<Line> lines_of(const ReportContext& context) {
  std::vector<Line> lines;
  for (const auto& place : context.places_by_name(indicators::Scope::kMunicipality)) {
    const auto found = context.monitorings.find(place.code);
    if (found != context.monitorings.end()) lines.push_back(line_of(place.name, found->second));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.overdue > b.overdue; });
  return lines;
}

void write_line(Sheet& sheet, int row, const SheetStyles& styles, const Line& line) {
  using namespace places;
  sheet.text(row, kName, line.name, styles.text);
  sheet.number(row, kInTime, line.in_time, styles.integer);
  sheet.number(row, kLate, line.late, styles.integer);
  sheet.number(row, kOverdue, line.overdue, line.overdue > 0 ? styles.late_count : styles.integer);
  if (line.due() > 0) {
    sheet.formula(row, kShare,
                  fmt::format("={}/SUM({}:{})", cell_name(row, kOverdue), cell_name(row, kInTime),
                              cell_name(row, kOverdue)),
                  static_cast<double>(line.overdue) / line.due(),
                  styles.value(config::Unit::kPercent));
  } else {
    sheet.text(row, kShare, "—", styles.text_center);
  }
  sheet.number(row, kAhead, line.ahead, styles.integer);
  if (line.oldest) {
    sheet.date(row, kOldest, *line.oldest, styles.date);
    sheet.number(row, kDays, line.days, styles.integer);
  } else {
    sheet.text(row, kOldest, "—", styles.text_center);
    sheet.text(row, kDays, "—", styles.text_center);
  }
  sheet.row_height(
      row, std::max(15.0, workbook::fitting_height(line.name, kWidths[kName], style::body())));
}

void write_total(Sheet& sheet, int row, const SheetStyles& styles, const std::vector<Line>& lines) {
  using namespace places;
  sheet.text(row, kName, "Всего по региону", styles.total_text);
  const auto sum = [&](int column, int Line::*part) {
    int total = 0;
    for (const auto& line : lines) total += line.*part;
    sheet.formula(
        row, column,
        fmt::format("=SUM({}:{})", cell_name(kHeaderRow + 1, column), cell_name(row - 1, column)),
        total, styles.total_integer);
    return total;
  };
  const int due = sum(kInTime, &Line::in_time) + sum(kLate, &Line::late);
  const int overdue = sum(kOverdue, &Line::overdue);
  sum(kAhead, &Line::ahead);
  if (due + overdue > 0) {
    sheet.formula(row, kShare,
                  fmt::format("={}/SUM({}:{})", cell_name(row, kOverdue), cell_name(row, kInTime),
                              cell_name(row, kOverdue)),
                  static_cast<double>(overdue) / (due + overdue), styles.total_percent);
  } else {
    sheet.blank(row, kShare, styles.total_text);
  }
  sheet.blank(row, kOldest, styles.total_text);
  sheet.blank(row, kDays, styles.total_text);
  sheet.row_height(row, 18);
}

/// Overdue tasks of one function.
struct Overdue {
  std::string function;
  int municipalities = 0, tasks = 0;
};

std::vector<Overdue> overdue_functions(const ReportContext& context) {
  std::map<std::string, Overdue> by_function;
  for (const auto& [code, monitoring] : context.monitorings) {
    std::map<std::string, int> own;
    for (const auto& task : monitoring.tasks)
      own[task.function] += task.state == TaskState::kOverdue;
    for (const auto& [function, tasks] : own) {
      if (tasks == 0) continue;
      auto& entry = by_function[function];
      entry.function = function;
      ++entry.municipalities;
      entry.tasks += tasks;
    }
  }
  std::vector<Overdue> all;
  for (auto& [function, entry] : by_function) all.push_back(std::move(entry));
  std::stable_sort(all.begin(), all.end(), [](const Overdue& a, const Overdue& b) {
    if (a.municipalities != b.municipalities) return a.municipalities > b.municipalities;
    if (a.tasks != b.tasks) return a.tasks > b.tasks;
    return base::natural_less(a.function, b.function);
  });
  return all;
}

template <std::size_t N>
std::vector<std::string> prepare(Sheet& sheet, const std::array<const char*, N>& headers,
                                 const std::array<double, N>& widths) {
  for (std::size_t i = 0; i < N; ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), widths[i]);
  }
  sheet.row_height(kHeaderRow, 40);
  return {headers.begin(), headers.end()};
}

}  // namespace

bool has_deadlines(const ReportContext& context) {
  const auto lines = lines_of(context);
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.due() > 0; });
}

void fill_deadlines_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context) {
  constexpr const char* kTitle = "Задачи методических служб и их сроки";
  write_heading(sheet, styles, context, kTitle, context.input.profile.name);
  const auto headers = prepare(sheet, places::kHeaders, places::kWidths);
  const auto lines = lines_of(context);
  int row = kHeaderRow;
  for (const auto& line : lines) write_line(sheet, ++row, styles, line);
  sheet.table({"deadlines", kHeaderRow, 0, row, headers, styles.header});
  write_total(sheet, ++row, styles, lines);
  finish_summary_sheet(sheet, context, kTitle, kHeaderRow, row, places::kDays, false);
}

void fill_overdue_functions_sheet(Sheet& sheet, const SheetStyles& styles,
                                  const ReportContext& context) {
  constexpr const char* kTitle = "Просрочки по функциям стандарта";
  constexpr std::array<const char*, 4> kHeaders = {"Функция", "Что нужно сделать",
                                                   "Муниципалитетов", "Просрочено задач"};
  constexpr std::array<double, 4> kWidths = {12, 90, 18, 16};
  write_heading(sheet, styles, context, kTitle, context.input.profile.name);
  const auto headers = prepare(sheet, kHeaders, kWidths);
  int row = kHeaderRow;
  for (const auto& entry : overdue_functions(context)) {
    ++row;
    const auto* function = context.input.profile.standard.function(entry.function);
    const std::string title = function ? function->title : "—";
    sheet.text(row, 0, entry.function, styles.text);
    sheet.text(row, 1, title, styles.text);
    sheet.number(row, 2, entry.municipalities, styles.integer);
    sheet.number(row, 3, entry.tasks, styles.integer);
    sheet.row_height(row,
                     std::max(16.0, workbook::fitting_height(title, kWidths[1], style::body())));
  }
  sheet.table({"overdue_functions", kHeaderRow, 0, row, headers, styles.header});
  if (row == kHeaderRow) {
    ++row;
    sheet.merge(row, 0, row, 3, "Просроченных задач нет.", styles.text);
  }
  finish_summary_sheet(sheet, context, kTitle, kHeaderRow, row, 3);
}

}  // namespace metodaktiv::reports
