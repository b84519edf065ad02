#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace metodaktiv::base {

/// A calendar day between 1900-01-01 and 2199-12-31. Has no time zone.
class Date {
 public:
  constexpr Date() = default;
  constexpr Date(int year, unsigned month, unsigned day)
      : ymd_(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)) {}

  /// `2024-09-01` or `01.09.2024`; surrounding spaces are not allowed. Anything else: nullopt.
  static std::optional<Date> parse(std::string_view text);
  /// `2024-09-01` only.
  static std::optional<Date> parse_iso(std::string_view text);

  [[nodiscard]] int year() const { return static_cast<int>(ymd_.year()); }
  [[nodiscard]] unsigned month() const { return static_cast<unsigned>(ymd_.month()); }
  [[nodiscard]] unsigned day() const { return static_cast<unsigned>(ymd_.day()); }
  [[nodiscard]] Date plus_days(int days) const;
  [[nodiscard]] int days_since_epoch() const;

  [[nodiscard]] std::string iso() const;       ///< 2024-09-01
  [[nodiscard]] std::string dotted() const;    ///< 01.09.2024
  [[nodiscard]] std::string in_words() const;  ///< 1 сентября 2024 г. (with no-break spaces)

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  std::chrono::year_month_day ymd_{std::chrono::year(1970), std::chrono::month(1),
                                   std::chrono::day(1)};
};

/// Full years from `from` to `to` as birthdays are counted; negative when `to` is earlier.
int full_years(Date from, Date to);

/// «сентябрь» for 9; `genitive` gives «сентября». Month 1–12.
std::string_view month_name(unsigned month, bool genitive = false);

/// The school year Y/Y+1: 1 September Y to 31 August Y+1 (docs/registry.md, "Dates and years").
class SchoolYear {
 public:
  constexpr explicit SchoolYear(int start) : start_(start) {}
  /// `2024/2025` with consecutive years; anything else: nullopt.
  static std::optional<SchoolYear> parse(std::string_view text);
  static SchoolYear of(Date date);

  [[nodiscard]] int start() const { return start_; }
  [[nodiscard]] Date first_day() const { return {start_, 9, 1}; }
  [[nodiscard]] Date last_day() const { return {start_ + 1, 8, 31}; }
  [[nodiscard]] SchoolYear previous() const { return SchoolYear(start_ - 1); }
  [[nodiscard]] SchoolYear next() const { return SchoolYear(start_ + 1); }
  [[nodiscard]] std::string text() const;  ///< 2024/2025

  friend auto operator<=>(const SchoolYear&, const SchoolYear&) = default;

 private:
  int start_;
};

}  // namespace metodaktiv::base
