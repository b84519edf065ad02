#pragma once

#include <string>
#include <string_view>

namespace metodaktiv::site {

/// Text for XML element content and attributes: markup escaped, characters that XML 1.0 forbids
/// dropped, broken UTF-8 replaced by U+FFFD.
std::string xml_text(std::string_view text);

/// Text without control characters (white space is folded into single spaces) and with broken UTF-8
/// replaced by U+FFFD: for formats where a line end starts something new.
std::string single_line(std::string_view text);

/// Absolute address of a path of the site; bytes that a URL cannot hold are percent-encoded.
std::string absolute_url(std::string_view base_url, std::string_view path);

/// The site's root at its host: "/" for "https://rma.example.ru/", "/rma/" for
/// "https://example.ru/rma/".
std::string root_path(std::string_view base_url);

}  // namespace metodaktiv::site
