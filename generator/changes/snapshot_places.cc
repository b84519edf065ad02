#include "changes/snapshot_places.h"

#include <fmt/format.h>

#include "base/text.h"

namespace metodaktiv::changes {
namespace {

constexpr const char* kOrigin = "сравнение";

/// «Все предметы» of form 1 says nothing outside it: there its area is the title.
std::string subject_title(const std::string& area, const std::string& name) {
  const bool generic = base::folded(name).starts_with("все предмет");
  return generic && !area.empty() ? area : name;
}

}  // namespace

void read_places(registry::Database& database, Snapshot& into) {
  auto place = database.prepare("SELECT code, name FROM municipalities", kOrigin);
  while (place.next()) into.municipalities[place.text(0)] = place.text(1);
  auto subject = database.prepare("SELECT code, area, name FROM subjects", kOrigin);
  while (subject.next())
    into.subjects[subject.text(0)] = subject_title(subject.text(1), subject.text(2));
  auto row = database.prepare(
      "SELECT code, CASE WHEN ifnull(short_name, '') = '' THEN name ELSE short_name END, "
      "municipality FROM organizations",
      kOrigin);
  while (row.next()) into.organizations[row.text(0)] = {row.text(1), row.text(2)};
}

void read_practices(registry::Database& database, std::string_view condition, Snapshot& into) {
  auto row = database.prepare(
      fmt::format("SELECT slug, title, municipality FROM practices {}", condition), kOrigin);
  while (row.next()) into.practices[row.text(0)] = {row.text(0), row.text(1), row.text(2)};
}

}  // namespace metodaktiv::changes
