#include "import/import.h"

#include <map>
#include <set>
#include <string>

#include "import/cross_checks.h"
#include "import/csv_reader.h"
#include "import/finding_log.h"
#include "import/source_finder.h"
#include "import/staging.h"
#include "import/table_stager.h"

namespace metodaktiv::import {
namespace {

using config::FormDefinition;

std::vector<ColumnRule> make_rules(const FormDefinition& form, const ProfileKeys& keys) {
  std::vector<ColumnRule> rules;
  for (const auto& column : form.columns) rules.emplace_back(form, column, keys);
  return rules;
}

/// Reads every source into staging, in a transaction of its own.
void stage_all(registry::Database& database, Staging& staging, const ProfileKeys& keys,
               std::vector<Source>& sources, FindingLog& log) {
  registry::Transaction transaction(database);
  std::map<std::string, std::vector<ColumnRule>> rules;
  std::set<const FormDefinition*> staged;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    auto& source = sources[i];
    auto found = rules.find(source.form->table);
    if (found == rules.end()) {
      found = rules.emplace(source.form->table, make_rules(*source.form, keys)).first;
    }
    TableStager stager(database, source, static_cast<std::int64_t>(i), found->second, log);
    read_csv(source.file, {}, stager);
    stager.finish();
    staged.insert(source.form);
  }
  for (const auto* form : staged) staging.index_key(*form);
  transaction.commit();
}

}  // namespace

ImportReport import_tables(registry::Database& database, const std::vector<FormDefinition>& forms,
                           const ProfileKeys& keys, const std::vector<std::filesystem::path>& paths,
                           const ImportOptions& options) {
  ImportReport report;
  FindingLog log;
  auto sources = find_sources(paths, forms, log);
  Staging staging(database, forms);
  stage_all(database, staging, keys, sources, log);

  registry::Transaction transaction(database);
  check_across_rows(database, forms, sources, log);
  report.findings = log.result();
  if (log.has_errors()) {
    report.tables = count_rows(database, forms, sources);
    return report;
  }
  report.tables = compare_with_registry(database, forms, sources);
  if (options.check_only) return report;
  apply_to_registry(database, forms, sources);
  transaction.commit();
  report.applied = true;
  return report;
}

}  // namespace metodaktiv::import
