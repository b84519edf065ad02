#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/dict.h"
#include "site/page.h"
#include "site/views.h"

/// The form of templates/finder.html with its results: one component for the search over
/// everything, the roster and the practice bank. templates/assets/finder.js brings it to life;
/// without JavaScript it is not shown, and the page's static lists do the same.
namespace metodaktiv::site {

/// A value of a filter. `near` is the territory of a municipality: what is offered when it is
/// empty.
struct FinderChoice {
  std::string value, title, near;
};

/// A filter of the search engine; with less than two choices there is nothing to choose, and no
/// field.
struct FinderFacet {
  std::string_view name;  ///< in the engine and in the page's address
  std::string_view label;
  std::vector<FinderChoice> choices = {};
};

struct Finder {
  std::string_view label;       ///< of the form: «Поиск методиста»
  std::string_view text_label;  ///< of the text box
  std::string_view one, few, many;
  std::vector<std::pair<std::string_view, std::string>> fixed;  ///< filters that always hold
  std::vector<FinderFacet> facets;
  std::string_view advice;  ///< what else helps when nothing was found
};

/// Fills finder.html, included at FINDER.
void fill_finder(Dict dict, const Finder& finder);
/// Gives the page the scripts that the finder needs.
void add_finder_scripts(Page& page);

FinderFacet subject_facet(const Context& context, const std::function<bool(const Subject&)>& fits);
FinderFacet municipality_facet(const Context& context,
                               const std::function<bool(const Municipality&)>& fits);
FinderFacet territory_facet(const Context& context);
/// Directions of the named methodists.
FinderFacet methodist_direction_facet(const Context& context);
/// A finder of practices by kind, level, direction and year.
Finder practice_finder(const std::vector<const Practice*>& practices);

}  // namespace metodaktiv::site
