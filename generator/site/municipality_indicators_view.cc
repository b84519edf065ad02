#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/text.h"
#include "site/axis.h"
#include "site/distribution_parts.h"
#include "site/figure_change.h"
#include "site/indicator_view.h"
#include "site/municipality_view.h"
#include "site/paths.h"
#include "site/view_parts.h"

namespace metodaktiv::site {
namespace {

using config::IndicatorDefinition;

/// «цель достигнута 1 из 3»: how the group stands; empty without targets.
std::string summary(const TargetCount& targets) {
  if (targets.measured == 0) return {};
  return fmt::format("{} {} из {}",
                     base::plural(static_cast<std::int64_t>(targets.met), "цель достигнута",
                                  "цели достигнуты", "целей достигнуто"),
                     targets.met, targets.measured);
}

void fill_row(Dict row, const IndicatorDefinition& definition, const Municipality& municipality,
              const Context& context, const Places& places) {
  row.set("TITLE", definition.short_title.empty() ? definition.title : definition.short_title);
  row.link("HREF", paths::indicator(definition.id));
  row.link("ROW_HREF", paths::indicator_row(definition.id, municipality.code));
  const auto history = history_of(context, definition, Scope::kMunicipality, municipality.code);
  const auto* figure = history.back().second;
  fill_figure(row, figure);
  fill_explained(row, figure);
  row.set("GOAL", figure->target ? figure->shown_target() : "—");
  row.show_if(!figure->target, "NO_GOAL");
  if (history.size() > 1) fill_change(row, figure, history[history.size() - 2].second);
  for (std::size_t i = history.size() - 1; i-- > 0;) {
    Dict before = row.add("BEFORE");
    before.set("BEFORE_YEAR", short_year(history[i].first));
    fill_explained(before, history[i].second);
  }
  const auto place = places.of(definition.id, municipality.code);
  const bool by_size = definition.unit != config::Unit::kPresence;
  const bool has_place = place.place != 0 && by_size;
  const bool has_median = place.median && by_size;
  row.set("PLACE", has_place ? fmt::format("{} из {}", place.place, place.of) : "—");
  row.set("MEDIAN", has_median ? shown_number(*place.median, definition.unit) : "—");
  row.show_if(!has_place, "NO_PLACE");
  row.show_if(!has_median, "NO_MEDIAN");
}

void fill_page(Dict dict, const Municipality& municipality, const Context& context,
               const Places& places) {
  const auto& model = context.model;
  dict.set("YEAR", model.school_year);
  dict.set("K", std::to_string(model.disclosure_k));
  dict.set("WHO_FILLS", context.profile.terms.service);
  bool empty = true;
  for (const auto& group : context.profile.indicator_groups) {
    std::vector<const IndicatorDefinition*> shown;
    TargetCount targets;
    for (const auto& definition : context.profile.indicators) {
      const auto* figure =
          model.figure(definition.id, model.school_year, Scope::kMunicipality, municipality.code);
      if (definition.group != group.key || figure == nullptr) continue;
      shown.push_back(&definition);
      const auto one = count_targets({figure});
      targets.met += one.met;
      targets.measured += one.measured;
    }
    if (shown.empty()) continue;
    empty = false;
    Dict section = dict.add("GROUP");
    section.set("GROUP_TITLE", group.title);
    section.put("GROUP_SUMMARY", summary(targets));
    section.set("CURRENT_YEAR", short_year(model.years.back()));
    for (std::size_t i = model.years.size() - 1; i-- > 0;)
      section.add("YEAR_HEAD").set("HEAD_YEAR", short_year(model.years[i]));
    for (const auto* definition : shown)
      fill_row(section.add("INDICATOR"), *definition, municipality, context, places);
  }
  dict.show_if(empty, "NO_INDICATORS");
  fill_municipal_distributions(dict, municipality.code, context);
}

}  // namespace

Page municipality_indicators(const Context& context, const Municipality& municipality,
                             std::shared_ptr<const Places> places) {
  auto page =
      municipality_page(municipality, "indicators", "Показатели", "municipality_indicators.html");
  page.lead = fmt::format(
      "{} учебный год, на {}. Число ведёт к своему паспорту: формуле, источнику и сравнению.",
      context.model.school_year, context.model.as_of.dotted());
  page.fill = [&context, &municipality, places = std::move(places)](Dict dict) {
    fill_page(dict, municipality, context, *places);
  };
  return page;
}

}  // namespace metodaktiv::site
