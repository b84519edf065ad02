#pragma once

#include <vector>

#include "import/finding_log.h"
#include "import/import.h"
#include "import/source.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// Turns remarks about rows of the registry into warnings at the place from which this import took
/// the row; remarks about rows that it did not touch are left out.
void report_remarks(registry::Database& database, const std::vector<config::FormDefinition>& forms,
                    const std::vector<Source>& sources, const std::vector<RowRemark>& remarks,
                    FindingLog& log);

}  // namespace metodaktiv::import
