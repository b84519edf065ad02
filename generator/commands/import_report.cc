#include "commands/import_report.h"

#include <fmt/format.h>

#include "base/text.h"
#include "commands/finding_json.h"
#include "config/ownership.h"

namespace metodaktiv::commands {
namespace {

using nlohmann::ordered_json;

/// «; в столбцах: Должность — 3, Предмет — 1».
std::string changed_columns(const import::TableCount& table, const config::FormDefinition* form) {
  std::vector<std::string> parts;
  for (const auto& column : table.columns) {
    const auto* known = form ? form->column(column.column) : nullptr;
    parts.push_back(
        fmt::format("{} — {}", known ? known->title : column.column, base::grouped(column.rows)));
  }
  return parts.empty() ? std::string() : fmt::format(" (в столбцах: {})", base::join(parts, ", "));
}

std::string rows_text(std::int64_t rows) {
  return base::counted(rows, "строка", "строки", "строк");
}

}  // namespace

void print_report(const import::ImportReport& report,
                  const std::vector<config::FormDefinition>& forms, bool preview, bool refused) {
  for (const auto& finding : report.findings.sorted())
    fmt::print(stderr, "{}\n", base::to_text(finding));
  for (const auto& file : report.files) {
    if (preview && !file.format.empty()) fmt::print("{}: {}\n", file.label, file.format);
  }
  for (const auto& table : report.tables) {
    const auto* form = config::form_of(forms, table.table);
    if (refused) {
      fmt::print("{} ({}): прочитано строк: {}\n", form ? form->title : table.table, table.table,
                 base::grouped(table.rows));
      continue;
    }
    fmt::print("{} ({}): новых {}, изменено {}{}, без изменений {}\n",
               form ? form->title : table.table, table.table, base::grouped(table.added),
               base::grouped(table.changed), changed_columns(table, form),
               base::grouped(table.unchanged));
  }
}

std::string import_outcome(const import::ImportReport& report, bool check_only, bool partial) {
  const auto errors = static_cast<std::int64_t>(report.errors);
  const auto warnings = static_cast<std::int64_t>(report.warnings);
  if (errors > 0 && !partial) {
    return fmt::format("{}: реестр не изменён. Исправьте файлы и повторите.",
                       base::counted(errors, "ошибка", "ошибки", "ошибок"));
  }
  std::string text;
  if (check_only) {
    text = errors > 0
               ? fmt::format("Проверка: будет принято — {}, возвращено — {}; реестр не изменён.",
                             rows_text(report.taken), rows_text(report.returned))
               : "Проверка пройдена, реестр не изменён.";
  } else if (!report.applied && errors > 0) {
    text = "Ни одна строка не принята, реестр не изменён.";
  } else if (errors > 0) {
    text = fmt::format("Принято: {}; возвращено с замечаниями: {}.", rows_text(report.taken),
                       rows_text(report.returned));
  } else {
    text = "Загружено.";
  }
  if (warnings > 0) {
    text +=
        fmt::format(" {}: загрузке не мешают, но проверьте их.",
                    base::counted(warnings, "предупреждение", "предупреждения", "предупреждений"));
  }
  return text;
}

ordered_json report_json(const import::ImportReport& report) {
  ordered_json json;
  json["applied"] = report.applied;
  json["taken"] = report.taken;
  json["returned"] = report.returned;
  json["errors"] = report.errors;
  json["warnings"] = report.warnings;
  auto& files = json["files"] = ordered_json::array();
  for (const auto& file : report.files) {
    ordered_json item{{"file", file.label}, {"format", file.format}};
    if (!file.municipality.empty()) item["municipality"] = file.municipality;
    if (file.stamp) item["form_made_on"] = file.stamp->made_on;
    files.push_back(std::move(item));
  }
  json["findings"] = findings_json(report.findings.sorted());
  auto& tables = json["tables"] = ordered_json::array();
  for (const auto& t : report.tables) {
    ordered_json item{{"table", t.table},
                      {"rows", t.rows},
                      {"added", t.added},
                      {"changed", t.changed},
                      {"unchanged", t.unchanged}};
    for (const auto& column : t.columns) item["changed_columns"][column.column] = column.rows;
    tables.push_back(std::move(item));
  }
  return json;
}

}  // namespace metodaktiv::commands
