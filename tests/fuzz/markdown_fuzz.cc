// Any text as Markdown: HTML of known tags and attributes, every tag closed, no address but of this
// site, http, https and mailto; or a Failure beyond the bounds. Never more than the bounds allow.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "content/markdown.h"
#include "fuzz/checking_sink.h"
#include "fuzz/html_tags.h"

namespace {

using namespace metodaktiv;
using fuzz::CheckingSink;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view what) {
  return std::find(list.begin(), list.end(), what) != list.end();
}

constexpr std::array<std::string_view, 3> kVoid = {"br", "hr", "img"};
constexpr std::array<std::string_view, 25> kPaired = {
    "p",          "h2",    "h3",    "h4",    "h5",     "h6",  "ul", "ol",  "li",
    "blockquote", "pre",   "code",  "em",    "strong", "del", "a",  "sup", "span",
    "section",    "table", "thead", "tbody", "tr",     "th",  "td"};
constexpr std::array<std::string_view, 13> kAttributes = {
    "id",    "href",     "title",      "rel",   "src",  "loading", "alt",
    "class", "tabindex", "aria-label", "scope", "role", "start"};
constexpr std::size_t kDeepest = 3 * content::kMaxMarkdownDepth;

void check_attributes(const fuzz::Tag& tag, bool relative, std::set<std::string>& ids) {
  std::set<std::string> names;
  for (const auto& [name, value] : tag.attributes) {
    CheckingSink::require(contains(kAttributes, name) && names.insert(name).second);
    CheckingSink::require(value.find_first_of("<>\"") == std::string::npos);
    if (name == "id") CheckingSink::require(ids.insert(value).second);
    if (name == "href" || name == "src") {
      const auto address = fuzz::attribute_text(value);
      CheckingSink::require(fuzz::is_harmless_address(address));
      const bool own = address.find(':') == std::string::npos;
      CheckingSink::require(relative || !own || address.starts_with("#fn"));
      if (name == "src") CheckingSink::require(relative && address.starts_with("../"));
    }
  }
}

void check_html(const std::string& html, bool relative) {
  std::vector<std::string> open;
  std::set<std::string> ids;
  for (const auto& tag : fuzz::HtmlTags::of(html)) {
    if (contains(kVoid, tag.name)) {
      CheckingSink::require(!tag.closing);
    } else {
      CheckingSink::require(contains(kPaired, tag.name));
      if (tag.closing) {
        CheckingSink::require(!open.empty() && open.back() == tag.name);
        open.pop_back();
      } else {
        open.push_back(tag.name);
      }
    }
    CheckingSink::require(open.size() <= kDeepest);
    check_attributes(tag, relative, ids);
  }
  CheckingSink::require(open.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const bool relative : {true, false}) {
    content::MarkdownOptions options;
    options.link_prefix = "../";
    options.origin = "текст";
    options.relative_links = relative;
    options.heading_offset = relative ? 0 : 3;
    try {
      const auto document = content::render_document(text, options);
      CheckingSink::require(size <= content::kMaxMarkdownBytes);
      CheckingSink::require(document.html.size() <= content::kMaxHtmlBytes);
      CheckingSink::require(base::is_valid_utf8(document.html));
      check_html(document.html, relative);
      for (const auto& heading : document.headings)
        CheckingSink::require(heading.level >= 2 && heading.level <= 6 && !heading.id.empty() &&
                              base::is_valid_utf8(heading.text));
    } catch (const base::Failure& failure) {
      CheckingSink::require(*failure.what() != '\0');
    }
  }
  return 0;
}
