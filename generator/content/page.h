#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace metodaktiv::content {

/// An indicator or a distribution that a page's head names, and the line of the file.
struct FigureName {
  std::string id;
  std::int64_t line = 0;
};

/// An editorial page: a Markdown file with a TOML head between two "+++" lines.
struct Page {
  std::string name;  ///< path in its folder without ".md": "help", "news/2026-09-01-start"
  std::string title;
  std::string description;  ///< for search engines
  std::string date;         ///< ISO, or empty
  std::string updated;      ///< ISO day of the last change that matters to readers, or empty
  std::string summary;      ///< one sentence for lists and the feed
  int order = 100;
  std::string menu;                       ///< label in the section's menu; empty: not in a menu
  std::vector<FigureName> indicators;     ///< shown below the text; check_figures() knows them
  std::vector<FigureName> distributions;  ///< the same
  std::string html;                       ///< the text, for a page that stands in the site's root
  std::string
      markdown;  ///< the same as written: render it with the link_prefix of a page elsewhere
  std::filesystem::path file;
};

/// All *.md below the folders (a missing folder is empty); a page of a later folder replaces one of
/// the same name. Sorted by name. Failure lists everything that is wrong in all files: missing
/// title, broken TOML with its line, unknown keys, bytes that are not UTF-8, names that cannot
/// stand in an address, Markdown beyond its bounds.
std::vector<Page> load_pages(const std::vector<std::filesystem::path>& folders);

}  // namespace metodaktiv::content
