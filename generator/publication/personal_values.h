#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "release/leak_scan.h"

namespace metodaktiv::publication {

struct PersonalValue {
  std::string kind;  ///< "name", "email" or "code"
  std::string value;
  std::string origin;  ///< table of the registry
  bool allowed = false;
};

/// Feeds the rows of data/personal_values.sql: what must not stand in a public file, and what may.
/// Streams.
void feed_personal_values(const std::filesystem::path& registry_file,
                          const std::filesystem::path& publication_file,
                          const std::filesystem::path& query_file,
                          const std::function<void(const PersonalValue&)>& consume);

/// All texts of a publication.db, a place per table. In the file's own bytes the columns of a row
/// stand side by side, so that a code or an address behind another one is no word of its own; here
/// far apart.
std::vector<release::PlacedText> publication_texts(const std::filesystem::path& publication_file);

}  // namespace metodaktiv::publication
