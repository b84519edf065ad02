#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "quality/clean_registry.h"
#include "quality/integrity.h"

namespace metodaktiv::quality {
namespace {

using testing::HasSubstr;

/// What spoils the clean registry, and what is then said; `silent` comes close without deserving
/// it.
struct Case {
  const char* check;
  const char* sql;
  const char* municipality;
  const char* key;
  const char* message;
  const char* silent = nullptr;
};

constexpr const char* kUnkeyed = "";

const std::vector<Case> kCases = {
    {"broken-reference",
     "PRAGMA foreign_keys = OFF; UPDATE teachers SET subject = 'latin' WHERE code = 'a1'", "alpha",
     "a1", "Кода «latin» нет в таблице «Предметы»."},
    {"required-empty", "UPDATE teachers SET last_name = ' ' WHERE code = 'a1'", "alpha", "a1",
     "Обязательная ячейка пуста.", "UPDATE teachers SET patronymic = ' ' WHERE code = 'a1'"},
    {"malformed-code",
     "INSERT INTO events (code, title, kind, starts_on) VALUES ('E 2', 'А', 'week', '2026-01-01')",
     "", "E 2", "Код «E 2»",
     "INSERT INTO events (code, title, kind, starts_on) VALUES ('e-2', 'А', 'week', '2026-01-01')"},
    {"malformed-date", "UPDATE iom_activities SET due_on = '2026-02-30' WHERE title = 'Урок'",
     "beta", "r1 · 1.2 · Урок", "«2026-02-30» — не дата",
     "UPDATE iom_activities SET due_on = '2028-02-29' WHERE title = 'Урок'"},
    {"malformed-school-year", "UPDATE contests SET school_year = '2024/2026'", "alpha",
     "a1 · Учитель года · 2024/2026", "«2024/2026» — не учебный год",
     "UPDATE contests SET school_year = '2023/2024'"},
    {"implausible-school-year", "UPDATE contests SET school_year = '2042/2043'", "alpha",
     "a1 · Учитель года · 2042/2043", "2042/2043 далеко от текущего (2025/2026): 1 запись",
     "UPDATE contests SET school_year = '2026/2027'"},
    {"unknown-level", "UPDATE assessments SET level = 'tow'", "alpha", "a1 · 2025/2026 · ",
     "Уровня «tow» нет"},
    {"unknown-role", "UPDATE methodists SET roles = 'tutor|boss' WHERE code = 'ma'", "alpha", "ma",
     "Роли «boss» нет", "UPDATE methodists SET roles = 'expert' WHERE code = 'ma'"},
    {"unknown-direction", "UPDATE methodists SET directions = 'old' WHERE code = 'ma'", "alpha",
     "ma", "Направления «old»"},
    {"unknown-document-kind",
     "INSERT INTO documents (code, municipality, kind, title, signed_on, url) VALUES ('d2', "
     "'beta', 'paper', 'А', '2024-01-01', 'https://a.ru')",
     "beta", "d2", "Вида документа «paper» нет"},
    {"unknown-function", "UPDATE ums_tasks SET function = '1.1' WHERE municipality = 'beta'",
     "beta", "beta · 1.1 · весна", "Функции «1.1» нет"},
    {"malformed-link", "UPDATE organizations SET site = 'school-1.ru' WHERE code = 'alpha-1'",
     "alpha", "alpha-1", "«school-1.ru» — не адрес",
     "UPDATE organizations SET site = 'http://school-1.ru' WHERE code = 'alpha-1'"},
    {"malformed-email", "UPDATE methodists SET public_email = 'a@b.ru, c@d.ru' WHERE code = 'ma'",
     "alpha", "ma", "не адрес электронной почты"},

    {"methodist-excluded-before-included",
     "UPDATE methodists SET excluded_on = '2024-08-31' WHERE code = 'ma'", "alpha", "ma",
     "Соколова Ольга Ивановна: исключение 31.08.2024 раньше включения 01.09.2024.",
     "UPDATE methodists SET excluded_on = '2027-08-31' WHERE code = 'ma'"},
    {"methodist-included-in-future",
     "UPDATE methodists SET included_on = '2025-12-01' WHERE code = 'ma'", "alpha", "ma",
     "включение 01.12.2025 позже 20.11.2025",
     "UPDATE methodists SET included_on = '2025-11-20' WHERE code = 'ma'"},
    {"methodist-not-included", "UPDATE methodists SET included_on = NULL WHERE code = 'ma'",
     "alpha", "ma", "дата включения не указана"},
    {"consent-dates", "UPDATE consents SET expires_on = '2024-08-01' WHERE field = 'email'",
     "alpha", "ma · email · ", "Согласие дано 01.09.2024, а срок — 01.08.2024.",
     "UPDATE consents SET expires_on = '2026-08-01'"},
    {"consent-given-anew", "UPDATE consents SET withdrawn_on = '2024-08-01' WHERE field = 'email'",
     "alpha", "ma · email · ", "Отзыв 01.08.2024 раньше согласия 01.09.2024",
     "UPDATE consents SET withdrawn_on = '2024-09-01'"},
    {"teaching-before-birth", "UPDATE teachers SET teaching_since = '1970-01-01' WHERE code = 'a1'",
     "alpha", "a1", "Педагогическая работа с 01.01.1970, а дата рождения 01.02.1980."},
    {"implausible-age", "UPDATE teachers SET birth_date = '1900-02-01' WHERE code = 'a1'", "alpha",
     "a1", "Возраст педагога — 125 лет."},
    {"teaching-too-young", "UPDATE teachers SET teaching_since = '1990-09-01' WHERE code = 'a1'",
     "alpha", "a1", "не было и 16 лет",
     "UPDATE teachers SET teaching_since = '1996-09-01' WHERE code = 'a1'"},
    {"dismissed-before-teaching",
     "UPDATE teachers SET dismissed_on = '2000-01-01' WHERE code = 'a2'", "alpha", "a2",
     "Увольнение 01.01.2000 раньше начала"},
    {"assessment-outside-year",
     "UPDATE assessments SET assessed_on = '2025-08-31' WHERE teacher = 'a1'", "alpha",
     "a1 · 2025/2026 · ", "Диагностика 31.08.2025 не относится к учебному году 2025/2026.",
     "UPDATE assessments SET assessed_on = '2025-09-01' WHERE teacher = 'a1'"},
    {"course-finished-before-started", "UPDATE courses SET started_on = '2025-10-02'", "alpha",
     "a1 · Программа · 2025-10-01", "«Программа»: окончание 01.10.2025 раньше начала 02.10.2025.",
     "UPDATE courses SET started_on = '2025-10-01'"},
    {"route-completed-before-created",
     "UPDATE ioms SET completed_on = '2024-10-14' WHERE code = 'r0'", "beta", "r0",
     "завершён 14.10.2024"},
    {"mentorship-ended-before-started", "UPDATE mentorships SET ended_on = '2023-09-01'", "beta",
     "b1 · b2 · 2023-09-15", "Окончание 01.09.2023 раньше начала 15.09.2023."},
    {"event-ends-before-start", "UPDATE events SET ends_on = '2026-01-31'", "", "e1",
     "«Неделя математики»: окончание 31.01.2026", "UPDATE events SET ends_on = '2026-02-01'"},
    {"fact-in-future", "UPDATE documents SET signed_on = '2025-11-21' WHERE code = 'd-a'", "alpha",
     "d-a", "Дата позже 20.11.2025: 1 запись, например d-a — 21.11.2025.",
     "UPDATE documents SET signed_on = '2025-11-20' WHERE code = 'd-a'"},

    {"methodist-criteria",
     "UPDATE methodists SET teaching_since = '2022-09-01', organization = NULL WHERE code = 'ma'",
     "alpha", "ma", "не выполнено 2 требования — Стаж от 5 лет; Работа в школе."},
    {"load-over-norm", "UPDATE assignments SET teachers_count = 5 WHERE methodist = 'ma'", "alpha",
     "ma", "закреплённых педагогов в 2025/2026 — 5, норма — до 4.",
     "INSERT INTO assignments VALUES ('ma', 'alpha-1', '2024/2025', NULL, 9, NULL)"},
    {"load-under-norm", "UPDATE assignments SET teachers_count = 1 WHERE methodist = 'ma'", "alpha",
     "ma", "— 1, норма — от 2"},
    {"methodist-without-assignment",
     "UPDATE assignments SET school_year = '2024/2025' WHERE methodist = 'ma'", "alpha", "ma",
     "в 2025/2026 нет ни одного закрепления"},
    {"organization-without-methodist", "DELETE FROM assignments WHERE methodist = 'ma'", "alpha",
     "alpha-1", "Школа № 1: 2 педагога, а в 2025/2026 не закреплён",
     "INSERT INTO organizations (code, municipality, name, kind) VALUES ('alpha-2', 'alpha', "
     "'Клуб', 'additional')"},
    {"assignment-of-inactive", "UPDATE methodists SET excluded_on = '2025-10-01' WHERE code = 'ma'",
     "alpha", "ma · alpha-1 · maths · 2025/2026", "на 20.11.2025 не действует",
     "UPDATE methodists SET excluded_on = '2025-11-21' WHERE code = 'ma'"},
    {"assignment-other-subject",
     "UPDATE assignments SET subject = 'russian' WHERE methodist = 'ma'", "alpha",
     "ma · alpha-1 · russian · 2025/2026",
     "закреплён по предмету «Русский язык», а ведёт «Математика»",
     "UPDATE assignments SET subject = NULL WHERE methodist = 'ma'"},
    {"assignment-other-municipality",
     "INSERT INTO assignments VALUES ('ma', 'beta-1', '2025/2026', 'maths', 1, 'flash')", "beta",
     "ma · beta-1 · maths · 2025/2026",
     "(Альфа) закреплён за организацией другого муниципалитета «Школа № 2»",
     "INSERT INTO assignments VALUES ('ma', 'beta-1', '2025/2026', 'maths', 1, 'remote')"},
    {"assignment-remote-place-in-person",
     "UPDATE assignments SET mode = 'in_person' WHERE methodist = 'mb'", "beta",
     "mb · beta-1 · russian · 2025/2026", "«Школа № 2» находится в труднодоступной местности",
     "UPDATE assignments SET mode = 'flash' WHERE methodist = 'mb'"},
    {"assignment-over-staff", "UPDATE assignments SET teachers_count = 3 WHERE methodist = 'ma'",
     "alpha", "ma · alpha-1 · maths · 2025/2026",
     "закреплённых педагогов — 3, а в организации «Школа № 1» работает 2"},
    {"methodist-organization-elsewhere",
     "UPDATE methodists SET organization = 'beta-1' WHERE code = 'ma'", "alpha", "ma",
     "«Школа № 2» находится в другом муниципалитете"},
    {"methodist-without-order", "UPDATE methodists SET order_number = ' ' WHERE code = 'ma'",
     "alpha", "ma", "номер приказа не указан"},
    {"duplicate-methodist",
     "INSERT INTO methodists (code, last_name, first_name, municipality, subject, included_on) "
     "VALUES ('mc', 'Лисин', 'Петр', 'beta', 'maths', '2024-09-01')",
     "beta", "mb", "Лисин Пётр: в одном муниципалитете 2 кода — mb, mc.",
     "INSERT INTO methodists (code, last_name, first_name, municipality, subject, included_on) "
     "VALUES ('mc', 'Лисин', 'Петр', 'alpha', 'maths', '2024-09-01')"},
    {"municipality-without-methodists",
     "UPDATE methodists SET excluded_on = '2025-10-01' WHERE code = 'mb'", "beta", "beta",
     "Нет ни одного действующего"},
    {"nomination-without-methodist", "UPDATE nominations SET methodist = NULL", "alpha", "n1",
     "Соколова Ольга: этап «включён»",
     "UPDATE nominations SET methodist = NULL, stage = 'rejected'"},

    {"duplicate-teacher",
     "INSERT INTO teachers (code, organization, last_name, first_name, patronymic, birth_date, "
     "subject, teaching_since) VALUES ('b9', 'beta-1', 'Орлова', 'Анна', 'Петровна', '1980-02-01', "
     "'maths', '2003-09-01')",
     "alpha", "a1", "Орлова Анна Петровна, дата рождения 01.02.1980: 2 кода — a1, b9.",
     "INSERT INTO teachers (code, organization, last_name, first_name, patronymic, birth_date, "
     "subject, teaching_since) VALUES ('b9', 'beta-1', 'Орлова', 'Анна', 'Петровна', '1980-02-02', "
     "'maths', '2003-09-01')"},
    {"teacher-dates-missing", "UPDATE teachers SET birth_date = NULL", "alpha", kUnkeyed,
     "2 педагога без даты рождения"},
    {"school-without-teachers",
     "INSERT INTO organizations (code, municipality, name, kind) VALUES ('alpha-2', 'alpha', "
     "'Лицей', 'school')",
     "alpha", "alpha-2", "Лицей: нет ни одного",
     "INSERT INTO organizations (code, municipality, name, kind) VALUES ('alpha-2', 'alpha', "
     "'Клуб', 'additional')"},
    {"deficit-without-route", "UPDATE ioms SET status = 'cancelled' WHERE code = 'r1'", "beta",
     kUnkeyed, "1 педагог с профессиональными дефицитами по итогам ИКУ 2025/2026 не имеет ИОМ.",
     "UPDATE ioms SET status = 'draft' WHERE code = 'r1'"},
    {"route-overdue", "UPDATE iom_activities SET done_on = NULL", "beta", kUnkeyed,
     "Не выполнено в срок: 1 мероприятие в 1 маршруте, самый ранний срок 01.11.2025.",
     "UPDATE iom_activities SET done_on = NULL; UPDATE ioms SET status = 'cancelled' WHERE code = "
     "'r1'; UPDATE assessments SET level = 'two'"},
    {"route-of-past-year", "UPDATE ioms SET status = 'in_progress' WHERE code = 'r0'", "beta",
     kUnkeyed, "1 маршрут прошлых учебных лет"},
    {"route-completed-without-date", "UPDATE ioms SET completed_on = NULL WHERE code = 'r0'",
     "beta", kUnkeyed, "1 завершённый маршрут без даты"},
    {"route-date-without-completion",
     "UPDATE ioms SET completed_on = '2025-11-01' WHERE code = 'r1'", "beta", kUnkeyed,
     "1 маршрут с датой завершения",
     "UPDATE ioms SET completed_on = '2025-11-01', status = 'completed' WHERE code = 'r1'"},
    {"mentor-of-self", "UPDATE mentorships SET mentor = 'b2'", "beta", "b2 · b2 · 2023-09-15",
     "один человек"},
    {"mentorship-without-order", "UPDATE mentorships SET order_number = NULL", "beta", kUnkeyed,
     "1 действующая пара", "UPDATE mentorships SET order_number = NULL, ended_on = '2025-01-01'"},

    {"service-contacts-empty",
     "UPDATE municipalities SET ums_site = ' ', ums_phone = NULL WHERE code = 'beta'", "beta",
     "beta", "Не заполнено: сайт, телефон."},
    {"package-document-missing",
     "UPDATE documents SET school_year = '2024/2025' WHERE code = 'd-a'", "alpha", kUnkeyed,
     "На 2025/2026 нет документа «План работы».",
     "UPDATE documents SET school_year = NULL WHERE code = 'd-a'"},
    {"document-scope", "UPDATE documents SET municipality = 'beta' WHERE code = 'd-r'", "beta",
     "d-r", "региональный документ, а указан муниципалитет"},
    {"document-unreachable", "UPDATE documents SET url = '' WHERE code = 'd-a'", "alpha", kUnkeyed,
     "1 документ без ссылки и файла",
     "UPDATE documents SET url = '', file = 'plan.pdf' WHERE code = 'd-a'"},
    {"task-overdue", "UPDATE ums_tasks SET done_on = NULL", "alpha", kUnkeyed,
     "1 запись, самый ранний срок 01.11.2025 (функция 1.1.1)",
     "UPDATE ums_tasks SET done_on = NULL, due_on = '2025-11-20'"},
    {"audit-over-max", "UPDATE audits SET expert_score = 5.5", "alpha", "alpha · 2025/2026 · Сайт",
     "оценка 5,5 не лежит между 0 и наибольшим баллом 5", "UPDATE audits SET expert_score = 5"},
    {"audit-without-max", "UPDATE audits SET max_score = NULL", "alpha", "alpha · 2025/2026 · Сайт",
     "наибольший балл не указан"},
    {"municipality-without-practices", "UPDATE practices SET status = 'draft' WHERE slug = 'p-b'",
     "beta", kUnkeyed, "Нет ни одной опубликованной"},
    {"practice-annotation-short", "UPDATE practices SET annotation = 'Урок' WHERE slug = 'p-a'",
     "alpha", "p-a", "«Практика А»: аннотация короче",
     "UPDATE practices SET annotation = 'Урок' WHERE slug = 'p-a' AND status = 'draft'"},
    {"practice-unreviewed", "UPDATE practices SET reviewed_on = NULL WHERE slug = 'p-a'", "alpha",
     kUnkeyed, "1 опубликованная практика без даты экспертизы, например «Практика А»."},
    {"practice-year", "UPDATE practices SET year = 205 WHERE slug = 'p-a'", "alpha", "p-a",
     "«Практика А»: год"},
    {"insecure-link", "UPDATE practices SET materials_url = 'http://example.ru' WHERE slug = 'p-a'",
     "alpha", "p-a", "начинается с http://"},

    {"consent-missing", "UPDATE methodists SET consent_on = NULL WHERE code = 'ma'", "alpha", "ma",
     "на сайте имя не появится"},
    {"consent-withdrawn",
     "UPDATE methodists SET consent_withdrawn_on = '2025-01-10' WHERE code = 'ma'", "alpha", "ma",
     "согласие отозвано 10.01.2025",
     "UPDATE methodists SET consent_withdrawn_on = '2024-01-10' WHERE code = 'ma'"},
    {"email-without-consent",
     "UPDATE consents SET withdrawn_on = '2025-01-10' WHERE field = 'email'", "alpha", "ma",
     "согласия на её публикацию нет",
     "UPDATE consents SET expires_on = '2025-11-21' WHERE field = 'email'"},
    {"about-without-consent",
     "UPDATE consents SET site = 'https://alpha.example.ru' WHERE field = 'about'", "alpha", "ma",
     "рассказ о себе заполнен"},
    {"authorship-without-consent",
     "INSERT INTO consents (methodist, field, given_on, withdrawn_on) VALUES "
     "('ma', 'authorship', '2024-01-10', '2025-01-10')",
     "alpha", "ma", "там имени не будет"},
    {"head-without-consent", "UPDATE associations SET head_consent = NULL", "alpha", kUnkeyed,
     "1 руководитель объединений без согласия"},
    {"service-head-without-consent", "UPDATE municipalities SET ums_head_consent = 0", "alpha",
     "alpha", "Руководитель МС указан"},
    {"authors-without-consent", "UPDATE practices SET authors_consent = 0", "alpha", kUnkeyed,
     "1 опубликованная практика без согласия авторов"},
};

std::vector<QualityFinding> findings_of(const Inspection& inspection, std::string_view check) {
  std::vector<QualityFinding> list;
  std::copy_if(inspection.findings.begin(), inspection.findings.end(), std::back_inserter(list),
               [&](const QualityFinding& f) { return f.check == check; });
  return list;
}

class ChecksTest : public testing::TestWithParam<Case> {
 protected:
  static const std::vector<Check>& checks() {
    static const auto kChecks = shipped();
    return kChecks;
  }
  static std::vector<Check> shipped() { return test::shipped_checks(); }
};

TEST_P(ChecksTest, SpeaksWhenItShould) {
  const auto& expected = GetParam();
  const auto found = findings_of(test::inspect_spoilt(expected.sql, checks()), expected.check);
  ASSERT_FALSE(found.empty());
  const auto& first = found.front();
  EXPECT_EQ(first.municipality, expected.municipality);
  EXPECT_EQ(first.key, expected.key);
  EXPECT_THAT(test::plain_spaces(first.finding.message), HasSubstr(expected.message));
  EXPECT_EQ(first.finding.code, expected.check);
  EXPECT_EQ(first.finding.place.file, "registry.db");
  EXPECT_FALSE(first.finding.place.sheet.empty());
  EXPECT_FALSE(first.finding.remedy.empty());
}

TEST_P(ChecksTest, IsSilentWhenItShouldBe) {
  const auto& expected = GetParam();
  const auto* sql =
      expected.silent ? expected.silent : "";  // the clean registry is a counter-example too
  EXPECT_TRUE(findings_of(test::inspect_spoilt(sql, checks()), expected.check).empty());
}

INSTANTIATE_TEST_SUITE_P(All, ChecksTest, testing::ValuesIn(kCases), [](const auto& instance) {
  std::string name = instance.param.check;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(CleanRegistryTest, HasNoFindings) {
  const auto inspection = test::inspect_spoilt("", test::shipped_checks());
  for (const auto& f : inspection.findings) ADD_FAILURE() << f.check << ": " << f.finding.message;
  EXPECT_TRUE(inspection.counts.empty());
}

TEST(ChecksCoverageTest, EveryShippedCheckHasACase) {
  std::set<std::string> tested;
  for (const auto& c : kCases) tested.insert(c.check);
  for (const auto& check : test::shipped_checks()) {
    EXPECT_TRUE(tested.contains(check.id)) << check.id << " has no case here";
  }
}

}  // namespace
}  // namespace metodaktiv::quality
