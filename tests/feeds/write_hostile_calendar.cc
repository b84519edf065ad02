// write_hostile_calendar ICS JSON: a calendar of texts that break careless writers and readers, and
// what every reader must get out of it.

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "site/ical_writer.h"

namespace {

using metodaktiv::base::Date;
using metodaktiv::site::CalendarEvent;
using metodaktiv::site::IcalWriter;

std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts = {
      "Запятая, точка с запятой; двоеточие: «всё», «сразу»",
      "Обратная черта \\ и \\n не конец строки, \\, и \\;",
      "Две\nстроки",
      "Кавычки \"прямые\" и 'одинарные', проценты 100 %",
      "Смайлы 🎓👩‍🏫 и флаг 🇷🇺, ударение а́",
      "BEGIN:VEVENT",
      "END:VCALENDAR",
      "DTSTART;VALUE=DATE:19000101",
      "<b>не разметка</b> &amp; &",
      "=?utf-8?B?0KI=?=",
      "№ 5 — 12–14 мая",
  };
  // The fold falls on every byte of two-, three- and four-byte characters.
  for (std::size_t shift = 0; shift < 8; ++shift) {
    std::string text(shift, 'x');
    for (int i = 0; i < 30; ++i) text += "ж—😀";
    texts.push_back(text);
  }
  // Escapes and spaces at the fold.
  for (std::size_t length = 60; length < 72; ++length) {
    texts.push_back(std::string(length, 'a') + ", ; \\ конец");
  }
  return texts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  IcalWriter writer({"Область, «север»; юг", "Описание, в две\nстроки", "Asia/Yekaterinburg",
                     "https://example.ru/calendar/_region.ics", "https://example.ru/"},
                    Date(2026, 11, 1));
  auto expected = nlohmann::json::array();
  int number = 0;
  for (const auto& text : hostile_texts()) {
    const auto first = Date(2026, 12, 20).plus_days(number);
    const auto last = first.plus_days(number % 3);
    const CalendarEvent event{"hostile-" + std::to_string(++number) + "@example.ru",
                              first,
                              last,
                              text,
                              "Описание: " + text,
                              "Зал, " + text,
                              "вебинар",
                              "https://example.ru/?a=1,2;3&b=" + std::to_string(number)};
    writer.add(event);
    expected.push_back({{"uid", event.uid},
                        {"first", first.iso()},
                        {"end", last.plus_days(1).iso()},
                        {"summary", event.summary},
                        {"description", event.description},
                        {"location", event.location},
                        {"category", event.category},
                        {"url", event.url}});
  }
  std::ofstream(argv[1], std::ios::binary) << writer.finish();
  std::ofstream(argv[2], std::ios::binary) << expected.dump(1);
  return 0;
}
