#pragma once

#include <vector>

#include "import/column_rule.h"
#include "import/finding_log.h"
#include "import/reference_names.h"
#include "import/source_finder.h"
#include "import/staging.h"
#include "registry/database.h"
#include "tabular/csv_reader.h"

namespace metodaktiv::import {

/// Reads every source into staging, in a transaction of its own; each workbook is opened once. What
/// a CSV file's guess was goes into its InputFile.
void stage_sources(registry::Database& database, Staging& staging,
                   const std::vector<config::FormDefinition>& forms, const ProfileKeys& keys,
                   const tabular::CsvOptions& csv, Inputs& inputs, FindingLog& log);

}  // namespace metodaktiv::import
