#include "import/body_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "import/column_rule.h"
#include "import/limits.h"
#include "import/typed_text.h"

namespace metodaktiv::import {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& folder, const fs::path& file) {
  const auto [in_folder, in_file] =
      std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return in_folder == folder.end() && in_file != file.end();
}

}  // namespace

bool read_body_file(const fs::path& folder, const std::string& name, std::string& text,
                    Problem& problem) {
  const Problem outside{"path", "Файл лежит вне загружаемой папки.",
                        "Скопируйте его в эту папку и напишите путь от неё."};
  if (!is_inner_path(name)) {
    problem = outside;
    return false;
  }
  std::error_code error;
  const auto root = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
  const auto file = error ? fs::path() : fs::canonical(root / name, error);
  if (error) {
    problem = {"path",
               fmt::format("Файл не открывается: {}.", base::system_error_text(error.value())),
               "Проверьте путь: он пишется от папки, где лежит таблица; важны и большие буквы."};
    return false;
  }
  if (!is_inside(root, file)) {
    problem = outside;
    return false;
  }
  if (!fs::is_regular_file(file, error)) {
    problem = {"path", "Это не файл.", "Укажите текстовый файл .md."};
    return false;
  }
  const auto size = fs::file_size(file, error);
  if (error || size > kMaxBodyFileBytes) {
    problem = {"length", fmt::format("Файл больше {} КБ.", kMaxBodyFileBytes / 1024),
               "Сократите текст или разделите его."};
    return false;
  }
  const std::string bytes = base::read_file(file);
  std::string_view content = bytes;
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  if (!base::is_valid_utf8(content) || text_fault(content) != Fault::kNone) {
    problem = {"encoding", "Файл — не текст в кодировке UTF-8.",
               "Сохраните его заново, выбрав кодировку UTF-8."};
    return false;
  }
  if (base::trimmed(content).empty()) {
    problem = {"required", "Файл пуст.", "Напишите в нём текст или укажите другой файл."};
    return false;
  }
  text = with_plain_line_ends(content);
  return true;
}

}  // namespace metodaktiv::import
