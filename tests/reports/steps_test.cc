#include <gmock/gmock.h>

#include "report_fixture.h"
#include "reports/context.h"
#include "reports/municipality_text.h"
#include "reports/region_text.h"

namespace metodaktiv::reports {
namespace {

testing::AssertionResult lacks(const std::string& text, const std::string& part) {
  if (text.find(part) == std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "«" << part << "» is in:\n" << text;
}

/// With plain spaces instead of no-break ones.
std::string plain(std::string text) {
  const std::string space = "\u00A0";
  for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
    text.replace(at, space.size(), " ");
  }
  return text;
}

/// The three municipalities of ReportTest and eleven more, so that there is somebody to compare
/// with.
class StepsTest : public ReportTest {
 protected:
  void change(const std::string& sql) const {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(sql);
  }
  /// Each with ten teachers of a low level and a route with a methodist each, `completed` of them
  /// done.
  void add_municipalities(int completed) const {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute("BEGIN");
    for (int i = 0; i < 11; ++i) {
      const auto n = std::to_string(10 + i);
      db.execute("INSERT INTO municipalities (code, name) VALUES ('x-" + n + "', 'Иной " + n +
                     "');"
                     "INSERT INTO organizations (code, municipality, name, kind) VALUES ('o-" +
                     n + "', 'x-" + n + "', 'Школа', 'school');",
                 "ещё муниципалитеты");
      for (int t = 0; t < 10; ++t) {
        const auto code = "x" + n + "-" + std::to_string(t);
        db.execute(
            "INSERT INTO teachers (code, organization, last_name, first_name, subject) VALUES ('" +
                code + "', 'o-" + n + "', 'Учитель', 'Имя', 'russian');" +
                "INSERT INTO assessments (teacher, school_year, level, assessed_on) VALUES ('" +
                code + "', '2026/2027', 'low', '2026-09-15');" +
                "INSERT INTO ioms (code, teacher, methodist, school_year, status) VALUES ('r" +
                code + "', '" + code + "', 'm-1', '2026/2027', '" +
                (t < completed ? "completed" : "in_progress") + "');",
            "ещё педагоги");
      }
    }
    db.execute("COMMIT");
  }
  /// Makes the texts without the workbooks; '' is the region.
  void make() {
    auto db = registry::open_registry(registry_file());
    results_ = std::make_unique<indicators::Results>(
        indicators::compute(registry_file(), profile_, as_of_, 1));
    form1_ = indicators::form1(db, profile_, as_of_);
    form2_ = indicators::form2(db, as_of_);
    const ReportInput input{registry_file(), profile_, *results_, form1_,
                            form2_,          as_of_,   "0.0-test"};
    const ReportContext context(input);
    texts_[""] = plain(region_text(context));
    for (const auto& place : results_->municipalities()) {
      texts_[place.code] = plain(municipality_text(context, place));
    }
  }
  [[nodiscard]] std::string steps(const std::string& place) const {
    const auto& report = texts_.at(place);
    const auto begin = report.find("## Следующие шаги");
    return report.substr(begin, report.find("## Как читать") - begin);
  }

