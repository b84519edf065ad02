#pragma once

#include <filesystem>
#include <vector>

#include "config/form_definition.h"
#include "import/finding_log.h"
#include "import/source.h"

namespace metodaktiv::import {

/// The sources behind the paths of the command line: files, and the CSV files lying directly in
/// folders, by name. A file's name without extension is the key or the Russian title of its table.
/// What is missing or unknown becomes a finding. The order is that of the paths, by file name
/// within a folder.
std::vector<Source> find_sources(const std::vector<std::filesystem::path>& paths,
                                 const std::vector<config::FormDefinition>& forms, FindingLog& log);

}  // namespace metodaktiv::import
