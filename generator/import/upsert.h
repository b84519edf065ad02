#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "import/source.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// How many rows a column changes in.
struct ColumnCount {
  std::string column;  ///< key
  std::int64_t rows = 0;

  bool operator==(const ColumnCount&) const = default;
};

/// What an import means for one table.
struct TableCount {
  std::string table;
  std::int64_t rows = 0;  ///< read
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::vector<ColumnCount> columns = {};  ///< of the changed rows, in the form's order

  bool operator==(const TableCount&) const = default;
};

/// What the valid staged rows mean for each table, in the forms' order; tables without sources are
/// left out. Valid rows must hold no key twice.
std::vector<TableCount> compare_with_registry(registry::Database& database,
                                              const std::vector<config::FormDefinition>& forms,
                                              const std::vector<Source>& sources);

/// Notes in the journal under `entry` what apply_to_registry() is about to add and change.
void record_changes(registry::Database& database, const std::vector<config::FormDefinition>& forms,
                    const std::vector<Source>& sources, std::int64_t entry);

/// Writes the valid staged rows into the registry: new keys are added, of known ones only the
/// columns that the source names are changed. To be called inside a transaction, which is left to
/// the caller.
void apply_to_registry(registry::Database& database,
                       const std::vector<config::FormDefinition>& forms,
                       const std::vector<Source>& sources);

}  // namespace metodaktiv::import
