#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "config/form_definition.h"

namespace metodaktiv::import {

/// One table of one input file: a CSV file, or a sheet of a workbook.
struct Source {
  std::filesystem::path file;
  std::string label;  ///< the file's name as findings show it
  std::string sheet;  ///< empty for CSV
  const config::FormDefinition* form = nullptr;

  // Known once it has been read:
  std::vector<const config::FormColumn*>
      columns;  ///< stored columns that the header names, the form's order
  bool complete =
      true;  ///< false: rows are missing from staging, so that what refers to them is no error
};

}  // namespace metodaktiv::import
