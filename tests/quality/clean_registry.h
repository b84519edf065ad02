#pragma once

#include <string>
#include <vector>

#include "config/form_definition.h"
#include "config/region_profile.h"
#include "quality/check.h"
#include "quality/inspection.h"
#include "support/small_registry.h"

namespace metodaktiv::test {

inline constexpr base::Date kAsOf(2025, 11, 20);

inline config::RegionProfile quality_profile() {
  config::RegionProfile p;
  p.folder = "profile";
  p.code = "test-region";
  p.name = "Тестовая область";
  p.terms.asset_short = "МА";
  p.terms.service_short = "МС";
  p.terms.association_short = "МО";
  p.terms.assessment_short = "ИКУ";
  p.terms.route_short = "ИОМ";
  p.operator_.short_name = "Центр";
  p.norms.load_min = 2;
  p.norms.load_max = 4;
  p.levels = {{"one", "первый", true, true}, {"two", "второй", false, false}};
  p.criteria = {{"experience", "Стаж от 5 лет", "experience >= 5", "п. 1"},
                {"school", "Работа в школе", "organization_kind = 'school'", "п. 2"}};
  p.document_kinds = {{"plan", "План работы", false, true, {}},
                      {"order", "Приказ области", true, false, {}}};
  p.roles = {{"tutor", "Тьютор"}, {"expert", "Эксперт"}};
  p.directions = {{"young", "Молодые педагоги"}};
  config::StandardFunction function;
  function.number = "1.1.1";
  function.title = "Функция";
  p.standard.directions = {{"1", "Направление", {{"1.1", "Группа", {function}}}}};
  return p;
}

/// A registry about which there is nothing to say as of kAsOf; tests spoil one thing at a time.
inline constexpr const char* kClean = R"sql(
INSERT INTO municipalities (code, name, ums_name, ums_head, ums_head_consent, ums_site, ums_email, ums_phone, ums_address) VALUES
  ('alpha', 'Альфа', 'Служба А', 'Петрова А. А.', 1, 'https://alpha.example.ru', 'ums@alpha.example.ru', '+7 495 000', 'ул. 1'),
  ('beta', 'Бета', 'Служба Б', NULL, NULL, 'https://beta.example.ru', 'ums@beta.example.ru', '+7 496 000', 'ул. 2');
INSERT INTO organizations (code, municipality, name, kind, remote) VALUES
  ('alpha-1', 'alpha', 'Школа № 1', 'school', 0), ('beta-1', 'beta', 'Школа № 2', 'school', 1);
INSERT INTO subjects VALUES ('maths', 'математика', 'Математика', 1), ('russian', 'язык', 'Русский язык', 2);
INSERT INTO teachers (code, organization, last_name, first_name, patronymic, birth_date, subject, teaching_since) VALUES
  ('a1', 'alpha-1', 'Орлова', 'Анна', 'Петровна', '1980-02-01', 'maths', '2003-09-01'),
  ('a2', 'alpha-1', 'Белов', 'Иван', NULL, '1990-02-01', 'maths', '2015-09-01'),
  ('b1', 'beta-1', 'Зуева', 'Мария', 'Ильинична', '1985-05-05', 'russian', '2010-09-01'),
  ('b2', 'beta-1', 'Котова', 'Вера', 'Львовна', '1999-05-05', 'russian', '2023-09-01');
INSERT INTO methodists (code, last_name, first_name, patronymic, municipality, organization, subject, teaching_since,
    assessment_level, roles, directions, order_number, included_on, consent_on, public_email, about) VALUES
  ('ma', 'Соколова', 'Ольга', 'Ивановна', 'alpha', 'alpha-1', 'maths', '2000-09-01', 'two', 'tutor|expert', 'young',
   '12', '2024-09-01', '2024-09-01', 'sokolova@example.ru', 'О себе'),
  ('mb', 'Лисин', 'Пётр', NULL, 'beta', 'beta-1', 'russian', '2001-09-01', 'two', NULL, NULL, '12', '2024-09-01',
   '2024-09-01', NULL, NULL);
INSERT INTO consents (methodist, field, given_on) VALUES ('ma', 'email', '2024-09-01'), ('ma', 'about', '2024-09-01');
INSERT INTO nominations (code, last_name, first_name, municipality, stage, methodist) VALUES ('n1', 'Соколова', 'Ольга', 'alpha', 'included', 'ma');
INSERT INTO assignments VALUES ('ma', 'alpha-1', '2025/2026', 'maths', 2, 'in_person'), ('mb', 'beta-1', '2025/2026', 'russian', 2, 'remote');
INSERT INTO assessments VALUES ('a1', '2025/2026', 'two', '2025-10-10', ''), ('b1', '2025/2026', 'one', '2025-10-10', '');
INSERT INTO ioms VALUES ('r1', 'b1', 'mb', '2025/2026', '2025-10-15', 2, 'in_progress', NULL, 1),
  ('r0', 'b1', 'mb', '2024/2025', '2024-10-15', 4, 'completed', '2025-05-15', 1);
INSERT INTO iom_activities (iom, section, title, due_on, done_on) VALUES ('r1', '1.1', 'Вебинар', '2025-11-01', '2025-10-30'),
  ('r1', '1.2', 'Урок', '2026-02-01', NULL);
INSERT INTO mentorships VALUES ('b1', 'b2', '7', '2023-09-10', '2023-09-15', NULL, 1);
INSERT INTO courses VALUES ('a1', 'Программа', 'federal', 'federal', 36, '2025-09-10', '2025-10-01', NULL);
INSERT INTO associations (code, municipality, name, kind, head, head_consent) VALUES ('mo-1', 'alpha', 'МО математики', 'gmo', 'Орлова А. П.', 1);
INSERT INTO contests VALUES ('a1', 'Учитель года', 'regional', 'winner', '2024/2025', 1);
INSERT INTO practices (slug, municipality, title, kind, authors, authors_consent, annotation, body, materials_url, reviewed_on, status, year) VALUES
  ('p-a', 'alpha', 'Практика А', 'pedagogical', 'Орлова А. П.', 1, 'Достаточно длинная аннотация практики.', 'Текст', 'https://example.ru/a', '2025-09-09', 'published', 2025),
  ('p-b', 'beta', 'Практика Б', 'managerial', NULL, NULL, 'Достаточно длинная аннотация практики.', 'Текст', NULL, '2025-09-09', 'published', 2024);
INSERT INTO documents (code, municipality, kind, title, signed_on, school_year, url) VALUES
  ('d-a', 'alpha', 'plan', 'План', '2025-09-01', '2025/2026', 'https://example.ru/p'),
  ('d-b', 'beta', 'plan', 'План', '2023-09-01', NULL, 'https://example.ru/p'),
  ('d-r', NULL, 'order', 'Приказ', '2023-09-01', NULL, 'https://example.ru/o');
INSERT INTO events (code, title, kind, starts_on, ends_on) VALUES ('e1', 'Неделя математики', 'week', '2026-02-01', '2026-02-07');
INSERT INTO ums_tasks VALUES ('alpha', '1.1.1', 'осень', '2025-11-01', '2025-10-30', 'https://example.ru/t'),
  ('beta', '1.1.1', 'весна', '2026-03-01', NULL, NULL);
INSERT INTO audits VALUES ('alpha', '2025/2026', 'Сайт', 5, 4, 3);
)sql";

