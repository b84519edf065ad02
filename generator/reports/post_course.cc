#include "reports/post_course.h"

#include "base/text.h"

namespace metodaktiv::reports {
namespace {

std::optional<bool> answer(const registry::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.boolean(column);
}

}  // namespace

PostCourses read_post_courses(registry::Database& registry, base::Date as_of) {
  auto query = registry.prepare(
      "SELECT o.municipality, t.last_name, t.first_name, t.patronymic, "
      "ifnull(o.short_name, o.name), p.program, p.surveyed_on, p.valued, p.in_iom, p.iom_started, "
      "p.evidence, p.practice, p.municipal_showcase, p.outcome "
      "FROM post_course AS p JOIN teachers AS t ON t.code = p.teacher "
      "JOIN organizations AS o ON o.code = t.organization "
      "WHERE p.surveyed_on <= :as_of AND (t.dismissed_on IS NULL OR t.dismissed_on > :as_of) "
      "ORDER BY o.municipality, t.last_name, t.first_name, t.patronymic, t.code, p.program",
      "отчёты");
  query.bind(":as_of", as_of.iso());
  PostCourses result;
  while (query.next()) {
    PostCourse row;
    row.teacher_name = base::full_name(query.text(1), query.text(2), query.text_or_empty(3));
    row.organization = query.text(4);
    row.program = query.text(5);
    row.surveyed_on = base::Date::parse_iso(query.text(6));
    row.valued = query.text_or_empty(7);
    row.in_iom = answer(query, 8);
    row.iom_started = answer(query, 9);
    row.evidence = query.text_or_empty(10);
    row.practice = query.text_or_empty(11);
    row.municipal_showcase = answer(query, 12);
    row.outcome = query.text_or_empty(13);
    result[query.text(0)].push_back(std::move(row));
  }
  return result;
}

}  // namespace metodaktiv::reports
