#include "commands/profile_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include "base/files.h"
#include "quality/profile_queries.h"
#include "site/content_view.h"
#include "site/paths.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;
namespace paths = site::paths;

/// Folders whose pages follow from the registry.
constexpr std::array<std::string_view, 7> kOfRegistry = {
    "municipalities/",   "practices/", "asset/roster-", "asset/methodist-",
    "asset/assignment-", "news/",      "calendar/"};

class Addresses {
 public:
  Addresses(const config::RegionProfile& profile, const std::vector<content::Page>& pages,
            const std::vector<config::FormDefinition>& forms) {
    for (const auto path :
         {paths::kHome, paths::kNotFound, paths::kAsset, paths::kRoster, paths::kForm1,
          paths::kAssignment, paths::kIndicators, paths::kMunicipalities, paths::kPractices,
          paths::kStandard, paths::kCalendar, paths::kEvents, paths::kDocuments, paths::kNews,
          paths::kFormsHelp, paths::kSystem, paths::kChanges}) {
      known_.emplace(path);
    }
    for (const auto& page : pages) known_.insert(site::content_path(page.name));
    for (const auto& form : forms) known_.insert(paths::form_help(form.table));
    for (const auto& indicator : profile.indicators) known_.insert(paths::indicator(indicator.id));
    for (const auto& distribution : profile.distributions) {
      if (distribution.is_public) known_.insert(paths::distribution(distribution.id));
    }
  }

  [[nodiscard]] bool misses(const std::string& path) const {
    if (!path.ends_with(".html") || known_.contains(path)) return false;
    return std::none_of(kOfRegistry.begin(), kOfRegistry.end(),
                        [&](std::string_view start) { return path.starts_with(start); });
  }

 private:
  std::set<std::string> known_;
};

/// "asset/stages.html" → "content/stages.md": the file an editor would write.
std::string text_file(const std::string& path) {
  constexpr std::string_view kAssetFolder = "asset/", kEnd = ".html";
  if (path == paths::kStandardAbout) return "content/standard.md";
  const auto start = path.starts_with(kAssetFolder) ? kAssetFolder.size() : 0;
  return fmt::format("content/{}.md", path.substr(start, path.size() - start - kEnd.size()));
}

void remark(base::Findings& findings, const fs::path& file, const std::string& path) {
  const bool of_profile = path.starts_with("indicators/") || path.starts_with("distributions/");
  findings.add({base::Severity::kWarning,
                "missing-page",
                {file.string(), {}, quality::line_of_text(file, path), {}},
                path,
                "Ссылка ведёт на страницу, которой на сайте не будет: сборка на ней остановится.",
                of_profile
                    ? "Исправьте ссылку или добавьте показатель с этим id в indicators.toml."
                    : fmt::format("Напишите страницу {} в папке профиля или исправьте ссылку.",
                                  text_file(path))});
}

/// Every first part of `pattern` in `text`, once.
std::set<std::string> targets(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    found.insert((*it)[1].str());
  }
  return found;
}

}  // namespace

base::Findings check_profile_links(const fs::path& templates, const config::RegionProfile& profile,
                                   const std::vector<content::Page>& pages,
                                   const std::vector<config::FormDefinition>& forms) {
  static const std::regex kTextLink(R"re(href="([a-z0-9][a-z0-9/_-]*\.html))re");
  static const std::regex kTemplateLink(R"re(\{\{ROOT\}\}([a-z0-9/_-]+\.html))re");
  const Addresses addresses(profile, pages, forms);
  base::Findings findings;
  for (const auto& page : pages) {
    for (const auto& path : targets(page.html, kTextLink)) {
      if (addresses.misses(path)) remark(findings, page.file, path);
    }
  }
  for (const auto& file : base::list_files(templates, ".html")) {
    for (const auto& path : targets(base::read_file(file), kTemplateLink)) {
      if (addresses.misses(path)) remark(findings, file, path);
    }
  }
  return findings;
}

}  // namespace metodaktiv::commands
