#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metodaktiv::fuzz {

/// A tag as a browser takes it: its name and the names and raw values of its attributes.
struct Tag {
  std::string name;
  bool closing = false;
  std::vector<std::pair<std::string, std::string>> attributes;

  bool operator==(const Tag&) const = default;
};

/// Cuts HTML into its tags as a browser does: comments, declarations and the insides of script,
/// style, title and textarea hold none. A tag that never ends has the name "unfinished".
class HtmlTags {
 public:
  static std::vector<Tag> of(std::string_view html) { return HtmlTags(html).run(); }

 private:
  explicit HtmlTags(std::string_view html) : rest_(html) {}

  std::vector<Tag> run() {
    while (!rest_.empty()) {
      const auto start = rest_.find('<');
      if (start == std::string_view::npos) break;
      rest_.remove_prefix(start);
      if (rest_.starts_with("<!--")) {
        skip_past("-->", 4);
      } else if (rest_.starts_with("<!") || rest_.starts_with("<?")) {
        skip_past(">", 2);
      } else if (rest_.size() > 1 && (is_letter(rest_[1]) || rest_[1] == '/')) {
        read_tag();
      } else {
        rest_.remove_prefix(1);
      }
    }
    return std::move(tags_);
  }

  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
  static bool is_raw(std::string_view name) {
    return name == "script" || name == "style" || name == "title" || name == "textarea";
  }

  void skip_past(std::string_view what, std::size_t from) {
    const auto end = rest_.find(what, from);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + what.size());
  }

  char next() const { return rest_.empty() ? '\0' : rest_.front(); }

  std::string take_until(std::string_view ends) {
    const auto end = std::min(rest_.find_first_of(ends), rest_.size());
    std::string taken(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return taken;
  }

  void skip_spaces() {
    while (!rest_.empty() && (is_space(rest_.front()) || rest_.front() == '/'))
      rest_.remove_prefix(1);
  }

  void read_tag() {
    Tag tag;
    rest_.remove_prefix(1);
    if (next() == '/') {
      tag.closing = true;
      rest_.remove_prefix(1);
    }
    tag.name = take_until(" \t\n\r\f/>");
    for (skip_spaces(); !rest_.empty() && next() != '>'; skip_spaces()) read_attribute(tag);
    if (rest_.empty()) {
      tags_.push_back({"unfinished", false, {}});
      return;
    }
    rest_.remove_prefix(1);
    if (!tag.closing && is_raw(tag.name)) skip_raw(tag.name);
    tags_.push_back(std::move(tag));
  }

  void read_attribute(Tag& tag) {
    std::string name(1, rest_.front());  // "=" may begin a name
    rest_.remove_prefix(1);
    name += take_until(" \t\n\r\f/>=");
    std::string value;
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    if (next() == '=') {
      rest_.remove_prefix(1);
      while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
      if (next() == '"' || next() == '\'') {
        const std::string quote(1, next());
        rest_.remove_prefix(1);
        value = take_until(quote);
        if (!rest_.empty()) rest_.remove_prefix(1);
      } else {
        value = take_until(" \t\n\r\f>");
      }
    }
    tag.attributes.emplace_back(std::move(name), std::move(value));
  }

  void skip_raw(const std::string& name) {
    const auto end = rest_.find("</" + name);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
  }

  std::string_view rest_;
  std::vector<Tag> tags_;
};

/// The address a browser sees in an attribute: character references resolved.
inline std::string attribute_text(std::string_view raw) {
  constexpr std::pair<std::string_view, char> kReferences[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string text;
  while (!raw.empty()) {
    bool found = false;
    for (const auto& [reference, character] : kReferences) {
      if (!raw.starts_with(reference)) continue;
      text += character;
      raw.remove_prefix(reference.size());
      found = true;
      break;
    }
    if (found) continue;
    text += raw.front();
    raw.remove_prefix(1);
  }
  return text;
}

/// Whether a browser may be led to this address: one of this site, http, https or mailto. Browsers
/// drop white space and control characters, and take '\' for '/'. `elsewhere`: another host is as
/// good as with https, and ftp, which ctemplate lets through, opens in no browser.
inline bool is_harmless_address(std::string_view address, bool elsewhere = false) {
  std::string plain;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) > 0x20)
      plain += c == '\\' ? '/' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  if (!elsewhere && plain.starts_with("//")) return false;
  const auto end = plain.find_first_of(":/?#");
  if (end == std::string::npos || plain[end] != ':') return true;
  const auto scheme = plain.substr(0, end);
  return scheme == "http" || scheme == "https" || scheme == "mailto" ||
         (elsewhere && scheme == "ftp");
}

}  // namespace metodaktiv::fuzz
