#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "base/finding.h"
#include "config/region_profile.h"
#include "config/standard.h"

namespace metodaktiv::config {

/// functions.toml: the functions table of the standard. What is wrong goes to `findings`.
Standard read_standard(const std::filesystem::path& file, base::Findings& findings);

class TomlReader;

/// A query that the profile names: the region's own, else the shared one of this name, so that
/// data/regions/<code>/ goes before data/. The file need not exist.
std::filesystem::path query_file(const RegionProfile& profile, const std::string& query);

/// [forms], which may be left out.
void read_form_texts(TomlReader& reader, FormTexts& texts);

/// [[distributions]] of indicators.toml into `profile`.
void read_distributions(TomlReader& reader, RegionProfile& profile);

/// indicators.toml of profile.folder and the SQL files it names, into `profile`.
void read_indicators(RegionProfile& profile, base::Findings& findings);

/// "11-01" → (11, 1); nullopt for a day that no year has, or only a leap year.
std::optional<std::pair<unsigned, unsigned>> month_day(const std::string& text);

}  // namespace metodaktiv::config
