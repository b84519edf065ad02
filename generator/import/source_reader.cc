#include "import/source_reader.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <string>

#include "import/table_stager.h"
#include "tabular/xlsx_workbook.h"

namespace metodaktiv::import {
namespace {

using config::FormDefinition;

/// The rules of every form, made when they are first needed.
class Rules {
 public:
  Rules(const ProfileKeys& keys, ReferenceNames& names) : keys_(keys), names_(names) {}

  const std::vector<ColumnRule>& of(const FormDefinition& form) {
    const auto [entry, added] = rules_.try_emplace(form.table);
    if (added) {
      for (const auto& column : form.columns)
        entry->second.emplace_back(form, column, keys_, &names_);
    }
    return entry->second;
  }

 private:
  const ProfileKeys& keys_;
  ReferenceNames& names_;
  std::map<std::string, std::vector<ColumnRule>> rules_;
};

/// Reads nothing, keeps nothing: only the format is asked for.
class Nothing : public tabular::RowSink {
 public:
  bool row(std::int64_t, std::span<const tabular::Cell>) override { return false; }
  void file_problem(std::int64_t, Problem) override {}
  void cut_short() override {}
};

void stage_csv(const Source& source, InputFile& file, const tabular::CsvOptions& options,
               TableStager& stager) {
  Nothing nothing;
  if (const auto format = tabular::detect_csv_format(source.file, options, nothing))
    file.format = "CSV: " + tabular::to_text(*format);
  tabular::read_csv(source.file, options, stager);
}

}  // namespace

void stage_sources(registry::Database& database, Staging& staging,
                   const std::vector<FormDefinition>& forms, const ProfileKeys& keys,
                   const tabular::CsvOptions& csv, Inputs& inputs, FindingLog& log) {
  registry::Transaction transaction(database);
  ReferenceNames names(database, forms);
  Rules rules(keys, names);
  std::set<const FormDefinition*> staged;
  std::optional<tabular::XlsxWorkbook> workbook;
  std::size_t workbook_file = inputs.files.size();
  for (std::size_t i = 0; i < inputs.sources.size(); ++i) {
    auto& source = inputs.sources[i];
    TableStager stager(database, source, static_cast<std::int64_t>(i), rules.of(*source.form), log);
    staged.insert(source.form);
    if (source.sheet.empty()) {
      stage_csv(source, inputs.files[source.file_index], csv, stager);
    } else {
      if (workbook_file != source.file_index) {
        Problem problem;
        workbook = tabular::XlsxWorkbook::open(source.file, problem);
        workbook_file = source.file_index;
        if (!workbook) stager.file_problem(0, problem);
      }
      if (workbook) {
        workbook->read(source.sheet_index, stager);
      } else {
        stager.cut_short();
      }
    }
    stager.finish();
  }
  for (const auto* form : staged) staging.index_key(*form);
  transaction.commit();
}

}  // namespace metodaktiv::import
