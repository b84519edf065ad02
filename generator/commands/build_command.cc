#include "commands/build_command.h"

#include <fmt/format.h>

#include <future>
#include <thread>

#include "base/error.h"
#include "base/text.h"
#include "commands/help_formatter.h"
#include "commands/stage_clock.h"
#include "config/form_definition.h"
#include "config/route_form.h"
#include "config/site_config.h"
#include "content/page.h"
#include "content/page_figures.h"
#include "forms/route_blank.h"
#include "indicators/forms.h"
#include "indicators/results.h"
#include "publication/personal_values.h"
#include "publication/publication.h"
#include "registry/content.h"
#include "registry/registry.h"
#include "release/leak_scan.h"
#include "release/link_check.h"
#include "release/manifest.h"
#include "release/sha256.h"
#include "release/staging.h"
#include "reports/reports.h"
#include "site/feeds.h"
#include "site/open_data.h"
#include "site/site.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

std::string registry_checksum(const fs::path& file) {
  auto db = registry::open_registry(file);
  release::Sha256 hash;
  registry::feed_content(db, [&hash](std::string_view bytes) { hash.add(bytes); });
  return hash.finish();
}

std::vector<std::string> public_paths(const release::Staging& staging) {
  std::vector<std::string> paths;
  constexpr std::string_view kPublic = "public/";
  for (const auto& [path, file] : staging.files()) {
    if (path.starts_with(kPublic)) paths.push_back(path.substr(kPublic.size()));
  }
  return paths;
}

/// Stops the publication when there are findings: lists them, the first `kShown` in full.
void stop_if_any(const base::Findings& findings, std::string_view headline) {
  if (!findings.has_errors()) return;
  constexpr std::size_t kShown = 50;
  const auto list = findings.sorted();
  std::string text(headline);
  for (std::size_t i = 0; i < std::min(kShown, list.size()); ++i)
    text += "\n  " + base::to_text(list[i]);
  if (list.size() > kShown) text += fmt::format("\n  … и ещё {}.", list.size() - kShown);
  throw base::Failure(text);
}

release::LeakScanner leak_scanner(const fs::path& registry, const fs::path& publication,
                                  const fs::path& query) {
  release::LeakScanner scanner;
  publication::feed_personal_values(
      registry, publication, query, [&](const publication::PersonalValue& v) {
        const bool email = v.kind == "email";
        if (v.allowed) {
          email ? scanner.allow_email(v.value) : scanner.allow_name(v.value);
        } else {
          email ? scanner.forbid_email(v.value, v.origin) : scanner.forbid_name(v.value, v.origin);
        }
      });
  return scanner;
}

}  // namespace

void BuildCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  common_.add_region(app);
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

int BuildCommand::run() {
  const unsigned jobs = jobs_ ? jobs_ : std::max(1U, std::thread::hardware_concurrency());
  const base::Date as_of = common_.as_of();
  const fs::path project = common_.project();
  StageClock clock;

  const auto profile = common_.profile();
  const auto site_config = config::load_site_config(profile.folder / "site.toml");
  const auto pages = content::load_pages({project / "content", profile.folder / "content"});
  content::check_figures(pages, profile);
  const auto forms = config::load_form_definitions(project / "data" / "forms");
  const auto route_form = config::load_route_form(profile);
  clock.stage("настройки");

  auto registry = registry::open_registry(common_.registry());
  const auto data_version = registry.scalar("PRAGMA data_version");
  release::Staging staging(out_, {common_.registry(), project});
  release::StagingFolder public_tree(staging, "public");
  release::StagingFolder restricted_tree(staging, "reports");
  auto checksum = std::async(jobs > 1 ? std::launch::async : std::launch::deferred,
                             registry_checksum, common_.registry());

  const auto results = indicators::compute(common_.registry(), profile, as_of, jobs);
  const auto form1 = indicators::form1(registry, profile, as_of);
  const auto form2 = indicators::form2(registry, as_of);
  const auto distributions = indicators::distributions(common_.registry(), profile, as_of);
  clock.stage("показатели");

  const fs::path publication_file = public_tree.scratch(publication::kPublicationPath);
  publication::write_publication(
      {common_.registry(), project / "data" / "publication.sql", profile, results, form1,
       distributions, as_of, METODAKTIV_VERSION, site_config.base_url},
      publication_file);
  clock.stage("база публикации");

  std::vector<std::string> page_paths;
  const auto site = site::write_site({publication_file, profile, site_config, project / "templates",
                                      pages, project / "node_modules", jobs, forms},
                                     public_tree, page_paths);
  {
    registry::Database publication(publication_file, registry::Database::Mode::kReadOnly);
    site::write_open_data(publication, profile, site_config, public_tree);
    site::write_feeds({publication, profile, site_config, pages, page_paths}, public_tree);
  }
  public_tree.adopt(publication::kPublicationPath);
  forms::write_route_downloads(profile, route_form, as_of, public_tree);
  clock.stage("сайт");

  const auto reports =
      reports::write_reports({common_.registry(), profile, results, form1, form2, as_of,
                              METODAKTIV_VERSION, jobs, distributions, forms},
                             restricted_tree);
  clock.stage("отчёты");

  const auto paths = public_paths(staging);
  const fs::path public_root = staging.root() / "public";
  stop_if_any(release::check_links(public_root, paths, jobs),
              "Сайт не опубликован: есть неверные ссылки.");
  clock.stage("проверка ссылок");
  const auto scanner = leak_scanner(common_.registry(), public_root / publication::kPublicationPath,
                                    project / "data" / "personal_values.sql");
  stop_if_any(scanner.scan_files(public_root, paths, jobs),
              "Сайт не опубликован: в публичные файлы попали персональные данные.");
  clock.stage("поиск утечек");
  const auto files = staging.files();
  staging.write("manifest.json",
                release::manifest_json({METODAKTIV_VERSION, profile.code, as_of.iso(),
                                        results.current_year(), checksum.get()},
                                       files));
  if (registry.scalar("PRAGMA data_version") != data_version) {
    throw base::Failure(
        "Реестр изменился, пока шла сборка. Прежний сайт не тронут; повторите сборку.");
  }
  staging.publish();
  clock.stage("публикация");

  fmt::print("Готово: {}, {}, {}; данные на {}\n",
             base::counted(static_cast<std::int64_t>(site.pages), "страница сайта",
                           "страницы сайта", "страниц сайта"),
             base::counted(static_cast<std::int64_t>(reports.workbooks), "книга Excel",
                           "книги Excel", "книг Excel"),
             base::counted(static_cast<std::int64_t>(reports.texts), "текстовый отчёт",
                           "текстовых отчёта", "текстовых отчётов"),
             as_of.in_words());
  fmt::print("Без изменений с прошлой сборки: {} из {}.\n", staging.unchanged(),
             staging.files().size());
  fmt::print("Публичный сайт: {}\nСлужебные отчёты (не для публикации): {}\n",
             (fs::path(out_) / "public" / "index.html").string(),
             (fs::path(out_) / "reports").string());
  if (timings_) fmt::print(stderr, "{}", clock.report());
  return 0;
}

}  // namespace metodaktiv::commands
