#include "content/page_figures.h"

#include <fmt/format.h>

#include <string>

#include "base/text.h"
#include "config/toml_reader.h"

namespace metodaktiv::content {
namespace {

/// «Есть: a, b»: what may stand there instead.
template <typename Definitions, typename Accept>
std::string known_ids(const Definitions& definitions, Accept accept) {
  std::vector<std::string> ids;
  for (const auto& definition : definitions) {
    if (accept(definition)) ids.push_back(definition.id);
  }
  if (ids.empty()) return "В профиле региона их нет: уберите строку.";
  return fmt::format("Уберите его или впишите другой. Есть: {}.", base::join(ids, ", "));
}

}  // namespace

void check_figures(const std::vector<Page>& pages, const config::RegionProfile& profile) {
  base::Findings findings;
  const auto report = [&](const Page& page, const FigureName& name, std::string message,
                          std::string remedy) {
    findings.add({base::Severity::kError,
                  "content-figure",
                  {page.file.string(), {}, name.line, {}},
                  name.id,
                  std::move(message),
                  std::move(remedy)});
  };
  const auto any = [](const config::IndicatorDefinition&) { return true; };
  const auto is_public = [](const config::DistributionDefinition& d) { return d.is_public; };
  for (const auto& page : pages) {
    for (const auto& name : page.indicators) {
      if (profile.indicator(name.id) != nullptr) continue;
      report(page, name, fmt::format("Показателя «{}» в профиле региона нет.", name.id),
             known_ids(profile.indicators, any));
    }
    for (const auto& name : page.distributions) {
      const auto* definition = profile.distribution(name.id);
      if (definition != nullptr && definition->is_public) continue;
      report(page, name,
             definition == nullptr
                 ? fmt::format("Распределения «{}» в профиле региона нет.", name.id)
                 : fmt::format("Распределение «{}» не публикуется: оно есть только в отчётах.",
                               name.id),
             known_ids(profile.distributions, is_public));
    }
  }
  config::throw_if_errors(findings, "Страницы просят показать то, чего нет:");
}

}  // namespace metodaktiv::content
