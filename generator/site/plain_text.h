#pragma once

#include <string>
#include <string_view>

namespace metodaktiv::site {

/// The text of HTML that content::render_markdown() made: no tags, no entities, every run of white
/// space one space. Blocks stay apart.
std::string plain_text(std::string_view html);

}  // namespace metodaktiv::site
