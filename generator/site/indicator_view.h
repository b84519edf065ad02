#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "config/indicator_definition.h"
#include "site/chart.h"
#include "site/figure.h"
#include "site/views.h"

/// What the pages of indicators show; each function in a file of its family's name.
namespace metodaktiv::site {

/// The region's value, target, change and earlier years of each indicator for indicator_items.html,
/// included at INDICATOR_ITEMS.
void fill_indicator_items(Dict dict,
                          const std::vector<const config::IndicatorDefinition*>& definitions,
                          const Context& context);

/// The index of indicators: groups with a summary, distributions, legend.
Page indicator_index_page(const Context& context);

/// The passport: value of the region, its years, formula, source, query and where the data come
/// from.
void fill_passport(Dict dict, const config::IndicatorDefinition& definition,
                   const Context& context);

/// Its part that is the same for every place: unit, formula, parts, source, query, who fills it in.
void fill_how(Dict dict, const config::IndicatorDefinition& definition, const Context& context);

/// TERRITORIES and MUNICIPALITIES: tables by place with years and change. Every row of a
/// municipality carries the anchor of paths::indicator_row().
void fill_rankings(Dict dict, const config::IndicatorDefinition& definition,
                   const Context& context);

/// Figures of one place by school year, oldest first.
History history_of(const Context& context, const config::IndicatorDefinition& definition,
                   Scope scope, std::string_view code);

/// A number in a table as a section NUMBER: SHOWN with SHOWN_VALUE, or WHY with WHY_VALUE
/// («скрыто», «нет данных») and WHY_ANCHOR of the note that explains it ("hidden", "missing").
/// nullptr: no data.
void fill_explained(Dict dict, const Figure* figure);

/// A query as readers see it: without the comments at its head, which are for those who edit it.
std::string without_leading_comments(std::string_view sql);

/// «Сведения вносит … в формы …»: who fills in what the indicator is made of; for a region without
/// collection forms, who does in general.
std::string who_fills(const config::IndicatorDefinition& definition, const Context& context);

}  // namespace metodaktiv::site
