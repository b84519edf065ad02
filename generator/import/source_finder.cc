#include "import/source_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "import/charset.h"
#include "import/code_points.h"
#include "import/nearest.h"

namespace metodaktiv::import {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownName = 60;

/// A file name as text: names that are not UTF-8 must not break a report.
std::string readable(const fs::path& path) {
  std::string text;
  Decoder decoder(Charset::kUtf8);
  decoder.decode(path.string(), text);
  decoder.finish(text);
  return text;
}

std::string extension(const fs::path& file) { return base::to_lower(file.extension().string()); }

bool is_workbook(const fs::path& file) {
  static const std::set<std::string> kWorkbooks = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"};
  return kWorkbooks.contains(extension(file));
}

const Problem kWorkbookProblem{"format", "Книги Excel пока не загружаются.",
                               "Сохраните каждый лист отдельным файлом «CSV UTF-8»."};

void list_folder(const fs::path& folder, std::vector<fs::path>& files, FindingLog& log) {
  std::size_t found = 0;
  for (const auto& file : base::list_files(folder, "")) {
    if (extension(file) == ".csv") {
      files.push_back(file);
      ++found;
    } else if (is_workbook(file)) {
      log.add(base::Severity::kWarning, readable(file), kWorkbookProblem);
    }
  }
  if (found == 0) {
    log.add(base::Severity::kError, readable(folder),
            {"folder", "В папке нет файлов CSV.", "Укажите папку, где лежат таблицы *.csv."});
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
    } else if (is_workbook(path)) {
      log.add(base::Severity::kError, readable(path), kWorkbookProblem);
    } else if (!fs::is_regular_file(status)) {
      log.add(base::Severity::kError, readable(path),
              {"file", "Это не файл и не папка.", "Проверьте путь."});
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

/// A name with what a file or a sheet may not carry, and what people put instead, as spaces:
/// «РИП/СП», «РИП-СП» and «рип_сп» are one.
std::string loose(std::string_view name) {
  std::string text(name);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '/' || c == '_' || c == '-'; }, ' ');
  return base::folded(text);
}

const config::FormDefinition* form_for(std::string_view stem,
                                       const std::vector<config::FormDefinition>& forms) {
  const std::string wanted = loose(stem);
  for (const auto& form : forms) {
    if (loose(form.table) == wanted || loose(form.title) == wanted) return &form;
  }
  return nullptr;
}

Problem unknown_table(std::string_view stem, const std::vector<config::FormDefinition>& forms) {
  std::vector<std::string> names;
  std::vector<std::string> shown;
  for (const auto& form : forms) {
    names.push_back(form.table);
    names.push_back(form.title);
    shown.push_back(fmt::format("{} («{}»)", form.table, form.title));
  }
  std::string remedy;
  if (const auto near = nearest(stem, names))
    remedy = fmt::format("Возможно, имелось в виду «{}». ", *near);
  remedy += fmt::format("Назовите файл по таблице: {}.", base::join(shown, ", "));
  return {"table", fmt::format("Таблицы «{}» нет.", shortened(stem, kShownName)),
          std::move(remedy)};
}

}  // namespace

std::vector<Source> find_sources(const std::vector<fs::path>& paths,
                                 const std::vector<config::FormDefinition>& forms,
                                 FindingLog& log) {
  const auto files = list_inputs(paths, log);
  std::map<std::string, int> names;
  for (const auto& file : files) ++names[file.filename().string()];
  std::vector<Source> sources;
  for (const auto& file : files) {
    Source source;
    source.file = file;
    source.label = readable(names[file.filename().string()] == 1 ? file.filename() : file);
    source.form = form_for(readable(file.stem()), forms);
    if (!source.form) {
      log.add(base::Severity::kError, source.label, unknown_table(readable(file.stem()), forms));
      continue;
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace metodaktiv::import
