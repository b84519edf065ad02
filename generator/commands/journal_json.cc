#include "commands/journal_json.h"

namespace metodaktiv::commands {

using nlohmann::ordered_json;

namespace {

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

}  // namespace

ordered_json entry_json(const registry::JournalEntry& entry) {
  ordered_json json{{"number", entry.id},
                    {"applied_at", entry.applied_at},
                    {"program", entry.program},
                    {"partial", entry.partial},
                    {"undone_at", text_or_null(entry.undone_at)}};
  auto& files = json["files"] = ordered_json::array();
  for (const auto& file : entry.files) {
    files.push_back({{"name", file.name},
                     {"sha256", file.sha256},
                     {"municipality", text_or_null(file.municipality)},
                     {"form_made_on", text_or_null(file.form_made_on)},
                     {"taken", file.taken},
                     {"returned", file.returned},
                     {"warnings", file.warnings}});
  }
  auto& tables = json["tables"] = ordered_json::array();
  for (const auto& table : entry.tables) {
    tables.push_back({{"table", table.table},
                      {"added", table.added},
                      {"changed", table.changed},
                      {"unchanged", table.unchanged}});
  }
  return json;
}

ordered_json changes_json(const std::vector<registry::JournalChange>& changes) {
  auto list = ordered_json::array();
  for (const auto& change : changes) {
    ordered_json item{{"table", change.table}, {"key", change.key}, {"added", change.added}};
    auto& cells = item["cells"] = ordered_json::array();
    for (const auto& cell : change.cells) {
      cells.push_back({{"column", cell.column},
                       {"before", text_or_null(cell.before)},
                       {"after", text_or_null(cell.after)}});
    }
    list.push_back(std::move(item));
  }
  return list;
}

ordered_json refusal_json(const registry::UndoRefusal& refusal) {
  return {{"later", refusal.later}, {"tables", refusal.tables}};
}

}  // namespace metodaktiv::commands
