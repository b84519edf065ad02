#pragma once

#include <filesystem>
#include <string>

#include "import/finding_log.h"

namespace metodaktiv::import {

/// Reads a text file that an import names by a path inside its folder. False: `problem` says why
/// not — outside of the folder (also through a symbolic link), missing, too big, not UTF-8, empty.
bool read_body_file(const std::filesystem::path& folder, const std::string& name, std::string& text,
                    Problem& problem);

}  // namespace metodaktiv::import
