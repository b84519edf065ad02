#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "config/form_definition.h"
#include "config/form_stamp.h"
#include "import/column_rule.h"
#include "import/upsert.h"
#include "registry/database.h"
#include "tabular/csv_reader.h"

namespace metodaktiv::import {

/// A remark about one row of the registry as it would be after the import.
struct RowRemark {
  std::string table;
  std::string key;     ///< parts joined with « · », as quality::key_of gives them
  std::string column;  ///< key of the column; empty: the row as a whole
  std::string code, value, message, remedy;
};

/// One input file as it was read.
struct InputFile {
  std::filesystem::path path;
  std::string label;                            ///< the file's name as findings show it
  std::string format = {};                      ///< «CSV: UTF-8, «;»», «Excel»
  std::string municipality = {};                ///< whose rows it may hold; empty: anybody's
  std::optional<config::FormStamp> stamp = {};  ///< of a collection workbook
};

/// One table of an input file.
struct InputTable {
  std::size_t file = 0;  ///< index into ImportReport::files
  std::string sheet;     ///< empty for CSV
  std::string table;
  std::int64_t header_row = 0;  ///< 0: no header was recognised
  std::int64_t rows = 0;        ///< read
  /// Rows with errors, ascending: what a partial import returns.
  std::vector<std::int64_t> bad_rows;
  bool readable = true;  ///< false: the header or the file has errors, no row can be taken
};

struct ImportReport {
  base::Findings findings;
  std::vector<InputFile> files;
  std::vector<InputTable> inputs;
  std::vector<TableCount> tables;  ///< in the forms' order
  std::int64_t taken = 0;          ///< rows written, or that would be
  std::int64_t returned = 0;       ///< rows left out by a partial import
  std::size_t errors = 0;          ///< all of them, also those beyond kMaxFindings
  std::size_t warnings = 0;
  bool applied = false;  ///< the registry was written
};

struct ImportOptions {
  bool check_only = false;    ///< judge and count, change nothing
  bool partial = false;       ///< take the rows without errors, leave the others
  std::string municipality;   ///< refuse rows of others; empty: take everybody's
  tabular::CsvOptions csv;    ///< what the caller knows better than the guess
  std::string program, time;  ///< for the journal; `time` is ISO, UTC. Empty: no journal
  /// SHA-256 of a file for the journal, in hex.
  std::function<std::string(const std::filesystem::path&)> checksum;
  /// Called inside the transaction when the rows are written: remarks about the registry's new
  /// state. Those about rows of this import become warnings at their place.
  std::function<std::vector<RowRemark>(registry::Database&)> review;
  /// Called last before the commit; an exception leaves the registry as it was.
  std::function<void(const ImportReport&)> before_commit;
};

/// Imports XLSX workbooks, CSV files and folders of them into a registry that is open for writing
/// (docs/registry.md, "Interchange rules"): an upsert by key in one transaction. Any error means
/// that nothing is written, unless the import is partial. All findings of all files come back
/// together, at most kMaxFindings of them. Failure only for what no user data explains: a file or
/// disk that cannot be read or written. Memory does not grow with the rows.
ImportReport import_tables(registry::Database& database,
                           const std::vector<config::FormDefinition>& forms,
                           const ProfileKeys& keys, const std::vector<std::filesystem::path>& paths,
                           const ImportOptions& options = {});

}  // namespace metodaktiv::import
