#pragma once

#include <filesystem>
#include <string>

namespace metodaktiv::site {

/// The Russian stemmer of npm @orama/stemmers as a plain script that defines
/// window.metodaktivStemmer, for templates/assets/search-words.js. Failure when the package is missing
/// under `vendor_folder` or its file is not as expected.
std::string stemmer_script(const std::filesystem::path& vendor_folder);

}  // namespace metodaktiv::site
