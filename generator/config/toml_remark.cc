#include "config/toml_remark.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace metodaktiv::config {
namespace {

constexpr std::size_t kLongestQuote = 120;  // bytes

/// The line of that number, fit to be shown: without control characters and not long.
std::string shown_line(std::string_view text, std::size_t number) {
  for (std::size_t i = 1; i < number; ++i) {
    const auto end = text.find('\n');
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  std::string line(base::trimmed(text.substr(0, text.find('\n'))));
  if (line.size() > kLongestQuote) {
    auto end = kLongestQuote;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    line = line.substr(0, end) + "…";
  }
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

bool starts_with_any(std::string_view text, const auto& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view one) { return text.starts_with(one); });
}

std::string remedy_for(std::string_view line) {
  static constexpr std::array<std::string_view, 5> kTypographic = {"«", "„", "“", "”", "‘"};
  static constexpr std::array<std::string_view, 16> kValues = {
      "\"", "'", "[", "{", "true", "false", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  constexpr std::string_view kGeneral = "Проверьте кавычки, скобки и знак «=» в этой строке.";
  const auto equals = line.find('=');
  if (equals == line.npos || line.starts_with('[')) return std::string(kGeneral);
  const auto value = base::trimmed(line.substr(equals + 1));
  if (starts_with_any(value, kTypographic))
    return "Поставьте прямые кавычки (\") вместо «ёлочек» и “лапок”.";
  if (!value.empty() && !starts_with_any(value, kValues) && value.front() != '-')
    return "Возьмите текст после знака «=» в прямые кавычки (\").";
  return std::string(kGeneral);
}

}  // namespace

TomlRemark toml_remark(const toml::parse_error& error, std::string_view text) {
  const auto& place = error.source().begin;
  const auto line = shown_line(text, place.line);
  if (!base::is_valid_utf8(line))
    return {"В этой строке не текст UTF-8.", "Сохраните файл в кодировке UTF-8."};
  if (error.description().find("redefine") != std::string_view::npos)
    return {fmt::format("Ключ в этой строке уже задан выше: {}", line), "Оставьте одну из строк."};
  return {fmt::format("Не разобрать запись (позиция {} в строке): {}", place.column, line),
          remedy_for(line)};
}

}  // namespace metodaktiv::config
