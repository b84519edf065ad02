#include "registry/dangling_references.h"

#include <fmt/format.h>

#include "base/text.h"

namespace metodaktiv::registry {
namespace {

struct Reference {
  std::string parent, from, to;
};

std::vector<Reference> references_of(Database& registry, const std::string& table) {
  std::vector<Reference> references;
  auto query =
      registry.prepare("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?)");
  query.bind(1, table);
  while (query.next()) references.push_back({query.text(0), query.text(1), query.text(2)});
  return references;
}

/// Rows `r` of the table whose reference leads nowhere.
std::string broken_rows(const ExportTable& table, const Reference& reference) {
  return fmt::format(
      "main.{} r WHERE r.{} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM main.{} p WHERE p.{} = "
      "r.{})",
      table.name, reference.from, reference.parent, reference.to, reference.from);
}

/// Imports in force that touched these rows. Optional key columns may stand in the journal empty or
/// as ''.
void collect_imports(Database& registry, const ExportTable& table, const Reference& reference,
                     std::set<std::int64_t>& imports) {
  std::vector<std::string> plain, folded;
  for (const auto& column : table.key) {
    plain.push_back("r." + column);
    folded.push_back(fmt::format("ifnull(r.{}, '')", column));
  }
  const auto rows = broken_rows(table, reference);
  auto query = registry.prepare(
      fmt::format("SELECT DISTINCT import FROM journal_rows WHERE table_name = ? "
                  "AND import IN (SELECT id FROM journal_imports WHERE undone_at IS NULL) "
                  "AND row_key IN (SELECT json_array({}) FROM {} UNION "
                  "SELECT json_array({}) FROM {})",
                  base::join(plain, ", "), rows, base::join(folded, ", "), rows),
      fmt::format("проверка ссылок таблицы {}", table.name));
  query.bind(1, table.name);
  while (query.next()) imports.insert(query.integer(0));
}

}  // namespace

std::vector<DanglingReferences> dangling_references(Database& registry,
                                                    const std::vector<ExportTable>& tables,
                                                    const std::set<std::string>& touched) {
  std::vector<DanglingReferences> found;
  for (const auto& table : tables) {
    DanglingReferences dangling{table.name, {}};
    bool any = false;
    for (const auto& reference : references_of(registry, table.name)) {
      if (!touched.contains(table.name) && !touched.contains(reference.parent)) continue;
      if (registry.scalar("SELECT EXISTS (SELECT 1 FROM " + broken_rows(table, reference) + ")") ==
          0) {
        continue;
      }
      any = true;
      collect_imports(registry, table, reference, dangling.written_by);
    }
    if (any) found.push_back(std::move(dangling));
  }
  return found;
}

}  // namespace metodaktiv::registry
