#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/form_definition.h"
#include "import/import.h"

namespace metodaktiv::commands {

/// Where remarks workbooks go and what they say.
struct RemarksRequest {
  std::filesystem::path target;  ///< a .xlsx file, or a folder for one workbook per input file
  std::string outcome;           ///< a sentence for the summary
  bool only_returned = false;    ///< the rows of a partial import that were not taken
  base::Date made_on;
};

/// Writes the remarks of an import: one workbook for everything, or into a folder
/// `<file>-remarks.xlsx` for every input file with remarks. Returns the files written; none when
/// there is nothing to remark. Failure when one cannot be written.
std::vector<std::filesystem::path> write_remarks_files(
    const import::ImportReport& report, const std::vector<config::FormDefinition>& forms,
    const import::ImportOptions& options, const RemarksRequest& request);

/// `remarks.xlsx` in the current folder, or `remarks-2.xlsx`… when that is taken.
std::filesystem::path free_remarks_file();

}  // namespace metodaktiv::commands
