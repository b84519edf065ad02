#include "commands/options.h"

#include <fmt/format.h>

#include <chrono>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

bool is_project(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "data" / "schema.sql", ignored) &&
         fs::is_directory(folder / "templates", ignored) &&
         fs::is_directory(folder / "content", ignored);
}

}  // namespace

std::string not_empty(const std::string& text) { return text.empty() ? "значение пустое" : ""; }

std::string now() {
  const auto moment = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(moment - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

base::Date today() {
  const auto moscow = std::chrono::system_clock::now() + std::chrono::hours(3);
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(moscow));
  return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
          static_cast<unsigned>(day.day())};
}

void CommonOptions::add_registry(CLI::App& app, bool required) {
  auto* option = app.add_option("--registry", registry_, "файл реестра (SQLite)");
  option->type_name("ФАЙЛ")->check(not_empty);
  if (required) option->required();
}

void CommonOptions::add_region(CLI::App& app) {
  app.add_option("--region", region_,
                 "профиль региона: папка в data/regions (по умолчанию названный в "
                 "data/regions/default.txt)")
      ->type_name("КОД");
}

void CommonOptions::add_as_of(CLI::App& app) {
  app.add_option("--as-of", as_of_,
                 "дата, на которую считать: ГГГГ-ММ-ДД или ДД.ММ.ГГГГ (по умолчанию сегодня)")
      ->type_name("ДАТА");
}

void CommonOptions::add_project(CLI::App& app) {
  app.add_option("--project", project_,
                 "папка с templates/, content/ и data/ (по умолчанию текущая, иначе установленная)")
      ->type_name("ПАПКА")
      ->check(not_empty);
}

base::Date CommonOptions::as_of() const {
  if (as_of_.empty()) return today();
  const auto date = base::Date::parse(as_of_);
  if (!date) {
    throw base::UsageError(fmt::format(
        "--as-of: «{}» — не дата. Пишите ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, например 2025-08-31.", as_of_));
  }
  return *date;
}

fs::path CommonOptions::project() const {
  if (!project_.empty()) {
    if (is_project(project_)) return project_;
    throw base::Failure(
        fmt::format("В папке «{}» нет data/schema.sql, templates/ и content/. Укажите в --project "
                    "папку проекта.",
                    project_));
  }
  std::error_code error;
  if (is_project(fs::current_path(error))) return fs::current_path(error);
  for (fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
       !error && folder.has_relative_path(); folder = folder.parent_path()) {
    if (is_project(folder)) return folder;
  }
  if (is_project(METODAKTIV_SHARE_DIR)) return METODAKTIV_SHARE_DIR;
  throw base::Failure(
      "Не найдены шаблоны и данные программы (templates/, content/, data/). Запустите её из папки "
      "проекта "
      "или укажите эту папку в --project.");
}

std::string CommonOptions::region() const {
  if (!region_.empty()) return region_;
  const auto file = project() / "data" / "regions" / "default.txt";
  const auto text = base::stands(file) ? base::read_file(file) : std::string();
  const std::string code(base::trimmed(text));
  if (code.empty()) {
    throw base::Failure(
        fmt::format("Не сказано, какой регион. Укажите --region КОД или впишите код в файл «{}».",
                    file.string()));
  }
  return code;
}

config::RegionProfile CommonOptions::profile() const {
  return config::load_region_profile(project() / "data" / "regions", region());
}

}  // namespace metodaktiv::commands
