// A region of its own, one file of which is the input; the first byte says which. What is wrong is
// findings or a Failure; a profile without errors keeps what its readers promise.
#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "base/error.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "fuzz/checking_sink.h"
#include "fuzz/temporary_folder.h"
#include "fuzz/tiny_region.h"

namespace {

using namespace metodaktiv;
using fuzz::CheckingSink;

constexpr std::string_view kCode = "tiny";

struct RegionFile {
  const char* name;
  std::string_view usual;
};
constexpr std::array<RegionFile, 5> kFiles = {{{"profile.toml", fuzz::kTinyProfile},
                                               {"functions.toml", fuzz::kTinyFunctions},
                                               {"indicators.toml", fuzz::kTinyIndicators},
                                               {"map.toml", fuzz::kTinyMap},
                                               {"site.toml", fuzz::kTinySite}}};

const fuzz::TemporaryFolder& regions() {
  static const fuzz::TemporaryFolder folder;
  static const bool made = [] {
    std::filesystem::create_directories(folder.path() / kCode / "indicators");
    std::filesystem::create_directories(folder.path() / kCode / "distributions");
    folder.write("tiny/indicators/one.sql", fuzz::kTinySql);
    folder.write("tiny/distributions/one.sql", fuzz::kTinySql);
    for (const auto& file : kFiles)
      folder.write(std::filesystem::path(kCode) / file.name, file.usual);
    return true;
  }();
  static_cast<void>(made);
  return folder;
}

template <typename Items>
void require_unique(const Items& items) {
  std::set<std::string> keys;
  for (const auto& item : items) CheckingSink::require(keys.insert(item.key).second);
}

void check_profile(const config::RegionProfile& profile) {
  CheckingSink::require(profile.code == kCode && !profile.name.empty() && !profile.levels.empty());
  CheckingSink::require(profile.disclosure_k >= 2);
  CheckingSink::require(profile.norms.load_min >= 1 &&
                        profile.norms.load_min <= profile.norms.load_max);
  require_unique(profile.levels);
  require_unique(profile.criteria);
  require_unique(profile.document_kinds);
  for (const auto& indicator : profile.indicators)
    CheckingSink::require(profile.indicator(indicator.id) != nullptr);
  for (const auto& distribution : profile.distributions)
    CheckingSink::require(profile.distribution(distribution.id) != nullptr);
  CheckingSink::require(!profile.standard_title().empty());
  config::deadlines(profile.standard, base::SchoolYear{2026});
}

bool read_region() {
  base::Findings findings;
  const auto profile = config::read_region_profile(regions().path(), kCode, findings);
  for (const auto& finding : findings.sorted())
    CheckingSink::require(!base::to_text(finding).empty());
  if (findings.has_errors()) return false;
  check_profile(profile);
  return true;
}

void read_site() {
  try {
    const auto site = config::load_site_config(regions().path() / kCode / "site.toml");
    CheckingSink::require(site.base_url.starts_with("http") && site.base_url.ends_with('/'));
    CheckingSink::require(!site.title.empty());
  } catch (const base::Failure& failure) {
    CheckingSink::require(*failure.what() != '\0');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool usual_is_good = read_region();
  CheckingSink::require(usual_is_good);
  if (size == 0) return 0;
  const auto& file = kFiles[data[0] % kFiles.size()];
  const auto path = std::filesystem::path(kCode) / file.name;
  regions().write(path, {reinterpret_cast<const char*>(data) + 1, size - 1});
  if (&file == &kFiles.back()) {
    read_site();
  } else {
    read_region();
  }
  regions().write(path, file.usual);
  return 0;
}
