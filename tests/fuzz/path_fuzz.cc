// Any text as a code, an address, a path: slugs make paths of the site, no path leaves its tree,
// links are escaped and lead nowhere but allowed, and the leak scan, which reads whatever it is
// given, finds what stands beside it.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/text.h"
#include "content/link_policy.h"
#include "fuzz/checking_sink.h"
#include "fuzz/html_tags.h"
#include "release/hidden_text.h"
#include "release/leak_scan.h"
#include "release/site_path.h"

namespace {

using namespace metodaktiv;
using fuzz::CheckingSink;

constexpr std::size_t kDefaultSlug = 64;

void check_slug(std::string_view text) {
  for (const std::size_t limit : {kDefaultSlug, std::size_t{1}, std::size_t{7}}) {
    const auto slug = base::slug(text, limit);
    CheckingSink::require(slug.size() <= limit);
    CheckingSink::require(std::all_of(slug.begin(), slug.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }));
    if (slug.empty()) continue;
    CheckingSink::require(slug.front() != '-' && slug.back() != '-');
    CheckingSink::require(base::slug(slug, limit) == slug);
    CheckingSink::require(release::is_site_path("p/x-" + slug + ".html"));
  }
}

void check_path(std::string_view text) {
  if (!release::is_site_path(text)) return;
  CheckingSink::require(text.find_first_of(std::string_view("\0\\:*?\"<>|\r\n\t", 12)) ==
                        std::string_view::npos);
  const std::filesystem::path root("/site"), whole = root / std::string(text);
  CheckingSink::require(whole.lexically_normal() == whole);
  CheckingSink::require(!whole.lexically_relative(root).generic_string().starts_with(".."));
  for (const std::string_view bidi :
       {"\u061C", "\u200B", "\u200E", "\u202E", "\u2066", "\u2069", "\uFEFF"})
    CheckingSink::require(text.find(bidi) == std::string_view::npos);
  CheckingSink::require(base::is_valid_utf8(text));
}

void check_link(std::string_view text) {
  using content::LinkKind;
  const auto attribute = content::link_attribute(text);
  CheckingSink::require(attribute.find_first_of("\"'<> \t\r\n\\") == std::string::npos);
  const auto kind = content::classify_link(text);
  if (kind == LinkKind::kRefused) return;
  const auto address = fuzz::attribute_text(attribute);
  CheckingSink::require(fuzz::is_harmless_address(address) && fuzz::is_harmless_address(text));
  const auto lower = base::to_lower(address);
  const bool web = lower.starts_with("http://") || lower.starts_with("https://");
  CheckingSink::require(web == (kind == LinkKind::kExternal));
  CheckingSink::require((kind == LinkKind::kMail) == lower.starts_with("mailto:"));
}

const release::LeakScanner& scanner() {
  static const auto scanner = [] {
    release::LeakScanner s;
    s.forbid_name("Семёнова Анна Петровна", "teachers.name");
    s.forbid_email("hidden@example.ru", "methodists.public_email");
    s.forbid_code("t-000123", "teachers.code");
    return s;
  }();
  return scanner;
}

void check_scan(std::string_view text) {
  release::each_readable(text, [](const std::string&, std::string_view part) {
    static_cast<void>(scanner().scan(part));
  });
  for (const char* planted : {"Семёнова Анна Петровна", "hidden@example.ru", "t-000123"}) {
    const auto whole = std::string(text) + "\n. " + planted + "\n";
    bool found = false;
    release::each_readable(whole, [&](const std::string&, std::string_view part) {
      found = found || !scanner().scan(part).empty();
    });
    CheckingSink::require(found);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_slug(text);
  check_path(text);
  check_link(text);
  check_scan(text);
  return 0;
}
