#include "commands/consent_mentions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "publication/named_person.h"
#include "quality/relations.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;
using config::ColumnType;
using config::FormColumn;
using config::FormDefinition;
using config::Privacy;
using publication::NamedPerson;
using publication::NamePlace;

constexpr std::size_t kAround = 60;  // bytes on each side of a name

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// «…опыт Ивановой А. П. из школы…»
std::string fragment_at(std::string_view text, const NamePlace& place) {
  auto begin = place.begin > kAround ? place.begin - kAround : 0;
  auto end = std::min(text.size(), place.end + kAround);
  while (begin > 0 && is_continuation(text[begin])) --begin;
  while (end < text.size() && is_continuation(text[end])) ++end;
  std::string part(text.substr(begin, end - begin));
  std::replace_if(
      part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return fmt::format("{}{}{}", begin > 0 ? "…" : "", base::trimmed(part),
                     end < text.size() ? "…" : "");
}

bool is_text(const FormDefinition& form, const FormColumn& column) {
  const bool open = column.privacy == Privacy::kPublic || column.privacy == Privacy::kConsent;
  const bool words = column.type == ColumnType::kText || column.type == ColumnType::kMarkdown ||
                     column.type == ColumnType::kList;
  const bool own_name =
      std::find(form.person.begin(), form.person.end(), column.key) != form.person.end();
  return open && words && !column.import_only && !own_name;
}

class Search {
 public:
  Search(const std::vector<FormDefinition>& forms, const registry::Withdrawal& person)
      : forms_(forms),
        person_(person),
        name_(person.last_name, person.first_name, person.patronymic) {}

  void in_table(registry::Database& registry, const FormDefinition& form) {
    if (form.privacy != Privacy::kPublic && form.privacy != Privacy::kConsent) return;
    std::vector<const FormColumn*> columns;
    for (const auto& column : form.columns) {
      if (is_text(form, column)) columns.push_back(&column);
    }
    if (columns.empty()) return;
    std::string sql = fmt::format("SELECT {}, {}", quality::key_of(form, "t"),
                                  quality::municipality_of(forms_, form, "t"));
    for (const auto* column : columns) {
      sql += column->public_if.empty() ? fmt::format(", t.{}", column->key)
                                       : fmt::format(", CASE WHEN t.{} = 1 THEN t.{} END",
                                                     column->public_if, column->key);
    }
    auto query = registry.prepare(fmt::format("{} FROM main.{} AS t ORDER BY 1", sql, form.table),
                                  form.table);
    while (query.next()) {
      const auto key = query.text_or_empty(0);
      if (form.table == "methodists" && key == person_.code) continue;
      const auto municipality = query.text_or_empty(1);
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto text = query.text_or_empty(static_cast<int>(i) + 2);
        if (!text.empty()) in_cell(form, *columns[i], key, municipality, text);
      }
    }
  }

  void in_file(const fs::path& project, const fs::path& file) {
    const auto text = base::read_file(file);
    for (const auto& place : name_.find(text)) {
      const auto line =
          1 +
          std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place.begin), '\n');
      found_.texts.push_back({fmt::format("файл {}, строка {}",
                                          file.lexically_relative(project).generic_string(), line),
                              fragment_at(text, place), true});
    }
  }

  [[nodiscard]] ConsentMentions result() && { return std::move(found_); }

 private:
  void in_cell(const FormDefinition& form, const FormColumn& column, const std::string& key,
               const std::string& municipality, const std::string& text) {
    const bool own = municipality == person_.municipality;
    for (const auto& place : name_.find(text)) {
      const bool elsewhere = !own && !municipality.empty();
      if (elsewhere && !place.in_full) continue;
      const bool hidden = !column.public_if.empty();
      auto& list = hidden ? found_.hidden : found_.texts;
      list.push_back({fmt::format("«{}», {}, столбец «{}»", form.title, key, column.title),
                      fragment_at(text, place), elsewhere || !place.in_full,
                      hidden ? publication::without_people(text, {&name_}) : std::string()});
      if (hidden) return;  // the column is one place, however often it names the person
    }
  }

  const std::vector<FormDefinition>& forms_;
  const registry::Withdrawal& person_;
  NamedPerson name_;
  ConsentMentions found_;
};

std::vector<fs::path> text_files(const fs::path& project) {
  std::vector<fs::path> files;
  for (const auto& folder : {project / "content", project / "data" / "regions"}) {
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
      const auto extension = entry.path().extension();
      if (entry.is_regular_file() && (extension == ".md" || extension == ".toml"))
        files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

ConsentMentions find_mentions(registry::Database& registry,
                              const std::vector<FormDefinition>& forms, const fs::path& project,
                              const registry::Withdrawal& person) {
  Search search(forms, person);
  for (const auto& form : forms) search.in_table(registry, form);
  for (const auto& file : text_files(project)) search.in_file(project, file);
  return std::move(search).result();
}

}  // namespace metodaktiv::commands
