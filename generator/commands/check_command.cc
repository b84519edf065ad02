#include "commands/check_command.h"

#include <fmt/format.h>

#include <iostream>

#include "commands/inspection_json.h"
#include "config/form_definition.h"
#include "quality/check.h"
#include "quality/inspection.h"
#include "quality/listing.h"
#include "registry/registry.h"

namespace metodaktiv::commands {
namespace {

constexpr std::size_t kMostListed = 200;

}  // namespace

void CheckCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  common_.add_region(app);
  common_.add_as_of(app);
  app.add_flag("--strict", strict_, "считать провалом и предупреждения, а не только ошибки");
  app.add_flag("--json", json_, "все замечания в формате JSON");
  common_.add_project(app);
}

int CheckCommand::run() {
  const auto as_of = common_.as_of();
  const auto data = common_.project() / "data";
  const auto forms = config::load_form_definitions(data / "forms");
  const auto profile = common_.profile();
  const auto checks = quality::load_checks(data / "checks", profile.folder / "checks.toml", forms);
  auto registry = registry::open_registry(common_.registry());
  const auto inspection = quality::inspect(registry, profile, forms, checks, as_of);

  if (json_) {
    std::cout << inspection_json(inspection, profile.code)
                     .dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
    fmt::print(stderr, "{}\n", quality::summary(inspection));
  } else {
    fmt::print("{}", quality::listing(inspection, kMostListed));
  }
  const bool failed = inspection.count(base::Severity::kError) > 0 ||
                      (strict_ && inspection.count(base::Severity::kWarning) > 0);
  return failed ? 1 : 0;
}

}  // namespace metodaktiv::commands
