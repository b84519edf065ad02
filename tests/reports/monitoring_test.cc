#include "reports/monitoring.h"

#include <gmock/gmock.h>

#include "indicators/environment.h"
#include "report_fixture.h"
#include "reports/monitoring_workbook.h"

namespace metodaktiv::reports {
namespace {

using testing::ElementsAre;

class MonitoringTest : public ReportTest {
 protected:
  void SetUp() override {
    ReportTest::SetUp();
    auto db = open();
    db.execute(R"sql(
INSERT INTO teachers (code, organization, last_name, first_name, subject, birth_date, teaching_since) VALUES
  ('y-1', 'b-1', 'Яковлев', 'Яков', 'russian', '2001-01-01', '2025-09-01'),
  ('y-2', 'b-2', 'Антонова', 'Анна', 'russian', '2000-01-01', '2024-09-01'),
  ('y-3', 'b-2', 'Старшая', 'Ольга', 'russian', '1985-01-01', '2025-09-01');
INSERT INTO mentorships (mentor, mentee, order_number, order_on, started_on, ended_on, program) VALUES
  ('t-100', 'y-2', '12', '2026-09-03', '2026-09-03', NULL, 1),
  ('t-101', 'y-1', '7', '2025-09-03', '2025-09-03', '2026-05-31', 1);
INSERT INTO lesson_visits (code, municipality, visited_on, teacher_group) VALUES
  ('v-1', 'balashikha', '2026-09-10', 'young'), ('v-2', 'balashikha', '2026-09-30', 'young'),
  ('v-3', 'balashikha', '2026-09-11', 'high'), ('v-4', 'balashikha', '2026-09-12', 'high'),
  ('v-5', 'balashikha', '2026-09-13', 'low'), ('v-6', 'balashikha', '2026-09-14', 'low'),
  ('v-7', 'balashikha', '2026-10-16', 'low'), ('v-8', 'balashikha', '2026-08-31', 'low'),
  ('v-9', 'dalniy', '2026-09-14', 'low');
INSERT INTO audits (municipality, school_year, item, max_score, self_score, expert_score) VALUES
  ('balashikha', '2025/2026', '1 Документы', 5, 5, 4), ('balashikha', '2025/2026', '2 План', 10, 9.5, NULL),
  ('balashikha', '2024/2025', '1 Документы', 5, 1, 1);
)sql",
               "мониторинг");
  }
  registry::Database open() {
    return registry::open_or_create_registry(
        registry_file(), std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data");
  }
  Monitorings read() {
    auto db = open();
    indicators::prepare_environment(db, profile_, base::SchoolYear::of(as_of_), as_of_);
    return read_monitorings(db, profile_, as_of_);
  }
  static std::vector<std::string> states(const Monitoring& monitoring) {
    std::vector<std::string> result;
    for (const auto& task : monitoring.tasks) {
      if (task.state == TaskState::kUnknown) continue;
      result.push_back(task.function + " " + task.period + " " +
                       std::to_string(static_cast<int>(task.state)) + " " +
                       std::to_string(task.days));
    }
    return result;
  }
};

TEST_F(MonitoringTest, JudgesTheTasksOfTheYear) {
  const auto all = read();
  EXPECT_THAT(states(all.at("balashikha")),
              ElementsAre("1.1.1 сентябрь 2 15", "1.1.1 октябрь 2 1", "1.1.2 октябрь 3 0",
                          "1.2.1 сентябрь 1 5", "1.2.2 сентябрь 0 0"));
  EXPECT_TRUE(states(all.at("dalniy")).empty()) << "a task of last year";
}

TEST_F(MonitoringTest, NamesFunctionsThatNobodyEntered) {
  const auto all = read();
  const auto& empty = all.at("empty");
  EXPECT_GT(empty.count(TaskState::kUnknown), 10);
  EXPECT_EQ(empty.count(TaskState::kUnknown), static_cast<int>(empty.tasks.size()));
  EXPECT_EQ(all.at("balashikha").count(TaskState::kUnknown),
            empty.count(TaskState::kUnknown) - 4);  // four functions have tasks
}

TEST_F(MonitoringTest, CountsVisitsByMonthAndGroup) {
  const auto all = read();
  const auto& visits = all.at("balashikha").visits;
  ASSERT_EQ(visits.size(), 9U);
  EXPECT_EQ(visits[0].first_day, base::Date(2026, 9, 1));
  EXPECT_TRUE(visits[0].elapsed);
  EXPECT_FALSE(visits[1].elapsed);
  EXPECT_EQ(visits[0].by_group.at("young"), 2);
  EXPECT_TRUE(visits[1].by_group.empty()) << "16 October is after the as-of date";
  EXPECT_EQ(visits_sentence(all.at("balashikha"), profile_.norms),
            "Посещено 6\u00A0уроков. Норма выполнена в 1 из 1\u00A0завершённого месяца.");
  EXPECT_EQ(visits_sentence(all.at("dalniy"), profile_.norms),
            "Посещён 1\u00A0урок. Норма выполнена в 0 из 1\u00A0завершённого месяца.");
}

TEST_F(MonitoringTest, NamesMonthsBelowTheNorm) {
  const auto all = read();
  EXPECT_TRUE(months_below_norm(all.at("balashikha"), profile_.norms).empty());
  EXPECT_THAT(months_below_norm(all.at("dalniy"), profile_.norms), ElementsAre("сентябрь 2026"));
  profile_.norms.visits_per_month = 0;
  EXPECT_TRUE(months_below_norm(all.at("dalniy"), profile_.norms).empty());
}

TEST_F(MonitoringTest, VisitsSayWhatIsMissingAndTheChartEndsToday) {
  auto& sink = write("monitoring");
  const auto texts = part(sink.file("dalniy/monitoring.xlsx"), "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(texts, "✘ не хватает: молодой специалист — 2"));
  EXPECT_TRUE(contains(texts, "… месяц впереди"));
  const auto chart = part(sink.file("balashikha/monitoring.xlsx"), "xl/charts/chart1.xml");
  EXPECT_TRUE(contains(chart, "$B$7:$B$8</c:f>")) << "September and October";
  EXPECT_TRUE(contains(chart, "октябрь 2026 (по 15.10.2026)"));
}

TEST_F(MonitoringTest, MentoringIsCountedAboveTheList) {
  const auto sheet =
      part(write("monitoring").file("balashikha/monitoring.xlsx"), "xl/worksheets/sheet5.xml");
  EXPECT_TRUE(contains(sheet, "<f>MAX(A10:A11)</f><v>2</v>"));
  EXPECT_TRUE(contains(sheet, "<f>COUNTIF(F10:F11,\"✘ наставника нет\")</f><v>1</v>"));
}

TEST_F(MonitoringTest, TakesTheLatestChecklist) {
  const auto all = read();
  EXPECT_EQ(all.at("balashikha").audit_year, "2025/2026");
  EXPECT_EQ(audit_sentence(all.at("balashikha")),
            "Чек-лист 2025/2026 учебного года: 2\u00A0позиции. Самооценка — 14,5 из 15 возможных "
            "баллов. Оценка эксперта — 4 из 5 возможных баллов.");
  EXPECT_EQ(audit_sentence(all.at("empty")), "Чек-лист методического аудита не внесён.");
}

TEST_F(MonitoringTest, PutsYoungTeachersWithoutMentorFirst) {
  const auto all = read();
  const auto& young = all.at("balashikha").young;
  ASSERT_EQ(young.size(), 2U) << "neither the older one nor those without dates";
  EXPECT_EQ(young[0].name, "Яковлев Яков");
  EXPECT_TRUE(young[0].mentors.empty()) << "that mentoring has ended";
  ASSERT_EQ(young[1].mentors.size(), 1U);
  EXPECT_EQ(young[1].mentors[0].order, "№ 12 от 03.09.2026");
  EXPECT_EQ(mentoring_sentence(all.at("balashikha")),
            "2\u00A0педагога до 35 лет со стажем меньше трёх полных лет; наставник по приказу есть "
            "у 1, наставника нет у 1.");
}

TEST_F(MonitoringTest, WorkbookShowsEachSheet) {
  const auto book = write("monitoring").file("balashikha/monitoring.xlsx");
  const auto names = part(book, "xl/workbook.xml");
  for (const char* sheet :
       {"Коротко", "Функции", "Посещение уроков", "Методический аудит", "Наставничество"}) {
    EXPECT_TRUE(contains(names, std::string("name=\"") + sheet + "\""));
  }
  const auto texts = part(book, "xl/sharedStrings.xml");
  for (const char* words : {"✘ просрочено на 15", "✔ позже на 5", "✔ норма выполнена",
                            "✘ наставника нет", "№ 12 от 03.09.2026"}) {
    EXPECT_TRUE(contains(texts, words));
  }
}

}  // namespace
}  // namespace metodaktiv::reports
