#include "commands/demo_command.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/error.h"
#include "base/text.h"
#include "commands/file_aside.h"
#include "commands/help_formatter.h"
#include "demo/demo.h"
#include "registry/registry.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

std::string content_of(registry::Database& registry) {
  const auto count = [&registry](const char* table) {
    return registry.scalar(fmt::format("SELECT count(*) FROM {}", table));
  };
  return fmt::format(
      "{}, {}, {}, {}, {}",
      base::counted(count("municipalities"), "муниципалитет", "муниципалитета", "муниципалитетов"),
      base::counted(count("organizations"), "организация", "организации", "организаций"),
      base::counted(count("teachers"), "педагог", "педагога", "педагогов"),
      base::counted(count("methodists"), "методист", "методиста", "методистов"),
      base::counted(count("practices"), "практика", "практики", "практик"));
}

}  // namespace

void DemoCommand::setup(CLI::App& app) {
  common_.add_registry(app);
  common_.add_region(app);
  app.add_option("--scale", scale_,
                 "размер: 1 — вся область, 0.05 — для пробы, 40 — вся страна (по умолчанию 1)")
      ->type_name("S")
      ->check(number_between(0.001, 1000));
  app.add_option("--seed", seed_, "зерно: с тем же числом получаются те же данные (по умолчанию 1)")
      ->type_name("N");
  common_.add_as_of(app);
  common_.add_project(app);
}

int DemoCommand::run() {
  const fs::path file = common_.registry();
  if (fs::exists(file)) {
    throw base::Failure(
        fmt::format("Файл «{}» уже есть. Пример пишется только в новый реестр: укажите другое имя "
                    "или удалите файл.",
                    file.string()));
  }
  const fs::path data = common_.project() / "data";
  const auto profile = common_.profile();
  FileAside aside(file);
  std::string content;
  {
    auto registry = registry::open_or_create_registry(aside.path(), data);
    demo::make_demo(registry, profile, data, {scale_, seed_, common_.as_of()});
    content = content_of(registry);
  }
  aside.keep();
  fmt::print("Готов пример реестра: {} ({}, все люди вымышлены).\n{}.\n", file.string(),
             profile.name, content);
  return 0;
}

}  // namespace metodaktiv::commands
