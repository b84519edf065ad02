#include "registry/undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "registry/dangling_references.h"
#include "registry/journal_values.h"

namespace metodaktiv::registry {
namespace {

using Columns = std::vector<std::pair<std::string, Value>>;

/// Puts the rows of one table back as they were.
class TableRestorer {
 public:
  TableRestorer(Database& registry, const ExportTable& table)
      : registry_(&registry), table_(&table) {
    auto query = registry.prepare("SELECT name, \"notnull\" FROM pragma_table_info(?)");
    query.bind(1, table.name);
    while (query.next()) required_[query.text(0)] = query.boolean(1);
    for (const auto& column : table.key) {
      key_.push_back(required_.at(column) ? fmt::format("{} = ?", column)
                                          : fmt::format("ifnull({}, '') = ifnull(?, '')", column));
    }
  }

  /// Whether the row was there.
  bool remove(const Columns& key) {
    auto& statement = prepared(
        fmt::format("DELETE FROM main.{} WHERE {}", table_->name, base::join(key_, " AND ")));
    bind_key(statement, 1, key);
    statement.run();
    return registry_->changes() == 1;
  }

  /// Whether the row was there and still held what the import had written, where that is asked.
  bool change_back(const Columns& key, const Columns& before, const Columns& after) {
    if (before.empty()) return true;
    std::vector<std::string> settings, conditions = key_;
    for (const auto& [column, value] : before) settings.push_back(known(column) + " = ?");
    for (const auto& [column, value] : after) conditions.push_back(known(column) + " IS ?");
    auto& statement =
        prepared(fmt::format("UPDATE main.{} SET {} WHERE {}", table_->name,
                             base::join(settings, ", "), base::join(conditions, " AND ")));
    int index = 1;
    for (const auto& [column, value] : before) statement.bind(index++, value);
    index = bind_key(statement, index, key);
    for (const auto& [column, value] : after) statement.bind(index++, value);
    statement.run();
    return registry_->changes() == 1;
  }

 private:
  [[noreturn]] void damaged() const {
    throw base::Failure(
        fmt::format("Журнал реестра повреждён: запись о таблице {} не подходит к ней. "
                    "Восстановите реестр из резервной копии.",
                    table_->name));
  }

  const std::string& known(const std::string& column) const {
    if (!required_.contains(column)) damaged();
    return column;
  }

  int bind_key(Statement& statement, int index, const Columns& key) const {
    if (key.size() != key_.size()) damaged();
    for (const auto& [part, value] : key) statement.bind(index++, value);
    return index;
  }

  Statement& prepared(const std::string& sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
      const auto purpose = fmt::format("отмена загрузки, таблица {}", table_->name);
      found = statements_.emplace(sql, registry_->prepare(sql, purpose)).first;
    }
    return found->second;
  }

  Database* registry_;
  const ExportTable* table_;
  std::map<std::string, bool> required_;
  std::vector<std::string> key_;
  std::map<std::string, Statement> statements_;
};

void require_in_force(Database& registry, std::int64_t id) {
  auto query = registry.prepare("SELECT undone_at FROM journal_imports WHERE id = ?");
  query.bind(1, id);
  if (!query.next()) {
    throw base::Failure(fmt::format(
        "Загрузки № {} в журнале нет. Список загрузок с номерами покажет команда journal.", id));
  }
  if (!query.is_null(0)) {
    throw base::Failure(fmt::format("Загрузка № {} уже отменена: отменять нечего.", id));
  }
}

/// Imports in force that touched a row of this one since, or would put back a value that refers to
/// a row which this one added: they have to be undone first, or could never be.
std::set<std::int64_t> later_on_same_rows(Database& registry, std::int64_t id) {
  auto query = registry.prepare(
      "SELECT DISTINCT import FROM journal_rows WHERE import > ?1 "
      "AND import IN (SELECT id FROM journal_imports WHERE undone_at IS NULL) "
      "AND (table_name, row_key) IN "
      "(SELECT table_name, row_key FROM journal_rows WHERE import = ?1)",
      "поиск более поздних загрузок");
  query.bind(1, id);
  std::set<std::int64_t> imports;
  while (query.next()) imports.insert(query.integer(0));
  auto references = registry.prepare(
      "SELECT DISTINCT j.import FROM journal_rows AS j, json_each(j.before) AS v "
      "WHERE j.import > ?1 AND j.before IS NOT NULL AND v.type = 'text' "
      "AND j.import IN (SELECT id FROM journal_imports WHERE undone_at IS NULL) "
      "AND v.value IN (SELECT json_extract(row_key, '$[0]') FROM journal_rows "
      "WHERE import = ?1 AND before IS NULL AND json_array_length(row_key) = 1)",
      "поиск более поздних загрузок");
  references.bind(1, id);
  while (references.next()) imports.insert(references.integer(0));
  return imports;
}

class Restoration {
 public:
  Restoration(Database& registry, const std::vector<ExportTable>& tables, std::int64_t id)
      : registry_(registry), tables_(tables), id_(id), values_(registry) {}

