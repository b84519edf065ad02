// Any text as a code, an address, a path: slugs make paths of the site, links are escaped, the leak
// scan reads whatever it is given.
#include <string>
#include <string_view>

#include "base/text.h"
#include "content/link_policy.h"
#include "fuzz/checking_sink.h"
#include "release/hidden_text.h"
#include "release/leak_scan.h"
#include "release/site_path.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace metodaktiv;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto slug = base::slug(text);
  fuzz::CheckingSink::require(slug.size() <= 64);
  if (!slug.empty()) fuzz::CheckingSink::require(release::is_site_path("p/x-" + slug + ".html"));
  if (release::is_site_path(text)) {
    fuzz::CheckingSink::require(text.find("..") == std::string_view::npos ||
                                ("/" + std::string(text) + "/").find("/../") == std::string::npos);
    fuzz::CheckingSink::require(text.find('\0') == std::string_view::npos && text.front() != '/');
  }
  const auto link = content::link_attribute(text);
  fuzz::CheckingSink::require(link.find_first_of("\"<>") == std::string::npos);
  content::classify_link(text);

  static const auto scanner = [] {
    release::LeakScanner s;
    s.forbid_name("Семёнова Анна Петровна", "teachers.name");
    s.forbid_email("hidden@example.ru", "methodists.public_email");
    s.forbid_code("t-000123", "teachers.code");
    return s;
  }();
  release::each_readable(text, [](const std::string&, std::string_view part) {
    static_cast<void>(scanner.scan(part));
  });
  return 0;
}
