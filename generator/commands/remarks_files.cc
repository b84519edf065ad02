#include "commands/remarks_files.h"

#include <fmt/format.h>

#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/file_aside.h"
#include "config/ownership.h"
#include "forms/remarks_workbook.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

bool names_workbook(const fs::path& path) {
  return base::to_lower(path.extension().string()) == ".xlsx";
}

void add_tables(const import::ImportReport& report,
                const std::vector<config::FormDefinition>& forms, std::size_t file,
                bool only_returned, forms::Remarks& remarks) {
  for (const auto& input : report.inputs) {
    if (input.file != file) continue;
    forms::RemarkedTable table;
    table.file = report.files[file].path;
    table.label = report.files[file].label;
    table.sheet = input.sheet;
    table.form = config::form_of(forms, input.table);
    table.header_row = input.header_row;
    // A table that cannot be read as a whole goes back as a whole.
    table.only_rows = only_returned && input.readable;
    if (table.only_rows) table.rows = input.bad_rows;
    if (!table.only_rows || !table.rows.empty()) remarks.tables.push_back(std::move(table));
  }
  const auto& stamp = report.files[file].stamp;
  if (stamp) remarks.stamp = config::to_text(*stamp);
}

void write(const fs::path& file, const forms::Remarks& remarks) {
  if (file.has_parent_path()) base::create_folders(file.parent_path());
  FileAside aside(file);
  forms::write_remarks(aside.path(), remarks);
  aside.keep();
}

}  // namespace

std::vector<fs::path> write_remarks_files(const import::ImportReport& report,
                                          const std::vector<config::FormDefinition>& forms,
                                          const import::ImportOptions& options,
                                          const RemarksRequest& request) {
  if (report.findings.empty()) return {};
  for (const auto& input : report.files) {
    std::error_code ignored;
    if (fs::equivalent(input.path, request.target, ignored)) {
      throw base::Failure(
          fmt::format("--remarks: «{}» — сам загружаемый файл, он был бы потерян. Назовите другой.",
                      request.target.string()));
    }
  }
  const auto findings = report.findings.sorted();
  forms::Remarks blank;
  blank.csv = options.csv;
  blank.made_on = request.made_on;
  blank.outcome = request.outcome;
  if (names_workbook(request.target)) {
    auto remarks = blank;
    remarks.findings = findings;
    for (std::size_t i = 0; i < report.files.size(); ++i)
      add_tables(report, forms, i, request.only_returned, remarks);
    if (report.files.size() != 1) remarks.stamp.clear();
    write(request.target, remarks);
    return {request.target};
  }
  std::vector<fs::path> written;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    auto remarks = blank;
    for (const auto& finding : findings) {
      if (finding.place.file == report.files[i].label) remarks.findings.push_back(finding);
    }
    if (remarks.findings.empty()) continue;
    add_tables(report, forms, i, request.only_returned, remarks);
    const auto stem = report.files[i].path.stem().string();
    auto name = stem + "-remarks.xlsx";
    for (int n = 2; !taken.insert(base::to_lower(name)).second; ++n)
      name = fmt::format("{}-{}-remarks.xlsx", stem, n);
    const auto file = request.target / name;
    write(file, remarks);
    written.push_back(file);
  }
  return written;
}

fs::path free_remarks_file() {
  fs::path file = "remarks.xlsx";
  for (int i = 2; fs::exists(file); ++i) file = fmt::format("remarks-{}.xlsx", i);
  return file;
}

}  // namespace metodaktiv::commands
