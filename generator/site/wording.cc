#include "site/wording.h"

#include <fmt/format.h>

#include <array>
#include <utility>
#include <vector>

namespace metodaktiv::site::wording {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string word(const std::array<Word, N>& words, std::string_view key) {
  for (const auto& [known, title] : words) {
    if (known == key) return std::string(title);
  }
  return std::string(key);
}

/// In the order of school life.
constexpr std::array<Word, 5> kEducationLevels = {{
    {"preschool", "дошкольное образование"},
    {"primary", "начальное общее образование"},
    {"basic", "основное общее образование"},
    {"secondary", "среднее общее образование"},
    {"all", "все уровни образования"},
}};

}  // namespace

std::string organization_kind(std::string_view key) {
  static constexpr std::array<Word, 4> kWords = {{
      {"preschool", "дошкольная организация"},
      {"school", "общеобразовательная организация"},
      {"additional", "организация дополнительного образования"},
      {"vocational", "профессиональная образовательная организация"},
  }};
  return word(kWords, key);
}

std::string organization_group(std::string_view key) {
  static constexpr std::array<Word, 4> kWords = {{
      {"preschool", "Детские сады"},
      {"school", "Школы"},
      {"additional", "Дополнительное образование"},
      {"vocational", "Профессиональное образование"},
  }};
  return word(kWords, key);
}

std::string practice_kind(std::string_view key) {
  static constexpr std::array<Word, 2> kWords = {
      {{"pedagogical", "педагогическая"}, {"managerial", "управленческая"}}};
  return word(kWords, key);
}

std::string practice_group(std::string_view key) {
  static constexpr std::array<Word, 2> kWords = {
      {{"pedagogical", "Педагогические практики"}, {"managerial", "Управленческие практики"}}};
  return word(kWords, key);
}

std::string education_level(std::string_view key) { return word(kEducationLevels, key); }

std::vector<std::string> education_levels() {
  std::vector<std::string> keys;
  for (const auto& [key, title] : kEducationLevels) keys.emplace_back(key);
  return keys;
}

std::string association_kind(std::string_view key) {
  static constexpr std::array<Word, 5> kWords = {{
      {"gmo", "городское методическое объединение"},
      {"mmo", "муниципальное методическое объединение"},
      {"rmo", "районное методическое объединение"},
      {"metasubject", "метапредметное объединение"},
      {"professional", "профессиональное сообщество"},
  }};
  return word(kWords, key);
}

std::string event_kind(std::string_view key) {
  static constexpr std::array<Word, 6> kWords = {{
      {"rma_meeting", "заседание методического актива"},
      {"webinar", "вебинар"},
      {"seminar", "семинар"},
      {"contest", "конкурс"},
      {"week", "методическая неделя"},
      {"other", "событие"},
  }};
  return word(kWords, key);
}

std::string assignment_mode(std::string_view key) {
  static constexpr std::array<Word, 3> kWords = {
      {{"in_person", "очно"}, {"remote", "дистанционно"}, {"flash", "флэш-наставничество"}}};
  return word(kWords, key);
}

std::string innovation_kind(std::string_view key) {
  static constexpr std::array<Word, 3> kWords = {{
      {"rip", "инновационная площадка (РИП)"},
      {"rsp", "стажировочная площадка (РСП)"},
      {"msp", "стажировочная площадка (МСП)"},
  }};
  return word(kWords, key);
}

std::string day_and_month(base::Date date) {
  return fmt::format("{}\u00A0{}", date.day(), base::month_name(date.month(), true));
}

std::string days_and_months(base::Date from, base::Date until) {
  if (until <= from) return day_and_month(from);
  if (until.month() == from.month() && until.year() == from.year()) {
    return fmt::format("{}–{}", from.day(), day_and_month(until));
  }
  return day_and_month(from) + " – " + day_and_month(until);
}

}  // namespace metodaktiv::site::wording
