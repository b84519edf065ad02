#include "commands/import_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.h"
#include "commands/file_aside.h"
#include "commands/finding_json.h"
#include "config/form_definition.h"
#include "import/import.h"
#include "import/profile_keys.h"
#include "registry/registry.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

void print_text(const import::ImportReport& report,
                const std::vector<config::FormDefinition>& forms) {
  for (const auto& finding : report.findings.sorted())
    fmt::print(stderr, "{}\n", base::to_text(finding));
  for (const auto& table : report.tables) {
    std::string title = table.table;
    for (const auto& form : forms) {
      if (form.table == table.table) title = form.title;
    }
    if (report.findings.has_errors()) {
      fmt::print("{} ({}): прочитано строк: {}\n", title, table.table, base::grouped(table.rows));
    } else {
      fmt::print("{} ({}): новых {}, изменено {}, без изменений {}\n", title, table.table,
                 base::grouped(table.added), base::grouped(table.changed),
                 base::grouped(table.unchanged));
    }
  }
}

std::string outcome(const import::ImportReport& report, bool check_only) {
  const auto errors = static_cast<std::int64_t>(report.findings.count(base::Severity::kError));
  if (errors > 0) {
    return fmt::format("{}: реестр не изменён. Исправьте файлы и повторите.",
                       base::counted(errors, "ошибка", "ошибки", "ошибок"));
  }
  return check_only ? "Проверка пройдена, реестр не изменён." : "Загружено.";
}

nlohmann::ordered_json to_json(const import::ImportReport& report) {
  nlohmann::ordered_json json;
  json["applied"] = report.applied;
  json["findings"] = findings_json(report.findings.sorted());
  auto& tables = json["tables"] = nlohmann::ordered_json::array();
  for (const auto& t : report.tables) {
    tables.push_back({{"table", t.table},
                      {"rows", t.rows},
                      {"added", t.added},
                      {"changed", t.changed},
                      {"unchanged", t.unchanged}});
  }
  return json;
}

}  // namespace

void ImportCommand::setup(CLI::App& app) {
  app.add_option("PATH", paths_,
                 "файлы CSV и папки с ними: файл называется по таблице, например teachers.csv")
      ->type_name("ПУТЬ")
      ->required();
  common_.add_registry(app);
  common_.add_region(app);
  app.add_flag("--check", check_, "только проверить, ничего не менять");
  app.add_flag("--json", json_, "замечания и итоги в формате JSON");
  common_.add_project(app);
}

int ImportCommand::run() {
  const fs::path data = common_.project() / "data";
  const auto forms = config::load_form_definitions(data / "forms");
  const auto keys = import::profile_keys(common_.profile());
  const fs::path file = common_.registry();

  // A registry that does not exist yet is made aside: a failed import leaves nothing behind.
  std::error_code ignored;
  std::optional<FileAside> aside;
  if (!fs::exists(file, ignored) || fs::file_size(file, ignored) == 0) aside.emplace(file);
  import::ImportReport report;
  {
    auto registry = registry::open_or_create_registry(aside ? aside->path() : file, data);
    report = import::import_tables(registry, forms, keys, {paths_.begin(), paths_.end()}, {check_});
  }
  if (aside && report.applied) aside->keep();

  if (json_) {
    std::cout << to_json(report).dump(1) << '\n';
  } else {
    print_text(report, forms);
    fmt::print(report.findings.has_errors() ? stderr : stdout, "{}\n", outcome(report, check_));
  }
  return report.findings.has_errors() ? 1 : 0;
}

}  // namespace metodaktiv::commands
