#include "commands/registry_scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/finding.h"
#include "base/nearest.h"
#include "base/text.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

std::size_t known_to(const config::RegionProfile& profile, const std::vector<std::string>& codes) {
  return static_cast<std::size_t>(std::count_if(codes.begin(), codes.end(), [&](const auto& code) {
    return profile.municipality(code) != nullptr;
  }));
}

std::vector<std::string> other_regions(const fs::path& folder, const std::string& own) {
  std::vector<std::string> regions;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto code = entry.path().filename().string();
    if (code != own && entry.is_directory()) regions.push_back(code);
  }
  std::sort(regions.begin(), regions.end());
  return regions;
}

/// Nothing for a folder that holds no profile: it says nothing about a registry.
std::optional<config::RegionProfile> readable_profile(const fs::path& folder,
                                                      const std::string& region) {
  base::Findings findings;
  try {
    return config::read_region_profile(folder, region, findings);
  } catch (const base::Failure&) {
    return std::nullopt;
  }
}

}  // namespace

void require_own_region(registry::Database& registry, const config::RegionProfile& profile,
                        const fs::path& regions_folder) {
  std::vector<std::string> codes;
  auto row = registry.prepare("SELECT code FROM municipalities", "муниципалитеты");
  while (row.next()) codes.push_back(row.text_or_empty(0));
  const auto own = known_to(profile, codes);
  if (own * 2 >= codes.size()) return;
  for (const auto& region : other_regions(regions_folder, profile.code)) {
    const auto other = readable_profile(regions_folder, region);
    if (!other || known_to(*other, codes) <= std::max(own, codes.size() / 2)) continue;
    throw base::Failure(
        fmt::format("В реестре муниципалитеты другого региона ({}), а назван {}. Укажите --region "
                    "{} или возьмите другой реестр.",
                    other->name, profile.name, region));
  }
}

std::string municipality_code(registry::Database& registry, const std::string& code_or_name) {
  if (code_or_name.empty()) return {};
  const auto wanted = base::folded(code_or_name);
  std::vector<std::string> codes;
  std::string by_name;
  auto row = registry.prepare("SELECT code, name FROM municipalities ORDER BY code");
  while (row.next()) {
    codes.push_back(row.text(0));
    if (codes.back() == code_or_name) return code_or_name;
    if (by_name.empty() && base::folded(row.text(1)) == wanted) by_name = codes.back();
  }
  if (!by_name.empty()) return by_name;
  if (codes.empty()) return code_or_name;
  const auto near = base::nearest(code_or_name, codes);
  throw base::UsageError(
      fmt::format("--municipality: муниципалитета «{}» в реестре нет.{}", code_or_name,
                  near ? fmt::format(" Возможно, имелось в виду «{}».", *near) : std::string()));
}

}  // namespace metodaktiv::commands
