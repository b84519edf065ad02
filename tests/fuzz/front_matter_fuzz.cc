// Any text as a page of content/: a head and a body, or findings with a line.
#include <string_view>

#include "content/front_matter.h"
#include "fuzz/checking_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace metodaktiv;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  base::Findings findings;
  const auto page = content::split_front_matter(text, "page.md", findings);
  fuzz::CheckingSink::require(page.body.size() <= size && page.body_line >= 1);
  for (const auto& finding : findings.sorted())
    fuzz::CheckingSink::require(!base::to_text(finding).empty());
  return 0;
}
