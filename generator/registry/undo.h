#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "registry/database.h"
#include "registry/export.h"

namespace metodaktiv::registry {

/// Why an import cannot be undone by itself.
struct UndoRefusal {
  /// Imports in force that changed the same rows since, or wrote rows that refer to rows that would
  /// vanish; ascending.
  std::vector<std::int64_t> later;
  /// Tables with rows that would refer to rows that are no longer there.
  std::vector<std::string> tables;
};

/// Takes an import back in one transaction: rows it added are deleted, rows it changed get their
/// former values; the entry stays, marked undone. A refusal is returned and changes nothing.
/// Failure when there is no such import, it has been undone, or its rows were changed since by
/// something that keeps no journal. `tables` are those of import::export_layout; `time` is ISO,
/// UTC.
std::optional<UndoRefusal> undo_import(Database& registry, const std::vector<ExportTable>& tables,
                                       std::int64_t id, const std::string& time);

}  // namespace metodaktiv::registry
