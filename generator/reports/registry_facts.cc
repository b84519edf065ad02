#include "reports/registry_facts.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace metodaktiv::reports {
namespace {

constexpr std::string_view kOrigin = "отчёты";

}  // namespace

RegistryFacts::RegistryFacts(registry::Database& registry, const config::RegionProfile& profile,
                             base::Date as_of) {
  const auto year = base::SchoolYear::of(as_of);
  read_municipalities(registry);
  read_methodists(registry, profile);
  read_tasks(registry, as_of);
  read_routes(registry, as_of);
  read_documents(registry, profile, year);
}

const MunicipalityFacts& RegistryFacts::of(std::string_view municipality) const {
  static const MunicipalityFacts kNone;
  const auto found = facts_.find(municipality);
  return found == facts_.end() ? kNone : found->second;
}

void RegistryFacts::read_municipalities(registry::Database& registry) {
  auto query = registry.prepare("SELECT code, kind FROM municipalities ORDER BY code", kOrigin);
  while (query.next()) facts_[query.text(0)].kind = query.text_or_empty(1);
}

void RegistryFacts::read_methodists(registry::Database& registry,
                                    const config::RegionProfile& profile) {
  std::map<std::string, std::vector<bool>> met;
  std::map<std::string, std::size_t> positions;
  for (std::size_t i = 0; i < profile.criteria.size(); ++i) positions[profile.criteria[i].key] = i;
  auto criteria = registry.prepare(
      "SELECT methodist, criterion, met FROM methodist_criteria ORDER BY methodist, criterion",
      kOrigin);
  while (criteria.next()) {
    const auto position = positions.find(criteria.text(1));
    if (position == positions.end()) continue;
    auto& row = met[criteria.text(0)];
    row.resize(profile.criteria.size());
    row[position->second] = criteria.boolean(2);
  }
  auto query = registry.prepare(
      "SELECT m.code, m.last_name, m.first_name, m.patronymic, m.municipality, s.name, "
      "ifnull(o.short_name, o.name), m.included_on "
      "FROM active_methodists AS m JOIN subjects AS s ON s.code = m.subject "
      "LEFT JOIN organizations AS o ON o.code = m.organization "
      "ORDER BY m.last_name, m.first_name, m.patronymic, m.code",
      kOrigin);
  while (query.next()) {
    MethodistCard card;
    card.code = query.text(0);
    card.full_name = base::full_name(query.text(1), query.text(2), query.text_or_empty(3));
    card.subject = query.text(5);
    card.organization = query.text_or_empty(6);
    card.included_on = base::Date::parse_iso(query.text_or_empty(7));
    card.met = met[card.code];
    card.met.resize(profile.criteria.size());
    card.meets_all = std::all_of(card.met.begin(), card.met.end(), [](bool b) { return b; });
    facts_[query.text(4)].methodists.push_back(std::move(card));
  }
}

void RegistryFacts::read_tasks(registry::Database& registry, base::Date as_of) {
  auto query = registry.prepare(
      "SELECT municipality, function, period, due_on, done_on FROM ums_tasks "
      "WHERE due_on BETWEEN ?1 AND ?2 ORDER BY municipality, due_on, function, period",
      kOrigin);
  query.bind(1, base::SchoolYear::of(as_of).first_day().iso()).bind(2, as_of.iso());
  while (query.next()) {
    auto& facts = facts_[query.text(0)];
    const auto due = base::Date::parse_iso(query.text(3));
    if (!due) continue;
    const auto done = base::Date::parse_iso(query.text_or_empty(4));
    ++facts.tasks_due;
    if (done && *done <= as_of) {
      facts.tasks_late += *done > *due;
    } else if (*due < as_of) {
      facts.overdue.push_back(
          {query.text(1), query.text(2), *due, as_of.days_since_epoch() - due->days_since_epoch()});
    }
  }
}

void RegistryFacts::read_routes(registry::Database& registry, base::Date as_of) {
  auto query = registry.prepare(
      "SELECT o.municipality, count(DISTINCT i.code), count(*) FROM ioms AS i "
      "JOIN iom_activities AS a ON a.iom = i.code AND a.due_on < :as_of "
      "AND (a.done_on IS NULL OR a.done_on > :as_of) "
      "JOIN teachers AS t ON t.code = i.teacher JOIN organizations AS o ON o.code = t.organization "
      "WHERE i.school_year = :school_year AND i.status IN ('agreed', 'in_progress', 'extended') "
      "GROUP BY o.municipality ORDER BY o.municipality",
      kOrigin);
  query.bind(":as_of", as_of.iso()).bind(":school_year", base::SchoolYear::of(as_of).text());
  while (query.next()) {
    auto& facts = facts_[query.text(0)];
    facts.overdue_routes = static_cast<int>(query.integer(1));
    facts.overdue_activities = static_cast<int>(query.integer(2));
  }
}

void RegistryFacts::read_documents(registry::Database& registry,
                                   const config::RegionProfile& profile, base::SchoolYear year) {
  std::map<std::string, std::set<std::string>> present;
  auto query = registry.prepare(
      "SELECT DISTINCT municipality, kind FROM documents "
      "WHERE municipality IS NOT NULL AND ifnull(school_year, '') IN ('', ?)",
      kOrigin);
  query.bind(1, year.text());
  while (query.next()) present[query.text(0)].insert(query.text(1));
  for (auto& [code, facts] : facts_) {
    for (const auto& kind : profile.document_kinds) {
      if (kind.in_package && !present[code].contains(kind.key)) {
        facts.missing_documents.push_back(kind.key);
      }
    }
  }
}

}  // namespace metodaktiv::reports
