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

}  // namespace metodaktiv::registry
