#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "registry/database.h"

namespace metodaktiv::forms {

struct CollectionOptions {
  std::vector<std::string> municipalities;  ///< codes; empty: all of the registry
  std::vector<std::string> tables;          ///< keys; empty: every table a municipality fills in
  base::Date made_on;
  base::Date due_on;
  int jobs = 1;
};

/// A collection workbook that was made.
struct CollectionForm {
  std::string municipality;
  std::string name;
  std::filesystem::path file;
  std::vector<std::string> tables;
  std::int64_t rows = 0;  ///< prefilled
  std::string layout;     ///< config::layout_version
};

/// Writes one collection workbook per municipality into a folder: `<code>.xlsx`, prefilled with
/// what the registry holds (docs/forms.md). All files are written aside and put into place
/// together. Failure leaves the folder as it was; UsageError for an unknown municipality or table.
std::vector<CollectionForm> make_collection_forms(const std::filesystem::path& registry_file,
                                                  const std::vector<config::FormDefinition>& forms,
                                                  const config::RegionProfile& profile,
                                                  const std::filesystem::path& out_folder,
                                                  const CollectionOptions& options);

}  // namespace metodaktiv::forms