inline std::vector<config::FormDefinition> all_forms() {
  return config::load_form_definitions(project_folder() / "data" / "forms");
}

inline std::vector<quality::Check> shipped_checks() {
  return quality::load_checks(project_folder() / "data" / "checks", {}, all_forms());
}

/// With ordinary spaces for no-break ones, so that expectations can be read.
inline std::string plain_spaces(std::string text) {
  for (auto at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0"))
    text.replace(at, 2, " ");
  return text;
}

/// Inspects the clean registry after `sql` has run on it.
inline quality::Inspection inspect_spoilt(const std::string& sql,
                                          const std::vector<quality::Check>& checks,
                                          const config::RegionProfile& profile = quality_profile(),
                                          base::Date as_of = kAsOf) {
  static const TempFolder clean_folder("quality-clean");
  static const auto clean_file =
      make_registry(clean_folder, std::string("BEGIN;") + kClean + "COMMIT;");
  const auto file = clean_folder.path() / "spoilt" / "registry.db";
  std::filesystem::create_directories(file.parent_path());
  std::filesystem::copy_file(clean_file, file, std::filesystem::copy_options::overwrite_existing);
  registry::Database(file, registry::Database::Mode::kReadWrite)
      .execute("PRAGMA synchronous = OFF;" + sql);
  auto db = registry::open_registry(file);
  return quality::inspect(db, profile, all_forms(), checks, as_of);
}

}  // namespace metodaktiv::test
