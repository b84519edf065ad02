// Any text as a page of content/: a head and a body, or findings with a line; and the same as a
// file of a folder, which gives one page or a Failure.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "content/front_matter.h"
#include "content/markdown.h"
#include "content/page.h"
#include "fuzz/checking_sink.h"
#include "fuzz/temporary_folder.h"

namespace {

using namespace metodaktiv;
using fuzz::CheckingSink;

bool is_day(const std::string& text) {
  return text.empty() ||
         (text.size() == 10 && text.find_first_not_of("0123456789-") == std::string::npos);
}

void check_head(std::string_view text) {
  base::Findings findings;
  const auto page = content::split_front_matter(text, "page.md", findings);
  CheckingSink::require(text.ends_with(page.body));
  CheckingSink::require(page.body_line >= 1 &&
                        page.body_line - 1 <= std::count(text.begin(), text.end(), '\n') + 1);
  CheckingSink::require(page.found == findings.empty() && (page.found || page.head.empty()));
  for (const auto& finding : findings.sorted())
    CheckingSink::require(!base::to_text(finding).empty() && finding.place.row >= 1);
}

void check_page(std::string_view text) {
  static const fuzz::TemporaryFolder folder;
  folder.write("page.md", text);
  try {
    const auto pages = content::load_pages({folder.path()});
    CheckingSink::require(pages.size() == 1);
    const auto& page = pages.front();
    CheckingSink::require(page.name == "page" && !page.title.empty());
    CheckingSink::require(is_day(page.date) && is_day(page.updated));
    CheckingSink::require(page.html.size() <= content::kMaxHtmlBytes);
    CheckingSink::require(base::is_valid_utf8(page.html) && base::is_valid_utf8(page.markdown));
    for (const auto* names : {&page.indicators, &page.distributions}) {
      for (const auto& name : *names) CheckingSink::require(!name.id.empty() || name.line >= 0);
    }
  } catch (const base::Failure& failure) {
    CheckingSink::require(*failure.what() != '\0');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_head(text);
  check_page(text);
  return 0;
}
