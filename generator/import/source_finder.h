#pragma once

#include <filesystem>
#include <vector>

#include "config/form_definition.h"
#include "import/finding_log.h"
#include "import/import.h"
#include "import/source.h"

namespace metodaktiv::import {

/// What the paths of the command line lead to.
struct Inputs {
  std::vector<InputFile> files;
  std::vector<Source> sources;  ///< grouped by file
};

/// The sources behind paths: CSV files, Excel workbooks, and those lying directly in folders, by
/// name. A CSV file's name without extension, or the name of a sheet, is the key or the Russian
/// title of its table; a workbook with one unnamed sheet may carry the table's name itself. What is
/// missing, unknown or unreadable becomes a finding. The order is that of the paths, by file name
/// within a folder, by tab within a workbook.
Inputs find_inputs(const std::vector<std::filesystem::path>& paths,
                   const std::vector<config::FormDefinition>& forms, FindingLog& log);

}  // namespace metodaktiv::import
