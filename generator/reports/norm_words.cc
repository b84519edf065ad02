#include "reports/norm_words.h"

#include <fmt/format.h>

#include "reports/wording.h"

namespace metodaktiv::reports {

NormWords::NormWords(const config::Norms& norms) {
  if (norms.binding) {
    within = "в норме";
    above = "выше нормы";
    below = "ниже нормы";
    outside = "вне нормы";
    recommended = "Рекомендуется";
    missing = "Не хватает";
    statement =
        fmt::format("Норма — {}–{} педагогов на методиста.", norms.load_min, norms.load_max);
    return;
  }
  within = "в пределах ориентира";
  above = "выше ориентира";
  below = "ниже ориентира";
  outside = "вне ориентира";
  recommended = "Ориентир";
  missing = "Меньше ориентира на";
  statement = sentence(
      norms.source.empty()
          ? fmt::format("Нормы нет; для сравнения взят ориентир: {}–{} педагогов на методиста",
                        norms.load_min, norms.load_max)
          : fmt::format("Для сравнения взято {}–{} педагогов на методиста — {}", norms.load_min,
                        norms.load_max, norms.source));
}

std::string shown(LoadVerdict verdict, const NormWords& words) {
  switch (verdict) {
    case LoadVerdict::kBelow:
      return "▼ " + words.below;
    case LoadVerdict::kWithin:
      return "✔ " + words.within;
    case LoadVerdict::kAbove:
      return "▲ " + words.above;
  }
  return {};
}

}  // namespace metodaktiv::reports
