#include "indicators/environment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "registry/registry.h"

namespace metodaktiv::indicators {
namespace {

constexpr std::string_view kDrop = R"sql(
DROP TABLE IF EXISTS temp.period;
DROP TABLE IF EXISTS temp.elapsed_months;
DROP TABLE IF EXISTS temp.levels;
DROP TABLE IF EXISTS temp.required_documents;
DROP TABLE IF EXISTS temp.current_teachers;
DROP TABLE IF EXISTS temp.teacher_levels;
DROP TABLE IF EXISTS temp.active_methodists;
DROP TABLE IF EXISTS temp.methodist_criteria;
)sql";

/// Full years between two ISO dates; NULL when the first is missing or later.
std::string full_years_sql(std::string_view from, std::string_view to) {
  return fmt::format(
      "CASE WHEN {0} <= {1} THEN CAST(substr({1}, 1, 4) AS INTEGER) - CAST(substr({0}, 1, 4) AS "
      "INTEGER)"
      " - (substr({1}, 6) < substr({0}, 6)) END",
      from, to);
}

std::string relations_sql() {
  return fmt::format(R"sql(
CREATE TEMP TABLE current_teachers AS
SELECT t.code, t.organization, o.municipality, t.subject, t.birth_date, t.teaching_since, t.category,
       t.manager, {} AS age, {} AS experience
FROM period AS p, main.teachers AS t JOIN main.organizations AS o ON o.code = t.organization
WHERE t.dismissed_on IS NULL OR t.dismissed_on > p.as_of;
CREATE UNIQUE INDEX temp.current_teachers_code ON current_teachers (code);
CREATE INDEX temp.current_teachers_place ON current_teachers (municipality);

CREATE TEMP TABLE teacher_levels AS
SELECT teacher, municipality, school_year, level, rank, deficit, inadmissible
FROM (
  SELECT a.teacher, t.municipality, a.school_year, a.level, l.rank, l.deficit, l.inadmissible,
         row_number() OVER (PARTITION BY a.teacher, a.school_year
                            ORDER BY ifnull(a.assessed_on, '') DESC, a.kind DESC) AS latest
  FROM period AS p
  JOIN main.assessments AS a ON a.school_year IN (p.school_year, p.previous_year)
  JOIN current_teachers AS t ON t.code = a.teacher
  LEFT JOIN levels AS l ON l.key = a.level)
WHERE latest = 1;
CREATE INDEX temp.teacher_levels_key ON teacher_levels (school_year, teacher);
CREATE INDEX temp.teacher_levels_place ON teacher_levels (municipality, school_year);

CREATE TEMP TABLE active_methodists AS
SELECT m.*, {} AS experience, o.kind AS organization_kind
FROM period AS p, main.methodists AS m LEFT JOIN main.organizations AS o ON o.code = m.organization
WHERE m.included_on <= p.as_of AND (m.excluded_on IS NULL OR m.excluded_on > p.as_of);
CREATE INDEX temp.active_methodists_place ON active_methodists (municipality);
CREATE TEMP TABLE methodist_criteria (methodist TEXT, municipality TEXT, criterion TEXT, met INTEGER);
)sql",
                     full_years_sql("t.birth_date", "p.as_of"),
                     full_years_sql("t.teaching_since", "p.as_of"),
                     full_years_sql("m.teaching_since", "p.as_of"));
}

