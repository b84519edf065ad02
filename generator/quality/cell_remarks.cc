#include "quality/cell_remarks.h"

#include <fmt/format.h>

#include <algorithm>

#include "quality/relations.h"
#include "registry/registry.h"

namespace metodaktiv::quality {
namespace {

using config::ColumnType;
using config::FormColumn;
using config::FormDefinition;

constexpr std::string_view kTable =
    "CREATE TEMP TABLE cell_remarks (table_name TEXT, municipality TEXT, key TEXT, column TEXT, "
    "value, "
    "reason TEXT, list TEXT);";
constexpr int kFirstPlausibleYear = 2000;

/// A condition over one cell and what it means when it holds.
struct Rule {
  std::string reason;
  std::string condition;  ///< {0} stands for the cell
};

bool is_text(ColumnType type) {
  return type != ColumnType::kInteger && type != ColumnType::kNumber &&
         type != ColumnType::kBoolean && type != ColumnType::kYear;
}

std::vector<Rule> rules_of(const FormColumn& column, base::SchoolYear year, base::Date as_of) {
  std::vector<Rule> rules;
  if (column.required && is_text(column.type)) rules.push_back({"required", "trim({0}) = ''"});
  const auto when_filled = [&](std::string reason, std::string_view condition) {
    rules.push_back({std::move(reason), fmt::format("{{0}} <> '' AND ({})", condition)});
  };
  switch (column.type) {
    case ColumnType::kCode:
      when_filled("code", "{0} GLOB '*[^a-z0-9-]*' OR {0} GLOB '-*' OR length({0}) > 64");
      break;
    case ColumnType::kDate:
      when_filled("date",
                  "{0} NOT GLOB '[0-9]*-[0-9]*-[0-9]*' OR length({0}) <> 10 OR date({0}, '+0 "
                  "days') IS NOT {0}");
      when_filled("late",
                  fmt::format("{{0}} > '{}' AND date({{0}}, '+0 days') IS {{0}}", as_of.iso()));
      break;
    case ColumnType::kSchoolYear: {
      const std::string good =
          "{0} GLOB '[12][0-9][0-9][0-9]/[12][0-9][0-9][0-9]' AND substr({0}, 6) - substr({0}, 1, "
          "4) = 1";
      when_filled("school_year", fmt::format("NOT ({})", good));
      when_filled("year_range", fmt::format("{} AND ({{0}} < '{}' OR {{0}} > '{}')", good,
                                            kFirstPlausibleYear, year.next().text()));
      break;
    }
    case ColumnType::kUrl:
      when_filled("link",
                  "{0} NOT LIKE 'http://_%' AND {0} NOT LIKE 'https://_%' OR {0} GLOB '*[ <>\"]*'");
      break;
    case ColumnType::kEmail:
      when_filled("email", "{0} NOT LIKE '%_@_%._%' OR {0} LIKE '%@%@%' OR instr({0}, ' ') > 0");
      break;
    default:
      break;
  }
  return rules;
}

std::string substituted(std::string_view condition, const std::string& cell) {
  std::string text(condition);
  for (auto at = text.find("{0}"); at != std::string::npos;
       at = text.find("{0}", at + cell.size())) {
    text.replace(at, 3, cell);
  }
  return text;
}

}  // namespace

void fill_cell_remarks(registry::Database& registry, const std::vector<FormDefinition>& forms,
                       base::SchoolYear year, base::Date as_of) {
  registry.execute(kTable);
  for (const auto& form : forms) {
    const auto stored = registry::column_names(registry, form.table);
    const auto place = municipality_of(forms, form, "t");
    const auto key = key_of(form, "t");
    for (const auto& column : form.columns) {
      if (std::find(stored.begin(), stored.end(), column.key) == stored.end()) continue;
      const auto cell = "t." + column.key;
      const auto head = fmt::format("INSERT INTO temp.cell_remarks SELECT '{}', {}, {}, '{}'",
                                    form.table, place, key, column.key);
      for (const auto& rule : rules_of(column, year, as_of)) {
        registry.execute(fmt::format("{}, {}, '{}', NULL FROM main.{} AS t WHERE {}", head, cell,
                                     rule.reason, form.table, substituted(rule.condition, cell)));
      }
      if (column.profile_values.empty()) continue;
      const bool list = column.type == ColumnType::kList;
      const std::string item = list ? "j.value" : cell;
      const std::string source =
          list ? fmt::format(
                     ", json_each('[' || replace(json_quote({}), '|', '\",\"') || ']') AS j", cell)
               : std::string();
      registry.execute(fmt::format(
          "{}, {}, 'unknown', '{}' FROM main.{} AS t{} WHERE {} <> '' AND {} <> '' AND {} NOT IN "
          "(SELECT key FROM temp.profile_keys WHERE list = '{}')",
          head, item, column.profile_values, form.table, source, cell, item, item,
          column.profile_values));
    }
  }
  registry.execute("CREATE INDEX temp.cell_remarks_reason ON cell_remarks (reason)");
}

}  // namespace metodaktiv::quality
