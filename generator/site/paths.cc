#include "site/paths.h"

#include <fmt/format.h>

namespace metodaktiv::site::paths {

std::string roster_part(std::size_t number) { return fmt::format("asset/roster_{}.html", number); }
std::string roster_of_subject(std::string_view subject) {
  return fmt::format("asset/roster-{}.html", subject);
}
std::string methodist(std::string_view code) {
  return fmt::format("asset/methodist-{}.html", code);
}
std::string assignment_of(std::string_view municipality, std::size_t number) {
  return number == 1 ? fmt::format("asset/assignment-{}.html", municipality)
                     : fmt::format("asset/assignment-{}_{}.html", municipality, number);
}
std::string indicator(std::string_view id) { return fmt::format("indicators/{}.html", id); }
std::string indicator_row(std::string_view id, std::string_view municipality) {
  return fmt::format("indicators/{}.html#m-{}", id, municipality);
}
std::string distribution(std::string_view id) { return fmt::format("distributions/{}.html", id); }
std::string municipality(std::string_view code, std::string_view section) {
  return fmt::format("municipalities/{}/{}.html", code, section);
}
std::string form_help(std::string_view table) { return fmt::format("help/forms-{}.html", table); }

std::string calendar_file(std::string_view municipality) {
  return fmt::format("calendar/{}.ics", municipality.empty() ? "_region" : municipality);
}
std::string calendar_month(int year, unsigned month) {
  return fmt::format("calendar/{}-{:02}.html", year, month);
}
std::string practice(std::string_view slug) { return fmt::format("practices/p/{}.html", slug); }
std::string practice_list(std::string_view key, std::size_t number) {
  return number == 1 ? fmt::format("practices/{}.html", key)
                     : fmt::format("practices/{}_{}.html", key, number);
}
std::string document_list(std::string_view key, std::size_t number) {
  return number == 1 ? fmt::format("documents/{}.html", key)
                     : fmt::format("documents/{}_{}.html", key, number);
}
std::string municipality_practices(std::string_view code, std::size_t number) {
  return number == 1 ? municipality(code, "practices")
                     : municipality(code, fmt::format("practices-{}", number));
}

}  // namespace metodaktiv::site::paths
