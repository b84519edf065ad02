#include "commands/check_command.h"

#include <fmt/format.h>

#include <iostream>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "commands/inspection_json.h"
#include "commands/profile_links.h"
#include "commands/profile_report.h"
#include "commands/registry_scope.h"
#include "config/form_definition.h"
#include "demo/region_settings.h"
#include "quality/check.h"
#include "quality/inspection.h"
#include "quality/listing.h"
#include "quality/profile_check.h"
#include "registry/registry.h"
#include "reports/report_rules.h"

namespace metodaktiv::commands {
namespace {

constexpr std::size_t kMostListed = 200;

void print(const nlohmann::ordered_json& json) {
  std::cout << json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

}  // namespace

void CheckCommand::setup(CLI::App& app) {
  common_.add_registry(app, false);
  app.add_flag("--profile", profile_,
               "проверить сам профиль региона: тексты, запросы, настройки; реестр не нужен");
  common_.add_region(app);
  common_.add_as_of(app);
  app.add_flag("--strict", strict_, "считать провалом и предупреждения, а не только ошибки");
  app.add_flag("--json", json_, "все замечания в формате JSON");
  common_.add_project(app);
}

int CheckCommand::run() {
  if (profile_ && !common_.registry().empty()) {
    throw base::UsageError(
        "--profile проверяет профиль региона без реестра. Уберите --registry или --profile.");
  }
  if (!profile_ && common_.registry().empty()) {
    throw base::UsageError(
        "Укажите реестр: --registry ФАЙЛ; или --profile, чтобы проверить один профиль региона.");
  }
  return profile_ ? check_profile() : check_registry();
}

int CheckCommand::check_registry() const {
  const auto as_of = common_.as_of();
  const auto data = common_.project() / "data";
  const auto forms = config::load_form_definitions(data / "forms");
  const auto profile = common_.profile();
  const auto checks = quality::load_checks(data / "checks", profile.folder / "checks.toml", forms);
  auto registry = registry::open_registry(common_.registry());
  const auto inspection = quality::inspect(registry, profile, forms, checks, as_of);
  // A damaged file, of which nothing can be read, is reported as such.
  if (!inspection.municipalities.empty()) require_own_region(registry, profile, data / "regions");

  if (json_) {
    print(inspection_json(inspection, profile.code));
    fmt::print(stderr, "{}\n", quality::summary(inspection));
  } else {
    fmt::print("{}", quality::listing(inspection, kMostListed));
  }
  return fails(inspection.count(base::Severity::kError),
               inspection.count(base::Severity::kWarning));
}

int CheckCommand::check_profile() const {
  const auto project = common_.project();
  const auto forms = config::load_form_definitions(project / "data" / "forms");
  auto check = quality::check_profile(project, common_.region(), forms, common_.as_of());
  check.findings.append(
      check_profile_links(project / "templates", check.profile, check.pages, forms));
  const auto demo_file = check.profile.folder / "demo.toml";
  if (!check.profile.code.empty() && base::stands(demo_file)) {
    quality::collect(check.findings, demo_file,
                     [&] { static_cast<void>(demo::load_region_settings(check.profile)); });
  }

  if (!check.profile.code.empty()) {
    quality::collect(check.findings, check.profile.folder / "report_rules.toml",
                     [&] { static_cast<void>(reports::load_report_rules(check.profile)); });
  }

  if (json_) {
    print(profile_json(check, project));
    fmt::print(stderr, "{}\n", profile_summary(check));
  } else {
    fmt::print("{}", profile_listing(check, project));
  }
  return fails(check.findings.count(base::Severity::kError),
               check.findings.count(base::Severity::kWarning));
}

bool CheckCommand::fails(std::size_t errors, std::size_t warnings) const {
  return errors > 0 || (strict_ && warnings > 0);
}

}  // namespace metodaktiv::commands
