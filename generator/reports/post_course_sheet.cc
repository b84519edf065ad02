#include "reports/post_course_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "config/ownership.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using workbook::Sheet;

constexpr int kTotalsRow = 4;
constexpr int kSurveyedOn = 3;  ///< the column with a date

const config::FormDefinition* form_of(const ReportContext& context) {
  return config::form_of(context.input.forms, "post_course");
}

/// Title of a fixed answer of the table; the key where it has none.
std::string answer_title(const ReportContext& context, const char* column_key,
                         const std::string& key) {
  if (key.empty()) return "—";
  const auto* form = form_of(context);
  const auto* column = form ? form->column(column_key) : nullptr;
  if (column) {
    for (const auto& value : column->values) {
      if (value.key == key) return value.title;
    }
  }
  return key;
}

std::string yes_no(const std::optional<bool>& answer) {
  return !answer ? "—" : *answer ? "да" : "нет";
}

/// What the profile recommends after each outcome; nullptr when it does not say.
const config::DistributionDefinition* recommendations(const ReportContext& context) {
  const auto& profile = context.input.profile;
  return profile.distribution(profile.motor_distribution);
}

std::string recommended_work(const config::DistributionDefinition& definition,
                             const std::string& outcome) {
  for (const auto& value : definition.values) {
    if (value.key == outcome && !value.note.empty()) return base::capitalized(value.note);
  }
  return "—";
}

/// One column of the register.
struct Column {
  const char* title;
  double width;
  std::string (*text)(const ReportContext&, const PostCourse&);
  bool centred = false;
};
constexpr int kOutcome = 10;  ///< the column with the result

std::vector<Column> columns_of(const ReportContext& context) {
  std::vector<Column> columns = {
      {"Педагог", 30, [](const ReportContext&, const PostCourse& p) { return p.teacher_name; }},
      {"Организация", 24, [](const ReportContext&, const PostCourse& p) { return p.organization; }},
      {"Программа", 34, [](const ReportContext&, const PostCourse& p) { return p.program; }},
      {"Дата опроса", 12, [](const ReportContext&, const PostCourse&) { return std::string(); },
       true},
      {"Что оказалось важным", 34,
       [](const ReportContext&, const PostCourse& p) { return p.valued; }},
      {"Отражено в маршруте", 12,
       [](const ReportContext&, const PostCourse& p) { return yes_no(p.in_iom); }, true},
      {"Маршрут начат", 11,
       [](const ReportContext&, const PostCourse& p) { return yes_no(p.iom_started); }, true},
      {"Подтверждение", 30, [](const ReportContext&, const PostCourse& p) { return p.evidence; }},
      {"Отражение в практике", 14,
       [](const ReportContext& c, const PostCourse& p) {
         return answer_title(c, "practice", p.practice);
       }},
      {"Готов представить опыт", 12,
       [](const ReportContext&, const PostCourse& p) { return yes_no(p.municipal_showcase); },
       true},
      {"Отсроченный результат", 22, [](const ReportContext& c, const PostCourse& p) {
         return answer_title(c, "outcome", p.outcome);
       }}};
  if (recommendations(context)) {
    columns.push_back({"Рекомендуемая работа", 36, [](const ReportContext& c, const PostCourse& p) {
                         return recommended_work(*recommendations(c), p.outcome);
                       }});
  }
  return columns;
}

std::string note_of(const ReportContext& context, const std::vector<PostCourse>& rows) {
  const auto since = base::SchoolYear::of(context.input.as_of).first_day();
  const auto this_year = std::count_if(rows.begin(), rows.end(), [&](const PostCourse& p) {
    return p.surveyed_on && *p.surveyed_on >= since;
  });
  return fmt::format(
      "В реестре {}, из них за {} учебный год — {}.",
      base::counted(static_cast<long long>(rows.size()), "опрос", "опроса", "опросов"),
      context.year(), this_year);
}

