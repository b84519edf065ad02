#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace metodaktiv::config {

/// What a person is told about a settings file or the head of a page that cannot be read.
struct TomlRemark {
  std::string message, remedy;
};

/// Quotes the line at fault and says what is usually wrong with such a line: the library explains
/// itself in English, in the words of the format's grammar. `text` is what was parsed.
TomlRemark toml_remark(const toml::parse_error& error, std::string_view text);

}  // namespace metodaktiv::config
