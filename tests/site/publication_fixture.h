#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/file_sink.h"
#include "base/files.h"
#include "base/text.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "registry/database.h"

namespace metodaktiv::test {

/// Keeps the files of a build in memory; a path written twice is an error.
class MemorySink : public base::FileSink {
 public:
  void write(std::string_view path, std::string_view bytes) override {
    const std::lock_guard lock(mutex_);
    if (!files_.emplace(path, bytes).second) throw std::logic_error("twice: " + std::string(path));
  }
  std::filesystem::path scratch(std::string_view) override { throw std::logic_error("scratch"); }
  void adopt(std::string_view) override { throw std::logic_error("adopt"); }

  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }
  [[nodiscard]] const std::string& file(const std::string& path) const { return files_.at(path); }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> files_;
};

/// An empty publication database with the tables of data/publication.sql and a filled `about`.
inline registry::Database empty_publication() {
  const auto script =
      base::read_file(std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data" / "publication.sql");
  std::string statements;
  for (const auto& line : base::split(script, '\n')) {
    statements += line.substr(0, line.find("--")) + "\n";
  }
  registry::Database database;
  for (const auto& statement : base::split(statements, ';')) {
    if (base::trimmed(statement).starts_with("CREATE TABLE")) database.execute(statement);
  }
  database.execute(
      "INSERT INTO about VALUES ('region', 'demo'), ('as_of', '2026-11-01'), ('school_year', "
      "'2026/2027'), "
      "('program_version', '1.0'), ('years', '2024/2025|2025/2026|2026/2027'), ('disclosure_k', "
      "'5')");
  return database;
}

inline config::RegionProfile small_profile() {
  config::RegionProfile profile;
  profile.code = "demo";
  profile.name = "Демонстрационная область";
  profile.operator_.name = "Центр & методика";
  config::IndicatorDefinition second, first;
  second.id = "zeta";
  first.id = "alpha";
  profile.indicators = {second, first};
  profile.source_documents = {
      {"order", "Положение об активе", "Положение", "1-1", "2023-09-18", "Центр"}};
  config::StandardFunction function;
  function.number = "1.1.1";
  function.title = "Диагностика; анализ, выводы";
  function.who = "служба";
  function.deadline = "до 25 сентября";
  function.due = {{"Собрать заявки", {{9, 25}}, "", ""},
                  {"Проверить списки", {{9, 25}, {1, 15}}, "", ""}};
  profile.standard.directions = {{"1", "Направление", {{"1.1", "Группа", {function}}}}};
  return profile;
}

inline config::SiteConfig small_site() {
  config::SiteConfig site;
  site.base_url = "https://rma.example.ru/x/";
  site.title = "Актив <области>";
  site.description = "Методисты & практики";
  return site;
}

}  // namespace metodaktiv::test
