#include "publication/personal_values.h"

#include <fmt/format.h>

#include "base/files.h"
#include "publication/publication.h"
#include "registry/registry.h"

namespace metodaktiv::publication {

void feed_personal_values(const std::filesystem::path& registry_file,
                          const std::filesystem::path& publication_file,
                          const std::filesystem::path& query_file,
                          const std::function<void(const PersonalValue&)>& consume) {
  auto db = registry::open_registry(registry_file);
  db.attach_read_only(publication_file, "publication");
  auto rows = db.prepare(base::read_file(query_file), query_file.string());
  while (rows.next()) {
    consume({rows.text(0), rows.text_or_empty(1), rows.text(2), rows.boolean(3)});
  }
}

std::vector<release::PlacedText> publication_texts(const std::filesystem::path& publication_file) {
  constexpr std::string_view kApart = "\n                                \n";
  registry::Database db(publication_file, registry::Database::Mode::kReadOnly);
  std::vector<release::PlacedText> texts;
  for (const auto& table : registry::table_names(db)) {
    std::string text;
    auto rows = db.prepare(fmt::format("SELECT * FROM {}", table), publication_file.string());
    while (rows.next()) {
      for (int column = 0; column < rows.columns(); ++column) {
        const auto value = rows.value(column);
        const auto* cell = std::get_if<std::string>(&value);
        if (cell != nullptr) text.append(*cell).append(kApart);
      }
    }
    texts.push_back({fmt::format("{}, таблица {}", kPublicationPath, table), std::move(text)});
  }
  return texts;
}

}  // namespace metodaktiv::publication
