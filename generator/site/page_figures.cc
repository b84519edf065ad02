#include "site/page_figures.h"

#include <algorithm>

#include "base/text.h"
#include "site/distribution_parts.h"
#include "site/indicator_view.h"
#include "site/municipal_site.h"
#include "site/paths.h"
#include "site/view_parts.h"

namespace metodaktiv::site {
namespace {

using config::IndicatorDefinition;

std::vector<const IndicatorDefinition*> indicators_of(const content::Page& text,
                                                      const Context& context) {
  std::vector<const IndicatorDefinition*> found;
  for (const auto& name : text.indicators) {
    if (const auto* definition = context.profile.indicator(name.id)) found.push_back(definition);
  }
  return found;
}

/// Municipalities × indicators; those of the region alone have no column. True when a cell is
/// hidden.
bool fill_places(Dict dict, std::vector<const IndicatorDefinition*> definitions,
                 const Context& context) {
  const auto& model = context.model;
  const auto of_region_only = [&](const IndicatorDefinition* definition) {
    return model.figures_of(definition->id, model.school_year, Scope::kMunicipality).empty();
  };
  std::erase_if(definitions, of_region_only);
  if (definitions.empty()) return false;
  Dict table = dict.add("BY_PLACE");
  table.set("PLACE_COUNT", std::to_string(model.municipalities.size()));
  for (const auto* definition : definitions) {
    Dict head = table.add("HEAD");
    head.set("HEAD_TITLE",
             definition->short_title.empty() ? definition->title : definition->short_title);
    head.link("HEAD_HREF", paths::indicator(definition->id));
  }
  bool hidden = false;
  for (const auto& municipality : model.municipalities) {
    Dict row = table.add("PLACE");
    row.set("PLACE_TITLE", municipality.name);
    row.link("PLACE_HREF", paths::municipality(municipality.code, "indicators"));
    for (const auto* definition : definitions) {
      const auto* figure =
          model.figure(definition->id, model.school_year, Scope::kMunicipality, municipality.code);
      hidden = hidden || (figure != nullptr && figure->status == Status::kSuppressed);
      Dict cell = row.add("CELL");
      Dict value = cell.add(figure == nullptr ? "CELL_PLAIN" : "CELL_LINKED");
      value.set("CELL_VALUE", figure == nullptr ? "нет данных" : figure->shown());
      if (figure != nullptr)
        value.link("CELL_HREF", paths::indicator_row(definition->id, municipality.code));
    }
  }
  return hidden;
}

}  // namespace

void fill_page_figures(Dict dict, const content::Page* text, const Context& context) {
  if (text == nullptr || (text->indicators.empty() && text->distributions.empty())) return;
  if (context.edition.municipal()) return fill_municipal_page_figures(dict, *text, context);
  const auto& model = context.model;
  Dict block = dict.include("PAGE_FIGURES", "page_figures.html");
  block.set("AS_OF", model.as_of.dotted());
  block.set("YEAR", model.school_year);
  block.set("K", std::to_string(model.disclosure_k));
  bool hidden = false;
  if (const auto definitions = indicators_of(*text, context); !definitions.empty()) {
    fill_indicator_items(block, definitions, context);
    hidden = fill_places(block, definitions, context);
  }
  for (const auto& name : text->distributions) {
    const auto* distribution = model.distribution(name.id);
    if (distribution == nullptr) continue;
    Dict part = block.add("DISTRIBUTION");
    part.set("DISTRIBUTION_TITLE", distribution->definition->title);
    part.link("DISTRIBUTION_HREF", paths::distribution(name.id));
    const auto* region = distribution->row(Scope::kRegion, model.region_code);
    fill_shares(part, *distribution, region);
    fill_sum(part, region);
    hidden = hidden || (region != nullptr && region->has_hidden());
  }
  block.show_if(hidden, "HIDDEN_NOTE");
}

}  // namespace metodaktiv::site
