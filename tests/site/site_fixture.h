#pragma once

#include <unistd.h>

#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "base/files.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "publication/withheld_names.h"
#include "publication_fixture.h"
#include "registry/database.h"
#include "site/site.h"
#include "support/small_registry.h"

namespace metodaktiv::test {

/// A small region: Альфа with everything, Бета with people who did not consent, Гамма with nothing.
/// The texts of Альфа hold markup that must never become markup.
inline constexpr const char* kRegion = R"sql(
UPDATE municipalities SET ums_name = 'Центр «А» & <b>сыновья</b>', ums_email = 'a@example.ru',
  ums_site = 'javascript:alert(1)' WHERE code = 'alpha';
INSERT INTO methodists (code, last_name, first_name, patronymic, municipality, organization, subject, included_on,
                        consent_on, directions, about, public_email) VALUES
  ('open', 'Открытая', 'Ольга', 'Олеговна', 'alpha', 'alpha-1', 'maths', '2024-01-01', '2024-01-01', 'deficits', NULL, NULL),
  ('mail', 'Ёлкина', 'Мария', NULL, 'alpha', 'alpha-1', 'russian', '2024-01-01', '2024-01-01', NULL,
   '<img src=x onerror=alert(2)>', 'm@example.ru'),
  ('silent', 'Тайная', 'Т', NULL, 'alpha', 'alpha-1', 'maths', '2024-01-01', NULL, NULL, 'Тайный рассказ', 'tayna@example.ru'),
  ('beta1', 'Скрытная', 'С', NULL, 'beta', 'beta-1', 'maths', '2024-01-01', NULL, NULL, NULL, NULL);
INSERT INTO consents (methodist, field, site, given_on) VALUES ('mail', 'about', '', '2024-01-01'), ('mail', 'email', '', '2024-01-01');
INSERT INTO assignments VALUES ('open', 'alpha-1', '2026/2027', NULL, 30, 'in_person'), ('silent', 'beta-1', '2026/2027', NULL, 40, NULL);
INSERT INTO practices (slug, municipality, title, kind, subject, annotation, body, materials_url, status, year, authors, authors_consent) VALUES
  ('club', 'alpha', 'Клуб <script>alert(3)</script>', 'pedagogical', 'maths', 'Суть "практики"',
   '# Шаги' || char(10) || char(10) || '<script>alert(4)</script>', 'javascript:alert(5)', 'published', 2026, 'Тайный Автор', 0),
  ('draft', 'alpha', 'Тайный черновик', 'pedagogical', NULL, 'Т', 'Т', NULL, 'draft', 2026, NULL, NULL);
INSERT INTO associations (code, municipality, name, kind, subject, members_count, head, head_consent) VALUES
  ('g1', 'alpha', 'ГМО учителей математики', 'gmo', 'maths', 21, 'Тайный Руководитель', 0);
INSERT INTO meetings VALUES ('g1', '2026-10-01', 'Итоги'), ('g1', '2027-01-15', 'План');
INSERT INTO documents (code, municipality, kind, title, signed_on, school_year, url) VALUES
  ('d1', 'alpha', 'plan', 'План работы', '2026-09-10', '2026/2027', 'https://example.ru/plan.pdf'),
  ('d2', 'alpha', 'plan', 'План прошлого года', '2025-09-10', '2025/2026', NULL),
  ('r1', NULL, 'order', 'Приказ региона', '2023-09-18', NULL, NULL);
INSERT INTO events (code, title, kind, starts_on, ends_on, municipality) VALUES
  ('e1', 'Методическая неделя', 'week', '2026-11-09', '2026-11-13', NULL), ('e2', 'Семинар Альфы', 'seminar', '2026-12-01', NULL, 'alpha');
)sql";

/// What the program would add after disclosure control: Бета's share is suppressed.
inline constexpr const char* kFigures = R"sql(
INSERT INTO about VALUES ('region', 'demo'), ('as_of', '2026-10-10'), ('school_year', '2026/2027'),
  ('program_version', '1'), ('years', '2024/2025|2025/2026|2026/2027'), ('disclosure_k', '5');
