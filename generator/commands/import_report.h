#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "import/import.h"

namespace metodaktiv::commands {

/// What an import did or would do, for a person: findings go to standard error, what each table
/// gets to standard output. `preview` shows how the files were understood; `refused`: nothing is
/// taken, so that only the rows read are counted.
void print_report(const import::ImportReport& report,
                  const std::vector<config::FormDefinition>& forms, bool preview, bool refused);

/// The closing sentence: what became of the registry.
std::string import_outcome(const import::ImportReport& report, bool check_only, bool partial);

/// The same for machines.
nlohmann::ordered_json report_json(const import::ImportReport& report);

}  // namespace metodaktiv::commands
