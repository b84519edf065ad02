#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/files.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "indicators/distribution.h"
#include "indicators/forms.h"
#include "indicators/results.h"
#include "registry/registry.h"
#include "reports/reports.h"

namespace metodaktiv::reports {

/// Keeps what was written; workbooks stay in a folder of their own.
class FolderSink : public base::FileSink {
 public:
  explicit FolderSink(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void write(std::string_view path, std::string_view bytes) override {
    const auto file = place(path);
    base::write_file(file, bytes);
    add(path);
  }
  std::filesystem::path scratch(std::string_view path) override { return place(path); }
  void adopt(std::string_view path) override { add(path); }

  [[nodiscard]] std::map<std::string, std::string> contents() const {
    std::map<std::string, std::string> result;
    for (const auto& [path, file] : files_) result[path] = base::read_file(file);
    return result;
  }
  [[nodiscard]] std::filesystem::path file(const std::string& path) const {
    return files_.at(path);
  }

 private:
  std::filesystem::path place(std::string_view path) {
    const auto file = folder_ / std::string(path);
    std::filesystem::create_directories(file.parent_path());
    return file;
  }
  void add(std::string_view path) {
    const std::lock_guard lock(mutex_);
    files_[std::string(path)] = folder_ / std::string(path);
  }

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::map<std::string, std::filesystem::path> files_;
};

/// Like HasSubstr, but shows Russian text as it is.
inline testing::AssertionResult contains(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "«" << part << "» is not in:\n" << text;
}

/// A registry of three municipalities, small enough to know every number by heart:
/// Балашиха (named by the profile with its cases), Дальний (unknown to the profile) and an empty
/// one. As of 15 October 2026.
class ReportTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("metodaktiv-reports-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    const std::filesystem::path data = std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data";
    profile_ = config::load_region_profile(data / "regions", "moscow-oblast");
    auto db = registry::open_or_create_registry(registry_file(), data);
    fill(db);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path registry_file() const { return folder_ / "registry.db"; }

  /// Runs the whole stage into a folder of this name.
  FolderSink& write(const std::string& name, unsigned jobs = 1,
                    const quality::Inspection* inspection = nullptr) {
    auto db = registry::open_registry(registry_file());
    results_ = std::make_unique<indicators::Results>(
        indicators::compute(registry_file(), profile_, as_of_, 1));
    form1_ = indicators::form1(db, profile_, as_of_);
    form2_ = indicators::form2(db, as_of_);
    sink_ = std::make_unique<FolderSink>(folder_ / name);
    summary_ =
        write_reports({registry_file(), profile_, *results_, form1_, form2_, as_of_, "0.0-test",
                       jobs, indicators::distributions(registry_file(), profile_, as_of_),
                       config::load_form_definitions(std::filesystem::path(METODAKTIV_PROJECT_DIR) /
                                                     "data" / "forms"),
                       inspection,
                       {},
                       std::filesystem::path(METODAKTIV_PROJECT_DIR) / "templates" / "reports",
                       true},
                      *sink_);
    return *sink_;
  }

  /// A part of a workbook as text.
  static std::string part(const std::filesystem::path& book, const std::string& name) {
    const std::string command =
        "python3 -c 'import sys, zipfile; "
        "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' '" +
        book.string() + "' '" + name + "'";
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
      text.append(buffer, n);
    ::pclose(pipe);
    return text;
  }

  /// A written text with plain spaces instead of no-break ones.
  [[nodiscard]] std::string text(const std::string& path) const {
    std::string bytes = base::read_file(sink_->file(path));
    const std::string space = "\u00A0";
    for (auto i = bytes.find(space); i != std::string::npos; i = bytes.find(space, i)) {
      bytes.replace(i, space.size(), " ");
    }
    return bytes;
  }

  static void fill(registry::Database& db) {
    db.execute(R"sql(
INSERT INTO municipalities (code, name, kind, ums_site) VALUES
  ('balashikha', 'Балашиха', 'городской округ', 'https://example.org'),
  ('dalniy', 'Дальний', 'муниципальный округ', NULL),
  ('empty', 'Пустой', NULL, NULL);
INSERT INTO organizations (code, municipality, name, kind) VALUES
  ('b-1', 'balashikha', 'Школа № 1', 'school'), ('b-2', 'balashikha', 'Школа № 2', 'school'),
  ('d-1', 'dalniy', '=Школа "Дальняя" | первая', 'school');
INSERT INTO subjects (code, area, name, position) VALUES
  ('russian', 'русский язык и литература', 'русский язык', 1),
  ('literature', 'русский язык и литература', 'литература', 2),
  ('primary', 'Учителя начальных классов', 'Все предметы', 3);
INSERT INTO methodists (code, last_name, first_name, patronymic, municipality, organization, subject,
                        education, category, teaching_since, assessment_level, assessed_on,
                        advanced_training_on, digital_cabinet, order_number, included_on) VALUES
  ('m-1', 'Абрамова', 'Анна', 'Ивановна', 'balashikha', 'b-1', 'russian', 'higher_pedagogical', 'highest',
   '2000-09-01', 'high', '2026-01-10', '2025-02-01', 1, '17', '2024-09-01'),
  ('m-2', 'Борисов', 'Борис', NULL, 'balashikha', 'b-2', 'literature', 'higher', 'first',
   '2024-09-01', NULL, NULL, NULL, 0, NULL, '2025-09-01');
INSERT INTO assignments (methodist, organization, school_year, subject, teachers_count) VALUES
  ('m-1', 'b-1', '2026/2027', 'russian', 40), ('m-1', 'b-2', '2026/2027', 'russian', 31),
  ('m-2', 'b-2', '2026/2027', NULL, 49);
INSERT INTO documents (code, municipality, kind, title, signed_on, school_year) VALUES
  ('d1', 'balashikha', 'ums_regulation', 'Положение', '2024-01-01', NULL),
  ('d2', 'balashikha', 'work_plan', 'План', '2026-09-01', '2026/2027');
INSERT INTO ums_tasks (municipality, function, period, due_on, done_on) VALUES
  ('balashikha', '1.1.1', 'сентябрь', '2026-09-30', NULL),
  ('balashikha', '1.1.1', 'октябрь', '2026-10-14', NULL),
  ('balashikha', '1.1.2', 'октябрь', '2026-10-15', NULL),
  ('balashikha', '1.2.1', 'сентябрь', '2026-09-20', '2026-09-25'),
  ('balashikha', '1.2.2', 'сентябрь', '2026-09-20', '2026-09-20'),
  ('dalniy', '1.1.1', 'май', '2026-05-01', NULL);
)sql",
               "пробный реестр");
    // 60 teachers of Russian in Балашиха, 20 of them with a deficit; 15 routes with a methodist, 6
    // completed.
    auto teacher = db.prepare(
        "INSERT INTO teachers (code, organization, last_name, first_name, subject) VALUES (?, ?, "
        "?, ?, ?)");
    auto level = db.prepare(
        "INSERT INTO assessments (teacher, school_year, level, assessed_on) VALUES (?, ?, ?, ?)");
    auto route = db.prepare(
        "INSERT INTO ioms (code, teacher, methodist, school_year, status) VALUES (?, ?, ?, ?, ?)");
    for (int i = 0; i < 60; ++i) {
      const auto code = "t-" + std::to_string(100 + i);
      teacher.bind(1, code).bind(2, std::string("b-1")).bind(3, std::string("Учитель"));
      teacher.bind(4, std::string("Имя")).bind(5, std::string("russian"));
      teacher.run();
      if (i >= 20) continue;
      level.bind(1, code).bind(2, std::string("2026/2027")).bind(3, std::string("low"));
      level.bind(4, std::string("2026-09-15"));
      level.run();
      if (i >= 15) continue;
      route.bind(1, "r-" + code).bind(2, code).bind(3, std::string("m-1"));
      route.bind(4, std::string("2026/2027"))
          .bind(5, std::string(i < 6 ? "completed" : "in_progress"));
      route.run();
    }
  }

  std::filesystem::path folder_;
  config::RegionProfile profile_;
  base::Date as_of_{2026, 10, 15};
  std::unique_ptr<indicators::Results> results_;
  std::vector<indicators::Form1> form1_;
  std::vector<indicators::Form2Row> form2_;
  std::unique_ptr<FolderSink> sink_;
  ReportSummary summary_;
};

}  // namespace metodaktiv::reports
