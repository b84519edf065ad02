#include <fmt/format.h>

#include "base/text.h"
#include "registry/database.h"
#include "site/content_view.h"
#include "site/open_data.h"
#include "site/paths.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

/// «512 байт», «24 КБ», «1,2 МБ».
std::string shown_size(std::size_t bytes) {
  constexpr std::size_t kKilo = 1024;
  if (bytes < kKilo) {
    return base::counted(static_cast<std::int64_t>(bytes), "байт", "байта", "байт");
  }
  if (bytes < kKilo * kKilo) return fmt::format("{}\u00A0КБ", (bytes + kKilo / 2) / kKilo);
  const auto tenths = (bytes * 10 + kKilo * kKilo / 2) / (kKilo * kKilo);
  return fmt::format("{},{}\u00A0МБ", tenths / 10, tenths % 10);
}

std::string type_in_words(const DataField& field) {
  if (field.practice_page) return "адрес";
  if (!field.words.empty()) return "слово из списка";
  if (field.type == "integer") return "целое число";
  if (field.type == "number") return "число";
  if (field.type == "boolean") return "1 или 0";
  if (field.type == "date") return "дата";
  return "текст";
}

void fill_file(Dict row, const DataFile& file) {
  const auto& resource = *file.resource;
  row.set("FILE_NAME", resource.name + ".csv");
  row.set("FILE_ID", "file-" + resource.name);
  row.link("FILE_HREF", "data/" + resource.name + ".csv");
  row.set("FILE_TITLE", resource.title);
  row.set("FILE_DESCRIPTION", resource.description);
  row.set("FILE_ROWS",
          base::counted(static_cast<std::int64_t>(file.rows), "строка", "строки", "строк"));
  row.set("FILE_SIZE", shown_size(file.bytes));
  row.set("COLUMN_COUNT", base::counted(static_cast<std::int64_t>(resource.fields.size()),
                                        "столбец", "столбца", "столбцов"));
  for (const auto& field : resource.fields) {
    Dict column = row.add("COLUMN");
    column.set("COLUMN_NAME", field.name);
    column.set("COLUMN_TITLE", field.title);
    column.set("COLUMN_TYPE", type_in_words(field));
    column.put("COLUMN_NOTE", field.description);
  }
}

void fill_open_data(Dict dict, const Context& context) {
  dict.link("PACKAGE_HREF", "data/datapackage.json");
  dict.link("DATABASE_HREF", "data/publication.db");
  registry::Database publication(context.model.file, registry::Database::Mode::kReadOnly);
  for (const auto& file : data_files(publication, context.profile, context.site)) {
    fill_file(dict.add("FILE"), file);
  }
  fill_text(dict, context.content("about-data"), paths::kOpenData);
}

}  // namespace

void add_open_data_pages(const Context& context, std::vector<Page>& pages) {
  const auto* text = context.content("about-data");
  Page page;
  page.path = paths::kOpenData;
  page.template_name = "open_data.html";
  page.heading = text == nullptr ? "Открытые данные" : text->title;
  page.description = text == nullptr || text->description.empty()
                         ? "Файлы с данными этого сайта: что в них, сколько строк, какие столбцы."
                         : text->description;
  page.lead = fmt::format("Данные на {}, {} учебный год.", context.model.as_of.in_words(),
                          context.model.school_year);
  page.fill = [&context](Dict dict) { fill_open_data(dict, context); };
  pages.push_back(std::move(page));
}

}  // namespace metodaktiv::site
