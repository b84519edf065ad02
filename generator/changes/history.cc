#include "changes/history.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/number.h"

namespace metodaktiv::changes {
namespace {

/// That somebody bears another name now is nobody's business.
constexpr std::string_view kNameColumn = "last_name";

HistoryRow row_of(std::string kind) {
  HistoryRow row;
  row.kind = std::move(kind);
  return row;
}

std::optional<std::string> shown_value(const indicators::Figure& figure) {
  const auto tenths = figure.scaled(1);
  if (!tenths) return std::nullopt;
  return base::fixed(*tenths, 1);
}

HistoryRow cell_row(std::string kind, const CellCount& cell) {
  auto row = row_of(std::move(kind));
  row.municipality = cell.municipality;
  row.subject = cell.subject;
  row.count = cell.count;
  return row;
}

HistoryRow person_row(std::string kind, const Person& person) {
  auto row = row_of(std::move(kind));
  row.methodist = person.code;
  return row;
}

void add_assignments(const Changes& changes, std::vector<HistoryRow>& rows) {
  if (changes.year_before != changes.year_after) {
    auto row = row_of("new_year");
    row.school_year = changes.year_after;
    rows.push_back(std::move(row));
    return;
  }
  for (const auto& change : changes.assignments) {
    if (change.way == AssignmentWay::kRecounted) continue;
    auto row = row_of(change.way == AssignmentWay::kAssigned     ? "assigned"
                      : change.way == AssignmentWay::kUnassigned ? "unassigned"
                                                                 : "reassigned");
    row.organization = change.organization;
    row.subject = change.subject;
    row.methodist = change.to;
    row.former_methodist = change.gone.empty() ? change.from : change.gone;
    rows.push_back(std::move(row));
  }
}

std::vector<HistoryRow> rows_of(const Changes& changes) {
  std::vector<HistoryRow> rows;
  for (const auto& person : changes.roster.entered) rows.push_back(person_row("entered", person));
  for (const auto& person : changes.roster.named) rows.push_back(person_row("named", person));
  for (const auto& change : changes.roster.updated) {
    for (const auto& field : change.fields) {
      if (field.key == kNameColumn) continue;
      auto row = person_row("updated", change.now);
      row.field = field.key;
      rows.push_back(std::move(row));
    }
  }
  for (const auto& cell : changes.roster.entered_unnamed)
    rows.push_back(cell_row("entered_unnamed", cell));
  for (const auto& cell : changes.roster.left_unnamed) rows.push_back(cell_row("left", cell));
  add_assignments(changes, rows);
  for (const auto& practice : changes.practices_added) {
    auto row = row_of("practice");
    row.practice = practice.slug;
    rows.push_back(std::move(row));
  }
  std::map<std::string, long long> removed;
  for (const auto& practice : changes.practices_removed) ++removed[practice.municipality];
  for (const auto& [municipality, count] : removed)
    rows.push_back(cell_row("practice_removed", {municipality, {}, count}));
  for (const auto& change : changes.figures) {
    auto row = row_of("figure");
    row.indicator = change.after.indicator;
    row.scope = indicators::scope_key(change.after.scope);
    row.place = change.after.code;
    row.school_year = change.after.school_year;
    row.before = shown_value(change.before);
    row.after = shown_value(change.after);
    if (row.before != row.after) rows.push_back(std::move(row));
  }
  return rows;
}

bool is_assignment(const HistoryRow& row) {
  return row.kind == "assigned" || row.kind == "unassigned" || row.kind == "reassigned";
}

/// Puts a day's later rows behind its earlier ones, so that the day tells what is left of both.
class DayMerger {
 public:
  DayMerger(Release release, const Changes& changes)
      : release_(std::move(release)), changes_(changes) {}

  Release merge(std::vector<HistoryRow> rows) {
    take_back(rows);
    for (auto& row : rows) add(std::move(row));
    std::erase_if(release_.rows, [](const HistoryRow& row) { return row.count == 0; });
    return std::move(release_);
  }

 private:
  HistoryRow* find(const auto& condition) {
    const auto found = std::find_if(release_.rows.begin(), release_.rows.end(), condition);
    return found == release_.rows.end() ? nullptr : &*found;
  }

