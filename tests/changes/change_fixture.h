#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "changes/history.h"
#include "config/form_definition.h"
#include "indicators/forms.h"
#include "publication/municipal_publication.h"
#include "publication/publication.h"
#include "support/small_registry.h"

namespace metodaktiv::test {

/// People of Альфа and Бета with and without consent, their assignments, a practice.
inline constexpr const char* kRoster = R"sql(
INSERT INTO methodists (code, last_name, first_name, municipality, organization, subject, included_on, consent_on) VALUES
  ('anna', 'Аннова', 'Анна', 'alpha', 'alpha-1', 'maths', '2024-01-01', '2024-01-01'),
  ('boris', 'Борисов', 'Борис', 'alpha', 'alpha-1', 'maths', '2024-01-01', '2024-01-01'),
  ('vera', 'Верова', 'Вера', 'beta', 'beta-1', 'russian', '2024-01-01', '2024-01-01'),
  ('silent', 'Молчанова', 'Мария', 'alpha', 'alpha-1', 'maths', '2024-01-01', NULL);
INSERT INTO assignments VALUES
  ('anna', 'alpha-1', '2025/2026', 'maths', 30, NULL), ('vera', 'beta-1', '2025/2026', 'russian', 20, NULL);
INSERT INTO practices (slug, municipality, title, kind, annotation, body, status, year) VALUES
  ('club', 'alpha', 'Клуб', 'pedagogical', 'А', 'Т', 'published', 2025);
)sql";

inline constexpr base::Date kFirstDay(2025, 10, 1);
inline constexpr base::Date kSecondDay(2026, 2, 1);
inline constexpr base::Date kThirdDay(2026, 3, 1);

/// Registries and publications of a small region, one after the other.
class ChangeFixture {
 public:
  explicit ChangeFixture(const std::string& name) : folder_(name) {
    profile_.code = "r";
    profile_.name = "Регион";
    profile_.norms = {50, 70, {}};
    profile_.disclosure_k = 5;
    config::IndicatorDefinition share;
    share.id = "share";
    share.title = share.short_title = "Доля педагогов с разрядом";
    share.unit = config::Unit::kPercent;
    share.target = 80;
    share.sql =
        "SELECT municipality, sum(category = 'highest'), count(*) FROM current_teachers GROUP BY 1";
    config::IndicatorDefinition staff = share;
    staff.id = "staff";
    staff.title = staff.short_title = "Методисты";
    staff.unit = config::Unit::kCount;
    staff.target.reset();
    staff.counts_people = false;
    staff.sql = "SELECT municipality, count(*), NULL FROM active_methodists GROUP BY 1";
    profile_.indicators = {share, staff};
  }

  /// A registry of its own; `sql` is run behind the places and the roster.
  std::filesystem::path registry(const std::string& name, const std::string& sql = {}) {
    const auto made = make_registry(folder_, std::string(kPlaces) + kRoster + sql);
    const auto file = folder_.path() / (name + "-registry.db");
    std::filesystem::rename(made, file);
    return file;
  }

  std::filesystem::path publication(const std::string& name, base::Date as_of,
                                    const std::string& sql = {}) {
    const auto file = registry(name, sql);
    const auto results = indicators::compute(file, profile_, as_of, 1);
    auto db = registry::open_registry(file);
    const auto form1 = indicators::form1(db, profile_, as_of);
    const auto out = folder_.path() / (name + ".db");
    std::filesystem::remove(out);
    publication::write_publication({file,
                                    project_folder() / "data/publication.sql",
                                    profile_,
                                    results,
                                    form1,
                                    {},
                                    as_of,
                                    "1",
                                    "https://rma.example.ru/"},
                                   out);
    return out;
  }

  /// The publication with the history of `former` continued.
  std::filesystem::path next(const std::string& name, const std::filesystem::path& former,
                             base::Date as_of, const std::string& sql = {}) {
    const auto out = publication(name, as_of, sql);
    changes::write_history(former, out, project_folder() / "data/history.sql", profile_);
    return out;
  }

  config::RegionProfile& profile() { return profile_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  static std::vector<config::FormDefinition> forms() {
    return config::load_form_definitions(project_folder() / "data" / "forms");
  }

 private:
  TempFolder folder_;
  config::RegionProfile profile_;
};

/// "kind:what" of every row, sorted as the history has them.
inline std::vector<std::string> lines(const changes::Release& release) {
  std::vector<std::string> all;
  for (const auto& row : release.rows) {
    std::string text = row.kind;
    for (const auto* part :
         {&row.municipality, &row.subject, &row.methodist, &row.former_methodist, &row.organization,
          &row.practice, &row.indicator, &row.place, &row.field}) {
      if (!part->empty()) text += ":" + *part;
    }
    if (row.count) text += ":" + std::to_string(*row.count);
    if (row.kind == "figure")
      text += ":" + row.before.value_or("-") + ">" + row.after.value_or("-");
    all.push_back(text);
  }
  return all;
}

}  // namespace metodaktiv::test
