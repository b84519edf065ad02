#include "commands/diff_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "changes/annex_workbook.h"
#include "changes/causes.h"
#include "changes/report_text.h"
#include "commands/diff_json.h"
#include "commands/file_aside.h"
#include "publication/published.h"
#include "registry/registry.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

/// Of a table in the terminal, and of the rows behind one figure.
constexpr std::size_t kLinesOfTable = 40;
constexpr std::size_t kRowsOfFigure = 10;

changes::Kind kind_of(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    throw base::Failure(fmt::format(
        "Файл «{}» не найден. Укажите два реестра или два файла publication.db.", file.string()));
  }
  std::int64_t application = 0;
  try {
    registry::Database db(file, registry::Database::Mode::kReadOnly);
    application = db.scalar("PRAGMA application_id");
  } catch (const registry::QueryFailure& failure) {
    throw base::Failure(
        fmt::format("Файл «{}» не читается: {}. Укажите два реестра или два файла "
                    "publication.db.",
                    file.string(), failure.reason()));
  }
  if (application == registry::kApplicationId) return changes::Kind::kRegistry;
  if (application == publication::kPublicationId) return changes::Kind::kPublication;
  throw base::Failure(fmt::format(
      "«{}» — не реестр и не публикация «Методактива». Укажите два реестра или два файла "
      "publication.db.",
      file.string()));
}

void check_kinds(const fs::path& before, const fs::path& after) {
  const auto first = kind_of(before), second = kind_of(after);
  if (first == second) return;
  const auto word = [](changes::Kind kind) {
    return kind == changes::Kind::kRegistry ? "реестр" : "публикация";
  };
  throw base::Failure(
      fmt::format("Сравнивают два реестра или две публикации, а здесь «{}» — {}, «{}» — {}.",
                  before.string(), word(first), after.string(), word(second)));
}

/// Registries do not say whose they are; those of one region have municipalities in common.
void check_same_region(const changes::Snapshot& before, const changes::Snapshot& after) {
  const bool common =
      std::any_of(before.municipalities.begin(), before.municipalities.end(),
                  [&](const auto& entry) { return after.municipalities.contains(entry.first); });
  if (common || before.municipalities.empty() || after.municipalities.empty()) return;
  throw base::Failure(fmt::format(
      "Реестры «{}» и «{}» — разных регионов: общих муниципалитетов в них нет. Укажите два реестра "
      "одного региона.",
      before.file.string(), after.file.string()));
}

unsigned threads() { return std::max(1U, std::thread::hardware_concurrency()); }

bool same_file(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

}  // namespace

void DiffCommand::setup(CLI::App& app) {
  app.add_option("before", before_, "что было: реестр или publication.db")
      ->type_name("БЫЛО")
      ->required()
      ->check(not_empty);
  app.add_option("after", after_, "что стало: реестр или publication.db")
      ->type_name("СТАЛО")
      ->required()
      ->check(not_empty);
  common_.add_region(app);
  common_.add_as_of(app);
  app.add_option(
         "--as-of-before", as_of_before_,
         "дата для первого реестра, если она другая: один реестр можно сравнить с ним же на "
         "две даты")
      ->type_name("ДАТА")
      ->check(not_empty);
  app.add_option("--municipality", municipality_, "только один муниципалитет: его код или название")
      ->type_name("КОД")
      ->check(not_empty);
  app.add_option("--markdown", markdown_, "записать всё в файл Markdown")
      ->type_name("ФАЙЛ")
      ->check(not_empty);
  app.add_option("--xlsx", xlsx_, "записать проект приложения к приказу о составе: книга Excel")
      ->type_name("ФАЙЛ")
      ->check(not_empty);
  app.add_flag("--json", json_, "изменения в формате JSON");
  common_.add_project(app);
}

void DiffCommand::check_usage() const {
  if (!as_of_before_.empty() && !base::Date::parse(as_of_before_)) {
    throw base::UsageError(
        fmt::format("--as-of-before: «{}» — не дата. Напишите её как 2026-09-01 или 01.09.2026.",
                    as_of_before_));
  }
  for (const auto& out : {markdown_, xlsx_}) {
    if (out.empty()) continue;
    if (same_file(out, before_) || same_file(out, after_)) {
      throw base::UsageError(
          fmt::format("Файл «{}» — один из сравниваемых, он был бы стёрт. Назовите другой.", out));
    }
  }
  if (!markdown_.empty() &&
      fs::path(markdown_).lexically_normal() == fs::path(xlsx_).lexically_normal()) {
    throw base::UsageError("--markdown и --xlsx — один и тот же файл. Назовите их по-разному.");
  }
}

