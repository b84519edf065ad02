#include "commands/import_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <optional>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/file_aside.h"
#include "commands/import_report.h"
#include "commands/registry_scope.h"
#include "commands/remarks_files.h"
#include "import/profile_keys.h"
#include "quality/check.h"
#include "quality/inspection.h"
#include "registry/registry.h"
#include "release/sha256.h"
#include "tabular/charset.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

std::string file_checksum(const fs::path& file) { return release::sha256(base::read_file(file)); }

/// What data/checks remark about the rows, for the municipality: warnings, as they stand.
std::vector<import::RowRemark> remarks_of(std::vector<quality::QualityFinding> findings) {
  std::vector<import::RowRemark> remarks;
  remarks.reserve(findings.size());
  for (auto& f : findings) {
    remarks.push_back({std::move(f.table), std::move(f.key), std::move(f.column),
                       std::move(f.check), std::move(f.finding.value), std::move(f.finding.message),
                       std::move(f.finding.remedy)});
  }
  return remarks;
}

}  // namespace

void ImportCommand::setup(CLI::App& app) {
  app.add_option("PATH", paths_,
                 "заполненные формы и другие книги Excel (.xlsx), файлы CSV, папки с ними; лист и "
                 "файл CSV называются по таблице, например «Региональные методисты» или "
                 "teachers.csv. Книга — до "
                 "32 МБ, лист — до 200 000 строк и 256 столбцов")
      ->type_name("ПУТЬ")
      ->required();
  common_.add_registry(app);
  common_.add_region(app);
  app.add_flag("--check", check_, "только проверить и показать, что изменится");
  app.add_flag("--partial", partial_,
               "принять строки без ошибок, остальные вернуть в книге замечаний");
  app.add_option("--municipality", municipality_,
                 "принимать строки только этого муниципалитета: его код или название")
      ->type_name("КОД");
  app.add_option("--remarks", remarks_,
                 "записать замечания книгой Excel с пометками в ячейках; если это папка — по книге "
                 "на каждый файл")
      ->type_name("ПУТЬ")
      ->check(not_empty);
  app.add_option("--encoding", encoding_,
                 "кодировка файлов CSV, если программа угадала её неверно: utf-8, utf-16, "
                 "windows-1251, cp866, koi8-r")
      ->type_name("ИМЯ");
  app.add_option("--separator", separator_,
                 "разделитель в файлах CSV, если программа угадала его неверно: «,», «;» или tab")
      ->type_name("ЗНАК");
  app.add_flag("--json", json_, "замечания и итоги в формате JSON");
  common_.add_as_of(app);
  common_.add_project(app);
}

import::ImportOptions ImportCommand::options(
    const std::vector<config::FormDefinition>& forms) const {import::ImportOptions options;
options.check_only = check_;
options.partial = partial_;
options.municipality = municipality_;
if (!encoding_.empty()) {
  options.csv.charset = tabular::charset_named(encoding_);
  if (!options.csv.charset) {
    throw base::UsageError(fmt::format(
        "--encoding: кодировки «{}» программа не знает. Допустимо: utf-8, utf-16, windows-1251, "
        "cp866, koi8-r.",
        encoding_));
  }
}
if (!separator_.empty()) {
  const auto separator = separator_ == "tab" || separator_ == "\\t" ? "\t" : separator_;
  if (separator.size() != 1 ||
      std::string_view(",;\t|").find(separator) == std::string_view::npos) {
    throw base::UsageError("--separator: разделитель — «,», «;», «|» или слово tab.");
  }
  options.csv.separator = separator.front();
}
options.program = METODAKTIV_VERSION;
options.time = now();
options.checksum = file_checksum;
const auto profile = common_.profile();
const auto as_of = common_.as_of();
const auto checks = quality::load_checks(common_.project() / "data" / "checks",
                                         profile.folder / "checks.toml", forms);
options.review = [profile, as_of, checks, &forms](registry::Database& registry) {
  return remarks_of(quality::judge_rows(registry, profile, forms, checks, as_of));
};
return options;
}  // namespace metodaktiv::commands

int ImportCommand::run() {
  const fs::path data = common_.project() / "data";
  const auto forms = config::load_form_definitions(data / "forms");
  const auto profile = common_.profile();
  const auto keys = import::profile_keys(profile);
  const fs::path file = common_.registry();
  auto settings = options(forms);

  std::vector<fs::path> written;
  settings.before_commit = [&](const import::ImportReport& report) {
    RemarksRequest request{remarks_, import_outcome(report, check_, partial_), partial_,
                           common_.as_of()};
    // Rows that a partial import leaves out must not be lost.
    if (remarks_.empty() && partial_ && !check_ && report.returned > 0)
      request.target = free_remarks_file();
    if (!request.target.empty()) written = write_remarks_files(report, forms, settings, request);
  };

  // A registry that does not exist yet is made aside: a failed import leaves nothing behind.
  std::error_code ignored;
  std::optional<FileAside> aside;
  if (!base::stands(file) || fs::file_size(file, ignored) == 0) aside.emplace(file);
  import::ImportReport report;
  {
    auto registry = registry::open_or_create_registry(aside ? aside->path() : file, data);
    require_own_region(registry, profile, data / "regions");
    settings.municipality = municipality_code(registry, municipality_);
    report = import::import_tables(registry, forms, keys, {paths_.begin(), paths_.end()}, settings);
  }
  if (aside && report.applied) aside->keep();

  const bool failed = report.findings.has_errors() && !(partial_ && report.taken > 0);
  if (json_) {
    std::cout << report_json(report).dump(1, ' ', false,
                                          nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
  } else {
    print_report(report, forms, check_, failed);
    fmt::print(failed ? stderr : stdout, "{}\n", import_outcome(report, check_, partial_));
    for (const auto& path : written) fmt::print("Замечания: {}\n", path.string());
    if (written.empty() && !report.findings.empty() && remarks_.empty()) {
      fmt::print(
          "Чтобы получить книгу Excel с пометками в ячейках, добавьте --remarks "
          "remarks.xlsx.\n");
    }
  }
  return failed ? 1 : 0;
}

}  // namespace metodaktiv::commands
