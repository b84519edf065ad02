#include "quality/integrity.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "config/ownership.h"
#include "content/markdown.h"
#include "quality/relations.h"
#include "registry/registry.h"
#include "registry/storage_failure.h"

namespace metodaktiv::quality {
namespace {

using base::Severity;

constexpr std::size_t kFile = 0, kReference = 1, kQuery = 2, kText = 3, kEncoding = 4;

QualityFinding make_finding(std::size_t check, base::Place place, std::string value,
                            std::string message, std::string remedy) {
  const auto& id = integrity_checks()[check].id;
  QualityFinding result;
  result.check = id;
  result.finding = {Severity::kError, id, std::move(place), std::move(value), std::move(message),
                    std::move(remedy)};
  return result;
}

/// Of an answer of SQLite's check, in Russian where it tells of a page that cannot be read.
std::string first_line(std::string_view answer) {
  if (answer.find("unable to get the page") != std::string_view::npos)
    return "часть файла не читается с диска";
  constexpr std::string_view kHead = "*** in database main ***\n";
  if (answer.starts_with(kHead)) answer.remove_prefix(kHead.size());
  return std::string(answer.substr(0, answer.find('\n')));
}

std::string file_name(registry::Database& registry) { return registry.file().filename().string(); }

/// SQLite 3.40 (Debian 12) reports «NULL value in …» for whole WITHOUT ROWID tables whose key
/// columns do not come first. Such an answer counts only when the table does hold a NULL there.
class FalseNulls {
 public:
  explicit FalseNulls(registry::Database& registry) : registry_(registry) {}

  bool explain(std::string_view answer) {
    constexpr std::string_view kStart = "NULL value in ";
    if (!answer.starts_with(kStart)) return false;
    const auto place = answer.substr(kStart.size());
    const auto dot = place.find('.');
    if (dot == std::string_view::npos) return false;
    const auto [it, added] = known_.emplace(place, false);
    if (added) {
      it->second =
          registry_.scalar(fmt::format("SELECT count(*) FROM main.\"{}\" WHERE +\"{}\" IS NULL",
                                       place.substr(0, dot), place.substr(dot + 1))) == 0;
    }
    return it->second;
  }

