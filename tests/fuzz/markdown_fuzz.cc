// Any text as Markdown: HTML without scripts, handlers and foreign schemes, or a Failure beyond the
// bounds; never a crash, never more than the bounds allow.
#include <array>
#include <string_view>

#include "base/error.h"
#include "content/markdown.h"
#include "fuzz/checking_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace metodaktiv;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const bool relative : {true, false}) {
    content::MarkdownOptions options;
    options.link_prefix = "../";
    options.origin = "текст";
    options.relative_links = relative;
    options.heading_offset = relative ? 0 : 3;
    try {
      const auto document = content::render_document(text, options);
      fuzz::CheckingSink::require(document.html.size() <= content::kMaxHtmlBytes);
      constexpr std::array<std::string_view, 8> kNever = {
          "<script",      "<style",     "<iframe",  "<object", "href=\"javascript:",
          "href=\"data:", "src=\"http", "href=\"//"};
      for (const auto what : kNever)
        fuzz::CheckingSink::require(document.html.find(what) == std::string::npos);
      for (const auto& heading : document.headings)
        fuzz::CheckingSink::require(heading.level >= 2 && heading.level <= 6);
    } catch (const base::Failure& failure) {
      fuzz::CheckingSink::require(*failure.what() != '\0');
    }
  }
  return 0;
}
