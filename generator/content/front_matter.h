#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

#include "base/finding.h"

namespace metodaktiv::content {

/// A text cut into its TOML head and its body.
struct FrontMatter {
  bool found = false;
  toml::table head;       ///< lines are those of the file; empty when broken
  std::string_view body;  ///< points into the text; starts on line `body_line`
  int body_line = 1;
};

/// Cuts `text` at the two "+++" lines it must begin with (a byte order mark and CRLF are fine). A
/// missing or unfinished head and broken TOML are findings with `file` and line.
FrontMatter split_front_matter(std::string_view text, const std::string& file,
                               base::Findings& findings);

}  // namespace metodaktiv::content
