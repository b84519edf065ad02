#include "import/journal_notes.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "registry/journal.h"

namespace metodaktiv::import {
namespace {

registry::JournalEntry entry_of(const ImportReport& report, const ImportOptions& options) {
  registry::JournalEntry entry;
  entry.applied_at = options.time;
  entry.program = options.program;
  entry.partial = options.partial;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    const auto& file = report.files[i];
    registry::JournalFile line;
    line.name = file.label;
    line.sha256 = options.checksum ? options.checksum(file.path) : std::string();
    line.municipality = file.municipality;
    line.form_made_on = file.stamp ? file.stamp->made_on : std::string();
    for (const auto& input : report.inputs) {
      if (input.file != i) continue;
      const auto bad = static_cast<std::int64_t>(input.bad_rows.size());
      line.taken += input.rows - bad;
      line.returned += bad;
    }
    entry.files.push_back(std::move(line));
  }
  for (const auto& table : report.tables)
    entry.tables.push_back({table.table, table.added, table.changed, table.unchanged});
  return entry;
}

/// Whether a collection form came back that no import in force has noted.
bool has_new_form(registry::Database& database, const registry::JournalEntry& entry) {
  auto query = database.prepare(
      "SELECT 1 FROM main.journal_files f JOIN main.journal_imports i ON i.id = f.import "
      "WHERE i.undone_at IS NULL AND f.sha256 = ?",
      "чтение журнала");
  return std::any_of(entry.files.begin(), entry.files.end(),
                     [&query](const registry::JournalFile& file) {
                       if (file.form_made_on.empty()) return false;
                       query.reset();
                       query.bind(1, file.sha256);
                       return !query.next();
                     });
}

}  // namespace

std::optional<std::int64_t> open_journal_entry(registry::Database& database,
                                               const ImportReport& report,
                                               const ImportOptions& options) {
  const auto entry = entry_of(report, options);
  const bool changes = std::any_of(report.tables.begin(), report.tables.end(),
                                   [](const TableCount& t) { return t.added + t.changed > 0; });
  if (!changes && !has_new_form(database, entry)) return std::nullopt;
  return registry::begin_journal_entry(database, entry);
}

void note_warnings(registry::Database& database, std::int64_t entry, const ImportReport& report) {
  std::vector<std::int64_t> counts(report.files.size());
  for (const auto& finding : report.findings.sorted()) {
    if (finding.severity != base::Severity::kWarning) continue;
    for (std::size_t i = 0; i < report.files.size(); ++i) {
      if (report.files[i].label == finding.place.file) ++counts[i];
    }
  }
  auto update = database.prepare(
      "UPDATE main.journal_files SET warnings = ? WHERE import = ? AND position = ?",
      "запись в журнал");
  for (std::size_t i = 0; i < counts.size(); ++i) {
    update.bind(1, counts[i]).bind(2, entry).bind(3, static_cast<std::int64_t>(i));
    update.run();
  }
}

}  // namespace metodaktiv::import
