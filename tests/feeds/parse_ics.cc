// parse_ics FILE…: what libical reads in calendar files, as one line of JSON per file. Exit 1 when
// a file is not a calendar or libical finds an error in it.

#include <libical/ical.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using nlohmann::json;

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

std::string text_of(icalcomponent* component, icalproperty_kind kind) {
  icalproperty* property = icalcomponent_get_first_property(component, kind);
  if (property == nullptr) return {};
  const char* value = icalvalue_as_ical_string(icalproperty_get_value(property));
  const char* plain = icalvalue_get_text(icalproperty_get_value(property));
  return plain != nullptr ? plain : value != nullptr ? value : "";
}

json day_of(icaltimetype time) {
  if (icaltime_is_null_time(time) || !time.is_date) return nullptr;
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", time.year, time.month, time.day);
  return text;
}

json event_of(icalcomponent* event) {
  return {{"uid", text_of(event, ICAL_UID_PROPERTY)},
          {"first", day_of(icalcomponent_get_dtstart(event))},
          {"end", day_of(icalcomponent_get_dtend(event))},
          {"summary", text_of(event, ICAL_SUMMARY_PROPERTY)},
          {"description", text_of(event, ICAL_DESCRIPTION_PROPERTY)},
          {"location", text_of(event, ICAL_LOCATION_PROPERTY)},
          {"category", text_of(event, ICAL_CATEGORIES_PROPERTY)},
          {"url", text_of(event, ICAL_URL_PROPERTY)}};
}

json errors_of(icalcomponent* component) {
  json errors = json::array();
  for (auto* error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
       error != nullptr;
       error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
    errors.push_back(icalproperty_get_xlicerror(error));
  }
  for (auto* inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
       inner != nullptr; inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
    for (auto& error : errors_of(inner)) errors.push_back(error);
  }
  return errors;
}

json read(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const Component calendar(icalparser_parse_string(bytes.c_str()));
  json result = {{"file", file}, {"errors", json::array()}, {"events", json::array()}};
  if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT) {
    result["errors"].push_back("not a calendar");
    return result;
  }
  icalrestriction_check(calendar.get());
  result["errors"] = errors_of(calendar.get());
  for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
       event != nullptr;
       event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
    result["events"].push_back(event_of(event));
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  bool good = argc > 1;
  for (int i = 1; i < argc; ++i) {
    const auto result = read(argv[i]);
    good = good && result["errors"].empty();
    std::cout << result.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
  return good ? 0 : 1;
}