INSERT INTO indicator_values VALUES
  ('share', 'region', 'demo', 'Регион', '2026/2027', 45, 60, '75.00', 'percent', 80, 'not_met'),
  ('share', 'municipality', 'alpha', 'Альфа', '2026/2027', 41, 50, '82.00', 'percent', 80, 'met'),
  ('share', 'municipality', 'beta', 'Бета', '2026/2027', NULL, NULL, NULL, 'percent', 80, 'suppressed'),
  ('share', 'municipality', 'gamma', 'Гамма', '2026/2027', 0, 0, NULL, 'percent', 80, 'no_data'),
  ('share', 'municipality', 'alpha', 'Альфа', '2025/2026', 1, 3, '33.33', 'percent', 80, 'not_met'),
  ('share', 'territory', 'north', 'Север', '2026/2027', 45, 60, '75.00', 'percent', 80, 'not_met'),
  ('site', 'region', 'demo', 'Регион', '2026/2027', 1, 3, '33.33', 'percent', 100, 'not_met'),
  ('site', 'municipality', 'alpha', 'Альфа', '2026/2027', 1, 1, '1.00', 'presence', 1, 'met');
INSERT INTO distribution_values VALUES
  ('outcome', 'region', 'demo', 1, 'present', 30, 47), ('outcome', 'region', 'demo', 2, 'absent', 17, 47),
  ('outcome', 'territory', 'north', 1, 'present', 30, 47), ('outcome', 'territory', 'north', 2, 'absent', 17, 47),
  ('outcome', 'municipality', 'alpha', 1, 'present', 10, 10), ('outcome', 'municipality', 'alpha', 2, 'absent', 0, 10),
  ('outcome', 'municipality', 'beta', 1, 'present', NULL, NULL), ('outcome', 'municipality', 'beta', 2, 'absent', NULL, NULL),
  ('unknown', 'region', 'demo', 1, 'x', 1, 1);
INSERT INTO form1 VALUES ('region', 'demo', 1, 'russian', 12, 1, 1, 1), ('region', 'demo', 2, 'maths', NULL, NULL, NULL, 3),
  ('region', 'demo', 3, '', 612, 9, 12, 4), ('municipality', 'alpha', 1, 'maths', 140, 2, 2, 1), ('municipality', 'alpha', 2, '', 140, 2, 2, 1);
)sql";

inline config::RegionProfile region_profile() {
  config::RegionProfile profile;
  profile.code = "demo";
  profile.name = "Демонстрационная область";
  profile.name_genitive = "Демонстрационной области";
  profile.name_prepositional = "Демонстрационной области";
  profile.operator_.short_name = "Центр";
  profile.operator_.name = "Центр мастерства";
  profile.terms.service = "муниципальная методическая служба";
  profile.terms.service_short = "ММС";
  profile.norms.load_min = 50;
  profile.norms.load_max = 70;
  profile.document_kinds = {{"plan", "План работы", false, true, ""},
                            {"charter", "Положение о службе", false, true, ""},
                            {"order", "Приказ", true, false, ""}};
  profile.directions = {{"deficits", "Поддержка педагогов"}};
  profile.departments = {{"main", "Отдел", "Всё", {"1.1"}}};
  profile.municipalities = {{"alpha", "Альфа", "округа Альфа", "округе Альфа", "", ""}};
  config::StandardFunction function{"1.1.1",          "Анализ", "Методист", {"Методист смотрит."},
                                    "До 15 сентября", {}};
  function.due.push_back({"Отчёт", {{9, 15}, {12, 1}}, "", ""});
  profile.standard = {"Стандарт", {{"1", "Развитие", {{"1.1", "Дефициты", {function}}}}}};
  profile.indicator_groups = {{"main", "Главное"}};
  config::IndicatorDefinition share;
  share.id = "share";
  share.group = "main";
  share.title = "Доля педагогов";
  share.short_title = "Доля";
  share.source = "Приказ, п. 7";
  share.numerator = "педагоги с маршрутом";
  share.denominator = "педагоги";
  share.target = 80;
  share.sql = "SELECT 1 WHERE 1 < 2";
  auto site = share;
  site.id = "site";
  site.title = "Наличие сайта";
  site.unit = config::Unit::kPresence;
  profile.indicators = {share, site};
  config::DistributionDefinition outcome;
  outcome.id = "outcome";
  outcome.title = "Результаты курсов";
  outcome.short_title = "Результаты";
  outcome.unit = "записей";
  outcome.source = "Слайд 7";
  outcome.note = "Ответ <один>";
  outcome.values = {{"present", "есть", "Проектировать маршрут"}, {"absent", "нет", ""}};
  outcome.sql = "-- для редактора\nSELECT 1 AS key";
  profile.distributions = {outcome};
  return profile;
}

