#include "registry/form_records.h"

namespace metodaktiv::registry {

void record_forms(Database& registry, const std::vector<FormRecord>& forms) {
  Transaction transaction(registry);
  auto insert = registry.prepare(
      "INSERT OR REPLACE INTO journal_forms (municipality, made_on, due_on, layout, file) "
      "VALUES (?, ?, ?, ?, ?)",
      "запись выданных форм");
  for (const auto& form : forms) {
    insert.bind(1, form.municipality)
        .bind(2, form.made_on)
        .bind(3, form.due_on)
        .bind(4, form.layout)
        .bind(5, form.file);
    insert.run();
  }
  transaction.commit();
}

std::vector<FormRecord> read_forms(Database& registry) {
  std::vector<FormRecord> forms;
  auto query = registry.prepare(
      "SELECT municipality, made_on, due_on, layout, file FROM journal_forms "
      "ORDER BY municipality, made_on",
      "чтение выданных форм");
  while (query.next()) {
    forms.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)});
  }
  return forms;
}

}  // namespace metodaktiv::registry
