#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "import/source.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// What an import means for one table.
struct TableCount {
  std::string table;
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;

  bool operator==(const TableCount&) const = default;
};

/// Rows staged per table, in the forms' order; tables without sources are left out.
std::vector<TableCount> count_rows(registry::Database& database,
                                   const std::vector<config::FormDefinition>& forms,
                                   const std::vector<Source>& sources);

/// The same, compared with the registry. Staging must hold no key twice.
std::vector<TableCount> compare_with_registry(registry::Database& database,
                                              const std::vector<config::FormDefinition>& forms,
                                              const std::vector<Source>& sources);

/// Writes what is staged into the registry: new keys are added, of known ones only the columns that
/// the source names are changed. To be called inside a transaction, which is left to the caller.
void apply_to_registry(registry::Database& database,
                       const std::vector<config::FormDefinition>& forms,
                       const std::vector<Source>& sources);

}  // namespace metodaktiv::import
