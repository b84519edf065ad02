#include "commands/report_stage.h"

#include <fmt/format.h>

#include <utility>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/report_inputs.h"
#include "commands/report_packs.h"
#include "quality/check.h"
#include "quality/integrity.h"
#include "registry/content.h"
#include "registry/registry.h"
#include "release/sha256.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

std::string checksum_of(const fs::path& registry_file) {
  auto db = registry::open_registry(registry_file);
  release::Sha256 hash;
  registry::feed_content(db, [&hash](std::string_view bytes) { hash.add(bytes); });
  return hash.finish();
}

/// What `check` finds in the registry, for the reports on the quality of data.
quality::Inspection inspect(const ReportSources& sources) {
  const auto checks = quality::load_checks(sources.project / "data" / "checks",
                                           sources.profile.folder / "checks.toml", sources.forms);
  auto registry = registry::open_registry(sources.registry_file);
  auto inspection =
      quality::inspect(registry, sources.profile, sources.forms, checks, sources.as_of);
  // Over a damaged file nothing else is looked at: no remark for a report, the end of the build.
  base::Findings damage;
  for (const auto& finding : inspection.findings) {
    if (finding.check == quality::integrity_checks().front().id) damage.add(finding.finding);
  }
  stop_if_any(damage, fmt::format("Сайт не собран: реестр «{}» повреждён или не читается с диска.",
                                  sources.registry_file.string()));
  return inspection;
}

/// The reports that stand in `out` if they were made from these inputs; else none.
std::map<std::string, release::StagedFile> former_files(const fs::path& out,
                                                        const std::string& inputs) {
  const auto manifest = out / "manifest.json";
  std::error_code error;
  if (!base::stands(manifest) || !fs::is_regular_file(manifest, error)) return {};
  auto former = release::former_reports(base::read_file(manifest));
  if (!former || former->inputs != inputs) return {};
  return std::move(former->files);
}

}  // namespace

ReportStage::ReportStage(ReportSources sources, SiteBuild& build)
    : sources_(std::move(sources)), build_(build) {
  finding_ = std::async(sources_.jobs > 1 ? std::launch::async : std::launch::deferred,
                        [this] { return find_out(); });
}

ReportStage::Found ReportStage::find_out() const {
  Found found;
  found.registry_checksum = checksum_of(sources_.registry_file);
  found.inputs =
      ReportInputs{found.registry_checksum, sources_.files_checksum, program_checksum(),
                   METODAKTIV_VERSION,      sources_.profile.code,   sources_.municipality,
                   sources_.as_of}
          .fingerprint();
  found.former = former_files(sources_.out, found.inputs);
  // One thread: the others are at work on the figures.
  if (!build_.staging().live_has(found.former, 1)) found.former.clear();
  if (found.former.empty()) found.inspection = inspect(sources_);
  return found;
}

void ReportStage::write(const ReportFigures& figures) {
  found_ = finding_.get();
  auto& staging = build_.staging();
  if (!found_.former.empty()) {
    for (const auto& [path, file] : found_.former) staging.take_over(path, file);
    return;
  }
  written_ = reports::write_reports(
      {sources_.registry_file, sources_.profile, figures.results, figures.form1, figures.form2,
       sources_.as_of, METODAKTIV_VERSION, sources_.jobs, figures.distributions, sources_.forms,
       &*found_.inspection, sources_.municipality, sources_.project / "templates" / "reports",
       true},
      build_.reports());
}

void ReportStage::pack() {
  if (found_.former.empty())
    write_packs(build_.staging(), written_.letters, sources_.as_of, sources_.jobs);
}

std::string ReportStage::inputs() const {
  const bool same = report_files_checksum(sources_.project) == sources_.files_checksum;
  return same ? found_.inputs : std::string();
}

void ReportStage::print_summary() const {
  const auto folder = sources_.out / "reports";
  if (!found_.former.empty()) {
    fmt::print("Служебные отчёты (не для публикации): {}\n", folder.string());
    fmt::print(
        "Отчёты не изменились: взяты из прошлой сборки ({}).\n",
        base::counted(static_cast<std::int64_t>(found_.former.size()), "файл", "файла", "файлов"));
    return;
  }
  fmt::print("Служебные отчёты (не для публикации): {}; {}, {}\n", folder.string(),
             base::counted(static_cast<std::int64_t>(written_.workbooks), "книга Excel",
                           "книги Excel", "книг Excel"),
             base::counted(static_cast<std::int64_t>(written_.texts), "текстовый отчёт",
                           "текстовых отчёта", "текстовых отчётов"));
  fmt::print("Для рассылки: {}; {} и список mailing.csv\n", (folder / "_packs").string(),
             base::counted(static_cast<std::int64_t>(written_.letters.size()), "архив", "архива",
                           "архивов"));
}

}  // namespace metodaktiv::commands
