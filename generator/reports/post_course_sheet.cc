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

constexpr int kHeaderRow = 4;
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

void write_note(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                const std::vector<PostCourse>& rows) {
  const auto since = base::SchoolYear::of(context.input.as_of).first_day();
  const auto this_year = std::count_if(rows.begin(), rows.end(), [&](const PostCourse& p) {
    return p.surveyed_on && *p.surveyed_on >= since;
  });
  sheet.text(
      2, 0,
      fmt::format("В реестре {}, из них за {} учебный год — {}.",
                  base::counted(static_cast<long long>(rows.size()), "опрос", "опроса", "опросов"),
                  context.year(), this_year),
      styles.label);
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
  write_note(sheet, styles, context, rows);
  const auto columns = columns_of(context);
  const int last_column = static_cast<int>(columns.size()) - 1;
  for (int i = 0; i <= last_column; ++i) {
    const auto& column = columns[static_cast<std::size_t>(i)];
    sheet.text(kHeaderRow, i, column.title, styles.header);
    sheet.column(i, i, column.width);
  }
  sheet.row_height(kHeaderRow, 32);
  int row = kHeaderRow;
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
  sheet.autofilter(kHeaderRow, 0, row, last_column);
  sheet.freeze(kHeaderRow + 1, 1);
  auto page = analytical_page(context, words.name, title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, row, last_column);
}

}  // namespace metodaktiv::reports