void fill_period(registry::Database& db, base::SchoolYear year, base::Date as_of) {
  db.execute(
      "CREATE TEMP TABLE period (school_year TEXT, previous_year TEXT, starts_on TEXT, ends_on "
      "TEXT,"
      " as_of TEXT);"
      "CREATE TEMP TABLE elapsed_months (month TEXT, starts_on TEXT, ends_on TEXT);");
  auto insert = db.prepare("INSERT INTO temp.period VALUES (?, ?, ?, ?, ?)");
  insert.bind(1, year.text()).bind(2, year.previous().text()).bind(3, year.first_day().iso());
  insert.bind(4, year.last_day().iso()).bind(5, as_of.iso());
  insert.run();
  auto month_insert = db.prepare("INSERT INTO temp.elapsed_months VALUES (?, ?, ?)");
  for (int i = 0; i < 9; ++i) {
    const auto start_month = [&](int offset) {
      const int month = 8 + offset;  // September is offset 0 → index 8
      return base::Date(year.start() + month / 12, static_cast<unsigned>(month % 12 + 1), 1);
    };
    const base::Date first = start_month(i);
    const base::Date last = start_month(i + 1).plus_days(-1);
    if (last > as_of) break;
    month_insert.bind(1, first.iso().substr(0, 7)).bind(2, first.iso()).bind(3, last.iso());
    month_insert.run();
  }
}

void fill_profile_lists(registry::Database& db, const config::RegionProfile& profile) {
  db.execute(
      "CREATE TEMP TABLE levels (key TEXT PRIMARY KEY, rank INTEGER, deficit INTEGER, inadmissible "
      "INTEGER);"
      "CREATE TEMP TABLE required_documents (kind TEXT PRIMARY KEY);");
  auto level = db.prepare("INSERT INTO temp.levels VALUES (?, ?, ?, ?)");
  std::int64_t rank = 0;
  for (const auto& entry : profile.levels) {
    level.bind(1, entry.key).bind(2, rank++).bind(3, std::int64_t{entry.deficit});
    level.bind(4, std::int64_t{entry.inadmissible});
    level.run();
  }
  auto document = db.prepare("INSERT INTO temp.required_documents VALUES (?)");
  for (const auto& kind : profile.document_kinds) {
    if (!kind.in_package) continue;
    document.bind(1, kind.key);
    document.run();
  }
}

void fill_criteria(registry::Database& db, const config::RegionProfile& profile) {
  std::string all;
  for (const auto& criterion : profile.criteria) {
    const auto origin = fmt::format("{}, условие критерия «{}»",
                                    (profile.folder / "profile.toml").string(), criterion.key);
    auto insert =
        db.prepare(fmt::format("INSERT INTO temp.methodist_criteria SELECT code, municipality, ?, "
                               "ifnull(({}), 0) <> 0 FROM temp.active_methodists ORDER BY code",
                               criterion.rule),
                   origin);
    insert.bind(1, criterion.key);
    insert.run();
  }
  db.execute(
      "INSERT INTO temp.methodist_criteria "
      "SELECT m.code, m.municipality, 'all', ifnull(c.met, 1) FROM temp.active_methodists AS m "
      "LEFT JOIN (SELECT methodist, min(met) AS met FROM temp.methodist_criteria GROUP BY methodist)"
      " AS c ON c.methodist = m.code ORDER BY m.code;"
      "CREATE INDEX temp.methodist_criteria_key ON methodist_criteria (criterion, municipality);");
}

}  // namespace

base::Date as_of_in(base::SchoolYear year, base::Date build_date) {
  return std::min(year.last_day(), build_date);
}

void prepare_environment(registry::Database& registry, const config::RegionProfile& profile,
                         base::SchoolYear year, base::Date as_of) {
  registry.execute(kDrop);
  fill_period(registry, year, as_of);
  fill_profile_lists(registry, profile);
  registry.execute(relations_sql());
  fill_criteria(registry, profile);
}

bool reads_personal_data(registry::Database& registry,
                         const config::IndicatorDefinition& indicator) {
  // Class X tables of docs/registry.md and the relations made from them.
  static constexpr std::array<std::string_view, 13> kPersonal = {
      "teachers",       "consents",         "nominations",   "assessments", "ioms",
      "iom_activities", "mentorships",      "courses",       "post_course", "lesson_visits",
      "contests",       "current_teachers", "teacher_levels"};
  const auto tables = registry.tables_read_by(indicator.sql, indicator.query_file.string());
  return std::any_of(tables.begin(), tables.end(), [](const std::string& table) {
    return std::find(kPersonal.begin(), kPersonal.end(), table) != kPersonal.end();
  });
}

}  // namespace metodaktiv::indicators
