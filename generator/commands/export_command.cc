#include "commands/export_command.h"

#include <fmt/format.h>

#include "base/text.h"
#include "config/form_definition.h"
#include "import/export_layout.h"
#include "registry/export.h"
#include "registry/registry.h"

namespace metodaktiv::commands {

void ExportCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  app.add_option("--out", out_, "папка, куда записать по файлу CSV на таблицу")
      ->type_name("ПАПКА")
      ->required()
      ->check(not_empty);
  common_.add_project(app);
}

int ExportCommand::run() {
  const auto forms = config::load_form_definitions(common_.project() / "data" / "forms");
  auto registry = registry::open_registry(common_.registry());
  const auto tables = registry::export_tables(registry, import::export_layout(forms), out_);
  std::int64_t rows = 0;
  for (const auto& table : tables) {
    rows += table.rows;
    fmt::print("{}.csv: {}\n", table.name, base::counted(table.rows, "строка", "строки", "строк"));
  }
  fmt::print(
      "Выгружено в «{}»: {}, {}.\n", out_,
      base::counted(static_cast<std::int64_t>(tables.size()), "таблица", "таблицы", "таблиц"),
      base::counted(rows, "строка", "строки", "строк"));
  return 0;
}

}  // namespace metodaktiv::commands
