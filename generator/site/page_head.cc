#include "site/page_head.h"

#include <fmt/format.h>

#include "site/content_policy.h"
#include "site/data_resource.h"
#include "site/json_ld.h"
#include "site/paths.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kShareImage = "assets/share.png";

const std::string& title_of(const Page& page) {
  return page.title.empty() ? page.heading : page.title;
}

/// The operator of the site, with the contacts that the footer shows.
json_ld::Organization publisher(const Context& context) {
  const auto& body = context.profile.operator_;
  return {context.edition.municipal() ? context.site.owner : body.name, context.site.base_url,
          context.site.email, context.site.phone, context.site.address};
}

SafeHtml site_data(const Context& context) {
  return json_ld::web_site(context.site.title, context.site.description, context.site.base_url,
                           page_url(context, paths::kSearch), publisher(context));
}

SafeHtml crumb_data(const Page& page, const Context& context) {
  std::vector<json_ld::NamedUrl> steps = {{"Главная", context.site.base_url}};
  for (const auto& crumb : page.crumbs) {
    const bool shown = !crumb.path.empty() && context.edition.address(crumb.path);
    if (shown) steps.push_back({crumb.title, page_url(context, crumb.path)});
  }
  steps.push_back({title_of(page), page_url(context, page.path)});
  return json_ld::breadcrumbs(steps);
}

SafeHtml article_data(const Page& page, const Context& context) {
  json_ld::Article article;
  article.news = page.nav == Nav::kNews;
  article.title = title_of(page);
  article.description = page.description;
  article.url = page_url(context, page.path);
  article.image = page_url(context, kShareImage);
  article.published = page.published;
  article.publisher = publisher(context);
  return json_ld::article(article);
}

/// "2024/2025" … "2026/2027" → "2024-09-01/2027-08-31".
std::string period_of(const std::vector<std::string>& years) {
  constexpr std::size_t kYear = 4;
  if (years.empty() || years.front().size() < kYear || years.back().size() < kYear) return {};
  const auto& last = years.back();
  return fmt::format("{}-09-01/{}-08-31", years.front().substr(0, kYear),
                     last.substr(last.size() - kYear));
}

SafeHtml open_data(const Page& page, const Context& context) {
  json_ld::Dataset set;
  set.title = fmt::format("Открытые данные: {}", context.site.title);
  set.description = page.description;
  set.url = page_url(context, page.path);
  set.modified = context.model.as_of.iso();
  set.period = period_of(context.model.years);
  set.place = context.profile.name;
  set.creator = publisher(context);
  for (const auto& resource : data_resources()) {
    set.files.push_back(
        {resource.title, page_url(context, fmt::format("data/{}.csv", resource.name)), "text/csv"});
  }
  set.files.push_back({"Все данные одним файлом", page_url(context, "data/publication.db"),
                       "application/vnd.sqlite3"});
  return json_ld::dataset(set);
}

void add_data(Dict dict, const SafeHtml& data) {
  dict.add("LINKED_DATA").set_html("LINKED_DATA_HTML", data);
}

void fill_linked_data(Dict dict, const Page& page, const Context& context) {
  if (context.edition.is_home(page.path)) {
    add_data(dict, site_data(context));
  } else {
    add_data(dict, crumb_data(page, context));
  }
  if (!page.published.empty()) add_data(dict, article_data(page, context));
  if (page.path == paths::kOpenData) add_data(dict, open_data(page, context));
  for (const auto& data : page.linked_data) {
    if (!data.text().empty()) add_data(dict, data);
  }
}

}  // namespace

std::string page_url(const Context& context, std::string_view path) {
  if (context.edition.is_home(path)) return absolute_url(context.site.base_url, {});
  return absolute_url(context.site.base_url, context.edition.address(path).value_or(""));
}

void fill_head(Dict dict, const Page& page, const Context& context) {
  const auto& title = title_of(page);
  dict.set("WINDOW_TITLE", context.edition.is_home(page.path)
                               ? title
                               : fmt::format("{} — {}", title, context.site.short_title));
  dict.set("DESCRIPTION", page.description);
  dict.set("CONTENT_POLICY", kContentPolicy);
  if (!page.listed) {
    dict.show("UNLISTED");
    return;
  }
  dict.put("CANONICAL", page_url(context, page.path));
  Dict listed = dict.add("LISTED");
  listed.set("PAGE_TITLE", title);
  listed.set("SHARE_IMAGE", page_url(context, kShareImage));
  listed.set("PAGE_TYPE", page.published.empty() ? "website" : "article");
  listed.put("PUBLISHED", page.published);
  fill_linked_data(listed, page, context);
}

}  // namespace metodaktiv::site
