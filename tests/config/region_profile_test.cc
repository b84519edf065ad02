#include "config/region_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::config {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

const fs::path kRegions = fs::path(METODAKTIV_PROJECT_DIR) / "data" / "regions";

class RegionProfileTest : public testing::Test {
 protected:
  RegionProfileTest()
      : data_(fs::temp_directory_path() / ("metodaktiv-profile-" + std::to_string(::getpid()))),
        folder_(data_ / "regions") {
    fs::remove_all(data_);
    fs::create_directories(folder_);
    fs::copy(kRegions / "moscow-oblast", folder_ / "moscow-oblast", fs::copy_options::recursive);
    const auto shared = kRegions.parent_path() / "indicators";
    if (fs::exists(shared)) fs::copy(shared, data_ / "indicators", fs::copy_options::recursive);
  }
  ~RegionProfileTest() override { fs::remove_all(data_); }

  void replace(const std::string& file, const std::string& from, const std::string& to) {
    const auto path = folder_ / "moscow-oblast" / file;
    std::string text = base::read_file(path);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    base::write_file(path, text.replace(at, from.size(), to));
  }
  [[nodiscard]] std::string failure() const {
    try {
      load_region_profile(folder_, "moscow-oblast");
    } catch (const base::Failure& e) {
      return e.what();
    }
    return {};
  }
  fs::path data_, folder_;
};

TEST_F(RegionProfileTest, TheShippedProfileLoads) {
  const auto profile = load_region_profile(kRegions, "moscow-oblast");
  EXPECT_EQ(profile.municipalities.size(), 58U);
  EXPECT_EQ(profile.criteria.size(), 6U);
  EXPECT_EQ(profile.indicators.size(), 32U);
  EXPECT_EQ(profile.departments.size(), 4U);
  EXPECT_EQ(profile.disclosure_k, 5);
  std::size_t functions = 0;
  for (const auto& direction : profile.standard.directions) {
    for (const auto& group : direction.groups) functions += group.functions.size();
  }
  EXPECT_EQ(functions, 49U);  // rows of the standard's table, §3.3
  for (const auto& department : profile.departments) EXPECT_FALSE(department.functions.empty());
  for (const auto& m : profile.municipalities) EXPECT_FALSE(m.name_genitive.empty()) << m.code;
}

TEST_F(RegionProfileTest, DeadlinesFallIntoTheSchoolYear) {
  const auto profile = load_region_profile(kRegions, "moscow-oblast");
  const base::SchoolYear year(2025);
  const auto list = deadlines(profile.standard, year);
  ASSERT_FALSE(list.empty());
  for (const auto& deadline : list) {
    EXPECT_GE(deadline.on, year.first_day());
    EXPECT_LE(deadline.on, year.last_day());
    EXPECT_NE(profile.standard.function(deadline.function), nullptr);
  }
  const auto asset = std::find_if(list.begin(), list.end(),
                                  [](const Deadline& d) { return d.function == "1.1.3"; });
  ASSERT_NE(asset, list.end());
  EXPECT_EQ(asset->on, base::Date(2025, 9, 25));
}

TEST_F(RegionProfileTest, EveryMistakeIsNamedWithFileAndLineInOneRun) {
  replace("profile.toml", "load_min = 50", "load_min = \"много\"");
  replace("indicators.toml", "unit = \"presence\"", "unit = \"процент\"");
  replace("functions.toml", "day = \"09-25\"", "day = \"31 ноября\"");
  EXPECT_THAT(failure(), AllOf(HasSubstr("profile.toml, строка "), HasSubstr("load_min"),
                               HasSubstr("indicators.toml, строка "), HasSubstr("процент"),
                               HasSubstr("functions.toml, строка "), HasSubstr("31 ноября")));
}

TEST_F(RegionProfileTest, AnUnknownTimeZoneListsTheKnownOnes) {
  replace("profile.toml", "Europe/Moscow", "Europe/Moskva");
  EXPECT_THAT(failure(), AllOf(HasSubstr("«Europe/Moskva» — не часовой пояс из списка"),
                               HasSubstr("Asia/Yekaterinburg")));
}

TEST_F(RegionProfileTest, AMisspeltKeyDoesNotPassSilently) {
  replace("profile.toml", "load_max = 70", "load_maks = 70");
  EXPECT_THAT(failure(),
              AllOf(HasSubstr("Неизвестный ключ «load_maks»"), HasSubstr("Не указано «load_max»")));
}

TEST_F(RegionProfileTest, BrokenTomlNamesTheLine) {
  replace("profile.toml", "k = 5", "k = = 5");
  EXPECT_THAT(failure(),
              AllOf(HasSubstr("profile.toml, строка "), HasSubstr("Не разобрать запись")));
}

TEST_F(RegionProfileTest, AMissingQueryFileIsNamed) {
  fs::remove(folder_ / "moscow-oblast" / "indicators" / "load.sql");
  fs::remove(data_ / "indicators" / "load.sql");
  EXPECT_THAT(failure(), AllOf(HasSubstr("load.sql"), HasSubstr("Нет файла запроса")));
}

TEST_F(RegionProfileTest, AnUnknownRegionListsTheKnownOnes) {
  try {
    load_region_profile(folder_, "atlantis");
    FAIL();
  } catch (const base::Failure& e) {
    EXPECT_THAT(e.what(), HasSubstr("moscow-oblast"));
  }
  EXPECT_THROW(load_region_profile(folder_, "../moscow-oblast"), base::Failure);
}

TEST_F(RegionProfileTest, DueDaysOfTheCollectionAreInCalendarOrder) {
  replace("profile.toml", "due = [\"09-25\"", "due = [\"09-25\", \"09-25\"");
  const auto profile = load_region_profile(folder_, "moscow-oblast");
  ASSERT_EQ(profile.collection.due.size(), 3U);
  EXPECT_EQ(profile.collection.due.front(), std::pair(1U, 14U));
  EXPECT_EQ(profile.collection.due.back(), std::pair(9U, 25U));
}

TEST_F(RegionProfileTest, ADueDayThatNoYearHasIsAnError) {
  replace("profile.toml", "due = [\"09-25\"", "due = [\"09-31\"");
  EXPECT_THAT(failure(), AllOf(HasSubstr("profile.toml"), HasSubstr("09-31")));
}

TEST_F(RegionProfileTest, TheCollectionMayBeLeftOut) {
  replace("profile.toml", "[collection]\ndue = [\"09-25\", \"01-14\", \"07-01\"]", "");
  EXPECT_TRUE(load_region_profile(folder_, "moscow-oblast").collection.due.empty());
}

}  // namespace
}  // namespace metodaktiv::config
