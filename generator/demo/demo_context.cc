#include "demo/demo_context.h"

#include <fmt/format.h>

#include <algorithm>

namespace metodaktiv::demo {

DemoContext::DemoContext(const config::RegionProfile& region, const RegionSettings& region_settings,
                         const WordLists& word_lists, std::uint64_t seed_number, base::Date day)
    : profile(region),
      settings(region_settings),
      lists(word_lists),
      seed(seed_number),
      today(day),
      years{base::SchoolYear::of(day).previous().previous(), base::SchoolYear::of(day).previous(),
            base::SchoolYear::of(day)} {}

double DemoContext::rate(const Rate& rate, const Municipality& m, std::size_t year) const {
  Random own(seed, rate.key, m.code);
  Random of_year(seed, rate.key, fmt::format("{}/{}", m.code, year));
  const double place = 0.5 * m.quality + 0.4 * own.unit() + 0.1 * of_year.unit();
  const double value = rate.from + place * (rate.to - rate.from) +
                       rate.growth * static_cast<double>(year) + (of_year.unit() - 0.5) * 4.0;
  return std::clamp(value, 0.0, 100.0);
}

base::Date DemoContext::as_of(std::size_t year) const {
  return std::min(years[year].last_day(), today);
}

double DemoContext::elapsed(std::size_t year) const {
  const int days = as_of(year).days_since_epoch() - years[year].first_day().days_since_epoch();
  return std::clamp(days / 270.0, 0.0, 1.0);  // little happens in summer
}

Words DemoContext::subject_words(std::size_t subject) const {
  const auto& words_of = words(subject);
  return {{"genitive", words_of.genitive},
          {"dative", words_of.dative},
          {"setting", words_of.setting},
          {"teachers", words_of.teachers}};
}

std::string DemoContext::code(std::string_view prefix, std::int64_t& counter) const {
  return fmt::format("{}{:0{}}", prefix, ++counter, code_width);
}

base::Date day_of(base::SchoolYear year, std::string_view month_day) {
  const auto digit = [&](std::size_t i) { return static_cast<unsigned>(month_day[i] - '0'); };
  const unsigned month = digit(0) * 10 + digit(1);
  return {month >= 9 ? year.start() : year.start() + 1, month, digit(3) * 10 + digit(4)};
}

base::Date day_between(Random& random, base::Date from, base::Date to) {
  const int days = to.days_since_epoch() - from.days_since_epoch();
  return days <= 0 ? from : from.plus_days(random.between(0, days));
}

registry::Value text_or_null(std::string_view text) {
  if (text.empty()) return std::monostate{};
  return std::string(text);
}

registry::Value date_or_null(const std::optional<base::Date>& date) {
  if (!date) return std::monostate{};
  return date->iso();
}

}  // namespace metodaktiv::demo
