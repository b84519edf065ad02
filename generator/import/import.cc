#include "import/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "import/cross_checks.h"
#include "import/finding_log.h"
#include "import/journal_notes.h"
#include "import/kept_withdrawals.h"
#include "import/municipality_check.h"
#include "import/review.h"
#include "import/source_finder.h"
#include "import/source_reader.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

using config::FormDefinition;

/// A collection workbook may hold the rows of its own municipality only, whatever the options.
void restrict_to_municipalities(Inputs& inputs, const std::string& municipality, FindingLog& log) {
  for (auto& file : inputs.files) {
    const auto stamped = file.stamp ? file.stamp->municipality : std::string();
    file.municipality = municipality.empty() ? stamped : municipality;
    if (stamped.empty() || stamped == file.municipality) continue;
    log.add(base::Severity::kError, file.label,
            {"municipality",
             fmt::format("Это форма муниципалитета «{}», а загружаются данные муниципалитета «{}».",
                         stamped, municipality),
             "Проверьте, тот ли это файл."});
  }
  for (auto& source : inputs.sources)
    source.municipality = inputs.files[source.file_index].municipality;
}

/// Tells rows that can be taken from those that cannot, per source.
std::vector<InputTable> list_tables(registry::Database& database,
                                    const std::vector<Source>& sources) {
  std::vector<InputTable> tables;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& source = sources[i];
    InputTable table{source.file_index, source.sheet, source.form->table, source.header_row,
                     source.rows,       {},           source.readable};
    table.bad_rows = source.unstaged;
    auto query =
        database.prepare(fmt::format("SELECT _row FROM staging.{} WHERE _source = ? AND NOT _valid",
                                     source.form->table),
                         "отбор строк");
    query.bind(1, static_cast<std::int64_t>(i));
    while (query.next()) table.bad_rows.push_back(query.integer(0));
    std::sort(table.bad_rows.begin(), table.bad_rows.end());
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace

ImportReport import_tables(registry::Database& database, const std::vector<FormDefinition>& forms,
                           const ProfileKeys& keys, const std::vector<std::filesystem::path>& paths,
                           const ImportOptions& options) {
  ImportReport report;
  FindingLog log;
  auto inputs = find_inputs(paths, forms, log);
  restrict_to_municipalities(inputs, options.municipality, log);
  Staging staging(database, forms);
  stage_sources(database, staging, forms, keys, options.csv, inputs, log);

  registry::Transaction transaction(database);
  check_across_rows(database, forms, inputs.sources, log);
  check_municipalities(database, forms, inputs.sources, log);
  leave_out_dependants(database, forms, inputs.sources, options.partial, log);
  keep_withdrawals(database, inputs.sources, log);
  report.files = std::move(inputs.files);
  report.inputs = list_tables(database, inputs.sources);
  report.tables = compare_with_registry(database, forms, inputs.sources);
  for (const auto& table : report.tables)
    report.taken += table.added + table.changed + table.unchanged;
  for (const auto& input : report.inputs)
    report.returned += static_cast<std::int64_t>(input.bad_rows.size());

  // Written first, judged then: rules see the registry as it would be. Without a commit nothing of
  // it stays.
  const bool may_commit = !options.check_only && (!log.has_errors() || options.partial);
  if (options.review || may_commit) {
    const auto entry = may_commit && !options.time.empty()
                           ? open_journal_entry(database, report, options)
                           : std::nullopt;
    if (entry) record_changes(database, forms, inputs.sources, *entry);
    apply_to_registry(database, forms, inputs.sources);
    if (options.review)
      report_remarks(database, forms, inputs.sources, options.review(database), log);
    report.findings = log.result();
    if (entry) note_warnings(database, *entry, report);
  }
  report.findings = log.result();
  report.errors = log.errors();
  report.warnings = log.warnings();
  report.applied = may_commit && (report.taken > 0 || !log.has_errors());
  if (options.before_commit) options.before_commit(report);
  if (may_commit) transaction.commit();
  return report;
}

}  // namespace metodaktiv::import
