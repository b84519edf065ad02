#include "base/text.h"
#include "changes/snapshot.h"
#include "changes/snapshot_places.h"
#include "indicators/results.h"
#include "registry/registry.h"

namespace metodaktiv::changes {
namespace {

constexpr const char* kOrigin = "сравнение реестров";

std::string titles(const std::string& keys, const std::vector<config::KeyTitle>& list) {
  std::vector<std::string> shown;
  for (const auto& key : base::split(keys, '|')) {
    if (key.empty()) continue;
    std::string title = key;
    for (const auto& entry : list) {
      if (entry.key == key) title = entry.title;
    }
    shown.push_back(std::move(title));
  }
  return base::join(shown, ", ");
}

void read_methodists(registry::Database& db, const config::RegionProfile& profile, Snapshot& into) {
  auto row = db.prepare(
      "SELECT code, last_name, first_name, ifnull(patronymic, ''), municipality, "
      "ifnull(organization, ''), subject, ifnull(other_direction, ''), ifnull(roles, ''), "
      "ifnull(directions, ''), ifnull(included_on, ''), ifnull(excluded_on, ''), "
      "ifnull(order_number, '') FROM methodists ORDER BY code",
      kOrigin);
  const auto day = into.as_of.iso();
  while (row.next()) {
    Person p;
    p.code = row.text(0);
    p.name = base::full_name(row.text(1), row.text(2), row.text(3));
    p.municipality = row.text(4);
    p.organization = row.text(5);
    p.subject = row.text(6);
    p.other_direction = row.text(7);
    p.roles = titles(row.text(8), profile.roles);
    p.directions = titles(row.text(9), profile.directions);
    p.included_on = row.text(10);
    p.excluded_on = row.text(11);
    p.order_number = row.text(12);
    const bool active = !p.included_on.empty() && p.included_on <= day &&
                        (p.excluded_on.empty() || p.excluded_on > day);
    auto& list = active ? into.roster : into.dormant;
    list.emplace(p.code, std::move(p));
  }
}

void read_assignments(registry::Database& db, Snapshot& into) {
  auto row = db.prepare(
      "SELECT a.methodist, a.organization, ifnull(a.subject, m.subject), a.teachers_count "
      "FROM assignments AS a JOIN methodists AS m ON m.code = a.methodist "
      "WHERE a.school_year = ? ORDER BY 2, 3, 1, 4",
      kOrigin);
  row.bind(1, into.school_year);
  while (row.next()) {
    if (!into.roster.contains(row.text(0))) continue;
    into.assignments.push_back({row.text(0), row.text(1), row.text(2), row.integer(3)});
  }
}

}  // namespace

Snapshot read_registry_snapshot(const std::filesystem::path& file,
                                const config::RegionProfile& profile, base::Date as_of,
                                unsigned jobs) {
  auto db = registry::open_registry(file);
  Snapshot snapshot;
  snapshot.kind = Kind::kRegistry;
  snapshot.file = file;
  snapshot.as_of = as_of;
  snapshot.school_year = base::SchoolYear::of(as_of).text();
  read_places(db, snapshot);
  read_methodists(db, profile, snapshot);
  read_assignments(db, snapshot);
  read_practices(db, "WHERE status = 'published'", snapshot);
  snapshot.figures = indicators::compute(file, profile, as_of, jobs).all();
  return snapshot;
}

}  // namespace metodaktiv::changes
