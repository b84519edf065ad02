#pragma once

#include <functional>
#include <string>
#include <vector>

#include "site/dict.h"

namespace metodaktiv::site {

/// Sections of the header's navigation, in its order; kNone marks none as current.
enum class Nav {
  kNone,
  kAsset,
  kIndicators,
  kMunicipalities,
  kPractices,
  kStandard,
  kDocuments,
  kNews
};

/// A step of the breadcrumbs; without a path it is plain text.
struct Crumb {
  std::string title;
  std::string path;
};

/// A link of the section's own navigation.
struct Tab {
  std::string title;
  std::string path;
};

/// One page to be made: what the layout shows, and the template with its values.
struct Page {
  std::string path;           ///< "practices/index.html"
  std::string template_name;  ///< for the part inside the layout
  std::string heading;        ///< h1
  std::string title;          ///< of the browser's window, without the site's; empty: the heading
  std::string description;    ///< for search engines
  std::string eyebrow;        ///< small line above the heading
  std::string lead;           ///< a sentence below the heading
  std::vector<Crumb> crumbs;  ///< without home and without the page itself
  std::vector<Tab> tabs;
  std::string
      current_tab;  ///< path of the tab that the page belongs to; empty: the page's own path
  Nav nav = Nav::kNone;
  bool listed = true;                ///< belongs to the sitemap
  bool masthead = true;              ///< false: the template brings its own h1
  std::vector<std::string> scripts;  ///< names of scripts in assets/, in the order they run
  std::string published;  ///< ISO date or year of a text of its own (news, practice), or empty
  std::vector<SafeHtml> linked_data;  ///< made by json_ld.h, beside what the layout adds itself
  std::function<void(Dict)> fill;    ///< called once, from any thread; reads shared data only
};

}  // namespace metodaktiv::site
