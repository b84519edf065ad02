#include "site/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/parallel.h"
#include "search/index.h"
#include "site/all_pages.h"
#include "site/assets.h"
#include "site/layout.h"
#include "site/municipal_site.h"
#include "site/model.h"
#include "site/renderer.h"
#include "site/search_documents.h"
#include "site/views.h"

namespace metodaktiv::site {

std::vector<Page> all_pages(const Context& context) {
  std::vector<Page> pages;
  add_search_pages(context, pages);
  add_home_pages(context, pages);
  add_content_pages(context, pages);
  add_roster_pages(context, pages);
  add_methodist_pages(context, pages);
  add_form_pages(context, pages);
  add_indicator_pages(context, pages);
  add_distribution_pages(context, pages);
  add_system_pages(context, pages);
  add_municipality_pages(context, pages);
  add_practice_bank_pages(context, pages);
  add_practice_list_pages(context, pages);
  add_practice_pages(context, pages);
  add_standard_pages(context, pages);
  add_month_pages(context, pages);
  add_event_pages(context, pages);
  add_document_pages(context, pages);
  add_changes_pages(context, pages);
  add_open_data_pages(context, pages);
  add_forms_help_pages(context, pages);
  return pages;
}

namespace {

/// Two sources for one address are a mistake of the content, not something to settle by order.
void check_addresses(const std::vector<Page>& pages, const Edition& edition) {
  std::map<std::string, const Page*> taken;
  for (const auto& page : pages) {
    const auto [other, fresh] = taken.emplace(edition.address_of_page(page.path), &page);
    if (fresh) continue;
    throw base::Failure(
        fmt::format("Две страницы просят один адрес {}: «{}» и «{}». Переименуйте файл в content/ "
                    "или код записи.",
                    other->first, other->second->heading, page.heading));
  }
}

}  // namespace

SiteSummary write_site(const SiteInput& input, base::FileSink& sink,
                       std::vector<std::string>& page_paths) {
  const Renderer renderer(input.templates_folder);
  const auto model = load_model(input.publication_file, input.profile);
  Edition edition(input.municipality);
  const auto region = edition.municipal() ? load_model(input.region_publication, input.profile)
                                          : Model();
  const Context context{model,       input.profile, input.site,
                        input.pages, input.forms,   edition,
                        edition.municipal() ? region : model};
  auto pages = all_pages(context);
  if (edition.municipal()) pages = municipal_pages(context, std::move(pages));
  edition.take(pages);
  check_addresses(pages, edition);
  for (const auto& page : pages) renderer.require(page.template_name);

  base::parallel_for(pages.size(), input.jobs, [&](std::size_t i) {
    sink.write(edition.address_of_page(pages[i].path), render_page(pages[i], context, renderer));
  });
  SiteSummary summary;
  summary.pages = pages.size();
  summary.assets = write_assets(input, sink);
  search::write_index(search_collection(context, pages), input.jobs, sink);
  for (const auto& page : pages) {
    if (page.listed) page_paths.push_back(edition.address_of_page(page.path));
  }
  std::sort(page_paths.begin(), page_paths.end());
  return summary;
}

}  // namespace metodaktiv::site
