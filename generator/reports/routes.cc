#include "reports/routes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "reports/subject_title.h"

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

bool Route::developed() const { return status != "draft" && status != "cancelled"; }

// From the municipality's organizations inwards: so the indexes answer, however large the registry.
RouteReader::RouteReader(registry::Database& registry, base::Date as_of)
    : as_of_(as_of),
      routes_(registry.prepare(
          "SELECT i.code, t.code, t.last_name, t.first_name, t.patronymic, t.position, o.name, "
          "ifnull(o.short_name, o.name), s.area, s.name, m.last_name, m.first_name, m.patronymic, "
          "i.school_year, i.created_on, i.stage, i.status, i.completed_on, "
          "(SELECT count(*) FROM iom_activities AS a WHERE a.iom = i.code AND a.due_on < :as_of "
          "AND (a.done_on IS NULL OR a.done_on > :as_of)), "
          "(SELECT max(a.due_on) FROM iom_activities AS a WHERE a.iom = i.code) "
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
    route.subject = subject_title(routes_.text_or_empty(8), routes_.text(9));
    const auto methodist = routes_.text_or_empty(10);
    const auto methodist_first = routes_.text_or_empty(11);
    const auto methodist_patronymic = routes_.text_or_empty(12);
    route.methodist_name = base::full_name(methodist, methodist_first, methodist_patronymic);
    route.methodist_short_name =
        base::full_name(methodist, initial(methodist_first), initial(methodist_patronymic));
    route.school_year = routes_.text(13);
    route.created_on = date(routes_, 14);
    if (!routes_.is_null(15)) route.stage = routes_.integer(15);
    route.status = routes_.text(16);
    route.completed_on = date(routes_, 17);
    if (route.active()) route.overdue = routes_.integer(18);
    judge(route, date(routes_, 19));
    result.push_back(std::move(route));
  }
  std::stable_sort(result.begin(), result.end(), [](const Route& a, const Route& b) {
    if ((a.days_late > 0) != (b.days_late > 0)) return a.days_late > 0;
    if (a.days_late == 0 || a.school_year != b.school_year) return a.school_year > b.school_year;
    return a.days_late > b.days_late;
  });
  return result;
}

void RouteReader::judge(Route& route, std::optional<base::Date> last_due) const {
  route.planned_end = last_due;
  const bool extended = route.status == "extended";
  if (!last_due && !extended) {
    if (const auto year = base::SchoolYear::parse(route.school_year))
      route.planned_end = year->last_day();
  }
  if (extended && last_due && *last_due < as_of_) route.planned_end.reset();
  if (route.active() && route.planned_end && *route.planned_end < as_of_)
    route.days_late = as_of_.days_since_epoch() - route.planned_end->days_since_epoch();
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
