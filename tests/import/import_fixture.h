#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "config/form_definition.h"
#include "import/import.h"
#include "registry/database.h"
#include "registry/registry.h"

namespace metodaktiv::import {

/// An empty registry with the project's own schema and forms, and a folder for input files.
class ImportFixture : public ::testing::Test {
 protected:
  ImportFixture()
      : folder_(std::filesystem::temp_directory_path() /
                ("metodaktiv-import-" + std::to_string(::getpid()) + "-" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name())),
        data_(std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    forms_ = config::load_form_definitions(data_ / "forms");
    keys_.lists = {{"levels", {{"low", "Низкий"}, {"high", "Высокий"}}},
                   {"roles", {{"tutor", "Тьютор"}, {"mentor", "Наставник"}}},
                   {"directions", {{"young", "Молодые педагоги"}}},
                   {"document_kinds", {{"work_plan", "План работы"}}},
                   {"functions", {{"1.1.1", "Планирование"}}}};
  }
  ~ImportFixture() override { std::filesystem::remove_all(folder_); }

  registry::Database registry(std::string_view name = "registry.db") {
    return registry::open_or_create_registry(folder_ / name, data_);
  }

  std::filesystem::path file(const std::string& name, std::string_view bytes) {
    const auto path = folder_ / "in" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  ImportReport run(registry::Database& db, const std::vector<std::filesystem::path>& paths,
                   bool check_only = false) {
    ImportOptions options;
    options.check_only = check_only;
    return import_tables(db, forms_, keys_, paths, options);
  }
  ImportReport run(registry::Database& db, const ImportOptions& options) {
    return import_tables(db, forms_, keys_, {folder_ / "in"}, options);
  }
  /// Forgets what file() wrote.
  void clear_files() { std::filesystem::remove_all(folder_ / "in"); }
  /// Imports everything written by file().
  ImportReport run(registry::Database& db) { return run(db, {folder_ / "in"}); }

  /// Findings as «file:row:column title:code».
  static std::vector<std::string> places(const ImportReport& report) {
    std::vector<std::string> out;
    for (const auto& f : report.findings.sorted()) {
      out.push_back(f.place.file + ":" + std::to_string(f.place.row) + ":" + f.place.column + ":" +
                    f.code);
    }
    return out;
  }
  static std::string all_text(const ImportReport& report) {
    std::string out;
    for (const auto& finding : report.findings.sorted()) out += base::to_text(finding) + "\n";
    return out;
  }

  /// All cells of a query, rows on lines, cells with '|', NULL as '~'.
  static std::string cells(registry::Database& db, std::string_view sql) {
    std::string out;
    auto query = db.prepare(sql);
    while (query.next()) {
      for (int i = 0; i < query.columns(); ++i) {
        if (i > 0) out += '|';
        const auto value = query.value(i);
        if (const auto* whole = std::get_if<std::int64_t>(&value)) out += std::to_string(*whole);
        if (const auto* real = std::get_if<double>(&value)) out += std::to_string(*real);
        if (const auto* text = std::get_if<std::string>(&value)) out += *text;
        if (std::holds_alternative<std::monostate>(value)) out += '~';
      }
      out += '\n';
    }
    return out;
  }

  /// The rows that most tables refer to.
  void write_basics() {
    file("municipalities.csv", "code,name\nsever,Северный\nyug,Южный\n");
    file("subjects.csv", "code,area,name,position\nmath,Математика,Алгебра,1\n");
    file("organizations.csv", "code,municipality,name,kind\nschool-1,sever,Школа № 1,school\n");
    file("teachers.csv",
         "code,organization,last_name,first_name,subject\nt-1,school-1,Иванова,Анна,math\n"
         "t-2,school-1,Петров,Олег,math\n");
    file("methodists.csv",
         "code,last_name,first_name,municipality,subject\nm-1,Сидорова,Ольга,sever,math\n");
  }

  std::filesystem::path folder_;
  std::filesystem::path data_;
  std::vector<config::FormDefinition> forms_;
  ProfileKeys keys_;
};

}  // namespace metodaktiv::import