  /// Puts all rows back, the last written first. Unless `strict`, rows that are not as the import
  /// left them are passed over. Returns the tables touched.
  std::set<std::string> run(bool strict) {
    auto rows = registry_.prepare(
        "SELECT table_name, row_key, before, after FROM journal_rows WHERE import = ? "
        "ORDER BY position DESC",
        "чтение журнала");
    rows.bind(1, id_);
    std::set<std::string> touched;
    while (rows.next()) {
      const auto table = rows.text(0);
      const auto row_key = rows.text(1);
      auto& restorer = of(table);
      const auto key = values_.read(row_key);
      bool done = false;
      if (rows.is_null(2)) {
        done = restorer.remove(key);
      } else {
        const auto after = rows.text_or_empty(3);
        done = restorer.change_back(key, values_.read(rows.text(2)),
                                    strict && !after.empty() ? values_.read(after) : Columns());
      }
      if (strict && !done) refuse(table, key);
      touched.insert(table);
    }
    return touched;
  }

 private:
  TableRestorer& of(const std::string& name) {
    auto found = restorers_.find(name);
    if (found != restorers_.end()) return found->second;
    const auto table = std::find_if(tables_.begin(), tables_.end(),
                                    [&](const ExportTable& one) { return one.name == name; });
    if (table == tables_.end()) {
      throw base::Failure(
          fmt::format("В журнале названа таблица {}, которой программа не знает: реестр записан "
                      "другой версией программы. Загрузка № {} не отменена.",
                      name, id_));
    }
    return restorers_.emplace(name, TableRestorer(registry_, *table)).first->second;
  }

  [[noreturn]] void refuse(const std::string& table, const Columns& key) const {
    std::vector<std::string> parts;
    for (const auto& [index, value] : key) {
      if (const auto text = shown(value); !text.empty()) parts.push_back(text);
    }
    throw base::Failure(
        fmt::format("Загрузка № {} не отменена: строка «{}» таблицы {} после неё изменена или "
                    "удалена не командой import, и эта правка пропала бы. Верните строку к тому, "
                    "что загружено, или восстановите реестр из резервной копии.",
                    id_, base::join(parts, " · "), table));
  }

  Database& registry_;
  const std::vector<ExportTable>& tables_;
  std::int64_t id_;
  JournalValues values_;
  std::map<std::string, TableRestorer> restorers_;
};

}  // namespace

std::optional<UndoRefusal> undo_import(Database& registry, const std::vector<ExportTable>& tables,
                                       std::int64_t id, const std::string& time) {
  Transaction transaction(registry);
  registry.execute("PRAGMA defer_foreign_keys = ON");
  require_in_force(registry, id);
  auto later = later_on_same_rows(registry, id);
  const auto touched = Restoration(registry, tables, id).run(later.empty());
  const auto dangling = dangling_references(registry, tables, touched);
  if (!later.empty() || !dangling.empty()) {
    UndoRefusal refusal;
    for (const auto& one : dangling) {
      refusal.tables.push_back(one.table);
      for (const auto import : one.written_by) {
        if (import != id) later.insert(import);
      }
    }
    refusal.later.assign(later.begin(), later.end());
    return refusal;
  }
  auto mark = registry.prepare("UPDATE journal_imports SET undone_at = ? WHERE id = ?",
                               "отметка об отмене загрузки");
  mark.bind(1, time).bind(2, id);
  mark.run();
  transaction.commit();
  return std::nullopt;
}

}  // namespace metodaktiv::registry
