#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "search/document.h"
#include "site/model.h"

/// What the documents of the search have in common.
namespace metodaktiv::site {

/// «Дубна · Математика»; empty facts are left out.
std::string facts_line(std::vector<std::string> facts);
/// Full names of a list separated by commas or semicolons.
std::vector<std::string> names_in(std::string list);
/// For search::Document::order: sorts later dates first.
std::string newest_first(base::Date date);

/// In the order in which an empty query shows them.
std::vector<search::Kind> search_kinds();
/// The filters, with the values that `documents` have or lists of the model name.
std::vector<search::Facet> search_facets(const Model& model,
                                         const std::vector<search::Document>& documents);

}  // namespace metodaktiv::site
