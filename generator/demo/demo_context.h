#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "config/region_profile.h"
#include "demo/municipality.h"
#include "demo/random.h"
#include "demo/region_settings.h"
#include "demo/template_text.h"
#include "demo/word_lists.h"
#include "registry/database.h"

namespace metodaktiv::demo {

/// What all makers share: the lists, the calendar and the running numbers of codes.
struct DemoContext {
  const config::RegionProfile& profile;
  const RegionSettings& settings;
  const WordLists& lists;
  std::uint64_t seed = 1;
  base::Date today;
  std::array<base::SchoolYear, kYears> years;  ///< oldest first; the last one contains today
  int code_width = 6;

  struct Counters {
    std::int64_t teachers = 0, methodists = 0, nominations = 0, ioms = 0, visits = 0, events = 0,
                 practices = 0;
  };
  Counters counters;

  DemoContext(const config::RegionProfile& region, const RegionSettings& region_settings,
              const WordLists& word_lists, std::uint64_t seed_number, base::Date day);

  [[nodiscard]] Random random(std::string_view purpose, const Municipality& m) const {
    return {seed, purpose, m.code};
  }
  [[nodiscard]] const SubjectWords& words(std::size_t subject) const {
    return lists.subject(profile.subjects[subject].code);
  }
  /// The rate of this municipality in the year (index into years), percent, 0…100.
  [[nodiscard]] double rate(const Rate& rate, const Municipality& m, std::size_t year = 0) const;

  [[nodiscard]] bool past(base::Date date) const { return date <= today; }
  /// Last day of the year, or today when that is earlier.
  [[nodiscard]] base::Date as_of(std::size_t year) const;
  /// Part of the year that has passed, 0…1, for rows without a date.
  [[nodiscard]] double elapsed(std::size_t year) const;

  /// «ums-balashikha»: the service's part of host names.
  [[nodiscard]] std::string service_host(const Municipality& m) const {
    return settings.service_prefix + '-' + m.code;
  }
  /// {placeholders} of a subject.
  [[nodiscard]] Words subject_words(std::size_t subject) const;
  [[nodiscard]] std::string code(std::string_view prefix, std::int64_t& counter) const;
};

/// The day `month_day` ("09-01") of the school year.
base::Date day_of(base::SchoolYear year, std::string_view month_day);
/// A day between both, ends included.
base::Date day_between(Random& random, base::Date from, base::Date to);

/// Values for a row.
registry::Value text_or_null(std::string_view text);
registry::Value date_or_null(const std::optional<base::Date>& date);
inline registry::Value flag(bool value) { return std::int64_t{value ? 1 : 0}; }
inline registry::Value number(std::int64_t value) { return value; }

}  // namespace metodaktiv::demo
