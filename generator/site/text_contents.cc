#include "site/text_contents.h"

#include <algorithm>

namespace metodaktiv::site {
namespace {

constexpr std::size_t kFewest = 4;

}  // namespace

void fill_contents(Dict dict, const std::vector<content::Heading>& headings) {
  if (headings.size() < kFewest) return;
  const auto top =
      std::min_element(headings.begin(), headings.end(), [](const auto& a, const auto& b) {
        return a.level < b.level;
      })->level;
  const auto shown = [&](int deepest) {
    std::vector<const content::Heading*> result;
    for (const auto& heading : headings) {
      if (heading.level <= deepest && !heading.text.empty()) result.push_back(&heading);
    }
    return result;
  };
  auto entries = shown(top);
  if (entries.size() < kFewest) entries = shown(top + 1);
  if (entries.size() < kFewest) return;
  Dict contents = dict.include("CONTENTS", "contents.html");
  for (const auto* heading : entries) {
    Dict entry = contents.add("ENTRY");
    entry.set("ENTRY_TITLE", heading->text);
    entry.set("ENTRY_ANCHOR", "#" + heading->id);
    entry.show_if(heading->level > top, "ENTRY_BELOW");
  }
}

}  // namespace metodaktiv::site
