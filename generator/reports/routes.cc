#include "reports/routes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace metodaktiv::reports {
namespace {

constexpr std::string_view kOrigin = "отчёты: индивидуальные маршруты";

std::optional<base::Date> date(const registry::Statement& row, int column) {
  return base::Date::parse_iso(row.text_or_empty(column));
}

/// «А.» for «Анна»; empty for nothing.
std::string initial(std::string_view name) {
  if (name.empty()) return {};
  std::size_t length = 1;
  while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U)
    ++length;
  return std::string(name.substr(0, length)) + '.';
}

}  // namespace

bool Route::active() const {
  constexpr std::array<std::string_view, 3> kActive = {"agreed", "in_progress", "extended"};
  return std::find(kActive.begin(), kActive.end(), status) != kActive.end();
}

// From the municipality's organizations inwards: so the indexes answer, however large the registry.
RouteReader::RouteReader(registry::Database& registry, base::Date as_of)
    : routes_(registry.prepare(
          "SELECT i.code, t.code, t.last_name, t.first_name, t.patronymic, t.position, o.name, "
          "ifnull(o.short_name, o.name), s.name, m.last_name, m.first_name, m.patronymic, "
          "i.school_year, i.created_on, i.stage, i.status, i.completed_on, "
          "(SELECT count(*) FROM iom_activities AS a WHERE a.iom = i.code AND a.due_on < :as_of "
          "AND (a.done_on IS NULL OR a.done_on > :as_of)) "
          "FROM organizations AS o "
          "CROSS JOIN teachers AS t ON t.organization = o.code "
          "CROSS JOIN ioms AS i ON i.teacher = t.code "
          "JOIN subjects AS s ON s.code = t.subject "
          "LEFT JOIN methodists AS m ON m.code = i.methodist "
          "WHERE o.municipality = :municipality "
          "ORDER BY i.school_year DESC, t.last_name, t.first_name, t.patronymic, i.code",
          kOrigin)),
      activities_(registry.prepare(
          "SELECT section, title, details, hours, due_on, done_on, reflection "
          "FROM iom_activities WHERE iom = :iom ORDER BY section, due_on IS NULL, due_on, title",
          kOrigin)),
      assessment_(registry.prepare("SELECT level, assessed_on FROM assessments "
                                   "WHERE teacher = :teacher AND school_year <= :school_year "
                                   "ORDER BY school_year DESC, assessed_on DESC, kind DESC LIMIT 1",
                                   kOrigin)) {
  routes_.bind(":as_of", as_of.iso());
}

std::vector<Route> RouteReader::routes(const std::string& municipality) {
  routes_.reset();
  routes_.bind(":municipality", municipality);
  std::vector<Route> result;
  while (routes_.next()) {
    Route route;
    route.code = routes_.text(0);
    route.teacher = routes_.text(1);
    const auto first = routes_.text(3);
    const auto patronymic = routes_.text_or_empty(4);
    route.teacher_name = base::full_name(routes_.text(2), first, patronymic);
    route.teacher_short_name =
        base::full_name(routes_.text(2), initial(first), initial(patronymic));
    route.position = routes_.text_or_empty(5);
    route.organization = routes_.text(6);
    route.organization_short = routes_.text(7);
    route.subject = routes_.text(8);
    route.methodist_name = base::full_name(routes_.text_or_empty(9), routes_.text_or_empty(10),
                                           routes_.text_or_empty(11));
    route.school_year = routes_.text(12);
    route.created_on = date(routes_, 13);
    if (!routes_.is_null(14)) route.stage = routes_.integer(14);
    route.status = routes_.text(15);
    route.completed_on = date(routes_, 16);
    if (route.active()) route.overdue = routes_.integer(17);
    result.push_back(std::move(route));
  }
  return result;
}

std::vector<RouteActivity> RouteReader::activities(const Route& route) {
  activities_.reset();
  activities_.bind(":iom", route.code);
  std::vector<RouteActivity> result;
  while (activities_.next()) {
    result.push_back({activities_.text(0), activities_.text(1), activities_.text_or_empty(2),
                      activities_.optional_real(3), date(activities_, 4), date(activities_, 5),
                      activities_.text_or_empty(6)});
  }
  return result;
}

RouteAssessment RouteReader::assessment(const Route& route) {
  assessment_.reset();
  assessment_.bind(":teacher", route.teacher).bind(":school_year", route.school_year);
  if (!assessment_.next()) return {};
  return {assessment_.text(0), date(assessment_, 1)};
}

}  // namespace metodaktiv::reports
