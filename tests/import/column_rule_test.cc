#include "import/column_rule.h"

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"
#include "import/typed_text.h"

namespace metodaktiv::import {
namespace {

using config::ColumnType;
using registry::Value;

config::FormColumn column(ColumnType type) {
  config::FormColumn c;
  c.key = "c";
  c.title = "Столбец";
  c.type = type;
  return c;
}

/// What a cell becomes: the stored value, or «!code» of the problem.
std::string read(const config::FormColumn& c, std::string_view cell, bool in_key = false) {
  config::FormDefinition form;
  form.columns.push_back(c);
  if (in_key) form.key.push_back(c.key);
  const ProfileKeys keys{{{"roles", {{"tutor", "Тьютор"}, {"mentor", "Наставник"}}}}};
  const ColumnRule rule(form, form.columns.front(), keys);
  Value value;
  Problem problem;
  if (!rule.read(cell, value, problem)) {
    EXPECT_FALSE(problem.message.empty());
    EXPECT_FALSE(problem.remedy.empty());
    return "!" + problem.code;
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return "i" + std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) return "r" + std::to_string(*real);
  if (const auto* text = std::get_if<std::string>(&value)) return "t" + *text;
  return "null";
}

std::string read(ColumnType type, std::string_view cell) { return read(column(type), cell); }

TEST(ColumnRule, Codes) {
  EXPECT_EQ(read(ColumnType::kCode, " school-5 "), "tschool-5");
  for (const std::string bad : {"Школа", "School", "-a", "a_b", "a b", "con", "lpt1"}) {
    EXPECT_EQ(read(ColumnType::kCode, bad), "!code") << bad;
  }
  EXPECT_EQ(read(ColumnType::kCode, std::string(64, 'a')), "t" + std::string(64, 'a'));
  EXPECT_EQ(read(ColumnType::kCode, std::string(65, 'a')), "!code");
}

TEST(ColumnRule, Dates) {
  EXPECT_EQ(read(ColumnType::kDate, "2024-02-29"), "t2024-02-29");
  EXPECT_EQ(read(ColumnType::kDate, " 01.09.2024"), "t2024-09-01");
  for (const std::string bad :
       {"2023-02-29", "31.04.2024", "1899-12-31", "2200-01-01", "2024/01/01", "45000", "9.1.24"}) {
    EXPECT_EQ(read(ColumnType::kDate, bad), "!date") << bad;
  }
  EXPECT_EQ(date_fault("31.04.2024"), "Такого дня нет в календаре.");
  EXPECT_EQ(date_fault("1024-01-01"), "Год даты должен быть от 1900 до 2199.");
  EXPECT_EQ(date_fault("вчера"), "Это не дата.");
}

TEST(ColumnRule, SchoolYears) {
  EXPECT_EQ(read(ColumnType::kSchoolYear, "2024/2025"), "t2024/2025");
  for (const std::string bad : {"2024/2026", "2024-2025", "2024", "2024/25"}) {
    EXPECT_EQ(read(ColumnType::kSchoolYear, bad), "!school_year") << bad;
  }
}

TEST(ColumnRule, Booleans) {
  for (const std::string yes : {"1", "да", "Да", "ДА", "true", "TRUE", "ИСТИНА"}) {
    EXPECT_EQ(read(ColumnType::kBoolean, yes), "i1") << yes;
  }
  for (const std::string no : {"0", "нет", "НЕТ", "False"})
    EXPECT_EQ(read(ColumnType::kBoolean, no), "i0") << no;
  EXPECT_EQ(read(ColumnType::kBoolean, "2"), "!boolean");
  EXPECT_EQ(read(ColumnType::kBoolean, ""), "null");
}

TEST(ColumnRule, Numbers) {
  EXPECT_EQ(canonical_number("1 234,50"), "1234.5");
  EXPECT_EQ(canonical_number("1\u00A0234\u00A0567"), "1234567");
  EXPECT_EQ(canonical_number("−0,25"), "-0.25");
  EXPECT_EQ(canonical_number("-0,0"), "0");
  EXPECT_EQ(canonical_number("007"), "7");
  for (const std::string bad :
       {"", "nan", "inf", "1e5", "1 23", "1234 567", "1,", ",5", "1.2.3", "0x10", "--1", "5 ч"}) {
    EXPECT_FALSE(canonical_number(bad)) << bad;
  }
  EXPECT_EQ(read(ColumnType::kNumber, "3,5"), "r3.500000");
  EXPECT_EQ(read(ColumnType::kNumber, "0,00000004"), "r0.000000");
  EXPECT_EQ(read(ColumnType::kNumber, "много"), "!number");
  EXPECT_EQ(read(ColumnType::kInteger, "12,0"), "i12");
  EXPECT_EQ(read(ColumnType::kInteger, "12,5"), "!integer");
  EXPECT_EQ(read(ColumnType::kYear, "2025"), "i2025");
  EXPECT_EQ(read(ColumnType::kYear, "25"), "!range");
  auto limited = column(ColumnType::kInteger);
  limited.min = 1;
  limited.max = 4;
  EXPECT_EQ(read(limited, "4"), "i4");
  EXPECT_EQ(read(limited, "0"), "!range");
  EXPECT_EQ(read(limited, "5"), "!range");
}

TEST(ColumnRule, EnumsByKeyOrTitle) {
  auto c = column(ColumnType::kEnum);
  c.values = {{"mentor", "Педагог-наставник"}, {"1.1", "Обучение ещё раз"}};
  EXPECT_EQ(read(c, "mentor"), "tmentor");
  EXPECT_EQ(read(c, "MENTOR"), "tmentor");
  EXPECT_EQ(read(c, " педагог-НАСТАВНИК "), "tmentor");
  EXPECT_EQ(read(c, "обучение  еще раз"), "t1.1");
  EXPECT_EQ(read(c, "mentr"), "!enum");
}

TEST(ColumnRule, ListsOfProfileKeys) {
  auto c = column(ColumnType::kList);
  c.profile_values = "roles";
  EXPECT_EQ(read(c, "tutor| наставник |tutor|"), "ttutor|mentor");
  EXPECT_EQ(read(c, "tutor|boss"), "!enum");
  EXPECT_EQ(read(c, " | "), "null");
  c.profile_values = "unknown";
  EXPECT_THROW(read(c, "tutor"), base::Failure);
  EXPECT_EQ(read(ColumnType::kList, "5 класс | чтение"), "t5 класс|чтение");
}

TEST(ColumnRule, Addresses) {
  EXPECT_EQ(read(ColumnType::kUrl, "https://школа.рф/путь?a=1"), "thttps://школа.рф/путь?a=1");
  for (const std::string bad : {"school.ru", "javascript:alert(1)", "https://", "https://a b.ru",
                                "ftp://a.ru", "https://a.ru/\"onclick", "https://user@a.ru"}) {
    EXPECT_EQ(read(ColumnType::kUrl, bad), "!url") << bad;
  }
  EXPECT_EQ(read(ColumnType::kEmail, "a.b@c-d.ru"), "ta.b@c-d.ru");
  for (const std::string bad : {"a", "a@b", "a@@b.ru", "a@b.", "a b@c.ru", "a@b.ru, c@d.ru"}) {
    EXPECT_EQ(read(ColumnType::kEmail, bad), "!email") << bad;
  }
}

TEST(ColumnRule, PathsStayInside) {
  EXPECT_EQ(read(ColumnType::kFile, "practices\\a.md"), "tpractices/a.md");
  for (const std::string bad : {"/etc/passwd", "../a", "a/../../b", "C:\\a", "a//b", "./a"}) {
    EXPECT_EQ(read(ColumnType::kFile, bad), "!path") << bad;
  }
}

TEST(ColumnRule, TextIsTrimmedMeasuredInLettersAndMatched) {
  auto c = column(ColumnType::kText);
  c.max_length = 4;
  EXPECT_EQ(read(c, " ёжик\u00A0"), "tёжик");
  EXPECT_EQ(read(c, "ёжики"), "!length");
  EXPECT_EQ(read(c, "a\r\nb"), "ta\nb");
  c.pattern = "^[0-9]{2}$";
  EXPECT_EQ(read(c, "12"), "t12");
  EXPECT_EQ(read(c, "123"), "!pattern");
}

TEST(ColumnRule, MarkdownKeepsItsIndentation) {
  EXPECT_EQ(read(ColumnType::kMarkdown, "    code\r\ntext\n"), "t    code\ntext\n");
}

TEST(ColumnRule, RefusesControlAndUndecodableCharacters) {
  EXPECT_EQ(read(ColumnType::kText, std::string_view("a\0b", 3)), "!characters");
  EXPECT_EQ(read(ColumnType::kText, "a\x1B[0m"), "!characters");
  EXPECT_EQ(read(ColumnType::kText, "a\xC2\x85"), "!characters");
  EXPECT_EQ(read(ColumnType::kText, "a\xEF\xBF\xBF"), "!characters");
  EXPECT_EQ(read(ColumnType::kText, "a\uFFFD"), "!encoding");
  EXPECT_EQ(read(ColumnType::kText, "таб\tи\nстрока"), "tтаб\tи\nстрока");
}

TEST(ColumnRule, EmptyCells) {
  auto c = column(ColumnType::kText);
  EXPECT_EQ(read(c, " \u00A0"), "null");
  EXPECT_EQ(read(c, "", true), "t");
  c.required = true;
  EXPECT_EQ(read(c, ""), "!required");
  auto reference = column(ColumnType::kReference);
  reference.references = "subjects";
  EXPECT_EQ(read(reference, "", true), "null");
}

}  // namespace
}  // namespace metodaktiv::import
