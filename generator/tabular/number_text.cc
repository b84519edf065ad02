#include "tabular/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace metodaktiv::tabular {
namespace {

constexpr std::size_t kMaxWholeDigits = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_spaces(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Digits d and exponent e of d[0].d[1]d[2]… · 10^e, laid out without an exponent.
std::string laid_out(std::string_view digits, int exponent) {
  std::string out;
  if (exponent < 0) {
    out = "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0');
    return out.append(digits);
  }
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  out = digits.substr(0, whole);
  if (digits.size() <= whole) return out.append(whole - digits.size(), '0');
  return out.append(1, '.').append(digits.substr(whole));
}

/// The shortest text that reads back as the same value.
std::string shortest(double value) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                          std::abs(value), std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const auto e = text.find('e');
  std::string digits;
  std::copy_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(e),
               std::back_inserter(digits), is_digit);
  int exponent = 0;
  const std::string_view power = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  return (value < 0 ? "-" : "") + laid_out(digits, exponent);
}

}  // namespace

std::optional<StoredNumber> parse_stored_number(std::string_view text) {
  text = without_spaces(text);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  // from_chars would take "nan" and "inf".
  if (digits.empty() || !(is_digit(digits.front()) || digits.front() == '.')) return std::nullopt;

  StoredNumber out;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, out.value);
  if (error != std::errc() || stop != end) return std::nullopt;
  if (out.value == 0) {
    out.value = 0;
    out.text = "0";
    return out;
  }
  const bool whole = std::all_of(digits.begin(), digits.end(), is_digit);
  if (whole && digits.size() <= kMaxWholeDigits) {
    out.text = text.starts_with('-') ? "-" : "";
    out.text += digits.substr(digits.find_first_not_of('0'));
  } else {
    out.text = shortest(out.value);
  }
  return out;
}

}  // namespace metodaktiv::tabular
