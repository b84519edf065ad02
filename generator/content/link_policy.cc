#include "content/link_policy.h"

#include <fmt/format.h>

#include "base/text.h"

namespace metodaktiv::content {

LinkKind classify_link(std::string_view url) {
  // Browsers drop tabs and line ends inside an address and take '\' for '/': neither has a use
  // here.
  for (const char c : url) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\') return LinkKind::kRefused;
  }
  if (url.empty() || url.front() == ' ') return LinkKind::kRefused;
  if (url.front() == '#') return LinkKind::kAnchor;
  if (url.starts_with("//")) return LinkKind::kRefused;

  const std::size_t end = url.find_first_of(":/?#");
  if (end == std::string_view::npos || url[end] != ':') return LinkKind::kRelative;
  const std::string scheme = base::to_lower(url.substr(0, end));
  if (scheme == "mailto") return LinkKind::kMail;
  if (scheme != "http" && scheme != "https") return LinkKind::kRefused;
  return url.substr(end).starts_with("://") ? LinkKind::kExternal : LinkKind::kRefused;
}

std::string link_attribute(std::string_view url) {
  static constexpr std::string_view kSafe = "-_.!~*'();/?:@&=+$,#%";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#39;";
    } else if (letter || kSafe.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", byte);
    }
  }
  return out;
}

}  // namespace metodaktiv::content