/// The answers that occur, in the order of the form; the way they stand in the cells of the table.
std::vector<std::pair<std::string, long long>> outcomes_of(const ReportContext& context,
                                                           const std::vector<PostCourse>& rows) {
  std::vector<std::pair<std::string, long long>> totals;
  if (const auto* form = form_of(context)) {
    if (const auto* column = form->column("outcome")) {
      for (const auto& value : column->values) totals.emplace_back(value.title, 0);
    }
  }
  for (const auto& row : rows) {
    const auto title = answer_title(context, "outcome", row.outcome);
    auto found = std::find_if(totals.begin(), totals.end(),
                              [&](const auto& total) { return total.first == title; });
    if (found == totals.end()) found = totals.insert(totals.end(), {title, 0});
    ++found->second;
  }
  return totals;
}

/// How many surveys ended with which result, as formulas over the register below.
void write_totals(Sheet& sheet, const SheetStyles& styles,
                  const std::vector<std::pair<std::string, long long>>& totals, int first_row,
                  int last_row, long long all) {
  sheet.text(kTotalsRow, 0, "Отсроченный результат", styles.header);
  sheet.text(kTotalsRow, 1, "Опросов", styles.header);
  sheet.text(kTotalsRow, 2, "Доля", styles.header);
  sheet.row_height(kTotalsRow, 18);
  const auto range = fmt::format("{}:{}", workbook::cell_name(first_row, kOutcome),
                                 workbook::cell_name(last_row, kOutcome));
  int row = kTotalsRow;
  for (const auto& [title, count] : totals) {
    ++row;
    sheet.text(row, 0, title, styles.text);
    sheet.formula(row, 1, fmt::format("=COUNTIF({},{})", range, workbook::cell_name(row, 0)),
                  static_cast<double>(count), styles.integer);
    sheet.formula(row, 2, fmt::format("={}/ROWS({})", workbook::cell_name(row, 1), range),
                  static_cast<double>(count) / static_cast<double>(all),
                  styles.value(config::Unit::kPercent));
    sheet.row_height(row, std::max(16.0, workbook::fitting_height(title, 30, style::body())));
  }
}

}  // namespace

const std::vector<PostCourse>* post_courses_of(const ReportContext& context, const Place& place) {
  const auto found = context.post_courses.find(place.code);
  return found == context.post_courses.end() ? nullptr : &found->second;
}

std::string post_course_title(const ReportContext& context) {
  const auto* form = form_of(context);
  return form ? fmt::format("Реестр {}", form->title) : std::string("Реестр");
}

void fill_post_course_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                            const Place& place, const std::vector<PostCourse>& rows) {
  const auto words = context.words(place);
  const auto title = fmt::format("{}: отсроченные результаты курсов", post_course_title(context));
  write_heading(sheet, styles, context, title, words.with_kind);
  sheet.text(2, 1, note_of(context, rows), styles.label);
  const auto totals = outcomes_of(context, rows);
  const int header_row = kTotalsRow + static_cast<int>(totals.size()) + 2;
  const int count = static_cast<int>(rows.size());
  write_totals(sheet, styles, totals, header_row + 1, header_row + count, count);
  const auto columns = columns_of(context);
  const int last_column = static_cast<int>(columns.size()) - 1;
  std::vector<std::string> headers;
  for (int i = 0; i <= last_column; ++i) {
    const auto& column = columns[static_cast<std::size_t>(i)];
    headers.emplace_back(column.title);
    sheet.column(i, i, column.width);
  }
  sheet.row_height(header_row, 36);
  int row = header_row;
  for (const auto& from : rows) {
    ++row;
    double height = 16;
    for (int i = 0; i <= last_column; ++i) {
      const auto& column = columns[static_cast<std::size_t>(i)];
      if (i == kSurveyedOn && from.surveyed_on) {
        sheet.date(row, i, *from.surveyed_on, styles.date);
        continue;
      }
      const auto text = column.text(context, from);
      sheet.text(row, i, text.empty() ? "—" : text,
                 column.centred ? styles.text_center : styles.text);
      height = std::max(height, workbook::fitting_height(text, column.width, style::body()));
    }
    sheet.row_height(row, height);
  }
  sheet.table({"post_course", header_row, 0, row, headers, styles.header});
  sheet.freeze(header_row + 1, 1);
  auto page = analytical_page(context, words.name, title);
  page.repeat_rows = std::pair(header_row, header_row);
  sheet.page(page);
  sheet.print_area(0, 0, row, last_column);
}

}  // namespace metodaktiv::reports
