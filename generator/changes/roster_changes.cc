#include <algorithm>
#include <array>
#include <set>

#include "changes/compare.h"

namespace metodaktiv::changes {
namespace {

using Named = const std::map<std::string, std::string>&;

std::string name_in(Named names, const std::string& code) {
  const auto found = names.find(code);
  return found == names.end() ? code : found->second;
}

std::string organization_in(const Snapshot& snapshot, const std::string& code) {
  const auto found = snapshot.organizations.find(code);
  return found == snapshot.organizations.end() ? code : found->second.name;
}

struct Field {
  const char* key;
  const char* title;
  std::string Person::*value;
};

/// What an order on the roster names, and what it may change.
constexpr std::array<Field, 7> kFields = {
    {{"last_name", "ФИО", &Person::name},
     {"municipality", "Муниципалитет", &Person::municipality},
     {"organization", "Организация", &Person::organization},
     {"subject", "Предмет", &Person::subject},
     {"other_direction", "Иное направление", &Person::other_direction},
     {"roles", "Роли", &Person::roles},
     {"directions", "Направления", &Person::directions}}};

std::string shown(const Snapshot& snapshot, const Field& field, const std::string& value) {
  if (field.value == &Person::municipality) return name_in(snapshot.municipalities, value);
  if (field.value == &Person::subject) return name_in(snapshot.subjects, value);
  if (field.value == &Person::organization) return organization_in(snapshot, value);
  return value;
}

/// A field that a publication has on one side only may have been hidden: that is no change to tell.
std::vector<FieldChange> changed_fields(const Snapshot& before, const Person& was,
                                        const Snapshot& after, const Person& is) {
  std::vector<FieldChange> fields;
  for (const auto& field : kFields) {
    const auto& old_value = was.*field.value;
    const auto& new_value = is.*field.value;
    if (old_value == new_value) continue;
    const bool one_sided = old_value.empty() || new_value.empty();
    if (after.kind == Kind::kPublication && one_sided) continue;
    fields.push_back(
        {field.key, field.title, shown(before, field, old_value), shown(after, field, new_value)});
  }
  return fields;
}

Cell cell_of(const Person& person) { return {person.municipality, person.subject}; }

long long count_in(const std::map<Cell, long long>& counts, const Cell& cell) {
  const auto found = counts.find(cell);
  return found == counts.end() ? 0 : found->second;
}

/// Publications name only who consents. A name that is new but was included before the earlier
/// publication has been counted there; a name that vanished beside one more unnamed person of the
/// same municipality and subject is a consent that ended. Only what is left over came or went.
class CellComparison {
 public:
  CellComparison(const Snapshot& before, const Snapshot& after) : before_(before), after_(after) {
    for (const auto& [code, person] : after.roster) {
      if (!before.roster.contains(code)) fresh_[cell_of(person)].push_back(&person);
    }
    for (const auto& [code, person] : before.roster) {
      if (!after.roster.contains(code)) gone_[cell_of(person)].push_back(&person);
    }
    for (const auto& [cell, people] : fresh_) cells_.insert(cell);
    for (const auto& [cell, people] : gone_) cells_.insert(cell);
    for (const auto& [cell, count] : before.unnamed) cells_.insert(cell);
    for (const auto& [cell, count] : after.unnamed) cells_.insert(cell);
  }

  void add_to(RosterChanges& changes) {
    for (const auto& cell : cells_) add_cell(cell, changes);
  }

 private:
  void add_cell(const Cell& cell, RosterChanges& changes) {
    const auto& gone = gone_[cell];
    long long given = 0;  // whoever was in the roster by then was counted there
    for (const auto* person : fresh_[cell]) {
      const bool counted =
          !person->included_on.empty() && person->included_on <= before_.as_of.iso();
      given += counted ? 1 : 0;
      (counted ? changes.named : changes.entered).push_back(*person);
    }
    for (const auto* person : gone) changes.gone.push_back(*person);
    const auto more = count_in(after_.unnamed, cell) - count_in(before_.unnamed, cell) + given;
    const auto withdrawn = std::min<long long>(size(gone), std::max(more, 0LL));
    const auto left = size(gone) - withdrawn + std::max(-more, 0LL);
    const auto entered = std::max(more, 0LL) - withdrawn;
    if (left > 0) changes.left_unnamed.push_back({cell.first, cell.second, left});
    if (entered > 0) changes.entered_unnamed.push_back({cell.first, cell.second, entered});
  }

  static long long size(const std::vector<const Person*>& people) {
    return static_cast<long long>(people.size());
  }

  const Snapshot& before_;
  const Snapshot& after_;
  std::map<Cell, std::vector<const Person*>> fresh_, gone_;
  std::set<Cell> cells_;
};

/// Someone who left: as the roster had him or her, with the end that the later registry records.
Person leaver(const Person& person, const Snapshot& after) {
  Person result = person;
  const auto found = after.dormant.find(person.code);
  if (found != after.dormant.end()) {
    result.excluded_on = found->second.excluded_on;
    result.order_number = found->second.order_number;
  }
  return result;
}

}  // namespace

RosterChanges compare_rosters(const Snapshot& before, const Snapshot& after) {
  RosterChanges changes;
  if (after.kind == Kind::kPublication) {
    CellComparison(before, after).add_to(changes);
  } else {
    for (const auto& [code, person] : after.roster) {
      if (!before.roster.contains(code)) changes.entered.push_back(person);
    }
    for (const auto& [code, person] : before.roster) {
      if (!after.roster.contains(code)) changes.left.push_back(leaver(person, after));
    }
  }
  for (const auto& [code, person] : after.roster) {
    const auto was = before.roster.find(code);
    if (was == before.roster.end()) continue;
    auto fields = changed_fields(before, was->second, after, person);
    if (!fields.empty())
      changes.updated.push_back({person, was->second.municipality, std::move(fields)});
  }
  return changes;
}

}  // namespace metodaktiv::changes
