#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace metodaktiv::search {

/// One thing that can be found. Texts are plain; words of `title`, `people`, `keywords` and `body`
/// are searched, the rest is shown.
struct Document {
  std::string url;                  ///< from the site's root, may have "#anchor"; unique
  std::string kind;                 ///< key of a Kind
  std::string title;                ///< shown, and weighs most
  std::vector<std::string> people;  ///< full names: found by surname and initials too
  std::string keywords;             ///< place, subject, organization, tags
  std::string body;
  std::string facts;     ///< a line to show: «Дубна · Математика · 2026»
  std::size_t kept = 0;  ///< letters of the body that are kept for excerpts
  std::string order;     ///< place among its kind when nothing is asked for; byte order
  double weight = 1;     ///< above 1 stands before others that fit as well
  std::map<std::string, std::vector<std::string>, std::less<>> facets;  ///< facet → values
};

/// What a document is: «Практика» on a hit, «Практики» in the filter.
struct Kind {
  std::string key, one, many;
};

struct FacetValue {
  std::string value, title;
};

/// A property to filter by. Documents name values of this list only; pages show it in its order.
struct Facet {
  std::string key;  ///< [a-z_]+
  std::vector<FacetValue> values;
};

/// Everything the index is made of. "kind" is a facet by itself, before `facets`.
struct Collection {
  std::vector<Kind> kinds;
  std::vector<Facet> facets;
  std::vector<Document> documents;
};

}  // namespace metodaktiv::search
