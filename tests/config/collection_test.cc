#include "config/collection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "config/profile_lists.h"

namespace metodaktiv::config {
namespace {

TEST(Collection, TheNextDayIsLaterThanTheGivenOne) {
  const Collection collection{{{1, 14}, {9, 25}}};
  EXPECT_EQ(next_due(collection, base::Date(2026, 9, 24)), base::Date(2026, 9, 25));
  EXPECT_EQ(next_due(collection, base::Date(2026, 9, 25)), base::Date(2027, 1, 14));
  EXPECT_EQ(next_due(collection, base::Date(2027, 1, 1)), base::Date(2027, 1, 14));
}

TEST(Collection, WithoutDaysNothingIsDue) {
  EXPECT_EQ(next_due({}, base::Date(2026, 9, 24)), std::nullopt);
}

TEST(ProfileLists, AFunctionIsNamedWithItsNumber) {
  RegionProfile profile;
  profile.levels = {{"low", "низкий"}};
  FunctionGroup group{"1.1", "", {}};
  group.functions.push_back({"1.1.1", "Анализ", "", {}, "", {}});
  profile.standard.directions.push_back({"1", "", {group}});
  const auto lists = profile_lists(profile);
  ASSERT_EQ(lists.at("functions").size(), 1U);
  EXPECT_EQ(lists.at("functions")[0].key, "1.1.1");
  EXPECT_EQ(lists.at("functions")[0].title, "1.1.1 Анализ");
  EXPECT_EQ(lists.at("levels")[0].title, "низкий");
}

TEST(ProfileLists, HoldEveryListThatTheFormsName) {
  const std::filesystem::path data = std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data";
  const auto lists = profile_lists(load_region_profile(data / "regions", "moscow-oblast"));
  for (const auto& form : load_form_definitions(data / "forms")) {
    for (const auto& column : form.columns) {
      if (column.profile_values.empty()) continue;
      ASSERT_TRUE(lists.contains(column.profile_values)) << form.table << "." << column.key;
    }
  }
}

}  // namespace
}  // namespace metodaktiv::config
