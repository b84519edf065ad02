#include "tabular/serial_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>

namespace metodaktiv::tabular {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t kDaySeconds = 86'400;
constexpr sys_days kEpoch1904 = std::chrono::January / 1 / 1904;
// Day 60 of the 1900 epoch never was: the days after it count from one day earlier.
constexpr sys_days kEpoch1900 = std::chrono::December / 31 / 1899;
constexpr std::int64_t kFalseDay = 60;
constexpr sys_days kLastDay = std::chrono::December / 31 / 9999;

std::string clock(std::int64_t seconds) {
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string moment(sys_days day, std::int64_t seconds) {
  const year_month_day date(day);
  const std::string iso =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return seconds == 0 ? iso : iso + 'T' + clock(seconds);
}

std::optional<sys_days> day_of_serial(std::int64_t serial, bool epoch_1904) {
  if (epoch_1904) return kEpoch1904 + days(serial);
  if (serial == kFalseDay || serial == 0) return std::nullopt;
  return kEpoch1900 + days(serial > kFalseDay ? serial - 1 : serial);
}

/// Takes digits off the front of a text.
class Digits {
 public:
  explicit Digits(std::string_view text) : left_(text) {}

  /// Exactly `count` digits, or -1.
  int number(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (left_.empty() || left_.front() < '0' || left_.front() > '9') return -1;
      value = value * 10 + (left_.front() - '0');
      left_.remove_prefix(1);
    }
    return value;
  }
  bool skip(char c) {
    if (!left_.starts_with(c)) return false;
    left_.remove_prefix(1);
    return true;
  }
  /// A fraction of a second that rounds up.
  bool fraction_rounds_up() {
    const int tenths = number(1);
    while (!left_.empty() && left_.front() >= '0' && left_.front() <= '9') left_.remove_prefix(1);
    return tenths >= 5;
  }
  [[nodiscard]] std::string_view left() const { return left_; }

 private:
  std::string_view left_;
};

bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  if (text.front() != '+' && text.front() != '-') return false;
  Digits digits(text.substr(1));
  if (digits.number(2) < 0) return false;
  digits.skip(':');
  return digits.number(2) >= 0 && digits.left().empty();
}

/// Seconds of a clock such as 09:30, 09:30:00, 09:30:00.250; -1 when it is none.
std::int64_t clock_seconds(Digits& digits) {
  const int hours = digits.number(2);
  if (hours < 0 || hours > 24 || !digits.skip(':')) return -1;
  const int minutes = digits.number(2);
  if (minutes < 0 || minutes > 59) return -1;
  std::int64_t total = hours * 3600 + minutes * 60;
  if (digits.skip(':')) {
    const int seconds = digits.number(2);
    if (seconds < 0 || seconds > 59) return -1;
    total += seconds;
    if (digits.skip('.') || digits.skip(',')) total += digits.fraction_rounds_up() ? 1 : 0;
  }
  return total <= kDaySeconds ? total : -1;
}

}  // namespace

std::optional<std::string> date_of_serial(double serial, FormatKind kind, bool epoch_1904) {
  constexpr double kBeyondAll = 3'000'000;
  if (!(serial >= 0 && serial < kBeyondAll)) return std::nullopt;
  const std::int64_t seconds = std::llround(serial * static_cast<double>(kDaySeconds));
  if (kind == FormatKind::kElapsed) return clock(seconds);
  const std::int64_t day_number = seconds / kDaySeconds;
  const std::int64_t of_day = seconds % kDaySeconds;
  // Below one only a time was meant, unless a format shows the first day of the 1904 epoch.
  const bool alone = kind == FormatKind::kTime || (!epoch_1904 && seconds != 0);
  if (serial < 1 && alone) return clock(std::min(seconds, kDaySeconds - 1));
  const auto day = day_of_serial(day_number, epoch_1904);
  if (!day || *day > kLastDay) return std::nullopt;
  return moment(*day, of_day);
}

std::optional<std::string> date_of_iso(std::string_view text) {
  Digits digits(text);
  if (text.size() > 2 && (text[2] == ':' || text.front() == 'T')) {
    digits.skip('T');
    const std::int64_t seconds = clock_seconds(digits);
    if (seconds < 0 || seconds == kDaySeconds || !is_zone(digits.left())) return std::nullopt;
    return clock(seconds);
  }
  const int year = digits.number(4);
  if (year < 0 || !digits.skip('-')) return std::nullopt;
  const int month = digits.number(2);
  if (month < 0 || !digits.skip('-')) return std::nullopt;
  const int day = digits.number(2);
  if (day < 0) return std::nullopt;
  const year_month_day date{std::chrono::year(year),
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  std::int64_t seconds = 0;
  if (digits.skip('T') || digits.skip(' ')) seconds = clock_seconds(digits);
  if (seconds < 0 || !is_zone(digits.left())) return std::nullopt;
  const sys_days start = sys_days(date) + days(seconds / kDaySeconds);
  if (start > kLastDay) return std::nullopt;
  return moment(start, seconds % kDaySeconds);
}

}  // namespace metodaktiv::tabular
