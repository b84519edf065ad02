#include "reports/report_rules.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::reports {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

const fs::path kData = fs::path(METODAKTIV_PROJECT_DIR) / "data";

/// A copy of data/reports and of one region's profile that a test may spoil.
class ReportRulesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::temp_directory_path() / (std::string("metodaktiv-report-rules-") +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "regions" / "region");
    fs::copy(kData / "reports", folder_ / "reports");
    profile_ = config::load_region_profile(kData / "regions", "moscow-oblast");
    profile_.folder = folder_ / "regions" / "region";
  }
  void TearDown() override { fs::remove_all(folder_); }

  void own(const std::string& text) const {
    base::write_file(profile_.folder / "report_rules.toml", text);
  }
  [[nodiscard]] std::string failure() const {
    try {
      (void)load_report_rules(profile_);
    } catch (const base::Failure& f) {
      return f.what();
    }
    return {};
  }

  fs::path folder_;
  config::RegionProfile profile_;
};

TEST_F(ReportRulesTest, EveryRegionHasSoundRules) {
  for (const auto& entry : fs::directory_iterator(kData / "regions")) {
    if (!entry.is_directory()) continue;
    const auto code = entry.path().filename().string();
    const auto profile = config::load_region_profile(kData / "regions", code);
    EXPECT_NO_THROW((void)load_report_rules(profile)) << code;
  }
}

TEST_F(ReportRulesTest, ATargetHasANextStep) {
  for (const auto& entry : fs::directory_iterator(kData / "regions")) {
    if (!entry.is_directory()) continue;
    const auto profile =
        config::load_region_profile(kData / "regions", entry.path().filename().string());
    for (const auto& indicator : profile.indicators) {
      if (!indicator.target) continue;
      EXPECT_TRUE(!indicator.next_step.empty() || !indicator.next_step_rule.empty() ||
                  indicator.region_only)
          << profile.code << " " << indicator.id;
      EXPECT_TRUE(!indicator.next_step_region.empty() || !indicator.next_step_rule.empty())
          << profile.code << " " << indicator.id;
    }
  }
}

TEST_F(ReportRulesTest, ARegionReplacesSingleKeys) {
  const auto general = load_report_rules(profile_);
  own("most_steps = 3\n[outliers]\nleast_places = 5\n"
      "[[steps]]\nrule = \"load-outside-norm\"\nsource = \"положение, п. 7\"\n"
      "[[steps]]\nrule = \"criteria\"\nenabled = false\n");
  const auto rules = load_report_rules(profile_);
  EXPECT_EQ(rules.most_steps, 3);
  EXPECT_EQ(rules.outliers.least_places, 5);
  EXPECT_EQ(rules.outliers.tail_percent, general.outliers.tail_percent);
  EXPECT_EQ(rules.step("load-outside-norm").source, "положение, п. 7");
  EXPECT_EQ(rules.step("load-outside-norm").text->names(),
            general.step("load-outside-norm").text->names());
  EXPECT_EQ(rules.step("load-outside-norm").urgency, Urgency::kTarget);
  EXPECT_FALSE(rules.step("criteria").enabled);
}

TEST_F(ReportRulesTest, WhatIsWrongIsToldAtOnceWithItsPlace) {
  own("[[steps]]\nrule = \"load-outside-norm\"\ntext = \"Выше — {above}, всего — {total}.\"\n"
      "[[steps]]\nrule = \"no-mentor\"\ntext = \"Не сходится {teachers\"\n"
      "[[steps]]\nrule = \"unheard-of\"\ntext = \"…\"\n"
      "[[steps]]\nrule = \"criteria\"\nfunction = \"9.9.9\"\n");
  EXPECT_THAT(failure(), AllOf(HasSubstr("report_rules.toml, строка 3"), HasSubstr("{total}"),
                               HasSubstr("above, below, max, min, outside"), HasSubstr("строка 6"),
                               HasSubstr("unheard-of"), HasSubstr("Функции 9.9.9 нет")));
}

TEST_F(ReportRulesTest, ANextStepOfAnIndicatorIsCheckedToo) {
  auto& indicator = profile_.indicators.front();
  indicator.next_step = "Не хватает {lack}.";
  indicator.next_step_rule = "nothing-like-it";
  EXPECT_THAT(failure(), AllOf(HasSubstr("indicators.toml"), HasSubstr("{lack}"),
                               HasSubstr("Правила «nothing-like-it» нет")));
}

}  // namespace
}  // namespace metodaktiv::reports
