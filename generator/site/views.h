#pragma once

#include <filesystem>
#include <vector>

#include "config/form_definition.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "content/page.h"
#include "site/edition.h"
#include "site/model.h"
#include "site/page.h"

namespace metodaktiv::site {

/// What every page may read. Lives as long as the pages made from it.
struct Context {
  const Model& model;
  const config::RegionProfile& profile;
  const config::SiteConfig& site;
  const std::vector<content::Page>& contents;
  const std::vector<config::FormDefinition>& forms;
  const Edition& edition;
  /// The whole region, to compare with; in the region's edition the same as `model`.
  const Model& region;

  /// nullptr when nobody wrote such a page.
  [[nodiscard]] const content::Page* content(std::string_view name) const;
};

/// One function per family of pages, each in the file of its name; every one appends to `pages`.
void add_search_pages(const Context& context, std::vector<Page>& pages);   // search.html
void add_home_pages(const Context& context, std::vector<Page>& pages);     // home and 404
void add_content_pages(const Context& context, std::vector<Page>& pages);  // content/*.md, news
void add_roster_pages(const Context& context, std::vector<Page>& pages);
void add_methodist_pages(const Context& context, std::vector<Page>& pages);  // cards
void add_form_pages(const Context& context, std::vector<Page>& pages);       // forms 1 and 2
void add_indicator_pages(const Context& context, std::vector<Page>& pages);
void add_distribution_pages(const Context& context, std::vector<Page>& pages);
void add_system_pages(const Context& context, std::vector<Page>& pages);  // the regional system
void add_municipality_pages(const Context& context, std::vector<Page>& pages);
void add_practice_bank_pages(const Context& context, std::vector<Page>& pages);  // the bank's start
void add_practice_list_pages(const Context& context, std::vector<Page>& pages);  // static lists
void add_practice_pages(const Context& context, std::vector<Page>& pages);
void add_standard_pages(const Context& context, std::vector<Page>& pages);  // functions, calendar
void add_month_pages(const Context& context, std::vector<Page>& pages);     // calendar/2026-11
void add_event_pages(const Context& context, std::vector<Page>& pages);     // events/index.html
void add_document_pages(const Context& context, std::vector<Page>& pages);
void add_changes_pages(const Context& context, std::vector<Page>& pages);    // changes.html
void add_open_data_pages(const Context& context, std::vector<Page>& pages);  // about-data.html
void add_forms_help_pages(const Context& context, std::vector<Page>& pages);  // forms' columns

}  // namespace metodaktiv::site
