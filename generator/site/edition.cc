#include "site/edition.h"

#include <fmt/format.h>

#include "site/paths.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kPage = ".html";
constexpr std::string_view kAssetFolder = "asset/";
constexpr std::string_view kIndicatorFolder = "indicators/";
constexpr std::string_view kCalendarFolder = "calendar/";
constexpr std::string_view kCalendarFile = ".ics";

std::string_view without_anchor(std::string_view target) {
  return target.substr(0, target.find('#'));
}

}  // namespace

void Edition::take(const std::vector<Page>& pages) {
  pages_.clear();
  for (const auto& page : pages) pages_.insert(page.path);
}

std::string Edition::address_of_page(std::string_view path) const {
  if (!municipal()) return std::string(path);
  const auto section = fmt::format("municipalities/{}/", municipality_);
  if (path.starts_with(section)) return std::string(path.substr(section.size()));
  if (has_own_assignments(path))
    return "assignment" + std::string(path.substr(own_assignments().size()));
  if (path.starts_with(kAssetFolder)) return std::string(path.substr(kAssetFolder.size()));
  return std::string(path);
}

/// How the paths of the pages of form 2 begin.
std::string Edition::own_assignments() const {
  const auto first = paths::assignment_of(municipality_);
  return first.substr(0, first.size() - kPage.size());
}

bool Edition::has_own_assignments(std::string_view path) const {
  const auto own = own_assignments();
  if (!municipal() || !path.starts_with(own)) return false;
  const auto rest = path.substr(own.size());
  return rest == kPage || rest.starts_with('_');
}

bool Edition::is_home(std::string_view path) const { return address_of_page(path) == paths::kHome; }

/// The page of the municipal site that serves for one of the region's; empty: none does.
std::string Edition::stand_in(std::string_view path) const {
  const auto section = [&](std::string_view name) {
    return paths::municipality(municipality_, name);
  };
  if (path == paths::kHome || path == paths::kMunicipalities) return section("index");
  if (path == paths::kAsset || path == paths::kRoster || path.starts_with("asset/roster-"))
    return section("roster");
  if (path == paths::kForm1) return section("roster") + "#form-1";
  if (path == paths::kAssignment) return paths::assignment_of(municipality_);
  if (path == paths::kIndicators) return section("indicators");
  if (path == paths::kDocuments) return section("documents");
  if (path == paths::kCalendar) return section("calendar");
  if (path == paths::kPractices) return section("practices");
  return {};
}

std::optional<std::string> Edition::address(std::string_view target) const {
  const auto path = without_anchor(target);
  const auto anchor = target.substr(path.size());
  if (!municipal() || path.empty()) return std::string(target);
  if (path.starts_with(kCalendarFolder) && path.ends_with(kCalendarFile)) {
    const auto own_file = paths::calendar_file(municipality_);
    const bool there = path == own_file || path == paths::calendar_file();
    return there ? std::optional(own_file) : std::nullopt;
  }
  if (!path.ends_with(kPage)) return std::string(target);
  // A page of the own section that is not there is a mistake: the link check names it.
  const bool own = path.starts_with(fmt::format("municipalities/{}/", municipality_));
  // The page of an indicator has no rows of municipalities here.
  const bool row = path.starts_with(kIndicatorFolder);
  if (own || pages_.contains(path))
    return address_of_page(path) + std::string(row ? std::string_view() : anchor);
  const auto other = stand_in(path);
  if (other.empty() || !pages_.contains(without_anchor(other))) return std::nullopt;
  const std::string place(without_anchor(other));
  return address_of_page(place) + other.substr(place.size());
}

}  // namespace metodaktiv::site
