#include "site/indicator_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "site/distribution_parts.h"
#include "site/paths.h"
#include "site/view_parts.h"

namespace metodaktiv::site {
namespace {

using config::IndicatorDefinition;

/// «2026/27»: short enough for a column's head.
std::string short_year(const std::string& year) {
  return year.size() == 9 ? year.substr(0, 5) + year.substr(7) : year;
}

std::string unit_words(config::Unit unit) {
  switch (unit) {
    case config::Unit::kPercent:
      return "доля, %";
    case config::Unit::kRatio:
      return "отношение";
    case config::Unit::kCount:
      return "количество";
    case config::Unit::kPresence:
      return "есть или нет; по региону — доля муниципалитетов, %";
  }
  return {};
}

std::string formula(const IndicatorDefinition& definition) {
  switch (definition.unit) {
    case config::Unit::kPercent:
      return "числитель ÷ знаменатель × 100 %";
    case config::Unit::kRatio:
      return "числитель ÷ знаменатель";
    case config::Unit::kCount:
      return "число из числителя";
    case config::Unit::kPresence:
      return "есть, если условие выполнено; по региону — доля муниципалитетов, где выполнено";
  }
  return {};
}

/// «41 из 58 муниципалитетов».
std::string meeting_words(const TargetCount& count) {
  return fmt::format("{} из {}", count.met,
                     base::counted(static_cast<std::int64_t>(count.measured), "муниципалитета",
                                   "муниципалитетов", "муниципалитетов"));
}

/// Columns by year: a chart 120 × 56 for the template, with the target as a line.
void fill_chart(Dict dict, const std::vector<std::pair<std::string, const Figure*>>& years) {
  double full = 0;
  bool any = false;
  for (const auto& [year, figure] : years) {
    if (figure == nullptr || !figure->value()) continue;
    any = true;
    const bool percent = figure->unit == config::Unit::kPercent;
    full = std::max({full, *figure->value(), figure->target.value_or(0), percent ? 100.0 : 0.0});
  }
  if (!any || full <= 0) return;
  constexpr double kHeight = 120;
  constexpr double kStep = 96;
  Dict chart = dict.add("CHART");
  chart.set("CHART_WIDTH", fmt::format("{:.0f}", kStep * static_cast<double>(years.size())));
  double x = 0;
  for (const auto& [year, figure] : years) {
    Dict column = chart.add("COLUMN");
    const double value = figure == nullptr ? 0 : figure->value().value_or(0);
    const double height = std::clamp(value / full, 0.0, 1.0) * kHeight;
    column.set("X", fmt::format("{:.1f}", x + 16));
    column.set("MIDDLE", fmt::format("{:.1f}", x + kStep / 2));
    column.set("Y", fmt::format("{:.1f}", 24 + kHeight - height));
    column.set("HEIGHT", fmt::format("{:.1f}", height));
    column.set("LABEL_Y", fmt::format("{:.1f}", 16 + kHeight - height));
    column.set("LABEL", figure == nullptr ? "—" : figure->shown());
    column.set("YEAR", short_year(year));
    column.set("TONE", &year == &years.back().first ? "now" : "before");
    x += kStep;
  }
  const auto* last = years.back().second;
  if (last != nullptr && last->target && last->unit != config::Unit::kPresence) {
    Dict line = chart.add("TARGET_LINE");
    line.set(
        "TARGET_Y",
        fmt::format("{:.1f}", 24 + kHeight * (1 - std::clamp(*last->target / full, 0.0, 1.0))));
    line.set("TARGET_LABEL", last->shown_target());
  }
}

void fill_place_row(Dict row, const Ranked& ranked, double full, const Context& context,
                    const IndicatorDefinition& definition) {
  const auto& figure = *ranked.figure;
  const bool has_place = ranked.place != 0 && definition.unit != config::Unit::kPresence;
  row.set("PLACE_NUMBER", has_place ? std::to_string(ranked.place) : "—");
  Dict name = row.add(figure.scope == Scope::kMunicipality ? "LINKED" : "PLAIN");
  name.set("NAME", figure.name);
  if (figure.scope == Scope::kMunicipality) {
    name.link("HREF", paths::municipality(figure.code, "indicators"));
  }
  fill_figure(row, &figure);
  fill_bar(row, figure, full);
  const auto hidden = figure.status == Status::kSuppressed;
  const auto part = [&](const std::optional<double>& number) {
    if (hidden) return std::string("скрыто");
    return number ? base::plain_russian(*number) : std::string("—");
  };
  row.set("NUMERATOR", part(figure.numerator));
  row.set("DENOMINATOR", part(figure.denominator));
  const auto& years = context.model.years;
  for (std::size_t i = years.size(); i-- > 1;) {
    const auto* before =
        context.model.figure(definition.id, years[i - 1], figure.scope, figure.code);
    row.add("BEFORE").set("BEFORE_VALUE", before == nullptr ? "нет данных" : before->shown());
  }
}

void fill_table(Dict table, const std::vector<const Figure*>& figures, const Context& context,
                const IndicatorDefinition& definition) {
  const auto& years = context.model.years;
  table.set("YEAR", short_year(years.back()));
  for (std::size_t i = years.size(); i-- > 1;) {
    table.add("BEFORE_HEAD").set("BEFORE_YEAR", short_year(years[i - 1]));
  }
  const double full = scale_of(figures);
  for (const auto& entry : ranked(figures)) {
    fill_place_row(table.add("PLACE"), entry, full, context, definition);
  }
}

void fill_indicator(Dict dict, const IndicatorDefinition& definition, const Context& context) {
  const auto& model = context.model;
  dict.set("TITLE", definition.title);
  dict.set("REGION", context.profile.name);
  dict.set("SCHOOL_YEAR", model.school_year);
  dict.set("UNIT", unit_words(definition.unit));
  dict.set("FORMULA", formula(definition));
  dict.put("NUMERATOR_WORDS", definition.numerator);
  dict.put("DENOMINATOR_WORDS", definition.denominator);
  dict.set("SOURCE", definition.source);
  dict.put("REMARK", definition.note);
  dict.set("SQL", without_leading_comments(definition.sql));
  dict.set("ID", definition.id);
  dict.set("K", std::to_string(model.disclosure_k));

  const auto* region = model.region_figure(definition.id, model.school_year);
  Dict now = dict.add("NOW");
  fill_figure(now, region);
  if (region != nullptr) {
    now.put("GOAL", region->shown_target());
    now.put("COUNTED", region->shown_parts());
  }
  std::vector<std::pair<std::string, const Figure*>> years;
  for (const auto& year : model.years)
    years.emplace_back(year, model.region_figure(definition.id, year));
  fill_chart(dict, years);
  for (const auto& [year, figure] : years) {
    Dict row = dict.add("HISTORY");
    row.set("HISTORY_YEAR", year);
    fill_figure(row, figure);
    if (figure != nullptr) row.set("HISTORY_PARTS", figure->shown_parts());
  }
  const auto municipalities =
      model.figures_of(definition.id, model.school_year, Scope::kMunicipality);
  if (municipalities.empty()) {
    dict.show("REGION_ONLY");
  } else {
    const auto count = count_targets(municipalities);
    if (count.measured > 0) {
      now.put("MEETING", meeting_words(count));
    }
    Dict table = dict.add("MUNICIPALITIES");
    fill_table(table, municipalities, context, definition);
    const bool hidden =
        std::any_of(municipalities.begin(), municipalities.end(),
                    [](const Figure* f) { return f->status == Status::kSuppressed; });
    if (hidden) table.show("HIDDEN_NOTE");
  }
  const auto territories = model.figures_of(definition.id, model.school_year, Scope::kTerritory);
  if (!territories.empty()) fill_table(dict.add("TERRITORIES"), territories, context, definition);
}

Page indicator_page(const IndicatorDefinition& definition, const Context& context) {
  Page page;
  page.path = paths::indicator(definition.id);
  page.template_name = "indicator.html";
  page.heading = definition.title;
  page.title = definition.short_title.empty() ? definition.title : definition.short_title;
  for (const auto& group : context.profile.indicator_groups) {
    if (group.key == definition.group) page.eyebrow = group.title;
  }
  page.description = fmt::format("{}: значения муниципалитетов {} за три года, формула и источник.",
                                 definition.title, context.profile.name_genitive);
  page.crumbs = {{"Показатели", std::string(paths::kIndicators)}};
  page.nav = Nav::kIndicators;
  page.fill = [&definition, &context](Dict dict) { fill_indicator(dict, definition, context); };
  return page;
}

void fill_index_row(Dict row, const IndicatorDefinition& definition, const Context& context) {
  const auto& model = context.model;
  row.set("TITLE", definition.title);
  row.link("HREF", paths::indicator(definition.id));
  row.set("SOURCE", definition.source);
  const auto* figure = model.region_figure(definition.id, model.school_year);
  fill_figure(row, figure);
  if (figure != nullptr) {
    row.put("GOAL", figure->shown_target());
    const double scale = scale_of({figure});
    const bool percent = figure->unit == config::Unit::kPercent;
    if (percent || figure->target) fill_bar(row, *figure, percent ? scale : scale * 1.25);
  }
  std::vector<std::string> before;
  for (std::size_t i = 0; i + 1 < model.years.size(); ++i) {
    const auto* earlier = model.region_figure(definition.id, model.years[i]);
    if (earlier == nullptr || !earlier->value()) continue;
    before.push_back(
        fmt::format("{}\u00A0—\u00A0{}", short_year(model.years[i]), earlier->shown()));
  }
  row.put("EARLIER", base::join(before, ", "));
  const auto count =
      count_targets(model.figures_of(definition.id, model.school_year, Scope::kMunicipality));
  if (count.measured > 0) {
    row.put("MEETING", meeting_words(count));
  }
}

Page index_page(const Context& context) {
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
  page.fill = [&context](Dict dict) {
    for (const auto& group : context.profile.indicator_groups) {
      Dict section = dict.add("GROUP");
      section.set("GROUP_TITLE", group.title);
      section.set("GROUP_ID", group.key);
      std::vector<const IndicatorDefinition*> members;
      for (const auto& definition : context.profile.indicators) {
        if (definition.group == group.key) members.push_back(&definition);
      }
      fill_indicator_items(section, members, context);
      Dict jump = dict.add("JUMP");
      jump.set("JUMP_TITLE", group.title);
      jump.set("JUMP_ID", group.key);
    }
    fill_distribution_index(dict, context);
  };
  return page;
}

}  // namespace

std::string without_leading_comments(std::string_view sql) {
  while (sql.starts_with("--") || sql.starts_with('\n')) {
    const auto end = sql.find('\n');
    sql = end == std::string_view::npos ? std::string_view() : sql.substr(end + 1);
  }
  return std::string(base::trimmed(sql));
}

void fill_indicator_items(Dict dict, const std::vector<const IndicatorDefinition*>& definitions,
                          const Context& context) {
  Dict list = dict.include("INDICATOR_ITEMS", "indicator_items.html");
  for (const auto* definition : definitions)
    fill_index_row(list.add("INDICATOR"), *definition, context);
}

void add_indicator_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(index_page(context));
  for (const auto& definition : context.profile.indicators) {
    pages.push_back(indicator_page(definition, context));
  }
}

}  // namespace metodaktiv::site
