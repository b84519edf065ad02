#include "base/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace metodaktiv::base {

std::strong_ordering Place::operator<=>(const Place& other) const {
  return std::tie(file, sheet, row, column_number, column) <=>
         std::tie(other.file, other.sheet, other.row, other.column_number, other.column);
}

std::string cell_name(const Place& place) {
  if (place.row <= 0 || place.column_number <= 0) return {};
  constexpr std::int64_t kLetters = 26;
  std::string letters;
  for (auto n = place.column_number; n > 0; n = (n - 1) / kLetters) {
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % kLetters));
  }
  return fmt::format("{}{}", letters, place.row);
}

void Findings::append(const Findings& other) {
  list_.insert(list_.end(), other.list_.begin(), other.list_.end());
}

std::size_t Findings::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      list_.begin(), list_.end(), [severity](const Finding& f) { return f.severity == severity; }));
}

std::vector<Finding> Findings::sorted() const {
  auto result = list_;
  std::stable_sort(result.begin(), result.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.place, a.code, a.value, a.message) <
           std::tie(b.place, b.code, b.value, b.message);
  });
  return result;
}

std::string to_text(const Finding& finding) {
  std::string place = finding.place.file;
  const auto part = [&place](const std::string& text) {
    if (!place.empty()) place += ", ";
    place += text;
  };
  if (!finding.place.sheet.empty()) part(fmt::format("лист «{}»", finding.place.sheet));
  const auto cell = finding.place.sheet.empty() ? std::string() : cell_name(finding.place);
  if (!cell.empty()) {
    part(cell);
    if (!finding.place.column.empty()) place += fmt::format(" («{}»)", finding.place.column);
  } else {
    if (finding.place.row > 0) part(fmt::format("строка {}", finding.place.row));
    if (!finding.place.column.empty()) part(fmt::format("столбец «{}»", finding.place.column));
  }

  std::string text = finding.severity == Severity::kError ? "ошибка" : "предупреждение";
  if (!place.empty()) text += fmt::format(": {}", place);
  text += fmt::format(": {}", finding.message);
  if (!finding.value.empty()) text += fmt::format(" Значение: «{}».", finding.value);
  if (!finding.remedy.empty()) text += fmt::format(" Как исправить: {}", finding.remedy);
  return text;
}

}  // namespace metodaktiv::base
