#pragma once

#include <cstdint>
#include <optional>

#include "import/import.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// Opens the journal's entry for an import whose rows are counted; nullopt when there is nothing to
/// note: no row changes, and no collection form came back that was not noted before.
std::optional<std::int64_t> open_journal_entry(registry::Database& database,
                                               const ImportReport& report,
                                               const ImportOptions& options);

/// Notes per file how many warnings the import gave.
void note_warnings(registry::Database& database, std::int64_t entry, const ImportReport& report);

}  // namespace metodaktiv::import
