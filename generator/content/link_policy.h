#pragma once

#include <string>
#include <string_view>

namespace metodaktiv::content {

enum class LinkKind {
  kRefused,   ///< javascript:, data:, //host, unknown schemes, control characters…
  kExternal,  ///< http, https
  kMail,      ///< mailto
  kAnchor,    ///< #…: a place on the same page
  kRelative,  ///< a path of this site
};

/// What an address (entities already decoded) is to a browser; in doubt kRefused.
LinkKind classify_link(std::string_view url);

/// The address as it stands in href="…" or src="…": percent-encoded where a URL needs it, then
/// escaped for HTML.
std::string link_attribute(std::string_view url);

}  // namespace metodaktiv::content
