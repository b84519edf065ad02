#include "indicators/forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"

namespace metodaktiv::indicators {
namespace {

struct SubjectCounts {
  long long teachers = 0;
  long long methodists = 0;
};

using Counts =
    std::map<std::string, std::map<std::string, SubjectCounts>>;  // place → subject → counts

constexpr std::string_view kTeachersSql =
    "SELECT o.municipality, t.subject, count(*) FROM teachers AS t "
    "JOIN organizations AS o ON o.code = t.organization "
    "WHERE t.dismissed_on IS NULL OR t.dismissed_on > ? GROUP BY 1, 2";
constexpr std::string_view kMethodistsSql =
    "SELECT municipality, subject, count(*) FROM methodists "
    "WHERE included_on <= ?1 AND (excluded_on IS NULL OR excluded_on > ?1) GROUP BY 1, 2";

Form1Row row_for(const Form1Row& heading, const SubjectCounts& counts, const config::Norms& norms) {
  Form1Row row = heading;
  const auto [least, most] = recommended(counts.teachers, norms);
  row.teachers = counts.teachers;
  row.recommended_min = least;
  row.recommended_max = most;
  row.actual = counts.methodists;
  return row;
}

Form1 form_for(Scope scope, std::string code, std::string name,
               const std::vector<Form1Row>& headings,
               const std::map<std::string, SubjectCounts>& counts, const config::Norms& norms) {
  Form1 form{scope, std::move(code), std::move(name), {}, {}};
  SubjectCounts total;
  for (const auto& heading : headings) {
    const auto found = counts.find(heading.subject);
    const SubjectCounts own = found == counts.end() ? SubjectCounts{} : found->second;
    total.teachers += own.teachers;
    total.methodists += own.methodists;
    form.rows.push_back(row_for(heading, own, norms));
  }
  form.total = row_for({}, total, norms);
  return form;
}

void collect(registry::Database& registry, std::string_view sql, base::Date as_of,
             const std::string& region, long long SubjectCounts::*member, Counts& counts) {
  auto query = registry.prepare(sql, "форма 1");
  query.bind(1, as_of.iso());
  while (query.next()) {
    const auto subject = query.text(1);
    counts[query.text(0)][subject].*member += query.integer(2);
    counts[region][subject].*member += query.integer(2);
  }
}

}  // namespace

std::pair<long long, long long> recommended(long long teachers, const config::Norms& norms) {
  if (teachers <= 0) return {0, 0};
  const long long least = (teachers + norms.load_max - 1) / norms.load_max;
  return {least, std::max(least, teachers / norms.load_min)};
}

std::string shown_recommended(long long least, long long most) {
  return least == most ? std::to_string(least) : fmt::format("{}–{}", least, most);
}

std::vector<Form1> form1(registry::Database& registry, const config::RegionProfile& profile,
                         base::Date as_of) {
  std::vector<Form1Row> headings;
  auto subjects = registry.prepare(
      "SELECT area, code, name FROM subjects ORDER BY position IS NULL, position, code");
  while (subjects.next()) {
    Form1Row heading;
    heading.area = subjects.text(0);
    heading.subject = subjects.text(1);
    heading.subject_name = subjects.text(2);
    headings.push_back(heading);
  }
  Counts counts;
  const std::string region_key;  // no municipality has an empty code
  collect(registry, kTeachersSql, as_of, region_key, &SubjectCounts::teachers, counts);
  collect(registry, kMethodistsSql, as_of, region_key, &SubjectCounts::methodists, counts);

  std::vector<Form1> forms = {form_for(Scope::kRegion, profile.code, profile.name, headings,
                                       counts[region_key], profile.norms)};
  auto municipalities = registry.prepare("SELECT code, name FROM municipalities ORDER BY code");
  while (municipalities.next()) {
    const auto code = municipalities.text(0);
    forms.push_back(form_for(Scope::kMunicipality, code, municipalities.text(1), headings,
                             counts[code], profile.norms));
  }
  return forms;
}

std::vector<Form2Row> form2(registry::Database& registry, base::Date as_of) {
  auto query = registry.prepare(
      "SELECT m.code, m.last_name, m.first_name, m.patronymic, s.name, m.other_direction, "
      "m.municipality,"
      " o.municipality, u.name, o.code, o.name, a.school_year, a.teachers_count, a.mode "
      "FROM assignments AS a JOIN methodists AS m ON m.code = a.methodist "
      "JOIN organizations AS o ON o.code = a.organization "
      "JOIN municipalities AS u ON u.code = o.municipality "
      "JOIN subjects AS s ON s.code = ifnull(a.subject, m.subject) "
      "WHERE a.school_year = ?2 AND m.included_on <= ?1 "
      "AND (m.excluded_on IS NULL OR m.excluded_on > ?1) "
      "ORDER BY m.last_name, m.first_name, m.patronymic, m.code, o.municipality, o.code, s.code, "
      "a.subject IS NULL",
      "форма 2");
  query.bind(1, as_of.iso()).bind(2, base::SchoolYear::of(as_of).text());
  std::vector<Form2Row> rows;
  while (query.next()) {
    Form2Row row;
    row.methodist = query.text(0);
    row.full_name = base::full_name(query.text(1), query.text(2), query.text_or_empty(3));
    row.subject = query.text(4);
    row.other_direction = query.text_or_empty(5);
    row.methodist_municipality = query.text(6);
    row.municipality = query.text(7);
    row.municipality_name = query.text(8);
    row.organization = query.text(9);
    row.organization_name = query.text(10);
    row.school_year = query.text(11);
    row.teachers_count = query.integer(12);
    row.mode = query.text_or_empty(13);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace metodaktiv::indicators
