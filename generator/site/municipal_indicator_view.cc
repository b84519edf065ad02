#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/axis.h"
#include "site/chart.h"
#include "site/distribution_parts.h"
#include "site/figure_change.h"
#include "site/indicator_view.h"
#include "site/municipal_site.h"
#include "site/paths.h"
#include "site/view_parts.h"

namespace metodaktiv::site {
namespace {

using config::IndicatorDefinition;

/// A value beside the municipality's own: whose, and how it reads.
void add_comparison(Dict dict, std::string_view whose, std::string_view value,
                    std::string_view note = {}) {
  Dict row = dict.add("COMPARED");
  row.set("COMPARED_WITH", whose);
  row.set("COMPARED_VALUE", value);
  row.put("COMPARED_NOTE", note);
}

void fill_comparison(Dict dict, const Context& context, const Municipality& own,
                     const IndicatorDefinition& definition) {
  const auto& model = context.model;
  const auto* region = model.region_figure(definition.id, model.school_year);
  if (region != nullptr) add_comparison(dict, context.profile.name, region->shown());
  if (own.territory != nullptr) {
    const auto* territory =
        model.figure(definition.id, model.school_year, Scope::kTerritory, own.territory->code);
    if (territory != nullptr) {
      add_comparison(dict, fmt::format("Территория «{}»", own.territory->name), territory->shown());
    }
  }
  if (definition.unit == config::Unit::kPresence) return;
  const auto all =
      context.region.figures_of(definition.id, model.school_year, Scope::kMunicipality);
  const auto rows = ranked(all);
  const auto measured =
      std::count_if(rows.begin(), rows.end(), [](const Ranked& row) { return row.place != 0; });
  if (const auto middle = median_of(all); middle && measured > 2) {
    add_comparison(dict, "Половина муниципалитетов не ниже", shown_number(*middle, definition.unit),
                   "медиана опубликованных значений");
  }
  for (const auto& row : rows) {
    if (row.figure->code != own.code || row.place == 0) continue;
    add_comparison(dict, "Место в регионе", fmt::format("{} из {}", row.place, measured),
                   "среди муниципалитетов, у которых значение опубликовано");
  }
}

void fill_page(Dict dict, const Context& context, const Municipality& own,
               const IndicatorDefinition& definition) {
  const auto& model = context.model;
  dict.set("PLACE", own.name);
  dict.set("CODE", own.code);  // of the anchor of paths::indicator_row()
  dict.set("REGION", context.profile.name);
  dict.set("TITLE", definition.title);
  dict.set("SCHOOL_YEAR", model.school_year);
  const auto* figure =
      model.figure(definition.id, model.school_year, Scope::kMunicipality, own.code);
  Dict now = dict.add("NOW");
  fill_figure(now, figure);
  if (figure != nullptr) {
    now.put("GOAL", figure->shown_target());
    now.put("COUNTED", figure->shown_parts());
  }
  bool hidden = figure != nullptr && figure->status == Status::kSuppressed;
  const auto history = history_of(context, definition, Scope::kMunicipality, own.code);
  for (std::size_t i = 0; i < history.size(); ++i) {
    const auto& [year, value] = history[i];
    const auto* region = model.region_figure(definition.id, year);
    Dict row = dict.add("HISTORY");
    row.set("HISTORY_YEAR", year);
    fill_figure(row, value);
    fill_change(row, value, i == 0 ? nullptr : history[i - 1].second);
    row.set("REGION_VALUE", region == nullptr ? "нет данных" : region->shown());
    hidden = hidden || (value != nullptr && value->status == Status::kSuppressed);
  }
  if (definition.unit != config::Unit::kPresence)
    fill_year_chart(dict, history, "own", fmt::format("{}, {}", definition.title, own.name));
  fill_comparison(dict, context, own, definition);
  if (hidden) dict.add("HIDDEN_NOTE").set("K", std::to_string(model.disclosure_k));
  fill_how(dict, definition, context);
}

/// The indicators that a text names and the profile has.
std::vector<const IndicatorDefinition*> named_in(const content::Page& text,
                                                 const Context& context) {
  std::vector<const IndicatorDefinition*> found;
  for (const auto& name : text.indicators) {
    if (const auto* definition = context.profile.indicator(name.id)) found.push_back(definition);
  }
  return found;
}

}  // namespace

void fill_municipal_page_figures(Dict dict, const content::Page& text, const Context& context) {
  const auto& model = context.model;
  const auto& own = own_municipality(context);
  Dict block = dict.include("PAGE_FIGURES", "municipal_figures.html");
  block.set("PLACE", own.name);
  block.set("REGION", context.profile.name);
  block.set("AS_OF", model.as_of.dotted());
  block.set("YEAR", model.school_year);
  bool hidden = false;
  for (const auto* definition : named_in(text, context)) {
    const auto* figure =
        model.figure(definition->id, model.school_year, Scope::kMunicipality, own.code);
    const auto* region = model.region_figure(definition->id, model.school_year);
    Dict row = block.add("INDICATOR");
    Dict name = row.add(figure == nullptr ? "PLAIN" : "LINKED");
    name.set("TITLE", definition->title);
    if (figure != nullptr) name.link("HREF", paths::indicator(definition->id));
    fill_figure(row, figure);
    row.set("GOAL", figure != nullptr && figure->target ? figure->shown_target() : "—");
    row.set("REGION_VALUE", region == nullptr ? "нет данных" : region->shown());
    hidden = hidden || (figure != nullptr && figure->status == Status::kSuppressed);
  }
  for (const auto& name : text.distributions) {
    const auto* distribution = model.distribution(name.id);
    if (distribution == nullptr) continue;
    const auto* row = distribution->row(Scope::kMunicipality, own.code);
    Dict part = block.add("DISTRIBUTION");
    part.set("DISTRIBUTION_TITLE", distribution->definition->title);
    fill_shares(part, *distribution, row);
    fill_sum(part, row);
    hidden = hidden || (row != nullptr && row->has_hidden());
  }
  if (hidden) block.add("HIDDEN_NOTE").set("K", std::to_string(model.disclosure_k));
}

Page municipal_indicator_page(const Context& context, const Municipality& municipality,
                              const IndicatorDefinition& definition) {
  Page page;
  page.path = paths::indicator(definition.id);
  page.template_name = "municipal_indicator.html";
  page.heading = definition.title;
  page.title =
      fmt::format("Показатель: {} — {}",
                  definition.short_title.empty() ? definition.title : definition.short_title,
                  municipality.name);
  for (const auto& group : context.profile.indicator_groups) {
    if (group.key == definition.group) page.eyebrow = group.title;
  }
  page.description =
      fmt::format("{} в {}: значение по годам, цель, сравнение с регионом, формула и источник.",
                  definition.title, municipality.prepositional);
  page.nav = Nav::kIndicators;
  page.fill = [&context, &municipality, &definition](Dict dict) {
    fill_page(dict, context, municipality, definition);
  };
  return page;
}

}  // namespace metodaktiv::site
