#pragma once

#include <cstddef>
#include <vector>

#include "config/form_definition.h"
#include "import/finding_log.h"
#include "import/import.h"
#include "import/source.h"

namespace metodaktiv::import {

/// Appends the sheets of a workbook that hold tables to `sources`, and fills in the file's stamp
/// when it is a collection workbook. Sheets that are hidden, empty or known to hold no table are
/// passed over; others are findings.
void add_workbook_sources(InputFile& file, std::size_t file_index,
                          const std::vector<config::FormDefinition>& forms,
                          std::vector<Source>& sources, FindingLog& log);

}  // namespace metodaktiv::import
