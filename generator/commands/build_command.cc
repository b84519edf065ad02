#include "commands/build_command.h"

#include <fmt/format.h>

#include <thread>

#include "base/error.h"
#include "base/text.h"
#include "commands/help_formatter.h"
#include "commands/history_stage.h"
#include "commands/municipal_build.h"
#include "commands/registry_scope.h"
#include "commands/report_inputs.h"
#include "commands/report_stage.h"
#include "commands/site_build.h"
#include "commands/site_sources.h"
#include "commands/stage_clock.h"
#include "indicators/forms.h"
#include "indicators/results.h"
#include "publication/personal_values.h"
#include "publication/publication.h"
#include "publication/published.h"
#include "quality/integrity.h"
#include "registry/registry.h"
#include "release/leak_scan.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

release::LeakScanner leak_scanner(const fs::path& registry, const fs::path& publication,
                                  const fs::path& query) {
  release::LeakScanner scanner;
  publication::feed_personal_values(
      registry, publication, query, [&](const publication::PersonalValue& v) {
        if (v.kind == "email") {
          v.allowed ? scanner.allow_email(v.value) : scanner.forbid_email(v.value, v.origin);
        } else if (v.kind == "code") {
          v.allowed ? scanner.allow_code(v.value) : scanner.forbid_code(v.value, v.origin);
        } else {
          v.allowed ? scanner.allow_name(v.value) : scanner.forbid_name(v.value, v.origin);
        }
      });
  return scanner;
}

/// What is no text in the registry would be none in the open data either.
void stop_at_broken_texts(registry::Database& registry,
                          const std::vector<config::FormDefinition>& forms) {
  base::Findings findings;
  for (auto& broken : quality::check_texts(registry, forms))
    findings.add(std::move(broken.finding));
  stop_if_any(findings, "Сайт не собран: в реестре испорченный текст.");
}

}  // namespace

void BuildCommand::setup(CLI::App& app) {
  common_.add_registry(app, false);
  app.add_option("--from", from_,
                 "вместо реестра — публикация региона (publication.db): сайт без отчётов")
      ->type_name("ФАЙЛ")
      ->check(not_empty);
  common_.add_region(app);
  app.add_option("--municipality", municipality_,
                 "собрать отдельный сайт одного муниципалитета: его код или название")
      ->type_name("КОД")
      ->check(not_empty);
  app.add_option("--site", site_,
                 "папка с site.toml и content/ муниципального сайта (по умолчанию "
                 "municipalities/КОД в профиле региона)")
      ->type_name("ПАПКА")
      ->check(not_empty);
  app.add_option("--out", out_, "папка сайта, заменяется целиком (по умолчанию site)")
      ->type_name("ПАПКА")
      ->check(not_empty);
  common_.add_as_of(app);
  app.add_option("--jobs", jobs_, "число потоков (по умолчанию — по числу ядер)")
      ->type_name("N")
      ->check(number_between(1, 256));
  app.add_flag("--timings", timings_, "показать время и память каждого этапа");
  common_.add_project(app);
}

void BuildCommand::check_usage() const {
  const bool registry = !common_.registry().empty();
  if (registry == !from_.empty()) {
    throw base::UsageError(
        registry ? "--registry и --from вместе не указывают: сайт собирают или из реестра, или из "
                   "публикации."
                 : "Не сказано, из чего собирать сайт. Укажите --registry РЕЕСТР или --from "
                   "ПУБЛИКАЦИЯ (файл publication.db).");
  }
  if (!from_.empty() && !common_.given_as_of().empty()) {
    throw base::UsageError("--as-of с --from не указывают: дату данных несёт сама публикация.");
  }
  if (!site_.empty() && municipality_.empty()) {
    throw base::UsageError("--site — для сайта муниципалитета: укажите и --municipality КОД.");
  }
}