  std::map<std::string, std::string> texts_;
};

TEST_F(StepsTest, TheMostUrgentComesFirstAndTheNumbersGoOn) {
  make();
  const auto list = steps("balashikha");
  EXPECT_TRUE(contains(list, "### Просрочено\n\n1. Выполнить функцию 1.1.1"));
  // The standard's day has passed: the missing act is overdue, not only missing.
  EXPECT_TRUE(contains(list,
                       "\n2. Утвердить актом списочный состав региональных методистов на этот "
                       "учебный год. Срок прошёл 25.09.2026. Основание:"));
  EXPECT_TRUE(contains(list, "### Ниже цели и нормы\n\n3. "));
}

TEST_F(StepsTest, WhatDoesNotFitIsCounted) {
  profile_.folder = folder_ / "regions" / "few";
  std::filesystem::create_directories(profile_.folder);
  std::filesystem::copy(std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data" / "reports",
                        folder_ / "reports");
  std::filesystem::copy_file(
      std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data" / "route_form.toml",
      folder_ / "route_form.toml");
  base::write_file(profile_.folder / "report_rules.toml", "most_steps = 3\n");
  make();
  const auto list = steps("balashikha");
  EXPECT_TRUE(contains(list, "\n3. "));
  EXPECT_TRUE(lacks(list, "\n4. "));
  EXPECT_TRUE(contains(list,
                       "В список не вошли ещё 7 шагов (ниже цели и нормы — 6, "
                       "пробелы в данных — 1)"));
}

TEST_F(StepsTest, ARunningYearIsNoReasonForAStep) {
  // Nobody else has completed more: 40 % of the target's 60 % is no fault of October.
  add_municipalities(3);
  make();
  EXPECT_TRUE(lacks(steps("balashikha"), "Довести до конца маршруты"));
  EXPECT_TRUE(contains(steps("balashikha"),
                       "Ниже цели, но не отстают: «ИОМ завершены» (40 % при цели ≥ 60 %)."));
  EXPECT_TRUE(contains(steps(""), "пока ниже неё: «ИОМ завершены»"));
}

TEST_F(StepsTest, BehindTheOthersOfTheSameDateIsAStep) {
  add_municipalities(5);
  make();
  EXPECT_TRUE(contains(steps("balashikha"),
                       "Довести до конца маршруты ещё 3 педагогов: завершили 6 из 15 (40 % при "
                       "цели ≥ 60 %). Год ещё идёт, но у половины муниципалитетов на эту же дату "
                       "не хуже 50 %. Основание: Приказ № 1068-04, §7"));
}

TEST_F(StepsTest, AFinishedYearIsJudgedByTheTargetAlone) {
  as_of_ = base::Date(2027, 8, 31);
  add_municipalities(3);
  make();
  EXPECT_TRUE(contains(steps("balashikha"), "завершили 6 из 15 (40 % при цели ≥ 60 %). Основание"));
  EXPECT_TRUE(contains(steps(""), "Помочь завершить маршруты ещё"));
}

TEST_F(StepsTest, AnIndicatorAndItsRuleMakeOneStep) {
  make();
  const auto list = steps("balashikha");
  EXPECT_TRUE(contains(list, "Утвердить и внести в реестр недостающие документы"));
  EXPECT_TRUE(lacks(list, "Полнота пакета"));
}

TEST_F(StepsTest, OverdueRoutesAndMissingMentorsAreCounted) {
  change(
      "INSERT INTO iom_activities (iom, section, title, due_on) VALUES "
      "('r-t-110', '1.1', 'Курс', '2026-10-01'), ('r-t-110', '1.2', 'Стажировка', '2026-10-14'), "
      "('r-t-111', '1.1', 'Курс', '2026-10-15'), ('r-t-101', '1.1', 'Курс', '2026-10-01');"
      "UPDATE teachers SET birth_date = '2000-01-01', teaching_since = '2025-09-01' "
      "WHERE code IN ('t-101', 't-102', 't-103');"
      "INSERT INTO mentorships (mentor, mentee, order_number, started_on) VALUES "
      "('t-120', 't-101', '5', '2026-09-01'), "
      "('t-120', 't-102', NULL, '2026-09-01');");
  make();
  // Due today is not overdue; a completed route is left alone; a mentor without an order is none.
  EXPECT_TRUE(contains(steps("balashikha"), "1 маршрут, 2 мероприятия. Список — в книге iom.xlsx"));
  EXPECT_TRUE(contains(steps("balashikha"), "его нет у 2 из 3. Поимённо"));
  EXPECT_TRUE(contains(steps("balashikha"), "Стандарт УМС (№ 1021-04), п. 3.3, функция 1.1.9."));
  EXPECT_TRUE(contains(steps(""), "1 маршрут в 1 муниципалитете"));
  EXPECT_TRUE(contains(texts_.at("balashikha"),
                       "- Просрочено: 2 задачи службы, мероприятия в 1 маршруте."));
}

TEST_F(StepsTest, ACumulativeValueIsNotComparedWithAFullYear) {
  make();
  const auto report = texts_.at("balashikha");
  EXPECT_TRUE(contains(report, "Копятся до конца учебного года"));
  EXPECT_TRUE(contains(report, "| 0 % | — | — без цели | 0 % | год идёт |"));
  EXPECT_TRUE(contains(report,
                       "Сравнить не с кем: ни по одному показателю нет значений у 10 "
                       "муниципалитетов."));
}

}  // namespace
}  // namespace metodaktiv::reports
