#include "base/finding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace metodaktiv::base {
namespace {

using ::testing::ElementsAre;

Finding at(std::string file, std::int64_t row, std::string column,
           Severity severity = Severity::kError) {
  return {severity, "code", {std::move(file), {}, row, std::move(column)}, {}, "Плохо.", {}};
}

std::vector<std::string> texts(const Findings& findings) {
  std::vector<std::string> out;
  for (const auto& finding : findings.sorted()) out.push_back(to_text(finding));
  return out;
}

TEST(Findings, AreSortedByPlaceWhateverTheOrder) {
  Findings one;
  Findings other;
  for (const auto& [file, row] : {std::pair{"b", 2}, {"a", 10}, {"a", 9}})
    one.add(at(file, row, "С"));
  for (const auto& [file, row] : {std::pair{"a", 9}, {"b", 2}, {"a", 10}})
    other.add(at(file, row, "С"));
  EXPECT_EQ(texts(one), texts(other));
  EXPECT_THAT(texts(one), ElementsAre("ошибка: a, строка 9, столбец «С»: Плохо.",
                                      "ошибка: a, строка 10, столбец «С»: Плохо.",
                                      "ошибка: b, строка 2, столбец «С»: Плохо."));
}

TEST(Findings, CountBySeverity) {
  Findings findings;
  EXPECT_TRUE(findings.empty());
  findings.add(at("a", 1, "", Severity::kWarning));
  EXPECT_FALSE(findings.has_errors());
  Findings more;
  more.add(at("a", 2, ""));
  findings.append(more);
  EXPECT_TRUE(findings.has_errors());
  EXPECT_EQ(findings.count(Severity::kWarning), 1U);
}

TEST(Finding, NamesTheCellOfAWorkbook) {
  const Finding finding{Severity::kError, "x", {"f.xlsx", "Методисты", 17, "Предмет", 4}, {},
                        "Плохо.",         {}};
  EXPECT_EQ(to_text(finding), "ошибка: f.xlsx, лист «Методисты», D17 («Предмет»): Плохо.");
  EXPECT_EQ(cell_name({"", "", 3, "", 27}), "AA3");
  EXPECT_EQ(cell_name({"", "", 3, "", 702}), "ZZ3");
  EXPECT_EQ(cell_name({"", "", 0, "", 1}), "");
}

TEST(Findings, StandFromLeftToRight) {
  Findings findings;
  findings.add({Severity::kError, "c", {"f", "Л", 2, "Б", 10}, {}, "Правее.", {}});
  findings.add({Severity::kError, "c", {"f", "Л", 2, "Я", 2}, {}, "Левее.", {}});
  EXPECT_EQ(findings.sorted().front().message, "Левее.");
}

TEST(Finding, TellsEverythingItKnows) {
  const Finding full{
      Severity::kWarning, "x", {"f.xlsx", "Лист", 3, "Дата"}, "вчера", "Это не дата.",
      "Впишите дату."};
  EXPECT_EQ(to_text(full),
            "предупреждение: f.xlsx, лист «Лист», строка 3, столбец «Дата»: Это не дата. Значение: "
            "«вчера». Как "
            "исправить: Впишите дату.");
  const Finding bare{Severity::kError, "x", {}, {}, "Плохо.", {}};
  EXPECT_EQ(to_text(bare), "ошибка: Плохо.");
}

}  // namespace
}  // namespace metodaktiv::base
