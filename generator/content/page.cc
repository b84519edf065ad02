#include "content/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "base/date.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "config/toml_reader.h"
#include "content/front_matter.h"
#include "content/markdown.h"

namespace metodaktiv::content {
namespace {

namespace fs = std::filesystem;

void report(base::Findings& findings, const fs::path& file, std::int64_t line, std::string message,
            std::string remedy) {
  findings.add({base::Severity::kError,
                "content",
                {file.string(), {}, line, {}},
                {},
                std::move(message),
                std::move(remedy)});
}

/// Paths below `folder` without ".md", sorted; hidden files and folders are left alone.
std::set<std::string> page_names(const fs::path& folder) {
  std::set<std::string> names;
  std::error_code error;
  if (!fs::is_directory(folder)) return names;  // one that cannot be looked up stops the build
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const auto name = at->path().filename().string();
    if (name.starts_with('.')) {
      at.disable_recursion_pending();
    } else if (at->path().extension() == ".md" && at->is_symlink()) {
      throw base::Failure(
          fmt::format("{} — ссылка на другой файл. Положите сюда сам файл: иначе на сайт может "
                      "попасть то, что для него не предназначено.",
                      at->path().string()));
    } else if (at->path().extension() == ".md" && at->is_regular_file()) {
      names.insert(at->path().lexically_relative(folder).replace_extension().generic_string());
    }
  }
  if (error) {
    throw base::Failure(fmt::format("Не прочитать папку {}: {}.", folder.string(),
                                    base::system_error_text(error.value())));
  }
  return names;
}

bool is_address(const std::string& name) {
  for (const auto& part : base::split(name, '/')) {
    const bool good =
        !part.empty() && part.front() != '-' && std::all_of(part.begin(), part.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
    if (!good) return false;
  }
  return true;
}

std::int64_t line_of_broken_byte(std::string_view text) {
  std::int64_t line = 1;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!base::is_valid_utf8(text.substr(0, end))) return line;
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
  }
  return 0;
}

/// A day may stand with or without quotes.
std::string take_plain_date(toml::table& head, std::string_view key) {
  const auto day = head[key].value_exact<toml::date>();
  if (!day) return {};
  head.erase(key);  // the reader knows texts only
  return fmt::format("{:04}-{:02}-{:02}", day->year, int{day->month}, int{day->day});
}

std::string read_date(config::TomlReader& reader, std::string_view key, std::string plain_date) {
  const auto text = reader.text(key);
  if (!text.empty() && !base::Date::parse_iso(text)) {
    reader.error(key, fmt::format("«{}» — не дата.", text), "Пишите так: \"2026-09-01\".");
  }
  return plain_date.empty() ? text : plain_date;
}

/// `menu = "Помощь"` gives the label, `menu = true` takes the title.
std::string read_menu(const toml::table& head, config::TomlReader& reader,
                      const std::string& title) {
  if (!head["menu"].is_boolean()) return reader.text("menu");
  return reader.boolean("menu", false) ? title : std::string();
}

/// `indicators = ["…"]`, each with its own line.
std::vector<FigureName> read_names(const toml::table& head, config::TomlReader& reader,
                                   std::string_view key) {
  std::vector<FigureName> names;
  const auto ids = reader.texts(key);
  const auto* list = head[key].as_array();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool same = list != nullptr && list->size() == ids.size();
    names.push_back({ids[i], same ? std::int64_t{(*list)[i].source().begin.line} : 0});
  }
  return names;
}

void read_head(toml::table& head, Page& page, base::Findings& findings) {
  const auto plain_date = take_plain_date(head, "date");
  const auto plain_updated = take_plain_date(head, "updated");
  config::TomlReader reader(head, page.file.string(), findings);
  page.title = reader.required_text("title");
  page.description = reader.text("description");
  page.date = read_date(reader, "date", plain_date);
  page.updated = read_date(reader, "updated", plain_updated);
  page.summary = reader.text("summary");
  page.order = reader.integer("order", 100);
  page.menu = read_menu(head, reader, page.title);
  page.indicators = read_names(head, reader, "indicators");
  page.distributions = read_names(head, reader, "distributions");
  reader.finish();
}

std::optional<Page> read_page(const fs::path& folder, const std::string& name,
                              base::Findings& findings) {
  Page page;
  page.name = name;
  page.file = folder / (name + ".md");
  if (!is_address(name)) {
    report(findings, page.file, 0, "Имя файла станет адресом страницы и для этого не годится.",
           "Оставьте в именах файлов и папок строчные латинские буквы, цифры и дефис.");
  }
  const std::string text = base::read_file(page.file);
  if (!base::is_valid_utf8(text)) {
    report(findings, page.file, line_of_broken_byte(text), "Текст записан не в кодировке UTF-8.",
           "Сохраните файл в кодировке UTF-8.");
    return std::nullopt;
  }
  auto parts = split_front_matter(text, page.file.string(), findings);
  if (!parts.found) return std::nullopt;
  read_head(parts.head, page, findings);
  page.markdown = std::string(parts.body);
  try {
    page.html = render_markdown(page.markdown, {.origin = "текст страницы"});
  } catch (const base::Failure& failure) {
    report(findings, page.file, 0, failure.what(), {});
  }
  return page;
}

}  // namespace

std::vector<Page> load_pages(const std::vector<fs::path>& folders) {
  base::Findings findings;
  std::map<std::string, Page> pages;
  for (const auto& folder : folders) {
    for (const auto& name : page_names(folder)) {
      if (auto page = read_page(folder, name, findings))
        pages.insert_or_assign(name, std::move(*page));
    }
  }
  config::throw_if_errors(findings, "Страницы сайта записаны с ошибками:");
  std::vector<Page> result;
  for (auto& [name, page] : pages) result.push_back(std::move(page));
  return result;
}

}  // namespace metodaktiv::content
