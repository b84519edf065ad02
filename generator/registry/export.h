#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "registry/database.h"

namespace metodaktiv::registry {

/// One interchange table as it is written to CSV.
struct ExportTable {
  std::string name;
  std::vector<std::string> columns;  ///< in the order of the file
  std::vector<std::string> key;      ///< rows are ordered by it
  std::set<std::string> left_empty;  ///< columns that the registry does not store
};

struct ExportedTable {
  std::string name;
  std::int64_t rows = 0;
};

/// Writes `<out_folder>/<table>.csv` for every table (docs/registry.md): UTF-8, comma, LF, ISO
/// dates, booleans 1/0, NULL and '' both as an empty cell. Streams; all files are written aside and
/// put into place only when every one of them is complete. Failure leaves the files that were there
/// before.
std::vector<ExportedTable> export_tables(Database& database, const std::vector<ExportTable>& tables,
                                         const std::filesystem::path& out_folder);

}  // namespace metodaktiv::registry
