#include "reports/iom_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "config/ownership.h"
#include "registry/registry.h"
#include "reports/kpi_workbook.h"
#include "reports/route_sheet.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using workbook::Sheet;

enum Column {
  kNumber,
  kTeacher,
  kOrganization,
  kSubject,
  kMethodist,
  kYear,
  kCreated,
  kStage,
  kStatus,
  kCompleted,
  kOverdue
};
constexpr std::array<double, 11> kWidths = {6, 32, 30, 22, 30, 11, 12, 7, 15, 12, 14};
constexpr std::array<const char*, 11> kHeaders = {"№",
                                                  "Педагог",
                                                  "Организация",
                                                  "Предмет",
                                                  "Методист",
                                                  "Учебный год",
                                                  "Составлен",
                                                  "Этап",
                                                  "Состояние",
                                                  "Завершён",
                                                  "Просрочено мероприятий"};
constexpr int kNoteRow = 2;
constexpr int kHeaderRow = 4;

std::map<std::string, std::string> status_titles(const ReportContext& context) {
  std::map<std::string, std::string> titles;
  const auto* form = config::form_of(context.input.forms, "ioms");
  const auto* column = form ? form->column("status") : nullptr;
  if (!column) return titles;
  for (const auto& value : column->values) titles[value.key] = value.title;
  return titles;
}

/// Active routes of the current year, oldest first: routes without a date come last.
std::vector<const Route*> routes_to_print(const std::vector<Route>& all, const std::string& year) {
  std::vector<const Route*> result;
  for (const auto& route : all) {
    if (route.active() && route.school_year == year) result.push_back(&route);
  }
  std::stable_sort(result.begin(), result.end(), [](const Route* a, const Route* b) {
    if (!a->created_on || !b->created_on)
      return a->created_on.has_value() && !b->created_on.has_value();
    return *a->created_on < *b->created_on;
  });
  return result;
}

std::string note_of(const ReportContext& context, std::size_t routes, std::size_t active) {
  if (routes == 0) return "Маршрутов в реестре нет.";
  const auto word = [](std::size_t n) {
    return base::counted(static_cast<long long>(n), "маршрут", "маршрута", "маршрутов");
  };
  std::string note = fmt::format("В реестре {}, из них действующих в {} учебном году — {}.",
                                 word(routes), context.year(), active);
  if (active > kMostRouteSheets) {
    note += fmt::format(
        " Заполненные формы — на следующих листах: {} из {}, составленные раньше других.",
        kMostRouteSheets, active);
  } else if (active > 0) {
    note += " Их заполненные формы — на следующих листах.";
  }
  return note;
}

void write_date(Sheet& sheet, int row, int column, const SheetStyles& styles,
                const std::optional<base::Date>& date) {
  if (date) {
    sheet.date(row, column, *date, styles.date);
  } else {
    sheet.text(row, column, "—", styles.text_center);
  }
}

void fill_register(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                   const Place& place, const std::vector<Route>& routes, std::size_t active,
                   const std::map<const Route*, Sheet>& sheets) {
  const auto words = context.words(place);
  const auto titles = status_titles(context);
  const auto title =
      fmt::format("Реестр маршрутов педагогов ({})", context.input.profile.terms.route_short);
  write_heading(sheet, styles, context, title, words.with_kind);
  sheet.text(kNoteRow, 0, note_of(context, routes.size(), active), styles.label);
  for (std::size_t i = 0; i < kHeaders.size(); ++i) {
    const int column = static_cast<int>(i);
    sheet.text(kHeaderRow, column, kHeaders[i], styles.header);
    sheet.column(column, column, kWidths[i]);
  }
  sheet.row_height(kHeaderRow, 32);
  int row = kHeaderRow;
  for (const auto& route : routes) {
    ++row;
    sheet.number(row, kNumber, row - kHeaderRow, styles.ordinal);
    if (const auto form = sheets.find(&route); form != sheets.end()) {
      sheet.link(row, kTeacher, form->second, route.teacher_name, styles.link);
    } else {
      sheet.text(row, kTeacher, route.teacher_name, styles.text);
    }
    sheet.text(row, kOrganization, route.organization_short, styles.text);
    sheet.text(row, kSubject, route.subject, styles.text);
    sheet.text(row, kMethodist, route.methodist_name.empty() ? "—" : route.methodist_name,
               styles.text);
    sheet.text(row, kYear, route.school_year, styles.text_center);
    write_date(sheet, row, kCreated, styles, route.created_on);
    if (route.stage) {
      sheet.number(row, kStage, static_cast<double>(*route.stage), styles.ordinal);
    } else {
      sheet.text(row, kStage, "—", styles.text_center);
    }
    const auto status = titles.find(route.status);
    sheet.text(row, kStatus, status == titles.end() ? route.status : status->second, styles.text);
    write_date(sheet, row, kCompleted, styles, route.completed_on);
    if (route.active()) {
      sheet.number(row, kOverdue, static_cast<double>(route.overdue), styles.ordinal);
    } else {
      sheet.text(row, kOverdue, "—", styles.text_center);
    }
    const auto fitting = [&](const std::string& text, Column column) {
      return workbook::fitting_height(text, kWidths[column], style::body());
    };
    sheet.row_height(row, std::max({16.0, fitting(route.teacher_name, kTeacher),
                                    fitting(route.organization_short, kOrganization),
                                    fitting(route.subject, kSubject),
                                    fitting(route.methodist_name, kMethodist)}));
  }
  if (row > kHeaderRow) sheet.autofilter(kHeaderRow, 0, row, kOverdue);
  sheet.freeze(kHeaderRow + 1, 2);
  sheet.tab_color(palette::kNow);
  auto page = analytical_page(context, words.name, title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, row, kOverdue);
}

}  // namespace

void write_iom_workbook(const ReportContext& context, const Place& place,
                        const std::filesystem::path& file) {
  auto registry = registry::open_registry(context.input.registry_file);
  RouteReader reader(registry, context.input.as_of);
  const auto routes = reader.routes(place.code);
  auto printed = routes_to_print(routes, context.year());
  const std::size_t active = printed.size();
  if (printed.size() > kMostRouteSheets) printed.resize(kMostRouteSheets);

  workbook::Workbook book(
      file, context.properties(fmt::format("{}: {}", context.route_form.title, place.name)));
  Sheet list = book.add_sheet("Реестр");
  const FormStyles form_styles(book);
  const auto words = context.words(place);
  std::map<const Route*, Sheet> sheets;
  int number = 0;
  for (const auto* route : printed) {
    Sheet sheet = book.add_sheet(fmt::format("{:03} {}", ++number, route->teacher_short_name));
    fill_route_sheet(sheet, form_styles, context, words.with_kind, *route,
                     reader.assessment(*route), reader.activities(*route));
    sheets.emplace(route, sheet);
  }
  fill_register(list, SheetStyles(book), context, place, routes, active, sheets);
  book.save();
}

}  // namespace metodaktiv::reports
