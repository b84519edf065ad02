#pragma once

#include <map>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "registry/journal.h"
#include "registry/undo.h"

namespace metodaktiv::commands {

/// Names that the journal's codes stand for.
struct JournalNames {
  const std::vector<config::FormDefinition>& forms;
  std::map<std::string, std::string> municipalities;  ///< code → name
};

/// One import in the list: number, time, files, totals.
std::string entry_text(const registry::JournalEntry& entry, const JournalNames& names);

/// The same with a line per table that it changed.
std::string entry_details(const registry::JournalEntry& entry, const JournalNames& names);

/// Rows with what changed in them, and how many more there are.
std::string changes_text(const std::vector<registry::JournalChange>& changes, std::int64_t total,
                         const JournalNames& names);

/// What taking the import back gave.
std::string undone_text(const registry::JournalEntry& entry, const JournalNames& names);

/// Why it was not taken back, and what to do first.
std::string refusal_text(std::int64_t id, const registry::UndoRefusal& refusal,
                         const JournalNames& names);

/// «22.11.2026 10:23» by UTC+3 from "2026-11-22T07:23:00Z".
std::string local_time(const std::string& iso);

}  // namespace metodaktiv::commands
