#include "site/about_table.h"

#include <fmt/format.h>

#include "base/error.h"

namespace metodaktiv::site {

std::string about_value(registry::Database& publication, std::string_view key) {
  auto query = publication.prepare("SELECT value FROM about WHERE key = ?1");
  query.bind(1, std::string(key));
  if (query.next()) return query.text(0);
  throw base::Failure(
      fmt::format("{}: в таблице about нет строки «{}». Соберите базу публикации заново.",
                  publication.file().string(), key));
}

std::string about_municipality(registry::Database& publication) {
  auto query = publication.prepare("SELECT value FROM about WHERE key = 'municipality'");
  return query.next() ? query.text(0) : std::string();
}

base::Date about_as_of(registry::Database& publication) {
  const auto text = about_value(publication, "as_of");
  if (const auto date = base::Date::parse_iso(text)) return *date;
  throw base::Failure(
      fmt::format("{}: в таблице about as_of = «{}» — не дата. Соберите базу публикации заново.",
                  publication.file().string(), text));
}

}  // namespace metodaktiv::site
