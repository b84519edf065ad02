#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "registry/database.h"

namespace metodaktiv::registry {

/// A file of an import, as the journal keeps it.
struct JournalFile {
  std::string name;
  std::string sha256;
  std::string municipality;  ///< whose rows it held; empty: the region's or several
  std::string form_made_on;  ///< ISO date of a collection workbook's stamp; else empty
  std::int64_t taken = 0;    ///< rows
  std::int64_t returned = 0;
  std::int64_t warnings = 0;
};

/// What an import did to one table.
struct JournalTable {
  std::string table;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
};

/// One import that wrote the registry.
struct JournalEntry {
  std::int64_t id = 0;
  std::string applied_at;  ///< ISO, UTC: "2026-11-22T07:23:00Z"
  std::string program;     ///< version that wrote it
  bool partial = false;
  std::vector<JournalFile> files;
  std::vector<JournalTable> tables;
  std::string undone_at;  ///< empty: in force
};

/// Opens an entry inside the caller's transaction and returns its number. Rows are recorded by
/// statements of the import itself (journal_rows in data/schema.sql).
std::int64_t begin_journal_entry(Database& registry, const JournalEntry& entry);

/// All entries, newest first.
std::vector<JournalEntry> read_journal(Database& registry);

/// One row of a table that an import added or changed, for showing.
struct JournalChange {
  std::string table;
  std::vector<std::string> key;
  bool added = false;
  struct Cell {
    std::string column, before, after;  ///< as text; empty for NULL
  };
  std::vector<Cell> cells;  ///< of a changed row: the columns that differ
};

enum class ChangesOf { kAllRows, kAddedRows, kChangedRows };

/// The changes of one entry in the order in which they were written, at most `limit`.
std::vector<JournalChange> read_changes(Database& registry, std::int64_t id, std::size_t limit,
                                        ChangesOf which = ChangesOf::kAllRows);

}  // namespace metodaktiv::registry