changes::Changes DiffCommand::compare_registries(const config::RegionProfile& profile) const {
  const auto as_of = common_.as_of();
  const auto as_of_before = base::Date::parse(as_of_before_).value_or(as_of);
  if (as_of_before > as_of) {
    throw base::UsageError(
        fmt::format("Дата первого реестра ({}) позже даты второго ({}): назовите сначала прежний.",
                    as_of_before.dotted(), as_of.dotted()));
  }
  const auto before = changes::read_registry_snapshot(before_, profile, as_of_before, threads());
  const auto after = changes::read_registry_snapshot(after_, profile, as_of, threads());
  check_same_region(before, after);
  return changes::compare(before, after, profile);
}

changes::Changes DiffCommand::compare_publications(const config::RegionProfile& profile) const {
  const auto before = changes::read_publication_snapshot(before_, profile);
  const auto after = changes::read_publication_snapshot(after_, profile);
  if (before.as_of > after.as_of) {
    throw base::Failure(fmt::format(
        "Публикация «{}» (данные на {}) новее, чем «{}» (на {}): назовите сначала прежнюю.",
        before_, before.as_of.dotted(), after_, after.as_of.dotted()));
  }
  return changes::compare(before, after, profile);
}

int DiffCommand::run() {
  check_usage();
  check_kinds(before_, after_);
  const bool registries = kind_of(after_) == changes::Kind::kRegistry;
  std::string region = common_.given_region();
  if (!registries) {
    if (!as_of_before_.empty() || !common_.given_as_of().empty()) {
      throw base::UsageError(
          "--as-of и --as-of-before — для реестров: дату данных несёт сама публикация.");
    }
    const auto first = publication::read_published(before_);
    const auto second = publication::read_published(after_);
    if (first.region != second.region) {
      throw base::Failure(fmt::format("Публикации разных регионов: «{}» — {}, «{}» — {}.", before_,
                                      first.region, after_, second.region));
    }
    if (!region.empty() && region != second.region) {
      throw base::Failure(
          fmt::format("Публикации — региона {}, а в --region назван {}.", second.region, region));
    }
    region = second.region;
  }
  const auto profile =
      registries ? common_.profile()
                 : config::load_region_profile(common_.project() / "data" / "regions", region);
  std::string municipality;
  if (!municipality_.empty()) {
    registry::Database db(after_, registry::Database::Mode::kReadOnly);
    const auto all = publication::published_municipalities(db);
    municipality = publication::find_municipality(all, municipality_).code;
  }
  auto found = registries ? compare_registries(profile) : compare_publications(profile);
  if (!municipality.empty()) found = changes::of_municipality(std::move(found), municipality);
  if (registries) {
    const auto forms = config::load_form_definitions(common_.project() / "data" / "forms");
    changes::find_causes(before_, after_, profile, forms, kRowsOfFigure, found);
  }
  const auto report = changes::make_report(found, profile, municipality);
  write_files(report, profile, found.as_of_after);
  if (json_) {
    std::cout << diff_json(found).dump(1, ' ', false,
                                       nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
  } else if (found.empty()) {
    fmt::print("Изменений нет.\n");
  } else {
    fmt::print("{}", changes::report_text(report, kLinesOfTable));
  }
  return 0;
}

void DiffCommand::write_files(const changes::Report& report, const config::RegionProfile& profile,
                              base::Date created) const {
  std::unique_ptr<FileAside> markdown, xlsx;
  if (!markdown_.empty()) {
    markdown = std::make_unique<FileAside>(markdown_);
    base::put_file(markdown->path(), changes::report_markdown(report));
  }
  if (!xlsx_.empty()) {
    xlsx = std::make_unique<FileAside>(xlsx_);
    changes::write_annex(
        report,
        {profile.operator_.short_name, profile.operator_.organization, METODAKTIV_VERSION, created},
        xlsx->path());
  }
  if (markdown) markdown->keep();
  if (xlsx) xlsx->keep();
}

}  // namespace metodaktiv::commands
