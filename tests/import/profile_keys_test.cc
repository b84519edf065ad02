#include "import/profile_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace metodaktiv::import {
namespace {

TEST(ProfileKeys, HoldEveryListThatTheFormsName) {
  const std::filesystem::path data = std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data";
  const auto keys = profile_keys(config::load_region_profile(data / "regions", "moscow-oblast"));
  for (const auto& form : config::load_form_definitions(data / "forms")) {
    for (const auto& column : form.columns) {
      if (column.profile_values.empty()) continue;
      const auto list = keys.lists.find(column.profile_values);
      ASSERT_NE(list, keys.lists.end()) << form.table << "." << column.key;
      EXPECT_FALSE(list->second.empty()) << column.profile_values;
    }
  }
}

}  // namespace
}  // namespace metodaktiv::import