 private:
  registry::Database& registry_;
  std::map<std::string, bool> known_;
};

struct BrokenReference {
  std::string table, column, parent, parent_key;
};

/// References that at least one row breaks.
std::vector<BrokenReference> broken_references(registry::Database& registry) {
  std::vector<BrokenReference> result;
  auto query = registry.prepare(
      "SELECT DISTINCT c.\"table\", f.\"from\", f.\"table\", ifnull(f.\"to\", 'code') "
      "FROM pragma_foreign_key_check AS c JOIN pragma_foreign_key_list(c.\"table\") AS f ON f.id = "
      "c.fkid "
      "ORDER BY 1, 2");
  while (query.next()) {
    result.push_back({query.text(0), query.text(1), query.text(2), query.text(3)});
  }
  return result;
}

void run_indicator(registry::Database& registry, const config::IndicatorDefinition& indicator,
                   base::SchoolYear year, base::Date as_of) {
  const auto origin = indicator.query_file.string();
  auto query = registry.prepare(indicator.sql, origin);
  query.bind_if_present(":school_year", year.text());
  query.bind_if_present(":previous_year", year.previous().text());
  query.bind_if_present(":as_of", as_of.iso());
  if (query.columns() != 3) {
    throw base::Failure(
        fmt::format("{}: запрос возвращает столбцов: {}, а нужны три.", origin, query.columns()));
  }
  std::set<std::string> seen;
  while (query.next()) {
    const auto code = query.text_or_empty(0);
    static_cast<void>(query.optional_real(1));
    static_cast<void>(query.optional_real(2));
    if (!code.empty() && !seen.insert(code).second) {
      throw base::Failure(fmt::format("{}: муниципалитет «{}» в ответе дважды.", origin, code));
    }
  }
}

}  // namespace

const std::vector<CheckCount>& integrity_checks() {
  static const std::vector<CheckCount> kChecks = {
      {"registry-file", Severity::kError, "Файл реестра повреждён", {}, 0},
      {"broken-reference", Severity::kError, "Ссылка на код, которого нет", {}, 0},
      {"indicator-query", Severity::kError, "Запрос показателя не выполняется", {}, 0},
      {"practice-text", Severity::kError, "Текст практики не принимается", {}, 0},
      {"broken-text", Severity::kError, "Испорченный текст", {}, 0},
  };
  return kChecks;
}

std::vector<QualityFinding> check_file(registry::Database& registry) {
  constexpr std::size_t kMost = 100;
  std::vector<QualityFinding> findings;
  const auto add = [&](std::string_view what) {
    findings.push_back(make_finding(kFile, {file_name(registry), {}, 0, {}}, {},
                                    fmt::format("Файл реестра повреждён: {}.", what),
                                    "Восстановите файл из резервной копии."));
  };
  FalseNulls false_nulls(registry);
  try {
    auto query = registry.prepare("PRAGMA quick_check(2147483647)");
    while (findings.size() < kMost && query.next()) {
      const auto answer = query.text(0);
      if (answer != "ok" && !false_nulls.explain(answer)) add(first_line(answer));
    }
  } catch (const base::Failure& failure) {  // the damage stops SQLite's check itself
    if (findings.empty()) add(failure.what());
  }
  return findings;
}

std::vector<QualityFinding> check_references(registry::Database& registry,
                                             const std::vector<config::FormDefinition>& forms) {
  std::vector<QualityFinding> findings;
  for (const auto& broken : broken_references(registry)) {
    const auto* form = config::form_of(forms, broken.table);
    const auto* column = form ? form->column(broken.column) : nullptr;
    if (!column) continue;
    const auto* parent = config::form_of(forms, broken.parent);
    auto query = registry.prepare(fmt::format(
        "SELECT {0}, {1}, t.{2} FROM main.{3} AS t WHERE t.{2} IS NOT NULL AND t.{2} NOT IN "
        "(SELECT {4} FROM main.{5}) ORDER BY 2",
        municipality_of(forms, *form, "t"), key_of(*form, "t"), broken.column, broken.table,
        broken.parent_key, broken.parent));
    while (query.next()) {
      const auto value = query.text(2);
      const auto parent_title = parent ? parent->title : broken.parent;
      auto finding = make_finding(
          kReference, {file_name(registry), form->title, 0, column->title}, value,
          fmt::format("Кода «{}» нет в таблице «{}».", value, parent_title),
          fmt::format("Исправьте код или добавьте строку в таблицу «{}».", parent_title));
      finding.municipality = query.text_or_empty(0);
      finding.table = broken.table;
      finding.key = query.text(1);
      finding.column = broken.column;
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

std::vector<QualityFinding> check_texts(registry::Database& registry,
                                        const std::vector<config::FormDefinition>& forms) {
  constexpr std::size_t kMost = 100;
  constexpr std::string_view kRemedy =
      "Впишите текст в эту ячейку заново: исправьте её в таблице и примите таблицу командой "
      "import.";
  std::vector<QualityFinding> findings;
  for (const auto& table : registry::table_names(registry)) {
    const auto* form = config::form_of(forms, table);
    const auto columns = registry::column_names(registry, table);
    auto query = registry.prepare(fmt::format("SELECT {}, {} FROM main.{} AS t ORDER BY 1, 2",
                                              form ? key_of(*form, "t") : "''",
                                              base::join(columns, ", "), table));
    while (query.next() && findings.size() < kMost) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto value = query.value(static_cast<int>(i) + 1);
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr || base::is_valid_utf8(*text)) continue;
        const auto* column = form ? form->column(columns[i]) : nullptr;
        auto key = query.text_or_empty(0);
        if (!base::is_valid_utf8(key)) key.clear();
        auto finding = make_finding(
            kEncoding,
            {file_name(registry), form ? form->title : table, 0,
             column ? column->title : columns[i]},
            {},
            fmt::format("Таблица {}, строка «{}», столбец {}: испорченный текст (не UTF-8).", table,
                        key.empty() ? "…" : key, columns[i]),
            std::string(kRemedy));
        finding.table = table;
        finding.key = std::move(key);
        finding.column = columns[i];
        findings.push_back(std::move(finding));
      }
    }
  }
  return findings;
}

std::vector<QualityFinding> check_indicator_queries(registry::Database& registry,
                                                    const config::RegionProfile& profile,
                                                    base::SchoolYear year, base::Date as_of) {
  std::vector<QualityFinding> findings;
  for (const auto& indicator : profile.indicators) {
    try {
      run_indicator(registry, indicator, year, as_of);
    } catch (const registry::StorageFailure&) {
      throw;  // the query is innocent
    } catch (const base::Failure& failure) {
      findings.push_back(make_finding(
          kQuery, {indicator.query_file.string(), {}, 0, {}}, indicator.id,
          fmt::format("Показатель «{}» не считается. {}", indicator.title, failure.what()),
          "Исправьте запрос: правила записи — в docs/indicators.md."));
    }
  }
  return findings;
}

std::vector<QualityFinding> check_practice_texts(registry::Database& registry,
                                                 const std::vector<config::FormDefinition>& forms) {
  std::string table_title, column_title;
  for (const auto& form : forms) {
    if (form.table != "practices") continue;
    table_title = form.title;
    if (const auto* column = form.column("body")) column_title = column->title;
  }
  std::vector<QualityFinding> findings;
  auto query = registry.prepare(
      "SELECT slug, municipality, body FROM main.practices WHERE status = 'published' ORDER BY "
      "slug");
  while (query.next()) {
    try {
      content::render_markdown(query.text(2));
    } catch (const base::Failure& failure) {
      auto finding = make_finding(kText, {file_name(registry), table_title, 0, column_title}, {},
                                  fmt::format("Практика «{}»: {}", query.text(0), failure.what()),
                                  "До исправления сайт не соберётся.");
      finding.municipality = query.text(1);
      finding.table = "practices";
      finding.key = query.text(0);
      finding.column = "body";
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace metodaktiv::quality
