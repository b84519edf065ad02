#include "config/standard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/files.h"
#include "config/profile_parts.h"
#include "config/region_profile.h"

namespace metodaktiv::config {
namespace {

namespace fs = std::filesystem;

Standard read(const std::string& head, base::Findings& findings) {
  const auto file =
      fs::temp_directory_path() / ("metodaktiv-standard-" + std::to_string(::getpid()) + ".toml");
  base::write_file(file, "source = \"Документ\"\n" + head);
  auto standard = read_standard(file, findings);
  fs::remove(file);
  return standard;
}

TEST(StandardNames, AreTheServicesStandardWhenNothingIsSaid) {
  base::Findings findings;
  const auto standard = read("", findings);
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(standard.short_title, "Стандарт");
  EXPECT_EQ(standard.name_genitive, "стандарта");
  RegionProfile profile;
  profile.standard = standard;
  profile.terms.service_short = "ММС";
  EXPECT_EQ(profile.standard_title(), "Функции ММС");
}

TEST(StandardNames, AreTheDocumentsOwn) {
  base::Findings findings;
  RegionProfile profile;
  profile.standard = read(
      "title = \"Функции актива\"\nshort_title = \"Положение\"\nname = \"положение\"\n"
      "name_genitive = \"положения\"\nname_dative = \"положению\"\n",
      findings);
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(profile.standard_title(), "Функции актива");
  EXPECT_EQ(profile.standard.short_title, "Положение");
  EXPECT_EQ(profile.standard.name_dative, "положению");
}

TEST(StandardNames, ANameNeedsItsCases) {
  base::Findings findings;
  read("name = \"положение\"\n", findings);
  ASSERT_EQ(findings.sorted().size(), 2U);
  EXPECT_THAT(base::to_text(findings.sorted()[0]), testing::HasSubstr("name_dative"));
}

}  // namespace
}  // namespace metodaktiv::config
