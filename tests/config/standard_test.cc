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

std::string function_due(const std::string& due) {
  return "[[directions]]\nnumber = \"1\"\ntitle = \"Н\"\n[[groups]]\nnumber = \"1.1\"\ntitle = "
         "\"Г\"\n[[functions]]\nnumber = \"1.1.1\"\ntitle = \"Ф\"\nwho = \"служба\"\ndeadline = "
         "\"срок\"\nactions = [\"делать\"]\n[[functions.due]]\n" +
         due;
}

TEST(StandardDeadlines, MonthsOfASchoolYearFallIntoItsTwoCalendarYears) {
  base::Findings findings;
  const auto standard =
      read(function_due("title = \"Отчёт\"\nday_of_month = 10\nmonths = [1, 9]\n"), findings);
  ASSERT_TRUE(findings.empty());
  const auto list = deadlines(standard, base::SchoolYear(2026));
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].on.iso(), "2026-09-10");
  EXPECT_EQ(list[1].on.iso(), "2027-01-10");
  EXPECT_TRUE(standard.has_municipal_deadlines());
}

TEST(StandardDeadlines, ADayThatNoYearHasIsAFinding) {
  base::Findings findings;
  read(function_due("title = \"Отчёт\"\nday = \"02-30\"\n"), findings);
  ASSERT_FALSE(findings.empty());
  EXPECT_THAT(base::to_text(findings.sorted()[0]), testing::HasSubstr("02-30"));
}

TEST(StandardDeadlines, TheRegionsOwnAreNoTaskOfAMunicipality) {
  Standard standard;
  StandardFunction function;
  function.regional = true;
  function.due.push_back({"Отчёт", {{9, 15}}, "", ""});
  standard.directions = {{"1", "Н", {{"1.1", "Г", {function}}}}};
  EXPECT_FALSE(standard.has_municipal_deadlines());
  EXPECT_TRUE(deadlines(standard, base::SchoolYear(2026)).front().regional);
}

}  // namespace
}  // namespace metodaktiv::config
