#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_sink.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "registry/database.h"
#include "site/data_resource.h"

namespace metodaktiv::site {

/// Writes data/*.csv and data/datapackage.json from publication.db alone (docs/outputs.md): codes
/// link the files, lists give the codes their names.
void write_open_data(registry::Database& publication, const config::RegionProfile& profile,
                     const config::SiteConfig& site, base::FileSink& sink);

/// A file of the open data as write_open_data() makes it, for the page that lists them.
struct DataFile {
  const DataResource* resource = nullptr;
  std::size_t rows = 0, bytes = 0;
};
std::vector<DataFile> data_files(registry::Database& publication,
                                 const config::RegionProfile& profile,
                                 const config::SiteConfig& site);

/// A text as it stands in an open data file: one that a spreadsheet would run as a formula gets an
/// apostrophe before it.
std::string data_text(std::string_view text);

}  // namespace metodaktiv::site