/// publication.db of the region above, made by the real allow-list from a real registry.
inline std::filesystem::path make_publication(const TempFolder& folder,
                                              const std::string& extra = {}) {
  const auto registry_file = make_registry(folder, std::string(kPlaces) + kRegion + extra);
  const auto file = folder.path() / "publication.db";
  registry::Database db(file, registry::Database::Mode::kCreate);
  db.attach_read_only(registry_file, "registry");
  db.execute(
      "CREATE TEMP TABLE build (as_of TEXT, school_year TEXT);"
      "INSERT INTO build VALUES ('2026-10-10', '2026/2027');");
  const publication::ConsentSites sites("https://rma.example.ru", "");
  publication::write_addresses(db, sites);
  publication::write_names(db, sites, base::Date(2026, 10, 10));
  db.execute(base::read_file(project_folder() / "data" / "publication.sql"), "publication.sql");
  db.execute(kFigures);
  return file;
}

/// What npm would bring, as empty stand-ins.
inline void make_vendor_files(const std::filesystem::path& folder) {
  const auto fonts = folder / "node_modules/@fontsource-variable/golos-text/files";
  std::filesystem::create_directories(fonts);
  for (const auto* subset : {"cyrillic", "latin"}) {
    base::write_file(fonts / (std::string("golos-text-") + subset + "-wght-normal.woff2"), "font");
  }
  const auto stemmers = folder / "node_modules/@orama/stemmers/dist";
  std::filesystem::create_directories(stemmers);
  base::write_file(stemmers / "ru.js",
                   "export function stemmer(word){return word}export const language=\"russian\";");
}

/// Builds the site of the small region in memory.
class SiteBuilder {
 public:
  explicit SiteBuilder(const std::string& name, const std::string& extra = {})
      : folder_(name), profile_(region_profile()), publication_(make_publication(folder_, extra)) {
    site_.base_url = "https://demo.example.ru/";
    site_.title = "Методический актив";
    site_.short_title = "Актив";
    site_.description = "Описание сайта";
    site_.accent = "#123456";
    make_vendor_files(folder_.path());
    for (const auto* name_of_page : {"asset", "stages", "standard", "assignment", "help", "privacy",
                                     "accessibility", "about-data", "news/2026-09-01-start"}) {
      content::Page page;
      page.name = name_of_page;
      page.title = std::string("Страница ") + name_of_page;
      page.description = "О странице";
      page.date = page.name.starts_with("news/") ? "2026-09-01" : "";
      page.menu = page.name == "stages" || page.name == "standard" ? "Этапы" : "";
      page.markdown = "Первый абзац.\n\n## Раздел\n\n[реестр](asset/roster.html)\n";
      pages_.push_back(page);
    }
  }

  std::map<std::string, std::string> build(unsigned jobs = 1) {
    MemorySink sink;
    page_paths.clear();
    summary = site::write_site({publication_, profile_, site_, templates, pages_,
                                folder_.path() / "node_modules", jobs, forms},
                               sink, page_paths);
    return sink.files();
  }

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  std::vector<content::Page>& pages() { return pages_; }
  config::RegionProfile& profile() { return profile_; }

  std::filesystem::path templates = project_folder() / "templates";
  std::vector<config::FormDefinition> forms;
  std::vector<std::string> page_paths;
  site::SiteSummary summary;

 private:
  TempFolder folder_;
  config::RegionProfile profile_;
  config::SiteConfig site_;
  std::filesystem::path publication_;
  std::vector<content::Page> pages_;
};

/// All values of an attribute in a page, as written.
inline std::vector<std::string> attributes(const std::string& html, const std::string& name) {
  std::vector<std::string> values;
  const std::string start = " " + name + "=\"";
  for (auto at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
    const auto from = at + start.size();
    values.push_back(html.substr(from, html.find('"', from) - from));
  }
  return values;
}

}  // namespace metodaktiv::test
