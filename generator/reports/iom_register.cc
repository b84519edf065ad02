#include "reports/iom_register.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "config/ownership.h"
#include "reports/kpi_workbook.h"
#include "reports/printed_rows.h"
#include "workbook/cell_text.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Sheet;

constexpr std::array<double, 13> kWidths = {6, 34, 30, 30, 19, 11, 11, 12, 6.5, 13, 11, 12, 14};
constexpr std::array<const char*, 13> kHeaders = {
    "№",           "Педагог",         "Организация",           "Предмет", "Методист",
    "Учебный год", "Составлен",       "Плановое окончание",    "Этап",    "Состояние",
    "Завершён",    "Просрочен, дней", "Мероприятий просрочено"};
constexpr int kNoteRow = 3;
constexpr int kHeaderRow = 5;

void write_date(Sheet& sheet, int row, int column, const SheetStyles& styles,
                const std::optional<base::Date>& date) {
  if (date) {
    sheet.date(row, column, *date, styles.date);
  } else {
    sheet.text(row, column, "—", styles.text_center);
  }
}

/// A text inside a formula.
std::string formula_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

}  // namespace

RouteRegister::RouteRegister(Sheet sheet, const ReportContext& context,
                             const std::vector<Route>& routes)
    : sheet_(std::move(sheet)), context_(context), routes_(routes) {
  const auto* form = config::form_of(context.input.forms, "ioms");
  const auto* column = form ? form->column("status") : nullptr;
  if (column) {
    for (const auto& value : column->values) {
      titles_[value.key] = value.title;
      states_.push_back(value.key);
    }
  }
  for (const auto& route : routes) {
    if (titles_.try_emplace(route.status, route.status).second) states_.push_back(route.status);
  }
}

const std::string& RouteRegister::status_title(const std::string& key) const {
  const auto found = titles_.find(key);
  return found == titles_.end() ? key : found->second;
}

std::vector<std::string> RouteRegister::states() const { return states_; }

std::string RouteRegister::cells(RegisterColumn column) const {
  const auto absolute = [column](int row) {
    auto name = workbook::cell_name(row, column);
    const auto digits = name.find_first_of("0123456789");
    return '$' + name.substr(0, digits) + '$' + name.substr(digits);
  };
  return fmt::format("{}!{}:{}", workbook::quoted_sheet_name(sheet_.name()),
                     absolute(kHeaderRow + 1),
                     absolute(kHeaderRow + static_cast<int>(routes_.size())));
}

std::string RouteRegister::with_status(const std::string& key, const char* sign) const {
  return fmt::format(",{},{}", cells(kStatus), formula_text(sign + status_title(key)));
}

std::string RouteRegister::with_year(const std::string& school_year) const {
  return fmt::format(",{},{}", cells(kYear), formula_text(school_year));
}

std::string RouteRegister::developed() const {
  return with_status("draft", "<>") + with_status("cancelled", "<>");
}

long long RouteRegister::count(const std::function<bool(const Route&)>& which) const {
  return std::count_if(routes_.begin(), routes_.end(), which);
}

void RouteRegister::write_route(int row, const SheetStyles& styles, const Route& route) {
  sheet_.number(row, kNumber, row - kHeaderRow, styles.ordinal);
  sheet_.text(row, kOrganization, route.organization_short, styles.text);
  sheet_.text(row, kSubject, route.subject, styles.text);
  sheet_.text(row, kMethodist,
              route.methodist_short_name.empty() ? "—" : route.methodist_short_name, styles.text);
  sheet_.text(row, kYear, route.school_year, styles.text_center);
  write_date(sheet_, row, kCreated, styles, route.created_on);
  write_date(sheet_, row, kPlannedEnd, styles, route.planned_end);
  if (route.stage) {
    sheet_.number(row, kStage, static_cast<double>(*route.stage), styles.ordinal);
  } else {
    sheet_.text(row, kStage, "—", styles.text_center);
  }
  sheet_.text(row, kStatus, status_title(route.status), styles.text);
  write_date(sheet_, row, kCompleted, styles, route.completed_on);
  if (route.days_late > 0) {
    sheet_.number(row, kDaysLate, static_cast<double>(route.days_late), styles.late);
  } else {
    sheet_.text(row, kDaysLate, "—", styles.text_center);
  }
  if (route.active()) {
    sheet_.number(row, kOverdue, static_cast<double>(route.overdue), styles.ordinal);
  } else {
    sheet_.text(row, kOverdue, "—", styles.text_center);
  }
}

void RouteRegister::fill(const SheetStyles& styles, const indicators::Place& place,
                         const std::map<const Route*, Sheet>& forms, const Sheet& cover) {
  const auto words = context_.words(place);
  const auto title =
      fmt::format("Реестр маршрутов педагогов ({})", context_.input.profile.terms.route_short);
  write_heading(sheet_, styles, context_, title, words.with_kind);
  sheet_.link(2, 0, cover, "← К содержанию", styles.way_back);
  sheet_.text(kNoteRow, 0,
              routes_.empty()
                  ? "Маршрутов в реестре нет."
                  : "Сначала просроченные, затем остальные по учебным годам и фамилиям. Фамилия, "
                    "выделенная цветом, ведёт к заполненной форме маршрута.",
              styles.label);
  PrintedRows printed(sheet_);
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    sheet_.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  printed.height(kHeaderRow, 32);
  int row = kHeaderRow;
  for (const auto& route : routes_) {
    ++row;
    write_route(row, styles, route);
    if (const auto form = forms.find(&route); form != forms.end()) {
      sheet_.link(row, kTeacher, form->second, route.teacher_name, styles.link);
    } else {
      sheet_.text(row, kTeacher, route.teacher_name, styles.text);
    }
    const auto fitting = [&](const std::string& text, RegisterColumn column) {
      return workbook::fitting_height(text, kWidths[column], style::body());
    };
    printed.height(row, std::max({16.0, fitting(route.teacher_name, kTeacher),
                                  fitting(route.organization_short, kOrganization),
                                  fitting(route.subject, kSubject),
                                  fitting(route.methodist_short_name, kMethodist)}));
  }
  sheet_.table({.name = "Routes",
                .header_row = kHeaderRow,
                .last_row = row,
                .headers = {kHeaders.begin(), kHeaders.end()},
                .header = styles.header});
  if (row > kHeaderRow) sheet_.expect_numbers_as_text(kHeaderRow + 1, kYear, row, kYear);
  sheet_.freeze(kHeaderRow + 1, 2);
  auto page = analytical_page(context_, words.name, title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  printed.lay_out(page, kWidths, row);
  sheet_.page(page);
  sheet_.print_area(0, 0, row, kOverdue);
}

std::string counting(const std::string& conditions) {
  return fmt::format("COUNTIFS({})", conditions.substr(1));
}

}  // namespace metodaktiv::reports
