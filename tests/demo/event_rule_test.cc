#include "demo/event_rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "demo/region_settings.h"

namespace metodaktiv::demo {
namespace {

EventRule rule(const std::string& kind, const std::string& audience) {
  EventRule result;
  result.kind = kind;
  result.audience = audience;
  return result;
}

TEST(EventRule, OwnRulesStandInsteadOfTheSharedOnesOfTheirKind) {
  const auto rules = combined({rule("webinar", "a"), rule("rma_meeting", "b"), rule("week", "c")},
                              {rule("rma_meeting", "own"), rule("rma_meeting", "own too")});
  std::vector<std::string> audiences;
  for (const auto& entry : rules) audiences.push_back(entry.audience);
  EXPECT_THAT(audiences, testing::ElementsAre("a", "c", "own", "own too"));
}

TEST(EventRule, WrongDayIsAFinding) {
  const auto table = toml::parse(
      "[[e]]\nkind = \"week\"\non = [\"09-31\"]\ntitles = [\"a\"]\nplaces = [\"b\"]\n"
      "audience = \"c\"\neach_year = 1\n");
  base::Findings findings;
  config::TomlReader reader(table, "demo.toml", findings);
  read_event_rules(reader, "e");
  EXPECT_TRUE(findings.has_errors());
}

TEST(EventRule, SettingsOfEveryRegionLoad) {
  const std::filesystem::path regions =
      std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data" / "regions";
  for (const auto& entry : std::filesystem::directory_iterator(regions)) {
    if (!std::filesystem::exists(entry.path() / "demo.toml")) continue;
    const auto profile = config::load_region_profile(regions, entry.path().filename().string());
    const auto settings = load_region_settings(profile);
    EXPECT_FALSE(settings.service_prefix.empty()) << entry.path();
    EXPECT_TRUE(settings.phone_prefix.starts_with("+7 (")) << entry.path();
  }
}

}  // namespace
}  // namespace metodaktiv::demo
