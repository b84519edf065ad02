#include <algorithm>

#include "base/number.h"
#include "site/figure_change.h"
#include "site/indicator_view.h"
#include "site/paths.h"
#include "site/view_parts.h"

namespace metodaktiv::site {
namespace {

using config::IndicatorDefinition;

/// Whether places are ranked by their values: what is there or not has no best and worst.
bool has_places(const IndicatorDefinition& definition) {
  return definition.unit != config::Unit::kPresence;
}

/// What fills a row needs besides its own figure.
struct Table {
  const Context& context;
  const IndicatorDefinition& definition;
  double full = 0;  ///< of the bars' scale
};

void fill_row(Dict row, const Ranked& ranked, const Table& table) {
  const auto& figure = *ranked.figure;
  const bool municipal = figure.scope == Scope::kMunicipality;
  if (has_places(table.definition)) {
    row.add("HAS_PLACE")
        .set("PLACE_NUMBER", ranked.place != 0 ? std::to_string(ranked.place) : "—");
  }
  row.set("ROW_CODE", figure.code);
  Dict name = row.add(municipal ? "LINKED" : "PLAIN");
  name.set("NAME", figure.name);
  if (municipal) name.link("HREF", paths::municipality(figure.code, "indicators"));
  fill_figure(row, &figure);
  fill_explained(row, &figure);
  fill_bar(row, figure, table.full);
  const auto part = [&](const std::optional<double>& number) {
    if (figure.status == Status::kSuppressed) return std::string("скрыто");
    return number ? base::plain_russian(*number) : std::string("—");
  };
  row.set("NUMERATOR", part(figure.numerator));
  row.set("DENOMINATOR", part(figure.denominator));
  const auto history = history_of(table.context, table.definition, figure.scope, figure.code);
  if (history.size() > 1) fill_change(row, &figure, history[history.size() - 2].second);
  for (std::size_t i = history.size() - 1; i-- > 0;)
    fill_explained(row.add("BEFORE"), history[i].second);
  if (!municipal) fill_spark(row, history);
}

void fill_table(Dict dict, const std::vector<const Figure*>& figures, const Context& context,
                const IndicatorDefinition& definition) {
  const auto& years = context.model.years;
  dict.set("YEAR", short_year(years.back()));
  dict.show_if(has_places(definition), "PLACES");
  dict.show_if(!has_places(definition), "NO_PLACES");
  for (std::size_t i = years.size() - 1; i-- > 0;)
    dict.add("BEFORE_HEAD").set("BEFORE_YEAR", short_year(years[i]));
  const Table table{context, definition, scale_of(figures)};
  for (const auto& entry : ranked(figures)) fill_row(dict.add("PLACE"), entry, table);
}

/// Whether a figure of any place or year has the status.
bool any_with(const Context& context, const IndicatorDefinition& definition, Status status) {
  const auto& model = context.model;
  return std::any_of(model.years.begin(), model.years.end(), [&](const std::string& year) {
    const auto has = [&](const std::vector<const Figure*>& figures) {
      return std::any_of(figures.begin(), figures.end(),
                         [&](const Figure* figure) { return figure->status == status; });
    };
    const auto* region = model.region_figure(definition.id, year);
    return (region != nullptr && region->status == status) ||
           has(model.figures_of(definition.id, year, Scope::kMunicipality)) ||
           has(model.figures_of(definition.id, year, Scope::kTerritory));
  });
}

}  // namespace

void fill_rankings(Dict dict, const IndicatorDefinition& definition, const Context& context) {
  const auto& model = context.model;
  const auto territories = model.figures_of(definition.id, model.school_year, Scope::kTerritory);
  if (!territories.empty()) fill_table(dict.add("TERRITORIES"), territories, context, definition);
  const auto municipalities =
      model.figures_of(definition.id, model.school_year, Scope::kMunicipality);
  if (!municipalities.empty()) {
    fill_table(dict.add("MUNICIPALITIES"), municipalities, context, definition);
  }
  dict.show_if(any_with(context, definition, Status::kSuppressed), "HIDDEN_NOTE");
}

}  // namespace metodaktiv::site
