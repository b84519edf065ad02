#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "registry/journal.h"
#include "registry/undo.h"

namespace metodaktiv::commands {

/// An import for machines: number, times, files, tables.
nlohmann::ordered_json entry_json(const registry::JournalEntry& entry);

/// Rows that an import added or changed; empty values are null.
nlohmann::ordered_json changes_json(const std::vector<registry::JournalChange>& changes);

nlohmann::ordered_json refusal_json(const registry::UndoRefusal& refusal);

}  // namespace metodaktiv::commands
