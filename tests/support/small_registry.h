#pragma once

#include <filesystem>
#include <string>

#include "registry/database.h"
#include "registry/registry.h"

namespace metodaktiv::test {

/// A folder of a test's own, removed at the end.
class TempFolder {
 public:
  explicit TempFolder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() /
              ("metodaktiv-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::filesystem::path project_folder() { return METODAKTIV_PROJECT_DIR; }

/// A new registry with the real schema, filled by `sql`.
inline std::filesystem::path make_registry(const TempFolder& folder, const std::string& sql) {
  const auto file = folder.path() / "registry.db";
  auto db = registry::open_or_create_registry(file, project_folder() / "data");
  db.execute(sql, "тестовые данные");
  return file;
}

/// Two municipalities in one territory and one outside it, a school each, two subjects.
inline constexpr const char* kPlaces = R"sql(
INSERT INTO territories VALUES ('north', 'Север', NULL);
INSERT INTO municipalities (code, name, territory, ums_site) VALUES
  ('alpha', 'Альфа', 'north', 'https://alpha.example.ru'), ('beta', 'Бета', 'north', ' '), ('gamma', 'Гамма', NULL, NULL);
INSERT INTO organizations (code, municipality, name, kind) VALUES
  ('alpha-1', 'alpha', 'Школа № 1', 'school'), ('beta-1', 'beta', 'Школа № 2', 'school'),
  ('gamma-1', 'gamma', 'Детский сад № 3', 'preschool');
INSERT INTO subjects VALUES ('maths', 'математика и информатика', 'математика', 2), ('russian', 'русский язык и литература', 'русский язык', 1);
)sql";

/// `count` teachers of a subject in an organization, codes `prefix`1…n.
inline std::string teachers(const std::string& prefix, const std::string& organization,
                            const std::string& subject, int count) {
  std::string sql;
  for (int i = 1; i <= count; ++i) {
    sql += "INSERT INTO teachers (code, organization, last_name, first_name, subject) VALUES ('" +
           prefix + std::to_string(i) + "', '" + organization + "', 'Л" + std::to_string(i) +
           "', 'И', '" + subject + "');";
  }
  return sql;
}

}  // namespace metodaktiv::test
