#include "site/stemmer_script.h"

#include <fmt/format.h>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kFile = "@orama/stemmers/dist/ru.js";
constexpr std::string_view kFunction = "export function stemmer(";
constexpr std::string_view kLanguage = "export const language=\"russian\";";
constexpr std::string_view kExport = "export ";

/// Whether the word appears once; `at` is where.
bool once(std::string_view text, std::string_view word, std::size_t& at) {
  at = text.find(word);
  return at != std::string_view::npos && text.find(word, at + 1) == std::string_view::npos;
}

}  // namespace

std::string stemmer_script(const std::filesystem::path& vendor_folder) {
  const auto file = vendor_folder / kFile;
  if (!base::stands(file)) {
    throw base::Failure(fmt::format(
        "Нет файла {} для поиска по сайту. Выполните scripts/bootstrap: он поставит его из npm.",
        file.string()));
  }
  auto text = base::read_file(file);
  std::size_t language = 0;
  std::size_t function = 0;
  const bool expected = once(text, kLanguage, language) && once(text, kFunction, function);
  if (expected) {
    text.erase(language, kLanguage.size());
    once(text, kFunction, function);
    text.erase(function, kExport.size());
  }
  std::size_t rest = 0;
  once(text, kExport, rest);
  if (!expected || rest != std::string::npos || text.find("import") != std::string::npos) {
    throw base::Failure(
        fmt::format("Файл {} не такой, как ожидает поиск по сайту. Выполните scripts/bootstrap: он "
                    "поставит версию из package.json.",
                    file.string()));
  }
  return "/*! @orama/stemmers, Apache-2.0; Snowball, BSD-3-Clause */\n(()=>{'use strict';" + text +
         "\nwindow.metodaktivStemmer=stemmer})();\n";
}

}  // namespace metodaktiv::site
