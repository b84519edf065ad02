#include <algorithm>
#include <utility>

#include "changes/compare.h"

namespace metodaktiv::changes {
namespace {

/// Organization and subject.
using Target = std::pair<std::string, std::string>;
using Rows = std::vector<const Assignment*>;

std::map<Target, std::pair<Rows, Rows>> by_target(const Snapshot& before, const Snapshot& after) {
  std::map<Target, std::pair<Rows, Rows>> targets;
  for (const auto& row : before.assignments)
    targets[{row.organization, row.subject}].first.push_back(&row);
  for (const auto& row : after.assignments)
    targets[{row.organization, row.subject}].second.push_back(&row);
  return targets;
}

class TargetComparison {
 public:
  TargetComparison(const Snapshot& before, const Snapshot& after,
                   std::vector<AssignmentChange>& into)
      : before_(before), after_(after), into_(into) {}

  void compare(const Target& target, Rows was, Rows is) {
    target_ = target;
    match_same(was, is);
    if (after_.kind == Kind::kPublication) match_consents(was, is);
    const auto both = std::min(was.size(), is.size());
    for (std::size_t i = 0; i < both; ++i) add(AssignmentWay::kReassigned, was[i], is[i]);
    for (std::size_t i = both; i < was.size(); ++i)
      add(AssignmentWay::kUnassigned, was[i], nullptr);
    for (std::size_t i = both; i < is.size(); ++i) add(AssignmentWay::kAssigned, nullptr, is[i]);
  }

 private:
  /// The same methodist on both sides; equal numbers of teachers first.
  void match_same(Rows& was, Rows& is) {
    for (const bool equal_counts : {true, false}) {
      for (auto old_row = was.begin(); old_row != was.end();) {
        const auto match = std::find_if(is.begin(), is.end(), [&](const Assignment* row) {
          return row->methodist == (*old_row)->methodist &&
                 (!equal_counts || row->teachers_count == (*old_row)->teachers_count);
        });
        if (match == is.end()) {
          ++old_row;
          continue;
        }
        if (!equal_counts) add(AssignmentWay::kRecounted, *old_row, *match);
        is.erase(match);
        old_row = was.erase(old_row);
      }
    }
  }

  /// A name that is no longer given, or is given for the first time: the person is the same one,
  /// the consent is another. Equal numbers of teachers first.
  void match_consents(Rows& was, Rows& is) const {
    for (const bool equal_counts : {true, false}) {
      for (auto old_row = was.begin(); old_row != was.end();) {
        const auto match = std::find_if(is.begin(), is.end(), [&](const Assignment* row) {
          return is_consent(**old_row, *row, equal_counts);
        });
        if (match == is.end()) {
          ++old_row;
          continue;
        }
        is.erase(match);
        old_row = was.erase(old_row);
      }
    }
  }

  [[nodiscard]] bool is_consent(const Assignment& was, const Assignment& is,
                                bool equal_counts) const {
    if (equal_counts && was.teachers_count != is.teachers_count) return false;
    if (was.methodist.empty() == is.methodist.empty()) return false;
    if (was.methodist.empty()) return !before_.roster.contains(is.methodist);
    return equal_counts || !after_.roster.contains(was.methodist);
  }

  void add(AssignmentWay way, const Assignment* was, const Assignment* is) {
    AssignmentChange change;
    change.way = way;
    change.organization = target_.first;
    change.subject = target_.second;
    for (const auto* snapshot : {&before_, &after_}) {
      const auto found = snapshot->organizations.find(target_.first);
      if (found != snapshot->organizations.end()) change.municipality = found->second.municipality;
    }
    if (was != nullptr) {
      change.from = was->methodist;
      change.teachers_before = was->teachers_count;
    }
    if (is != nullptr) {
      change.to = is->methodist;
      change.teachers_after = is->teachers_count;
    }
    // Of publications nobody is named who is not named now.
    if (after_.kind == Kind::kPublication && !after_.roster.contains(change.from))
      change.gone = std::exchange(change.from, {});
    into_.push_back(std::move(change));
  }

  const Snapshot& before_;
  const Snapshot& after_;
  std::vector<AssignmentChange>& into_;
  Target target_;
};

}  // namespace

std::vector<AssignmentChange> compare_assignments(const Snapshot& before, const Snapshot& after) {
  std::vector<AssignmentChange> changes;
  TargetComparison comparison(before, after, changes);
  for (auto& [target, rows] : by_target(before, after))
    comparison.compare(target, std::move(rows.first), std::move(rows.second));
  return changes;
}

}  // namespace metodaktiv::changes