  static void count_down(std::vector<HistoryRow>& rows, std::string_view kind,
                         const std::string& municipality, const std::string& subject) {
    for (auto& row : rows) {
      if (row.kind == kind && row.municipality == municipality && row.subject == subject &&
          row.count.value_or(0) > 0) {
        --*row.count;
        return;
      }
    }
  }

  /// Who came and went, and what was put up and taken down, on one day was never there.
  void take_back(std::vector<HistoryRow>& rows) {
    const auto erased = [&](std::string_view kind, std::string HistoryRow::*key,
                            const std::string& value) {
      return std::erase_if(release_.rows, [&](const HistoryRow& row) {
               return row.kind == kind && row.*key == value;
             }) > 0;
    };
    for (const auto& person : changes_.roster.gone) {
      if (erased("entered", &HistoryRow::methodist, person.code))
        count_down(rows, "left", person.municipality, person.subject);
    }
    for (const auto& practice : changes_.practices_removed) {
      if (erased("practice", &HistoryRow::practice, practice.slug))
        count_down(rows, "practice_removed", practice.municipality, {});
    }
  }

  void add(HistoryRow row) {
    if (row.kind == "figure") return add_figure(std::move(row));
    if (is_assignment(row)) return add_assignment(std::move(row));
    if (row.count) return add_count(std::move(row));
    if (row.kind == "named" && find([&](const HistoryRow& old_row) {
          return old_row.kind == "entered" && old_row.methodist == row.methodist;
        }))
      return;
    if (!find([&](const HistoryRow& old_row) { return old_row == row; }))
      release_.rows.push_back(std::move(row));
  }

  void add_figure(HistoryRow row) {
    auto* earlier = find([&](const HistoryRow& old_row) {
      return old_row.kind == row.kind && old_row.indicator == row.indicator &&
             old_row.scope == row.scope && old_row.place == row.place &&
             old_row.school_year == row.school_year;
    });
    if (earlier == nullptr) {
      release_.rows.push_back(std::move(row));
      return;
    }
    earlier->after = row.after;
    if (earlier->before == earlier->after) drop(earlier);
  }

  void add_count(HistoryRow row) {
    auto* earlier = find([&](const HistoryRow& old_row) {
      return old_row.kind == row.kind && old_row.municipality == row.municipality &&
             old_row.subject == row.subject;
    });
    if (earlier == nullptr) {
      release_.rows.push_back(std::move(row));
    } else {
      *earlier->count += *row.count;
    }
  }

  void add_assignment(HistoryRow row) {
    auto* earlier = row.former_methodist.empty() ? nullptr : find([&](const HistoryRow& old_row) {
      return is_assignment(old_row) && old_row.organization == row.organization &&
             old_row.subject == row.subject && old_row.methodist == row.former_methodist;
    });
    if (earlier == nullptr) {
      release_.rows.push_back(std::move(row));
      return;
    }
    const bool had = earlier->kind == "reassigned", has = row.kind == "reassigned";
    row.former_methodist = earlier->former_methodist;
    row.kind = had && has ? "reassigned" : had ? "unassigned" : "assigned";
    const bool as_before = had && has && row.methodist == row.former_methodist;
    if ((!had && !has) || as_before) {
      drop(earlier);
    } else {
      *earlier = std::move(row);
    }
  }

  void drop(const HistoryRow* row) {
    release_.rows.erase(release_.rows.begin() + (row - release_.rows.data()));
  }

  Release release_;
  const Changes& changes_;
};

}  // namespace

History continued(History former, const Changes& changes) {
  std::erase_if(former,
                [&](const Release& release) { return release.as_of > changes.as_of_after; });
  auto rows = rows_of(changes);
  if (rows.empty() || changes.as_of_before > changes.as_of_after) return former;
  Release release{changes.as_of_after, changes.as_of_before, {}};
  if (!former.empty() && former.back().as_of == changes.as_of_after) {
    release = DayMerger(std::move(former.back()), changes).merge(std::move(rows));
    former.pop_back();
  } else {
    release.rows = std::move(rows);
  }
  std::sort(release.rows.begin(), release.rows.end());
  if (!release.rows.empty()) former.push_back(std::move(release));
  if (former.size() > kReleases)
    former.erase(former.begin(), former.end() - static_cast<std::ptrdiff_t>(kReleases));
  return former;
}

}  // namespace metodaktiv::changes
