#include "changes/changes.h"

#include <algorithm>

#include "base/text.h"
#include "changes/compare.h"

namespace metodaktiv::changes {
namespace {

void take_names(const Snapshot& before, const Snapshot& after, Changes& into) {
  into.municipalities = after.municipalities;
  into.municipalities.insert(before.municipalities.begin(), before.municipalities.end());
  into.subjects = after.subjects;
  into.subjects.insert(before.subjects.begin(), before.subjects.end());
  into.organizations = after.organizations;
  into.organizations.insert(before.organizations.begin(), before.organizations.end());
  const auto take = [&](const std::map<std::string, Person>& people) {
    for (const auto& [code, person] : people) into.people.emplace(code, person.name);
  };
  take(after.roster);
  if (after.kind == Kind::kPublication) return;
  take(after.dormant);
  take(before.roster);
}

void compare_practices(const Snapshot& before, const Snapshot& after, Changes& into) {
  for (const auto& [slug, practice] : after.practices) {
    if (!before.practices.contains(slug)) into.practices_added.push_back(practice);
  }
  for (const auto& [slug, practice] : before.practices) {
    if (!after.practices.contains(slug)) into.practices_removed.push_back(practice);
  }
}

std::string place_key(const Changes& changes, const std::string& code) {
  const auto found = changes.municipalities.find(code);
  return base::folded(found == changes.municipalities.end() ? code : found->second);
}

template <typename Row, typename Key>
void sort_by(std::vector<Row>& rows, Key key) {
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Row& a, const Row& b) { return key(a) < key(b); });
}

/// People and records by the name of their municipality, then by their own.
void sort(Changes& changes) {
  const auto person = [&](const Person& p) {
    return std::tuple(place_key(changes, p.municipality), base::folded(p.name), p.code);
  };
  auto& roster = changes.roster;
  sort_by(roster.entered, person);
  sort_by(roster.left, person);
  sort_by(roster.named, person);
  sort_by(roster.updated, [&](const PersonChange& change) { return person(change.now); });
  const auto cell = [&](const CellCount& c) {
    return std::tuple(place_key(changes, c.municipality), c.municipality, c.subject);
  };
  sort_by(roster.entered_unnamed, cell);
  sort_by(roster.left_unnamed, cell);
  sort_by(changes.assignments, [&](const AssignmentChange& a) {
    const auto found = changes.organizations.find(a.organization);
    const auto name = found == changes.organizations.end() ? std::string() : found->second.name;
    return std::tuple(place_key(changes, a.municipality), base::folded(name), a.organization,
                      a.subject, a.to, a.from);
  });
  const auto practice = [&](const Practice& p) {
    return std::tuple(place_key(changes, p.municipality), base::folded(p.title), p.slug);
  };
  sort_by(changes.practices_added, practice);
  sort_by(changes.practices_removed, practice);
}

}  // namespace

bool Changes::empty() const {
  return roster.entered.empty() && roster.left.empty() && roster.named.empty() &&
         roster.updated.empty() && roster.entered_unnamed.empty() && roster.left_unnamed.empty() &&
         assignments.empty() && practices_added.empty() && practices_removed.empty() &&
         figures.empty();
}

Changes compare(const Snapshot& before, const Snapshot& after,
                const config::RegionProfile& profile) {
  Changes changes;
  changes.kind = after.kind;
  changes.file_before = before.file.filename().string();
  changes.file_after = after.file.filename().string();
  changes.as_of_before = before.as_of;
  changes.as_of_after = after.as_of;
  changes.year_before = before.school_year;
  changes.year_after = after.school_year;
  take_names(before, after, changes);
  changes.roster = compare_rosters(before, after);
  changes.assignments = compare_assignments(before, after);
  compare_practices(before, after, changes);
  compare_figures(before, after, profile, changes);
  sort(changes);
  return changes;
}

Changes of_municipality(Changes changes, const std::string& code) {
  auto& roster = changes.roster;
  const auto other = [&](const auto& row) { return row.municipality != code; };
  std::erase_if(roster.entered, other);
  std::erase_if(roster.left, other);
  std::erase_if(roster.named, other);
  std::erase_if(roster.gone, other);
  std::erase_if(roster.entered_unnamed, other);
  std::erase_if(roster.left_unnamed, other);
  std::erase_if(roster.updated, [&](const PersonChange& change) {
    return change.now.municipality != code && change.municipality_before != code;
  });
  std::erase_if(changes.assignments, other);
  std::erase_if(changes.practices_added, other);
  std::erase_if(changes.practices_removed, other);
  std::erase_if(changes.figures, [&](const FigureChange& change) {
    return change.after.scope != indicators::Scope::kMunicipality || change.after.code != code;
  });
  return changes;
}

}  // namespace metodaktiv::changes
