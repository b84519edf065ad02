#include "site/plain_text.h"

#include <array>
#include <utility>

namespace metodaktiv::site {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

/// Tags inside a line of text: the words on both sides belong together.
bool is_inline(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const auto name = tag.substr(0, tag.find_first_of(" \n>/"));
  return name == "em" || name == "strong" || name == "a" || name == "code" || name == "del" ||
         name == "span";
}

}  // namespace

std::string plain_text(std::string_view html) {
  std::string text;
  const auto space = [&] {
    if (!text.empty() && text.back() != ' ') text += ' ';
  };
  for (std::size_t at = 0; at < html.size();) {
    const char c = html[at];
    if (c == '<') {
      const auto end = html.find('>', at);
      if (end == std::string_view::npos) break;
      if (!is_inline(html.substr(at + 1, end - at - 1))) space();
      at = end + 1;
      continue;
    }
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space();
      ++at;
      continue;
    }
    char decoded = c;
    std::size_t length = 1;
    for (const auto& [entity, letter] : kEntities) {
      if (!html.substr(at).starts_with(entity)) continue;
      decoded = letter;
      length = entity.size();
    }
    text += decoded;
    at += length;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace metodaktiv::site
