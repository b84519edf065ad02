#include "registry/registry.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <set>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "registry/storage_failure.h"

namespace metodaktiv::registry {
namespace {

namespace fs = std::filesystem;

std::int64_t checked_version(Database& db) {
  const auto application = db.scalar("PRAGMA application_id");
  if (application != kApplicationId) {
    throw base::Failure(
        fmt::format("Файл «{}» — не реестр «Методактива» (другая база данных). Укажите файл "
                    "реестра в --registry.",
                    db.file().string()));
  }
  const auto version = db.scalar("PRAGMA user_version");
  if (version > kSchemaVersion) {
    throw base::Failure(
        fmt::format("Реестр «{}» записан более новой версией программы (разметка {}, эта версия "
                    "понимает до {}). "
                    "Обновите программу.",
                    db.file().string(), version, kSchemaVersion));
  }
  return version;
}

bool is_empty_database(Database& db) {
  return db.scalar("SELECT count(*) FROM sqlite_schema") == 0 &&
         db.scalar("PRAGMA application_id") == 0;
}

void migrate(Database& db, std::int64_t from, const fs::path& schema_folder) {
  for (auto version = from + 1; version <= kSchemaVersion; ++version) {
    const fs::path script = schema_folder / "migrations" / fmt::format("{:04}.sql", version);
    Transaction transaction(db);
    if (db.scalar("PRAGMA user_version") >= version) continue;  // another process was first
    db.execute(base::read_file(script), script.string());
    db.execute(fmt::format("PRAGMA user_version = {}", version));
    transaction.commit();
  }
}

/// Takes back what a killed command wrote half-way. SQLite does that for whoever opens the file
/// next, but not for a reader. Without the right to write the reader will say what is the matter.
void take_back_half_a_write(const fs::path& file) {
  if (!base::stands(file.string() + "-journal")) return;
  try {
    Database db(file, Database::Mode::kReadWrite);
    static_cast<void>(db.scalar("SELECT count(*) FROM sqlite_schema"));
  } catch (const StorageFailure&) {
    return;
  }
}

/// «столбец methodists.code», «триггер …».
std::set<std::string> structure_of(Database& db) {
  std::set<std::string> parts;
  auto query = db.prepare(
      "SELECT CASE s.type WHEN 'table' THEN 'столбец ' || s.name || '.' || c.name "
      "WHEN 'trigger' THEN 'триггер ' || s.name ELSE 'представление ' || s.name END "
      "FROM sqlite_schema AS s LEFT JOIN pragma_table_info(s.name) AS c ON s.type = 'table' "
      "WHERE s.type IN ('table', 'trigger', 'view') AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
  while (query.next()) parts.insert(query.text(0));
  return parts;
}

}  // namespace

Database open_registry(const fs::path& file) {
  if (!base::stands(file)) {
    throw base::Failure(fmt::format(
        "Реестр «{}» не найден. Создайте его командой import (из таблиц) или demo (пример).",
        file.string()));
  }
  take_back_half_a_write(file);
  Database db(file, Database::Mode::kReadOnly);
  const auto version = checked_version(db);
  if (version < kReadableVersion) {
    throw base::Failure(
        fmt::format("Реестр «{}» записан прежней версией программы (разметка {}, нужна {}). "
                    "Выполните import с любым "
                    "файлом — разметка обновится, данные сохранятся.",
                    file.string(), version, kSchemaVersion));
  }
  return db;
}

Database open_or_create_registry(const fs::path& file, const fs::path& schema_folder) {
  if (file.has_parent_path()) base::create_folders(file.parent_path());
  Database db(file, Database::Mode::kCreate);
  if (is_empty_database(db)) {
    const fs::path schema = schema_folder / "schema.sql";
    const std::string sql = base::read_file(schema);
    Transaction transaction(db);
    db.execute(sql, schema.string());
    transaction.commit();
    return db;
  }
  migrate(db, checked_version(db), schema_folder);
  return db;
}

std::vector<std::string> table_names(Database& registry) {
  std::vector<std::string> names;
  auto query = registry.prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE "
      "'\\' "
      "AND name NOT LIKE 'journal%' ORDER BY name");
  while (query.next()) names.push_back(query.text(0));
  return names;
}

std::vector<std::string> column_names(Database& registry, std::string_view table) {
  std::vector<std::string> names;
  auto query = registry.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid");
  query.bind(1, std::string(table));
  while (query.next()) names.push_back(query.text(0));
  return names;
}

RegistryState state_of(Database& registry) {
  RegistryState state;
  state.data_version = registry.scalar("PRAGMA data_version");
  struct stat info {};
  if (::stat(registry.file().c_str(), &info) == 0) {
    state.device = info.st_dev;
    state.file = info.st_ino;
  }
  return state;
}

std::string foreign_structure(Database& registry, const fs::path& schema_folder) {
  if (registry.scalar("PRAGMA user_version") != kSchemaVersion) return {};
  Database model;
  const fs::path schema = schema_folder / "schema.sql";
  model.execute(base::read_file(schema), schema.string());
  const auto wanted = structure_of(model), found = structure_of(registry);
  for (const auto& part : wanted) {
    if (!found.contains(part)) return "не хватает: " + part;
  }
  for (const auto& part : found) {
    if (!wanted.contains(part)) return "лишнее: " + part;
  }
  return {};
}

}  // namespace metodaktiv::registry
