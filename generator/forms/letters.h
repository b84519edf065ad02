#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/region_profile.h"
#include "forms/submissions.h"

namespace metodaktiv::forms {

/// Days that a letter leaves for what is overdue or has to be mended.
inline constexpr int kDaysToAnswer = 7;

struct Letter {
  std::string municipality;  ///< code
  std::string text;          ///< Markdown
};

/// A letter to each municipality that was given a form: a reminder, what is overdue, what has to be
/// mended, or thanks; in the order of `submissions`. Depends on nothing but the arguments.
std::vector<Letter> write_letters(const Submissions& submissions,
                                  const config::RegionProfile& profile);

/// Puts the letters into a folder as `<code>.md`, all of them or none. Failure names the file.
void save_letters(const std::vector<Letter>& letters, const std::filesystem::path& folder);

}  // namespace metodaktiv::forms
