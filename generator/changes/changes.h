#pragma once

#include <optional>
#include <string>
#include <vector>

#include "changes/snapshot.h"

namespace metodaktiv::changes {

/// One value that is another now; texts for reading, empty where there was or is nothing.
struct FieldChange {
  std::string key;    ///< column of the registry
  std::string title;  ///< «Организация»
  std::string before, after;
};

struct PersonChange {
  Person now;
  std::string municipality_before;  ///< code
  std::vector<FieldChange> fields;
};

/// So many people of a municipality and subject (codes; may be empty).
struct CellCount {
  std::string municipality, subject;
  long long count = 0;
};

/// Who came into the roster and who went. Of publications only people of the later one are named;
/// everybody else is a count, so that nobody is called who has withdrawn the consent.
struct RosterChanges {
  std::vector<Person> entered;
  std::vector<Person> left;           ///< of registries
  std::vector<Person> named;          ///< of publications: were counted before, are named now
  std::vector<PersonChange> updated;  ///< of publications without values that have become hidden
  std::vector<CellCount> entered_unnamed, left_unnamed;  ///< of publications
  /// Of publications: named before and not now, for whoever continues a history. Not to be shown.
  std::vector<Person> gone;
};

enum class AssignmentWay { kAssigned, kUnassigned, kReassigned, kRecounted };

/// One organization and subject whose methodist, or number of teachers, is another.
struct AssignmentChange {
  AssignmentWay way = AssignmentWay::kAssigned;
  std::string organization, municipality, subject;  ///< codes
  std::string from, to;                             ///< codes of methodists; empty: not named
  std::optional<long long> teachers_before, teachers_after;
  /// Of publications: code of the former methodist when nobody names him or her now, for whoever
  /// continues a history. Not to be shown.
  std::string gone;
};

/// Rows of one table that changed and belong to the place of a figure.
struct RowCounts {
  std::string title;  ///< of the table
  long long added = 0, removed = 0, changed = 0;
};

enum class RowWay { kAdded, kRemoved, kChanged };

struct RowChange {
  std::string table, title;  ///< title of the table
  std::string key;           ///< parts of the row's key, « · » between
  RowWay way = RowWay::kChanged;
  std::vector<FieldChange> fields;  ///< of a changed row
};

struct FigureChange {
  indicators::Figure before, after;
  /// Filled by find_causes(), for registries.
  std::vector<RowCounts> counts;
  std::vector<RowChange> rows;  ///< the first ones, of municipalities and region-only indicators
};

struct Changes {
  Kind kind = Kind::kRegistry;
  std::string file_before, file_after;  ///< names of the files
  base::Date as_of_before, as_of_after;
  std::string year_before, year_after;  ///< school years of the two days
  RosterChanges roster;
  std::vector<AssignmentChange> assignments;
  std::vector<Practice> practices_added, practices_removed;
  std::string figures_year;           ///< school year that is compared; empty: none in common
  std::vector<FigureChange> figures;  ///< indicator as in the profile; region, territories, others
  long long figures_hidden = 0;       ///< not compared: hidden in one of the two

  /// Names of both sides, the later one's first choice.
  std::map<std::string, std::string> municipalities, subjects;
  std::map<std::string, Organization> organizations;
  std::map<std::string, std::string> people;  ///< code → name; of publications the later one's

  [[nodiscard]] bool empty() const;
};

/// What distinguishes two snapshots of one kind. Pure; lists are in an order that depends on
/// nothing but their content.
Changes compare(const Snapshot& before, const Snapshot& after,
                const config::RegionProfile& profile);

/// What of it concerns one municipality: people and assignments that are or were its own, its
/// practices, its figures.
Changes of_municipality(Changes changes, const std::string& code);

}  // namespace metodaktiv::changes