int BuildCommand::run() {
  check_usage();
  const unsigned jobs = jobs_ ? jobs_ : std::max(1U, std::thread::hardware_concurrency());
  StageClock clock;
  if (from_.empty()) {
    build_from_registry(jobs, clock);
  } else {
    build_from_publication(
        {from_, common_.project(), out_, site_, common_.given_region(), municipality_, jobs},
        clock);
  }
  if (timings_) fmt::print(stderr, "{}", clock.report());
  return 0;
}

void BuildCommand::build_from_registry(unsigned jobs, StageClock& clock) const {
  const base::Date as_of = common_.as_of();
  const fs::path project = common_.project();
  const auto files_checksum = report_files_checksum(project);
  auto sources = region_sources(project, common_.profile());
  const auto forms = sources.forms;
  auto registry = registry::open_registry(common_.registry());
  require_own_region(registry, sources.profile, project / "data" / "regions");
  stop_at_broken_texts(registry, forms);
  std::string municipality;
  if (!municipality_.empty()) {
    const auto places = publication::published_municipalities(registry);
    const auto& place = publication::find_municipality(places, municipality_);
    municipality = place.code;
    sources =
        municipal_sources(sources, place, municipal_folder(sources.profile, place.code, site_));
  }
  const auto& profile = sources.profile;
  check_former_site(out_, {}, municipality, false);
  clock.stage("настройки");

  const auto state = registry::state_of(registry);
  std::vector<fs::path> keep = {common_.registry(), project};
  if (!site_.empty()) keep.emplace_back(site_);
  SiteBuild build(out_, keep, jobs, clock);
  ReportStage reports({common_.registry(), project, files_checksum, profile, forms, as_of,
                       municipality, out_, jobs},
                      build);

  const auto results = indicators::compute(common_.registry(), profile, as_of, jobs);
  const auto form1 = indicators::form1(registry, profile, as_of);
  const auto form2 = indicators::form2(registry, as_of);
  const auto distributions = indicators::distributions(common_.registry(), profile, as_of);
  clock.stage("показатели");

  const auto former = former_publication(out_, profile.code, municipality);
  const fs::path published =
      municipality.empty() ? build.publication_file() : build.aside("region.db");
  const auto given_away = publication::write_publication(
      {common_.registry(), project / "data" / "publication.sql", profile, results, form1,
       distributions, as_of, METODAKTIV_VERSION, sources.site.base_url, former,
       sources.site.region_url},
      published);
  if (municipality.empty()) continue_history(sources, former, published);
  clock.stage("база публикации");
  const auto site = municipality.empty() ? build.write_public(sources, as_of)
                                         : write_municipal_site(build, sources, municipality,
                                                                published, as_of, former);
  reports.write({results, form1, form2, distributions});
  clock.stage("отчёты");
  reports.pack();
  clock.stage("архивы отчётов");

  build.check_links(sources.site);
  const auto scanner =
      leak_scanner(common_.registry(), build.public_root() / publication::kPublicationPath,
                   project / "data" / "personal_values.sql");
  auto leaks = scanner.scan_files(build.public_root(), build.public_paths(), jobs);
  leaks.append(scanner.scan_texts(
      publication::publication_texts(build.public_root() / publication::kPublicationPath)));
  stop_if_any(leaks, "Сайт не опубликован: в публичные файлы попали персональные данные.");
  clock.stage("поиск утечек");
  if (registry::state_of(registry) != state) {
    throw base::Failure(
        fmt::format("Реестр «{}» изменился или перестал открываться, пока шла сборка. Прежний сайт "
                    "не тронут; повторите сборку.",
                    common_.registry().string()));
  }
  build.publish({METODAKTIV_VERSION,
                 profile.code,
                 as_of.iso(),
                 results.current_year(),
                 reports.registry_checksum(),
                 {},
                 municipality,
                 reports.inputs()});
  print_site_summary(site, build, out_, as_of);
  reports.print_summary();
  if (given_away > 0) {
    fmt::print(
        stderr,
        "Внимание: {} следует из того, что уже было опубликовано прежде; скрыть это нельзя.\n",
        base::counted(static_cast<std::int64_t>(given_away), "малое число", "малых числа",
                      "малых чисел"));
  }
}

}  // namespace metodaktiv::commands
