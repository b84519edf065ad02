#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/distribution_parts.h"
#include "site/figure_change.h"
#include "site/indicator_view.h"
#include "site/paths.h"
#include "site/view_parts.h"

namespace metodaktiv::site {
namespace {

using config::IndicatorDefinition;

void fill_item(Dict row, const IndicatorDefinition& definition, const Context& context) {
  const auto& model = context.model;
  row.set("TITLE", definition.title);
  row.link("HREF", paths::indicator(definition.id));
  row.set("SOURCE", definition.source);
  const auto history = history_of(context, definition, Scope::kRegion, model.region_code);
  const auto* figure = history.back().second;
  fill_figure(row, figure);
  if (figure != nullptr) {
    row.put("GOAL", figure->shown_target());
    const double scale = scale_of({figure});
    const bool percent = figure->unit == config::Unit::kPercent;
    if (percent || figure->target) fill_bar(row, *figure, percent ? scale : scale * 1.25);
  }
  if (history.size() > 1) fill_change(row, figure, history[history.size() - 2].second);
  fill_spark(row, history);
  const auto count =
      count_targets(model.figures_of(definition.id, model.school_year, Scope::kMunicipality));
  if (count.measured > 0) {
    row.put("MEETING",
            fmt::format("{} из {}", count.met,
                        base::counted(static_cast<std::int64_t>(count.measured), "муниципалитета",
                                      "муниципалитетов", "муниципалитетов")));
  }
}

/// «8 показателей, цели достигнуты у 3 из 5»; without targets the number alone.
std::string summary(const std::vector<const IndicatorDefinition*>& members,
                    const Context& context) {
  TargetCount targets;
  for (const auto* definition : members) {
    const auto* figure = context.model.region_figure(definition->id, context.model.school_year);
    if (figure == nullptr) continue;
    const auto one = count_targets({figure});
    targets.met += one.met;
    targets.measured += one.measured;
  }
  const auto number = base::counted(static_cast<std::int64_t>(members.size()), "показатель",
                                    "показателя", "показателей");
  if (targets.measured == 0) return number;
  return fmt::format("{}, {} {} из {}", number,
                     base::plural(static_cast<std::int64_t>(targets.met), "цель достигнута",
                                  "цели достигнуты", "целей достигнуто"),
                     targets.met, targets.measured);
}

void fill_index(Dict dict, const Context& context) {
  for (const auto& group : context.profile.indicator_groups) {
    std::vector<const IndicatorDefinition*> members;
    for (const auto& definition : context.profile.indicators) {
      if (definition.group == group.key) members.push_back(&definition);
    }
    if (members.empty()) continue;
    Dict section = dict.add("GROUP");
    section.set("GROUP_TITLE", group.title);
    section.set("GROUP_ID", group.key);
    section.set("GROUP_SUMMARY", summary(members, context));
    fill_indicator_items(section, members, context);
    Dict jump = dict.add("JUMP");
    jump.set("JUMP_TITLE", group.title);
    jump.set("JUMP_ID", group.key);
  }
  std::vector<std::string> years;
  for (const auto& year : context.model.years) years.push_back(short_year(year));
  dict.set("SPARK_YEARS", base::join(years, ", "));
  dict.set("WHO_FILLS_ALL", context.profile.terms.service);
  fill_distribution_index(dict, context);
}

}  // namespace

void fill_indicator_items(Dict dict, const std::vector<const IndicatorDefinition*>& definitions,
                          const Context& context) {
  Dict list = dict.include("INDICATOR_ITEMS", "indicator_items.html");
  for (const auto* definition : definitions) fill_item(list.add("INDICATOR"), *definition, context);
}

Page indicator_index_page(const Context& context) {
  const auto& model = context.model;
  Page page;
  page.path = paths::kIndicators;
  page.template_name = "indicators.html";
  page.heading = "Показатели";
  page.description =
      fmt::format("Показатели методического актива и методических служб {} за {} учебный год.",
                  context.profile.name_genitive, model.school_year);
  page.lead = fmt::format(
      "{}, {} учебный год, на {}. У каждого числа — формула, источник и файл с данными.",
      context.profile.name, model.school_year, model.as_of.dotted());
  page.nav = Nav::kIndicators;
  page.fill = [&context](Dict dict) { fill_index(dict, context); };
  return page;
}

}  // namespace metodaktiv::site
