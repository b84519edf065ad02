#include "import/typed_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace metodaktiv::import {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a space of any width off the front.
bool skip_space(std::string_view& text) {
  static constexpr std::array<std::string_view, 4> kSpaces = {" ", "\u00A0", "\u202F", "\u2009"};
  for (const auto space : kSpaces) {
    if (!text.starts_with(space)) continue;
    text.remove_prefix(space.size());
    return true;
  }
  return false;
}

/// Takes digits off the front.
std::string_view take_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  const auto digits = text.substr(0, n);
  text.remove_prefix(n);
  return digits;
}

bool has_only_address_characters(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) {
                        return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '<' ||
                               c == '>' || c == '\\' || c == '`' || c == '{' || c == '}' ||
                               c == '|' || c == '^' || c == 0x7F;
                      }) &&
         text.find("\u00A0") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> canonical_number(std::string_view text) {
  const std::size_t minus = text.starts_with('-')   ? 1
                            : text.starts_with("−") ? std::string_view("−").size()
                                                    : 0;
  text.remove_prefix(minus);
  std::string whole(take_digits(text));
  const bool may_group = whole.size() <= 3;
  while (skip_space(text)) {
    const auto group = take_digits(text);
    if (!may_group || group.size() != 3) return std::nullopt;
    whole += group;
  }
  if (whole.empty()) return std::nullopt;
  std::string fraction;
  if (!text.empty() && (text.front() == ',' || text.front() == '.')) {
    text.remove_prefix(1);
    fraction = take_digits(text);
    if (fraction.empty()) return std::nullopt;
    fraction.erase(fraction.find_last_not_of('0') + 1);
  }
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  if (!text.empty() || whole.size() > 15) return std::nullopt;
  if (whole == "0" && fraction.empty()) return "0";
  std::string result = minus > 0 ? '-' + whole : whole;
  if (!fraction.empty()) result += '.' + fraction;
  return result;
}

std::optional<bool> read_boolean(std::string_view text) {
  if (text == "1") return true;
  if (text == "0") return false;
  const std::string word = base::to_lower(text);
  if (word == "да" || word == "true" || word == "истина") return true;
  if (word == "нет" || word == "false" || word == "ложь") return false;
  return std::nullopt;
}

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= 64 && text.front() != '-' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; });
}

bool is_web_address(std::string_view text) {
  if (!has_only_address_characters(text)) return false;
  const std::string start = base::to_lower(text.substr(0, 8));
  const std::size_t prefix = start.starts_with("https://")  ? 8
                             : start.starts_with("http://") ? 7
                                                            : 0;
  if (prefix == 0) return false;
  const auto host = text.substr(prefix, text.find_first_of("/?#", prefix) - prefix);
  return host.find('.') != std::string_view::npos && !host.starts_with('.') &&
         !host.ends_with('.') && host.find('@') == std::string_view::npos;
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos)
    return false;
  const auto domain = text.substr(at + 1);
  const auto dot = domain.rfind('.');
  return has_only_address_characters(text) &&
         text.find_first_of(",;:()[]") == std::string_view::npos && dot != std::string_view::npos &&
         dot > 0 && domain.front() != '.' && dot + 1 < domain.size() &&
         domain.find("..") == std::string_view::npos;
}

std::string date_fault(std::string_view text) {
  const auto digits_at = [text](std::initializer_list<std::size_t> places) {
    return std::all_of(places.begin(), places.end(),
                       [text](std::size_t i) { return is_digit(text[i]); });
  };
  std::string_view year;
  if (text.size() == 10 && text[4] == '-' && text[7] == '-' &&
      digits_at({0, 1, 2, 3, 5, 6, 8, 9})) {
    year = text.substr(0, 4);
  } else if (text.size() == 10 && text[2] == '.' && text[5] == '.' &&
             digits_at({0, 1, 3, 4, 6, 7, 8, 9})) {
    year = text.substr(6);
  } else {
    return "Это не дата.";
  }
  if (year < "1900" || year > "2199") return "Год даты должен быть от 1900 до 2199.";
  return "Такого дня нет в календаре.";
}

Fault text_fault(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20) {
      if (byte != '\n' && byte != '\t' && byte != '\r') return Fault::kControl;
    } else if (byte == 0x7F) {
      return Fault::kControl;
    } else if (byte == 0xC2 && i + 1 < text.size()) {  // U+0080–U+009F
      if (static_cast<unsigned char>(text[i + 1]) < 0xA0) return Fault::kControl;
    } else if (byte == 0xEF && text.substr(i, 2) == "\xEF\xBF" && i + 2 < text.size()) {
      const auto last = static_cast<unsigned char>(text[i + 2]);
      if (last == 0xBD) return Fault::kUndecodable;
      if (last >= 0xBE) return Fault::kControl;  // U+FFFE, U+FFFF: no characters
    }
  }
  return Fault::kNone;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace metodaktiv::import
