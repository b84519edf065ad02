#include "base/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace metodaktiv::base {

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
  if (finding.place.row > 0) part(fmt::format("строка {}", finding.place.row));
  if (!finding.place.column.empty()) part(fmt::format("столбец «{}»", finding.place.column));

  std::string text = finding.severity == Severity::kError ? "ошибка" : "предупреждение";
  if (!place.empty()) text += fmt::format(": {}", place);
  text += fmt::format(": {}", finding.message);
  if (!finding.value.empty()) text += fmt::format(" Значение: «{}».", finding.value);
  if (!finding.remedy.empty()) text += fmt::format(" Как исправить: {}", finding.remedy);
  return text;
}

}  // namespace metodaktiv::base
