#include "registry/journal.h"

#include <map>

namespace metodaktiv::registry {
namespace {

void add_file(Statement& insert, std::int64_t id, std::int64_t position, const JournalFile& file) {
  insert.bind(1, id)
      .bind(2, position)
      .bind(3, file.name)
      .bind(4, file.sha256)
      .bind(5, file.municipality)
      .bind(6, file.form_made_on)
      .bind(7, file.taken)
      .bind(8, file.returned)
      .bind(9, file.warnings);
  insert.run();
}

void read_files(Database& registry, const std::map<std::int64_t, JournalEntry*>& entries) {
  auto query = registry.prepare(
      "SELECT import, name, sha256, municipality, form_made_on, taken, returned, warnings "
      "FROM journal_files ORDER BY import, position",
      "чтение журнала");
  while (query.next()) {
    entries.at(query.integer(0))
        ->files.push_back({query.text(1), query.text(2), query.text(3), query.text(4),
                           query.integer(5), query.integer(6), query.integer(7)});
  }
}

void read_tables(Database& registry, const std::map<std::int64_t, JournalEntry*>& entries) {
  auto query = registry.prepare(
      "SELECT import, table_name, added, changed, unchanged FROM journal_tables "
      "ORDER BY import, table_name",
      "чтение журнала");
  while (query.next()) {
    entries.at(query.integer(0))
        ->tables.push_back({query.text(1), query.integer(2), query.integer(3), query.integer(4)});
  }
}

}  // namespace

std::int64_t begin_journal_entry(Database& registry, const JournalEntry& entry) {
  const std::string purpose = "запись в журнал";
  const auto id = registry.scalar("SELECT ifnull(max(id), 0) + 1 FROM journal_imports");
  auto import = registry.prepare(
      "INSERT INTO journal_imports (id, applied_at, program, partial) VALUES (?, ?, ?, ?)",
      purpose);
  import.bind(1, id)
      .bind(2, entry.applied_at)
      .bind(3, entry.program)
      .bind(4, std::int64_t{entry.partial});
  import.run();

  auto file = registry.prepare(
      "INSERT INTO journal_files (import, position, name, sha256, municipality, form_made_on, "
      "taken, returned, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      purpose);
  std::int64_t position = 0;
  for (const auto& one : entry.files) add_file(file, id, position++, one);

  auto table = registry.prepare(
      "INSERT INTO journal_tables (import, table_name, added, changed, unchanged) "
      "VALUES (?, ?, ?, ?, ?)",
      purpose);
  for (const auto& one : entry.tables) {
    table.bind(1, id)
        .bind(2, one.table)
        .bind(3, one.added)
        .bind(4, one.changed)
        .bind(5, one.unchanged);
    table.run();
  }
  return id;
}

std::vector<JournalEntry> read_journal(Database& registry) {
  std::vector<JournalEntry> entries;
  auto query = registry.prepare(
      "SELECT id, applied_at, program, partial, undone_at FROM journal_imports ORDER BY id DESC",
      "чтение журнала");
  while (query.next()) {
    JournalEntry entry;
    entry.id = query.integer(0);
    entry.applied_at = query.text(1);
    entry.program = query.text(2);
    entry.partial = query.boolean(3);
    entry.undone_at = query.text_or_empty(4);
    entries.push_back(std::move(entry));
  }
  std::map<std::int64_t, JournalEntry*> by_id;
  for (auto& entry : entries) by_id[entry.id] = &entry;
  read_files(registry, by_id);
  read_tables(registry, by_id);
  return entries;
}

}  // namespace metodaktiv::registry
