#include "forms/cell_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "config/form_definition.h"
#include "forms/shown_values.h"

namespace metodaktiv::forms {
namespace {

using config::ColumnType;
using config::FormColumn;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using workbook::OnInvalid;
using workbook::ValidationKind;

FormColumn column(ColumnType type) {
  FormColumn column;
  column.title = "Столбец";
  column.type = type;
  column.hint = "Что сюда пишут. Например: key.";
  return column;
}

TEST(CellRule, AnEnumTakesItsListOnly) {
  const auto rule = cell_rule(column(ColumnType::kEnum), "values");
  EXPECT_EQ(rule.kind, ValidationKind::kList);
  EXPECT_EQ(rule.list_name, "values");
  EXPECT_EQ(rule.on_invalid, OnInvalid::kStop);
}

TEST(CellRule, AReferenceTakesACodeOfAnotherSheetAfterAWarning) {
  const auto rule = cell_rule(column(ColumnType::kReference), "refs");
  EXPECT_EQ(rule.on_invalid, OnInvalid::kWarn);
  EXPECT_THAT(rule.error_text, HasSubstr("другом листе"));
}

TEST(CellRule, AListWithSeveralValuesIsAnOffer) {
  auto several = column(ColumnType::kList);
  several.profile_values = "roles";
  EXPECT_EQ(cell_rule(several, "list_roles").on_invalid, OnInvalid::kAccept);
  EXPECT_EQ(cell_rule(column(ColumnType::kList), "").kind, ValidationKind::kAny);
}

TEST(CellRule, NumbersKeepTheBoundsOfTheForm) {
  auto stage = column(ColumnType::kInteger);
  stage.min = 1;
  stage.max = 4;
  const auto rule = cell_rule(stage, "");
  EXPECT_EQ(rule.kind, ValidationKind::kWhole);
  EXPECT_EQ(rule.least, 1);
  EXPECT_EQ(rule.most, 4);
  EXPECT_THAT(rule.error_text, HasSubstr("от 1 до 4"));
  EXPECT_EQ(cell_rule(column(ColumnType::kNumber), "").kind, ValidationKind::kDecimal);
  EXPECT_EQ(cell_rule(column(ColumnType::kYear), "").least, 1900);
}

TEST(CellRule, TextIsAsLongAsTheFormAllows) {
  auto text = column(ColumnType::kText);
  text.max_length = 300;
  EXPECT_EQ(cell_rule(text, "").kind, ValidationKind::kTextLength);
  EXPECT_EQ(cell_rule(text, "").most, 300);
  text.max_length = 200000;  // more than a cell holds: nothing to check
  EXPECT_EQ(cell_rule(text, "").kind, ValidationKind::kAny);
}

TEST(CellRule, TheHintHasNoExampleWhereThereIsAList) {
  EXPECT_THAT(cell_rule(column(ColumnType::kEnum), "v").input_text, Not(HasSubstr("Например")));
  EXPECT_THAT(cell_rule(column(ColumnType::kText), "").input_text, HasSubstr("Например"));
}

TEST(CellRule, EveryMessageOfTheFormsFits) {
  const auto forms = config::load_form_definitions(std::filesystem::path(METODAKTIV_PROJECT_DIR) /
                                                   "data" / "forms");
  for (const auto& form : forms) {
    for (const auto& column : form.columns) {
      const auto rule = cell_rule(column, "list");
      EXPECT_LE(base::length_utf8(rule.input_text), workbook::kPromptTextLimit)
          << form.table << "." << column.key;
      EXPECT_LE(base::length_utf8(rule.error_text), workbook::kErrorTextLimit)
          << form.table << "." << column.key << rule.error_text;
      EXPECT_THAT(rule.input_text, Not(HasSubstr("…"))) << form.table << "." << column.key;
    }
  }
}

TEST(ShownValues, ATitleThatImportWouldTakeForAnotherValueGivesWayToTheKey) {
  const ShownValues values({{"a", "первый"}, {"b", "Первый"}, {"c", "a"}, {"d", "x|y"}, {"e", ""}});
  EXPECT_THAT(values.offered(), ElementsAre("первый", "b", "c", "d", "e"));
  EXPECT_EQ(values.shown("a"), "первый");
  EXPECT_EQ(values.shown("unknown"), "unknown");
  EXPECT_EQ(values.shown_list("a|b|zz"), "первый|b|zz");
}

}  // namespace
}  // namespace metodaktiv::forms
