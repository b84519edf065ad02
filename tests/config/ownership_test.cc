#include "config/ownership.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace metodaktiv::config {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Ownership : public ::testing::Test {
 protected:
  std::vector<std::string> path(std::string_view table) {
    std::vector<std::string> steps;
    for (const auto& step : municipality_path(forms_, *form_of(forms_, table)))
      steps.push_back(step.form->table + "." + step.column);
    return steps;
  }

  std::vector<FormDefinition> forms_ = load_form_definitions(
      std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data" / "forms");
};

TEST_F(Ownership, FollowsReferencesToTheMunicipality) {
  EXPECT_THAT(path("municipalities"), ElementsAre("municipalities.code"));
  EXPECT_THAT(path("organizations"), ElementsAre("organizations.municipality"));
  EXPECT_THAT(path("documents"), ElementsAre("documents.municipality"));
  EXPECT_THAT(path("assessments"), ElementsAre("assessments.teacher", "teachers.organization",
                                               "organizations.municipality"));
  EXPECT_THAT(path("subjects"), IsEmpty());
  EXPECT_THAT(path("territories"), IsEmpty());
}

TEST_F(Ownership, TheLayoutVersionChangesWithAColumn) {
  const auto before = layout_version(forms_);
  EXPECT_EQ(before.size(), 8U);
  EXPECT_EQ(layout_version(forms_), before);
  forms_.front().columns.back().title += " (новое)";
  EXPECT_NE(layout_version(forms_), before);
}

}  // namespace
}  // namespace metodaktiv::config
