#include "config/time_zone.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace metodaktiv::config {
namespace {

constexpr std::array<TimeZone, 27> kZones = {{
    {"Europe/Kaliningrad", 2},  {"Europe/Kirov", 3},      {"Europe/Moscow", 3},
    {"Europe/Simferopol", 3},   {"Europe/Volgograd", 3},  {"Europe/Astrakhan", 4},
    {"Europe/Samara", 4},       {"Europe/Saratov", 4},    {"Europe/Ulyanovsk", 4},
    {"Asia/Yekaterinburg", 5},  {"Asia/Omsk", 6},         {"Asia/Barnaul", 7},
    {"Asia/Krasnoyarsk", 7},    {"Asia/Novokuznetsk", 7}, {"Asia/Novosibirsk", 7},
    {"Asia/Tomsk", 7},          {"Asia/Irkutsk", 8},      {"Asia/Chita", 9},
    {"Asia/Khandyga", 9},       {"Asia/Yakutsk", 9},      {"Asia/Ust-Nera", 10},
    {"Asia/Vladivostok", 10},   {"Asia/Magadan", 11},     {"Asia/Sakhalin", 11},
    {"Asia/Srednekolymsk", 11}, {"Asia/Kamchatka", 12},   {"Asia/Anadyr", 12},
}};

}  // namespace

const TimeZone* time_zone(std::string_view name) {
  const auto found = std::find_if(kZones.begin(), kZones.end(),
                                  [&](const TimeZone& zone) { return zone.name == name; });
  return found == kZones.end() ? nullptr : &*found;
}

std::string known_time_zones() {
  std::string names;
  for (const auto& zone : kZones) {
    if (!names.empty()) names += ", ";
    names += zone.name;
  }
  return names;
}

std::string utc_offset(std::string_view zone, std::string_view separator) {
  const auto* known = time_zone(zone);
  return fmt::format("+{:02}{}00", known == nullptr ? 0 : known->hours, separator);
}

}  // namespace metodaktiv::config
