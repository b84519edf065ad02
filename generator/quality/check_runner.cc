#include "quality/check_runner.h"

#include <fmt/format.h>

#include <array>

#include "base/error.h"
#include "base/text.h"
#include "config/ownership.h"
#include "quality/relations.h"

namespace metodaktiv::quality {
namespace {

using registry::Value;

constexpr std::size_t kMostFindings = 10'000;
constexpr std::array<std::string_view, 4> kNeeded = {"municipality", "key", "column", "value"};

std::map<std::string, int> columns_of(const registry::Statement& query) {
  std::map<std::string, int> columns;
  for (int i = 0; i < query.columns(); ++i) columns.emplace(query.column_name(i), i);
  return columns;
}

/// Text as it stands in the registry: numbers plain, NULL empty.
std::string raw(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return shown(value);
}

std::map<std::string, Value> terms_of(const config::RegionProfile& profile, base::Date as_of) {
  const auto& terms = profile.terms;
  return {{"asset_short", terms.asset_short},
          {"service_short", terms.service_short},
          {"association_short", terms.association_short},
          {"assessment_short", terms.assessment_short},
          {"route_short", terms.route_short},
          {"operator_short", profile.operator_.short_name},
          {"load_min", std::int64_t{profile.norms.load_min}},
          {"load_max", std::int64_t{profile.norms.load_max}},
          {"school_year", base::SchoolYear::of(as_of).text()},
          {"as_of", as_of.iso()}};
}

}  // namespace

CheckRunner::CheckRunner(registry::Database& registry, const config::RegionProfile& profile,
                         const std::vector<config::FormDefinition>& forms, base::Date as_of)
    : registry_(registry),
      forms_(forms),
      terms_(terms_of(profile, as_of)),
      year_(base::SchoolYear::of(as_of)),
      as_of_(as_of) {}

registry::Statement CheckRunner::prepared(const Check& check) const {
  auto query = registry_.prepare(check.sql, check.origin());
  query.bind_if_present(":school_year", year_.text());
  query.bind_if_present(":previous_year", year_.previous().text());
  query.bind_if_present(":as_of", as_of_.iso());
  const auto columns = columns_of(query);
  for (const auto name : kNeeded) {
    if (!columns.contains(std::string(name))) {
      throw base::Failure(fmt::format("{}: в ответе запроса нет столбца «{}». Нужны {}.",
                                      check.origin(), name, fmt::join(kNeeded, ", ")));
    }
  }
  if (check.table.empty() && !columns.contains("table_name")) {
    throw base::Failure(
        fmt::format("{}: не сказано, о какой таблице речь. Укажите table или верните "
                    "столбец table_name.",
                    check.origin()));
  }
  auto names = check.message.names();
  const auto more = check.remedy.names();
  names.insert(names.end(), more.begin(), more.end());
  for (const auto& name : names) {
    if (columns.contains(name) || terms_.contains(name)) continue;
    throw base::Failure(fmt::format(
        "{}: в тексте стоит {{{}}}, а такого столбца в ответе запроса нет.", check.origin(), name));
  }
  return query;
}

std::vector<QualityFinding> CheckRunner::run(const Check& check) const {
  auto query = prepared(check);
  const auto columns = columns_of(query);
  const auto text_of = [&](std::string_view name) {
    return raw(query.value(columns.at(std::string(name))));
  };
  const auto value_of = [&](const std::string& name) {
    const auto it = columns.find(name);
    return it == columns.end() ? terms_.at(name) : query.value(it->second);
  };
  std::vector<QualityFinding> findings;
  std::size_t rows = 0;
  while (query.next()) {
    if (++rows > kMostFindings) continue;
    QualityFinding result;
    result.check = check.id;
    result.municipality = text_of("municipality");
    result.table = columns.contains("table_name") ? text_of("table_name") : check.table;
    result.key = text_of("key");
    result.column = text_of("column");
    const auto* form = config::form_of(forms_, result.table);
    const auto* column = form && !result.column.empty() ? form->column(result.column) : nullptr;
    if (!form || (!column && !result.column.empty())) {
      throw base::Failure(fmt::format("{}: в реестре нет столбца «{}» таблицы «{}».",
                                      check.origin(), result.column, result.table));
    }
    result.finding = {
        check.severity,
        check.id,
        {registry_.file().filename().string(), form->title, 0, column ? column->title : ""},
        text_of("value"),
        check.message.fill(value_of),
        check.remedy.fill(value_of)};
    findings.push_back(std::move(result));
  }
  if (rows > kMostFindings) {
    QualityFinding rest;
    rest.check = check.id;
    rest.finding = {check.severity,
                    check.id,
                    {registry_.file().filename().string(), {}, 0, {}},
                    {},
                    fmt::format("«{}»: показано {} из {}.", check.title,
                                base::grouped(static_cast<std::int64_t>(kMostFindings)),
                                base::counted(static_cast<std::int64_t>(rows), "замечания",
                                              "замечаний", "замечаний")),
                    "Исправьте показанные и повторите проверку."};
    findings.push_back(std::move(rest));
  }
  return findings;
}

}  // namespace metodaktiv::quality
