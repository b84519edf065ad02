#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::reports {

/// A file that a page leads to: its address from the page, and what it is.
struct PageFile {
  std::string address, title;
};

/// Pages of the restricted tree: one file each, opened from disk, without scripts.
class ReportPages {
 public:
  /// Reads page.html and page.css. Failure when one is missing or the page has an unknown place.
  explicit ReportPages(const std::filesystem::path& templates);

  /// A page that says what a Markdown text says, which begins with its title as a first-level
  /// heading; `files` lead to what lies beside it. Failure (content::render_document) names
  /// `origin`.
  [[nodiscard]] std::string page(std::string_view markdown, const std::vector<PageFile>& files,
                                 const std::string& origin) const;

 private:
  std::string frame_, style_;
};

/// «Показатели и методисты» for kpi.xlsx; the file's name when it is not known.
std::string report_file_title(const std::string& name);

}  // namespace metodaktiv::reports
