#include "import/table_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace metodaktiv::import {
namespace {

using ::testing::HasSubstr;

class TableName : public ::testing::Test {
 protected:
  std::string table(std::string_view name) const {
    const auto* form = form_named(name, forms_);
    return form ? form->table : "none";
  }

  std::vector<config::FormDefinition> forms_ = config::load_form_definitions(
      std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data" / "forms");
};

TEST_F(TableName, KeyOrTitleHoweverTyped) {
  EXPECT_EQ(table("teachers"), "teachers");
  EXPECT_EQ(table("  ПЕДАГОГИЧЕСКИЕ   работники "), "teachers");
  EXPECT_EQ(table("РИП-СП"), "innovation_sites");
  EXPECT_EQ(table("РИП СП"), "innovation_sites");
  EXPECT_EQ(table("innovation-sites"), "innovation_sites");
}

TEST_F(TableName, CopiesKeepTheirTable) {
  EXPECT_EQ(table("Закрепление (balashikha)"), "assignments");
  EXPECT_EQ(table("teachers (2)"), "teachers");
  EXPECT_EQ(table("teachers(1) (2)"), "teachers");
  EXPECT_EQ(table("(teachers)"), "none");
  EXPECT_EQ(table("()"), "none");
}

TEST_F(TableName, DecomposedLettersOfFileNamesAreTheSame) {
  auto forms = forms_;
  forms.front().title = "Район и ёлка";
  const auto* form = form_named("Раи\u0306он и е\u0308лка", forms);
  ASSERT_NE(form, nullptr);
  EXPECT_EQ(form->title, "Район и ёлка");
}

TEST_F(TableName, AnUnknownNameGetsTheNearest) {
  const auto problem = unknown_table("teechers", "файл", forms_);
  EXPECT_THAT(problem.message, HasSubstr("«teechers»"));
  EXPECT_THAT(problem.remedy, HasSubstr("«teachers»"));
}

}  // namespace
}  // namespace metodaktiv::import
