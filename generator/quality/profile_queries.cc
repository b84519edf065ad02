#include "quality/profile_queries.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "indicators/environment.h"
#include "quality/check_runner.h"
#include "quality/relations.h"
#include "registry/database.h"

namespace metodaktiv::quality {
namespace {

namespace fs = std::filesystem;
using base::Severity;
using registry::Database;

constexpr std::string_view kQueryRules =
    "Исправьте запрос: какие в нём таблицы и столбцы, сказано в docs/indicators.md.";

/// Where a query stands: its first line is line `first` of `file`; `fallback` when that is unknown.
struct QueryPlace {
  fs::path file;
  std::int64_t first = 1;
  std::int64_t fallback = 0;
  std::string_view sql = {};
};

/// Line of the query that a failure is about. SQLite does not tell it for a table that is not
/// there; the name that the reason ends with does.
std::int64_t line_of(const registry::QueryFailure& failure, std::string_view sql) {
  if (failure.line() > 0) return static_cast<std::int64_t>(failure.line());
  const auto colon = failure.reason().rfind(": ");
  if (colon == std::string::npos) return 0;
  const auto at = sql.find(std::string_view(failure.reason()).substr(colon + 2));
  if (at == std::string_view::npos) return 0;
  return 1 + std::count(sql.begin(), sql.begin() + static_cast<std::ptrdiff_t>(at), '\n');
}

class ProfileQueries {
 public:
  ProfileQueries(const config::RegionProfile& profile, base::Date as_of, base::Findings& findings)
      : profile_(profile), year_(base::SchoolYear::of(as_of)), as_of_(as_of), findings_(findings) {}

  void make_registry(const fs::path& schema) {
    db_.execute(base::read_file(schema), schema.string());
    std::set<std::string> territories;
    auto territory = db_.prepare("INSERT OR IGNORE INTO territories (code, name) VALUES (?, ?)");
    for (const auto& entry : profile_.territories) {
      territories.insert(entry.code);
      territory.bind(1, entry.code).bind(2, entry.name);
      territory.run();
    }
    auto place = db_.prepare(
        "INSERT OR IGNORE INTO municipalities (code, name, kind, territory) VALUES (?, ?, ?, ?)");
    for (const auto& entry : profile_.municipalities) {
      const bool known = territories.contains(entry.territory);
      place.bind(1, entry.code).bind(2, entry.name).bind(3, entry.kind);
      place.bind(4, known ? registry::Value(entry.territory) : std::monostate{});
      place.run();
      if (known || entry.territory.empty()) continue;
      add({profile_.folder / "profile.toml", entry.line, entry.line}, 1, entry.territory,
          fmt::format("Территории муниципалитета «{}» нет среди [[territories]].", entry.name),
          "Добавьте территорию или исправьте её код.");
    }
    auto subject = db_.prepare("INSERT OR IGNORE INTO subjects VALUES (?, ?, ?, ?)");
    for (const auto& entry : profile_.subjects) {
      subject.bind(1, entry.code).bind(2, entry.area).bind(3, entry.name);
      subject.bind(4, std::int64_t{entry.position});
      subject.run();
    }
  }

  /// Each criterion by itself, so that a wrong one does not hide the next; then all that are right.
  void run_criteria() {
    const auto file = profile_.folder / "profile.toml";
    auto good = profile_;
    good.criteria.clear();
    auto one = good;
    for (const auto& criterion : profile_.criteria) {
      one.criteria = {criterion};
      const auto line = line_of_text(file, criterion.rule);
      const auto prepare = [&] {
        indicators::prepare_environment(db_, one, year_, as_of_);
        good.criteria.push_back(criterion);
      };
      guarded({file, line, line}, fmt::format("Условие «{}» не проверяется", criterion.title),
              "Исправьте rule: это условие SQL над столбцами таблицы active_methodists "
              "(docs/indicators.md).",
              prepare);
    }
    indicators::prepare_environment(db_, good, year_, as_of_);
  }

  void run_indicator(const config::IndicatorDefinition& indicator) {
    const auto what = fmt::format("Показатель «{}» не считается", indicator.title);
    guarded({indicator.query_file, 1, 0, indicator.sql}, what, std::string(kQueryRules), [&] {
      run(indicator.sql, indicator.query_file, {"municipality", "numerator", "denominator"},
          [&](registry::Statement& row, std::set<std::string>& seen) {
            const auto code = row.text_or_empty(0);
            static_cast<void>(row.optional_real(1));
            static_cast<void>(row.optional_real(2));
            if (!seen.insert(code).second) {
              throw base::Failure(
                  fmt::format("муниципалитет «{}» в ответе дважды: добавьте GROUP BY.", code));
            }
            if (code != profile_.code && !profile_.municipality(code)) {
              throw base::Failure(fmt::format(
                  "в столбце municipality стоит «{}», а это не код муниципалитета.", code));
            }
            if (row.is_null(1)) {
              throw base::Failure(fmt::format(
                  "числитель муниципалитета «{}» пуст: вместо sum() возьмите total() или "
                  "count(*) FILTER (WHERE …).",
                  code));
            }
          });
    });
  }

