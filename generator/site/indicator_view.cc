#include "site/indicator_view.h"

#include <fmt/format.h>

#include "site/paths.h"

namespace metodaktiv::site {
namespace {

Page indicator_page(const config::IndicatorDefinition& definition, const Context& context) {
  Page page;
  page.path = paths::indicator(definition.id);
  page.template_name = "indicator.html";
  page.heading = definition.title;
  page.title =
      "Показатель: " + (definition.short_title.empty() ? definition.title : definition.short_title);
  for (const auto& group : context.profile.indicator_groups) {
    if (group.key == definition.group) page.eyebrow = group.title;
  }
  page.description = fmt::format("{}: значения муниципалитетов {} за три года, формула и источник.",
                                 definition.title, context.profile.name_genitive);
  page.crumbs = {{"Показатели", std::string(paths::kIndicators)}};
  page.nav = Nav::kIndicators;
  page.fill = [&definition, &context](Dict dict) {
    fill_passport(dict, definition, context);
    fill_rankings(dict, definition, context);
  };
  return page;
}

}  // namespace

void add_indicator_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(indicator_index_page(context));
  for (const auto& definition : context.profile.indicators)
    pages.push_back(indicator_page(definition, context));
}

}  // namespace metodaktiv::site
