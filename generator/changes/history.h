#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "changes/changes.h"

namespace metodaktiv::changes {

/// How many releases a publication remembers.
inline constexpr std::size_t kReleases = 12;

/// One line of the public history: table release_changes of data/publication.sql, column by column.
/// A person is a code of the current publication or a count, never a name.
struct HistoryRow {
  std::string kind;
  std::string municipality, subject, methodist, former_methodist, organization, practice;
  std::string indicator, scope, place, school_year;
  std::string field;  ///< of an updated person: the column
  std::optional<long long> count;
  std::optional<std::string> before, after;  ///< of a figure, one decimal; empty: no data

  auto operator<=>(const HistoryRow&) const = default;
};

/// What one publication brought, against the one before it.
struct Release {
  base::Date as_of, former_as_of;
  std::vector<HistoryRow> rows;  ///< sorted
};

/// The latest releases, oldest first; of each day one.
using History = std::vector<Release>;

/// The history goes on: with `changes` from the publication that carries `former` to the next one.
/// Without changes it stays as it is; a second publication of a day becomes one release with the
/// first; releases later than the data of the new publication go. Pure. What comes out still has to
/// pass data/history.sql: it may hold the code of somebody whom nobody names any more.
History continued(History former, const Changes& changes);

/// Reads the history of a publication.
History read_history(const std::filesystem::path& publication);

/// Writes into the new publication `current` the history that `former`, the one before it, carries,
/// with what has changed since. Of all that only stays what `script` (data/history.sql) lets stay.
/// When nothing does, `current` keeps its bytes. Both must be publications of the present layout,
/// of one region or of one municipality.
void write_history(const std::filesystem::path& former, const std::filesystem::path& current,
                   const std::filesystem::path& script, const config::RegionProfile& profile);

}  // namespace metodaktiv::changes