  void run_distribution(const config::DistributionDefinition& distribution) {
    const auto what = fmt::format("Распределение «{}» не считается", distribution.title);
    guarded({distribution.query_file, 1, 0, distribution.sql}, what, std::string(kQueryRules), [&] {
      run(distribution.sql, distribution.query_file, {"municipality", "key", "count"},
          [](registry::Statement& row, std::set<std::string>& seen) {
            const auto key = row.text_or_empty(0) + "\n" + row.text_or_empty(1);
            static_cast<void>(row.integer(2));
            if (!seen.insert(key).second) {
              throw base::Failure(fmt::format(
                  "муниципалитет «{}» с ключом «{}» в ответе дважды: добавьте GROUP BY.",
                  row.text_or_empty(0), row.text_or_empty(1)));
            }
          });
    });
  }

  void run_checks(const std::vector<Check>& checks,
                  const std::vector<config::FormDefinition>& forms) {
    prepare_relations(db_, profile_, forms, year_, as_of_);
    const CheckRunner runner(db_, profile_, forms, as_of_);
    for (const auto& check : checks) {
      guarded(
          {check.file, line_of_text(check.file, check.sql, check.line), check.line, check.sql},
          fmt::format("Проверка «{}» не выполняется", check.title),
          "Исправьте запрос или тексты проверки: правила — в docs/checks.md.",
          [&] { static_cast<void>(runner.run(check)); }, check.origin());
    }
  }

 private:
  void add(const QueryPlace& place, std::int64_t line, std::string value, std::string message,
           std::string remedy) {
    const auto at = place.first > 0 && line > 0 ? place.first + line - 1 : place.fallback;
    findings_.add({Severity::kError,
                   "profile-query",
                   {place.file.string(), {}, at, {}},
                   std::move(value),
                   std::move(message),
                   std::move(remedy)});
  }

  /// Runs `query`; what it throws becomes a finding. `origin` need not be repeated in its text.
  void guarded(const QueryPlace& place, const std::string& what, const std::string& remedy,
               const std::function<void()>& query, const std::string& origin = {}) {
    try {
      query();
    } catch (const registry::QueryFailure& failure) {
      add(place, line_of(failure, place.sql), {}, fmt::format("{}: {}.", what, failure.reason()),
          remedy);
    } catch (const base::Failure& failure) {
      std::string_view text = failure.what();
      for (const auto& prefix : {origin + ": ", place.file.string() + ": "}) {
        if (prefix.size() > 2 && text.starts_with(prefix)) text.remove_prefix(prefix.size());
      }
      add(place, 0, {}, fmt::format("{}: {}", what, text), remedy);
    }
  }

  void run(const std::string& sql, const fs::path& file,
           const std::vector<std::string_view>& columns,
           const std::function<void(registry::Statement&, std::set<std::string>&)>& judge) {
    auto query = db_.prepare(sql, file.string());
    query.bind_if_present(":school_year", year_.text());
    query.bind_if_present(":previous_year", year_.previous().text());
    query.bind_if_present(":as_of", as_of_.iso());
    if (query.columns() != static_cast<int>(columns.size())) {
      throw base::Failure(fmt::format("запрос возвращает столбцов: {}, а нужны {}.",
                                      query.columns(), fmt::join(columns, ", ")));
    }
    std::set<std::string> seen;
    while (query.next()) judge(query, seen);
  }

  const config::RegionProfile& profile_;
  base::SchoolYear year_;
  base::Date as_of_;
  base::Findings& findings_;
  Database db_;
};

}  // namespace

std::int64_t line_of_text(const fs::path& file, std::string_view text, std::int64_t from) {
  std::error_code error;
  if (text.empty() || !fs::is_regular_file(file, error)) return 0;
  const auto content = base::read_file(file);
  std::size_t begin = 0;
  for (std::int64_t line = 1; line < from && begin != std::string::npos; ++line) {
    begin = content.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  const auto at = begin == std::string::npos ? begin : content.find(text, begin);
  if (at == std::string::npos) return 0;
  return 1 + std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(at), '\n');
}

void run_profile_queries(const config::RegionProfile& profile,
                         const std::vector<config::FormDefinition>& forms,
                         const std::vector<Check>& checks, const fs::path& schema, base::Date as_of,
                         base::Findings& findings) {
  ProfileQueries queries(profile, as_of, findings);
  queries.make_registry(schema);
  queries.run_criteria();
  // A query file that is missing was reported when the profile was read.
  for (const auto& indicator : profile.indicators) {
    if (!indicator.sql.empty()) queries.run_indicator(indicator);
  }
  for (const auto& distribution : profile.distributions) {
    if (!distribution.sql.empty()) queries.run_distribution(distribution);
  }
  queries.run_checks(checks, forms);
}

}  // namespace metodaktiv::quality
