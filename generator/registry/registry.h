#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "registry/database.h"

namespace metodaktiv::registry {

/// The layout version this program writes (PRAGMA user_version of data/schema.sql).
inline constexpr int kSchemaVersion = 3;
/// The oldest layout that can be read as it is: what came later only allows more values.
inline constexpr int kReadableVersion = 2;
/// PRAGMA application_id of a registry: 'MTDA'.
inline constexpr std::int64_t kApplicationId = 0x4D544441;

/// Opens an existing registry for reading only. Failure when the file is missing, not a registry,
/// made by a newer program, or of an older layout (the message says to run import or demo, which
/// migrate it).
Database open_registry(const std::filesystem::path& file);

/// Opens a registry for writing; creates it from `schema_folder`/schema.sql when the file does not
/// exist or is empty, brings an older layout up to date with `schema_folder`/migrations/NNNN.sql in
/// one transaction.
Database open_or_create_registry(const std::filesystem::path& file,
                                 const std::filesystem::path& schema_folder);

/// Names of the interchange tables of an open registry, alphabetically (the journal's own are left
/// out).
std::vector<std::string> table_names(Database& registry);
/// Columns of a table in the order of data/schema.sql.
std::vector<std::string> column_names(Database& registry, std::string_view table);

/// What tells whether a registry has been written to, or another file has taken its name: two
/// states of one connection are equal when neither has happened between them.
struct RegistryState {
  std::int64_t data_version = 0;
  std::uint64_t device = 0, file = 0;
  bool operator==(const RegistryState&) const = default;
};
RegistryState state_of(Database& registry);

/// What a registry of this layout has and schema.sql does not know, or lacks: «не хватает: столбец
/// consents.field»; empty when nothing. A trigger or a view would change what the program reads and
/// writes.
std::string foreign_structure(Database& registry, const std::filesystem::path& schema_folder);

}  // namespace metodaktiv::registry
