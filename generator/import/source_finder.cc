#include "import/source_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <map>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "import/table_name.h"
#include "import/workbook_sources.h"
#include "tabular/charset.h"

namespace metodaktiv::import {
namespace {

namespace fs = std::filesystem;

/// A file name as text: names that are not UTF-8 must not break a report.
std::string readable(const fs::path& path) {
  std::string text;
  tabular::Decoder decoder(tabular::Charset::kUtf8);
  decoder.decode(path.string(), text);
  decoder.finish(text);
  return text;
}

std::string extension(const fs::path& file) { return base::to_lower(file.extension().string()); }

bool is_workbook(const fs::path& file) {
  static const std::set<std::string> kWorkbooks = {".xlsx", ".xlsm"};
  return kWorkbooks.contains(extension(file));
}

/// Formats people send that are no XLSX: in a folder they must not be passed over in silence.
bool is_foreign_workbook(const fs::path& file) {
  static const std::set<std::string> kForeign = {".xls", ".xlsb", ".ods", ".numbers", ".xlt"};
  return kForeign.contains(extension(file));
}

const Problem kForeignProblem{
    "format", "Этот вид таблиц не загружается.",
    "Откройте файл в табличном редакторе и сохраните его как «Книга Excel (*.xlsx)»."};

/// Files that editors keep beside an open workbook.
bool is_lock_file(const fs::path& file) {
  const auto name = file.filename().string();
  return name.starts_with("~$") || name.starts_with(".");
}

/// What lies in a folder and is not read: said aloud, so that nobody thinks it is loaded.
void remark_on_the_rest(const fs::path& folder, FindingLog& log) {
  static const std::set<std::string> kMistaken = {".zip", ".rar", ".7z",  ".txt",
                                                  ".tsv", ".doc", ".docx"};
  std::error_code error;
  std::set<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    entries.insert(it->path());
  for (const auto& entry : entries) {
    if (is_lock_file(entry)) continue;
    if (fs::is_directory(entry, error)) {
      const auto inner = base::list_files(entry, "");
      if (std::any_of(inner.begin(), inner.end(), [](const fs::path& file) {
            return extension(file) == ".csv" || is_workbook(file) || is_foreign_workbook(file);
          })) {
        log.add(base::Severity::kWarning, readable(entry),
                {"folder", "Вложенная папка с таблицами не загружена.",
                 "Назовите её в команде отдельно."});
      }
    } else if (kMistaken.contains(extension(entry))) {
      log.add(base::Severity::kWarning, readable(entry),
              {"file", "Файл этого вида не загружен.",
               "Если в нём таблица, сохраните её книгой Excel (.xlsx) или CSV."});
    }
  }
}

void list_folder(const fs::path& folder, std::vector<fs::path>& files, FindingLog& log) {
  std::size_t found = 0;
  remark_on_the_rest(folder, log);
  for (const auto& file : base::list_files(folder, "")) {
    if (is_lock_file(file)) continue;
    if (extension(file) == ".csv" || is_workbook(file)) {
      files.push_back(file);
      ++found;
    } else if (is_foreign_workbook(file)) {
      log.add(base::Severity::kError, readable(file), kForeignProblem);
      ++found;
    }
  }
  if (found == 0) {
    log.add(base::Severity::kError, readable(folder),
            {"folder", "В папке нет ни книг Excel, ни файлов CSV.",
             "Укажите папку, где лежат заполненные формы или таблицы."});
  }
}

std::vector<fs::path> list_inputs(const std::vector<fs::path>& paths, FindingLog& log) {
  std::vector<fs::path> files;
  for (const auto& path : paths) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (fs::is_directory(status)) {
      list_folder(path, files, log);
    } else if (!fs::exists(status)) {
      log.add(base::Severity::kError, readable(path),
              {"file",
               fmt::format("Файл не найден: {}.",
                           base::system_error_text(error ? error.value() : ENOENT)),
               "Проверьте путь."});
    } else if (!fs::is_regular_file(status)) {
      log.add(base::Severity::kError, readable(path),
              {"file", "Это не файл и не папка.", "Проверьте путь."});
    } else if (is_foreign_workbook(path)) {
      log.add(base::Severity::kError, readable(path), kForeignProblem);
    } else {
      files.push_back(path);
    }
  }
  std::set<std::string> seen;
  std::erase_if(files, [&seen](const fs::path& file) {
    std::error_code error;
    const auto canonical = fs::canonical(file, error);
    return !seen.insert((error ? file : canonical).string()).second;
  });
  return files;
}

/// A workbook by its first bytes, whatever the file is called.
bool starts_like_archive(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<char, 4> head{};
  in.read(head.data(), head.size());
  return std::string_view(head.data(), static_cast<std::size_t>(in.gcount())) == "PK\x03\x04";
}

}  // namespace

Inputs find_inputs(const std::vector<fs::path>& paths,
                   const std::vector<config::FormDefinition>& forms, FindingLog& log) {
  const auto files = list_inputs(paths, log);
  std::map<std::string, int> names;
  for (const auto& file : files) ++names[file.filename().string()];
  Inputs inputs;
  for (const auto& path : files) {
    const auto file_index = inputs.files.size();
    inputs.files.push_back(
        {path, readable(names[path.filename().string()] == 1 ? path.filename() : path)});
    auto& file = inputs.files.back();
    if (is_workbook(path) || starts_like_archive(path)) {
      file.format = "Excel";
      add_workbook_sources(file, file_index, forms, inputs.sources, log);
      continue;
    }
    Source source;
    source.file = path;
    source.label = file.label;
    source.file_index = file_index;
    source.form = form_named(readable(path.stem()), forms);
    if (!source.form) {
      log.add(base::Severity::kError, file.label,
              unknown_table(readable(path.stem()), "файл", forms));
      continue;
    }
    inputs.sources.push_back(std::move(source));
  }
  return inputs;
}

}  // namespace metodaktiv::import
