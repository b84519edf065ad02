#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "config/query_forms.h"
#include "site/figure_change.h"
#include "site/indicator_view.h"
#include "site/paths.h"
#include "site/spread.h"
#include "site/tile_map.h"
#include "site/view_parts.h"

namespace metodaktiv::site {
namespace {

using config::IndicatorDefinition;
using config::Unit;

std::string unit_words(Unit unit) {
  switch (unit) {
    case Unit::kPercent:
      return "доля, %";
    case Unit::kRatio:
      return "отношение";
    case Unit::kCount:
      return "количество";
    case Unit::kPresence:
      return "есть или нет; по региону — доля муниципалитетов, %";
  }
  return {};
}

std::string formula(const IndicatorDefinition& definition) {
  switch (definition.unit) {
    case Unit::kPercent:
      return "числитель ÷ знаменатель × 100 %";
    case Unit::kRatio:
      return "числитель ÷ знаменатель";
    case Unit::kCount:
      return "число из числителя";
    case Unit::kPresence:
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

void fill_now(Dict now, const History& history, const std::vector<const Figure*>& municipalities) {
  const auto* region = history.back().second;
  fill_figure(now, region);
  fill_explained(now, region);
  if (region != nullptr) {
    now.put("GOAL", region->shown_target());
    now.put("COUNTED", region->shown_parts());
  }
  if (history.size() > 1) {
    fill_change(now, region, history[history.size() - 2].second);
    now.set("CHANGE_SINCE", short_year(history[history.size() - 2].first));
  }
  if (region != nullptr && region->still_accumulates) {
    now.put("RUNNING", fmt::format("Показатель накапливается весь учебный год, а {} ещё не "
                                   "закончился: сравнивать с прошлым годом рано.",
                                   history.back().first));
  }
  const auto count = count_targets(municipalities);
  if (count.measured > 0) now.put("MEETING", meeting_words(count));
}

}  // namespace

History history_of(const Context& context, const IndicatorDefinition& definition, Scope scope,
                   std::string_view code) {
  History history;
  for (const auto& year : context.model.years)
    history.emplace_back(year, context.model.figure(definition.id, year, scope, code));
  return history;
}

void fill_explained(Dict dict, const Figure* figure) {
  Dict number = dict.add("NUMBER");  // of its own: a section not set is looked up further out
  if (figure != nullptr && figure->scaled(1)) {
    number.add("SHOWN").set("SHOWN_VALUE", figure->shown());
    return;
  }
  Dict why = number.add("WHY");
  why.set("WHY_VALUE", figure == nullptr ? "нет данных" : figure->shown());
  const bool hidden = figure != nullptr && figure->status == Status::kSuppressed;
  why.set("WHY_ANCHOR", hidden ? "hidden" : "missing");
}

void fill_how(Dict dict, const IndicatorDefinition& definition, const Context& context) {
  dict.set("UNIT", unit_words(definition.unit));
  dict.set("FORMULA", formula(definition));
  dict.put("NUMERATOR_WORDS", definition.numerator);
  dict.put("DENOMINATOR_WORDS", definition.denominator);
  dict.set("SOURCE", definition.source);
  dict.put("REMARK", definition.note);
  dict.set("SQL", without_leading_comments(definition.sql));
  dict.set("ID", definition.id);
  dict.set("WHO_FILLS", who_fills(definition, context));
  const auto forms = config::forms_of_query(definition.sql, context.forms);
  if (forms.empty()) return;
  Dict list = dict.add("FORMS");
  for (const auto* form : forms) {
    Dict entry = list.add("FORM");
    entry.set("FORM_TITLE", form->title);
    entry.link("FORM_HREF", paths::form_help(form->table));
  }
}

void fill_passport(Dict dict, const IndicatorDefinition& definition, const Context& context) {
  const auto& model = context.model;
  dict.set("TITLE", definition.title);
  dict.set("REGION", context.profile.name);
  dict.set("SCHOOL_YEAR", model.school_year);
  dict.set("AS_OF", model.as_of.in_words());
  dict.set("K", std::to_string(model.disclosure_k));
  fill_how(dict, definition, context);

  const auto municipalities =
      model.figures_of(definition.id, model.school_year, Scope::kMunicipality);
  const auto history = history_of(context, definition, Scope::kRegion, model.region_code);
  fill_now(dict.add("NOW"), history, municipalities);
  fill_year_chart(dict, history, "by-year",
                  fmt::format("{}, {}, по учебным годам", definition.title, context.profile.name));
  for (std::size_t i = 0; i < history.size(); ++i) {
    const auto& [year, figure] = history[i];
    Dict row = dict.add("HISTORY");
    row.set("HISTORY_YEAR", year);
    fill_explained(row, figure);
    fill_change(row, figure, i == 0 ? nullptr : history[i - 1].second);
    if (figure != nullptr) row.set("HISTORY_PARTS", figure->shown_parts());
  }
  if (municipalities.empty()) {
    dict.show("REGION_ONLY");
    return;
  }
  fill_spread(dict, municipalities, history.back().second,
              fmt::format("{}: разброс по муниципалитетам, {} учебный год", definition.title,
                          model.school_year));
  fill_tile_map(dict.add("MAP"), context, indicator_map(context, definition, municipalities));
}

}  // namespace metodaktiv::site
