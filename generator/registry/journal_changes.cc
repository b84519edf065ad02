#include <map>

#include "registry/journal.h"
#include "registry/journal_values.h"

namespace metodaktiv::registry {
namespace {

std::string_view condition(ChangesOf which) {
  switch (which) {
    case ChangesOf::kAllRows:
      return "";
    case ChangesOf::kAddedRows:
      return "AND before IS NULL ";
    case ChangesOf::kChangedRows:
      return "AND before IS NOT NULL ";
  }
  return "";
}

std::vector<JournalChange::Cell> differing(JournalValues& values, const std::string& before,
                                           const std::string& after) {
  std::map<std::string, Value> now;
  for (auto& [column, value] : values.read(after)) now[column] = std::move(value);
  std::vector<JournalChange::Cell> cells;
  for (const auto& [column, value] : values.read(before)) {
    const auto found = now.find(column);
    if (found == now.end() || found->second == value) continue;
    cells.push_back({column, shown(value), shown(found->second)});
  }
  return cells;
}

}  // namespace

std::vector<JournalChange> read_changes(Database& registry, std::int64_t id, std::size_t limit,
                                        ChangesOf which) {
  JournalValues values(registry);
  auto rows = registry.prepare(
      "SELECT table_name, row_key, before, after FROM journal_rows WHERE import = ? " +
          std::string(condition(which)) + "ORDER BY position LIMIT ?",
      "чтение журнала");
  rows.bind(1, id).bind(2, static_cast<std::int64_t>(limit));
  std::vector<JournalChange> changes;
  while (rows.next()) {
    JournalChange change;
    change.table = rows.text(0);
    for (const auto& [index, part] : values.read(rows.text(1))) change.key.push_back(shown(part));
    change.added = rows.is_null(2);
    if (!change.added) change.cells = differing(values, rows.text(2), rows.text_or_empty(3));
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace metodaktiv::registry
