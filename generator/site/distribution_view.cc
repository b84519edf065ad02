#include <fmt/format.h>

#include "base/number.h"
#include "base/text.h"
#include "site/distribution_parts.h"
#include "site/indicator_view.h"
#include "site/paths.h"

namespace metodaktiv::site {
namespace {

void fill_row(Dict line, const DistributionRow& row) {
  const auto cell = [&](const std::optional<long long>& count) {
    Dict entry = line.add("CELL");
    entry.set("COUNT", shown_or_hidden(count));
    entry.show_if(count && *count == 0, "ZERO");
  };
  for (const auto& count : row.counts) cell(count);
  cell(row.total);
}

/// A table of places × answers with the region's row at its foot; no table without places.
template <typename Places>
void fill_table(Dict dict, std::string_view section, const Places& places, Scope scope,
                const Distribution& distribution, const Context& context) {
  if (places.empty()) return;
  Dict table = dict.add(section);
  for (const auto& answer : distribution.definition->values)
    table.add("HEAD").set("HEAD_TITLE", answer.title);
  for (const auto& place : places) {
    const auto* row = distribution.row(scope, place.code);
    if (row == nullptr) continue;
    Dict line = table.add("PLACE");
    Dict name = line.add(scope == Scope::kMunicipality ? "LINKED" : "PLAIN");
    name.set("NAME", place.name);
    if (scope == Scope::kMunicipality) {
      name.link("HREF", paths::municipality(place.code, "indicators") + "#distributions");
    }
    fill_row(line, *row);
  }
  if (const auto* region = distribution.row(Scope::kRegion, context.model.region_code))
    fill_row(table.add("REGION_ROW"), *region);
}

void fill_distribution(Dict dict, const Distribution& distribution, const Context& context) {
  const auto& definition = *distribution.definition;
  const auto& model = context.model;
  dict.set("REGION", context.profile.name);
  dict.set("SCHOOL_YEAR", model.school_year);
  dict.set("TITLE", definition.title);
  dict.set("K", std::to_string(model.disclosure_k));
  const auto* region = distribution.row(Scope::kRegion, model.region_code);
  fill_shares(dict, distribution, region);
  fill_sum(dict, region);

  fill_table(dict, "TERRITORIES", model.territories, Scope::kTerritory, distribution, context);
  fill_table(dict, "MUNICIPALITIES", model.municipalities, Scope::kMunicipality, distribution,
             context);
  dict.show_if(distribution.has_hidden(), "HIDDEN_NOTE");

  dict.set("UNIT", definition.unit);
  dict.set("SOURCE", definition.source);
  dict.put("REMARK", definition.note);
  dict.set("ID", definition.id);
  dict.set("SQL", without_leading_comments(definition.sql));
  dict.show(definition.counts_people ? "PEOPLE" : "EXACT");
}

Page distribution_page(const Distribution& distribution, const Context& context) {
  const auto& definition = *distribution.definition;
  Page page;
  page.path = paths::distribution(definition.id);
  page.template_name = "distribution.html";
  page.heading = definition.title;
  page.title = definition.short_title;
  page.eyebrow = "Распределение";
  page.lead = fmt::format("{}, {} учебный год, на {}.", context.profile.name,
                          context.model.school_year, context.model.as_of.dotted());
  page.description =
      fmt::format("{}: числа и доли по муниципалитетам {}, источник и способ подсчёта.",
                  definition.title, context.profile.name_genitive);
  page.crumbs = {{"Показатели", std::string(paths::kIndicators)}};
  page.nav = Nav::kIndicators;
  page.fill = [&distribution, &context](Dict dict) {
    fill_distribution(dict, distribution, context);
  };
  return page;
}

}  // namespace

void add_distribution_pages(const Context& context, std::vector<Page>& pages) {
  for (const auto& distribution : context.model.distributions)
    pages.push_back(distribution_page(distribution, context));
}

}  // namespace metodaktiv::site
