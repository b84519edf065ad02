#include "site/paths.h"

#include <fmt/format.h>

namespace metodaktiv::site::paths {

std::string roster_of_subject(std::string_view subject) {
  return fmt::format("asset/roster-{}.html", subject);
}
std::string methodist(std::string_view code) {
  return fmt::format("asset/methodist-{}.html", code);
}
std::string assignment_of(std::string_view municipality) {
  return fmt::format("asset/assignment-{}.html", municipality);
}
std::string indicator(std::string_view id) { return fmt::format("indicators/{}.html", id); }
std::string distribution(std::string_view id) { return fmt::format("distributions/{}.html", id); }
std::string municipality(std::string_view code, std::string_view section) {
  return fmt::format("municipalities/{}/{}.html", code, section);
}
std::string form_help(std::string_view table) { return fmt::format("help/forms-{}.html", table); }

std::string calendar_file(std::string_view municipality) {
  return fmt::format("calendar/{}.ics", municipality.empty() ? "_region" : municipality);
}
std::string practice(std::string_view slug) { return fmt::format("practices/p/{}.html", slug); }
std::string practice_list(std::string_view key, std::size_t number) {
  return number == 1 ? fmt::format("practices/{}.html", key)
                     : fmt::format("practices/{}_{}.html", key, number);
}
std::string municipality_practices(std::string_view code, std::size_t number) {
  return number == 1 ? municipality(code, "practices")
                     : municipality(code, fmt::format("practices-{}", number));
}

}  // namespace metodaktiv::site::paths
