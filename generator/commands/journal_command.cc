#include "commands/journal_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "base/error.h"
#include "base/text.h"
#include "commands/help_formatter.h"
#include "commands/journal_json.h"
#include "commands/journal_text.h"
#include "import/export_layout.h"
#include "registry/registry.h"

namespace metodaktiv::commands {
namespace {

constexpr std::size_t kMostShown = 50;
constexpr double kHighestNumber = 999'999'999;

void print_json(const nlohmann::ordered_json& json) {
  std::cout << json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

std::vector<config::FormDefinition> load_forms(const CommonOptions& common) {
  return config::load_form_definitions(common.project() / "data" / "forms");
}

JournalNames names_in(registry::Database& registry,
                      const std::vector<config::FormDefinition>& forms) {
  JournalNames names{forms, {}};
  auto query = registry.prepare("SELECT code, name FROM municipalities", "чтение журнала");
  while (query.next()) names.municipalities[query.text(0)] = query.text(1);
  return names;
}

registry::JournalEntry entry_of(registry::Database& registry, std::int64_t id) {
  auto entries = registry::read_journal(registry);
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [id](const auto& entry) { return entry.id == id; });
  if (found == entries.end()) {
    throw base::Failure(
        fmt::format("Загрузки № {} в журнале нет. Список загрузок с номерами покажет команда "
                    "journal без --show и --undo.",
                    id));
  }
  return std::move(*found);
}

}  // namespace

void JournalCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  app.add_option("--show", show_, "показать, что изменила загрузка с этим номером")
      ->type_name("НОМЕР")
      ->check(number_between(1, kHighestNumber));
  app.add_option("--undo", undo_,
                 "отменить загрузку с этим номером: реестр становится таким, каким был до неё")
      ->type_name("НОМЕР")
      ->check(number_between(1, kHighestNumber));
  app.add_flag("--json", json_, "журнал в формате JSON");
  common_.add_project(app);
}

int JournalCommand::run() {
  if (show_ > 0 && undo_ > 0)
    throw base::UsageError("--show и --undo вместе не указывают: выберите одно.");
  return undo_ > 0 ? undo() : show_ > 0 ? show() : list();
}

int JournalCommand::list() const {
  auto registry = registry::open_registry(common_.registry());
  const auto entries = registry::read_journal(registry);
  if (json_) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& entry : entries) list.push_back(entry_json(entry));
    print_json({{"imports", std::move(list)}});
    return 0;
  }
  const auto forms = load_forms(common_);
  const auto names = names_in(registry, forms);
  for (const auto& entry : entries) fmt::print("{}", entry_text(entry, names));
  if (entries.empty()) fmt::print("Журнал пуст: загрузок, изменивших реестр, ещё не было.\n");
  return 0;
}

int JournalCommand::show() const {
  using registry::ChangesOf;
  auto registry = registry::open_registry(common_.registry());
  const auto entry = entry_of(registry, show_);
  const auto changed = registry::read_changes(registry, show_, kMostShown, ChangesOf::kChangedRows);
  const auto added = registry::read_changes(registry, show_, kMostShown, ChangesOf::kAddedRows);
  if (json_) {
    auto json = entry_json(entry);
    json["changed_rows"] = changes_json(changed);
    json["added_rows"] = changes_json(added);
    print_json(json);
    return 0;
  }
  const auto forms = load_forms(common_);
  const auto names = names_in(registry, forms);
  std::int64_t all_changed = 0, all_added = 0;
  for (const auto& table : entry.tables) {
    all_changed += table.changed;
    all_added += table.added;
  }
  fmt::print("{}", entry_details(entry, names));
  if (!changed.empty())
    fmt::print("Изменённые строки:\n{}", changes_text(changed, all_changed, names));
  if (!added.empty()) fmt::print("Новые строки:\n{}", changes_text(added, all_added, names));
  return 0;
}

int JournalCommand::undo() const {
  const auto forms = load_forms(common_);
  // A registry that is none is refused before it is opened for writing.
  { const auto probe = registry::open_registry(common_.registry()); }
  auto registry = registry::open_or_create_registry(common_.registry(), common_.project() / "data");
  const auto entry = entry_of(registry, undo_);
  const auto refusal = registry::undo_import(registry, import::export_layout(forms), undo_, now());
  if (json_) {
    nlohmann::ordered_json json{{"number", undo_}, {"undone", !refusal.has_value()}};
    if (refusal) json["refused"] = refusal_json(*refusal);
    print_json(json);
  } else if (refusal) {
    fmt::print(stderr, "metodaktiv: {}\n",
               refusal_text(undo_, *refusal, names_in(registry, forms)));
  } else {
    fmt::print("{}", undone_text(entry, names_in(registry, forms)));
  }
  return refusal ? 1 : 0;
}

}  // namespace metodaktiv::commands
