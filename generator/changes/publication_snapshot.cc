#include <array>

#include "base/error.h"
#include "base/text.h"
#include "changes/snapshot.h"
#include "changes/snapshot_places.h"
#include "registry/database.h"

namespace metodaktiv::changes {
namespace {

using indicators::Figure;
using indicators::Scope;
using indicators::Status;

constexpr const char* kOrigin = "сравнение публикаций";

std::string about(registry::Database& db, const std::string& key) {
  auto row = db.prepare("SELECT value FROM about WHERE key = ?", kOrigin);
  row.bind(1, key);
  return row.next() ? row.text(0) : std::string();
}

void read_people(registry::Database& db, Snapshot& into) {
  auto row = db.prepare(
      "SELECT code, last_name, first_name, ifnull(patronymic, ''), ifnull(municipality, ''), "
      "ifnull(organization, ''), ifnull(subject, ''), ifnull(other_direction, ''), "
      "ifnull(included_on, '') FROM methodists ORDER BY code",
      kOrigin);
  while (row.next()) {
    Person p;
    p.code = row.text(0);
    p.name = base::full_name(row.text(1), row.text(2), row.text(3));
    p.municipality = row.text(4);
    p.organization = row.text(5);
    p.subject = row.text(6);
    p.other_direction = row.text(7);
    p.included_on = row.text(8);
    into.roster.emplace(p.code, std::move(p));
  }
  auto unnamed = db.prepare(
      "SELECT ifnull(municipality, ''), ifnull(subject, ''), count(*) FROM roster "
      "WHERE methodist IS NULL GROUP BY 1, 2",
      kOrigin);
  while (unnamed.next()) into.unnamed[{unnamed.text(0), unnamed.text(1)}] = unnamed.integer(2);
}

void read_assignments(registry::Database& db, Snapshot& into) {
  auto row = db.prepare(
      "SELECT ifnull(methodist, ''), organization, ifnull(subject, ''), teachers_count "
      "FROM assignments WHERE school_year = ? ORDER BY 2, 3, 1, 4",
      kOrigin);
  row.bind(1, into.school_year);
  while (row.next())
    into.assignments.push_back({row.text(0), row.text(1), row.text(2), row.integer(3)});
}

template <typename Key, std::size_t N>
Key value_of(const std::string& key, const std::array<Key, N>& all, std::string_view (*name)(Key),
             Key otherwise) {
  for (const auto value : all) {
    if (name(value) == key) return value;
  }
  return otherwise;
}

void read_figures(registry::Database& db, const config::RegionProfile& profile, Snapshot& into) {
  using config::Unit;
  static constexpr std::array kUnits = {Unit::kPercent, Unit::kRatio, Unit::kCount,
                                        Unit::kPresence};
  static constexpr std::array kScopes = {Scope::kRegion, Scope::kTerritory, Scope::kMunicipality};
  static constexpr std::array kStatuses = {Status::kNoData, Status::kMet, Status::kNotMet,
                                           Status::kInfo, Status::kSuppressed};
  auto row = db.prepare(
      "SELECT indicator, scope, code, name, school_year, numerator, denominator, unit, target, "
      "status FROM indicator_values ORDER BY indicator, school_year, scope, code",
      kOrigin);
  while (row.next()) {
    const auto* definition = profile.indicator(row.text(0));
    if (definition == nullptr) continue;
    Figure f;
    f.indicator = definition->id;
    f.scope = value_of(row.text(1), kScopes, indicators::scope_key, Scope::kMunicipality);
    f.code = row.text(2);
    f.name = row.text(3);
    f.school_year = row.text(4);
    f.numerator = row.optional_real(5);
    f.denominator = row.optional_real(6);
    f.unit = value_of(row.text(7), kUnits, config::unit_key, Unit::kPercent);
    f.target = row.optional_real(8);
    f.target_is = definition->target_is;
    f.status = value_of(row.text(9), kStatuses, indicators::status_key, Status::kNoData);
    into.figures.push_back(std::move(f));
  }
}

}  // namespace

Snapshot read_publication_snapshot(const std::filesystem::path& file,
                                   const config::RegionProfile& profile) {
  registry::Database db(file, registry::Database::Mode::kReadOnly);
  Snapshot snapshot;
  snapshot.kind = Kind::kPublication;
  snapshot.file = file;
  const auto as_of = base::Date::parse_iso(about(db, "as_of"));
  if (!as_of) {
    throw base::Failure("В публикации «" + file.string() +
                        "» не записана дата данных. Соберите её заново.");
  }
  snapshot.as_of = *as_of;
  snapshot.school_year = about(db, "school_year");
  read_places(db, snapshot);
  read_people(db, snapshot);
  read_assignments(db, snapshot);
  read_practices(db, "", snapshot);
  read_figures(db, profile, snapshot);
  return snapshot;
}

}  // namespace metodaktiv::changes
