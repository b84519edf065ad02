#include "site/content_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/date.h"
#include "base/text.h"
#include "content/markdown.h"
#include "site/news.h"
#include "site/page_figures.h"
#include "site/paths.h"
#include "site/renderer.h"
#include "site/text_contents.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kNewsFolder = "news/";
/// Pages about the site itself; the rest of the top level belongs to the methodical asset.
constexpr std::array<std::string_view, 5> kSitePages = {"about-data", "accessibility", "help",
                                                        "privacy", "region"};

bool is_news(const content::Page& page) { return page.name.starts_with(kNewsFolder); }

std::string date_in_words(const content::Page& page) {
  const auto date = base::Date::parse_iso(page.date);
  return date ? date->in_words() : std::string();
}

/// Editorial pages of one section for its tabs, by their `order`.
std::vector<Tab> menu_of(const Context& context, std::string_view folder) {
  std::vector<const content::Page*> shown;
  for (const auto& page : context.contents) {
    if (!page.menu.empty() && content_path(page.name).starts_with(folder)) shown.push_back(&page);
  }
  std::stable_sort(shown.begin(), shown.end(), [](const content::Page* a, const content::Page* b) {
    return a->order < b->order;
  });
  std::vector<Tab> tabs;
  for (const auto* page : shown) tabs.push_back({page->menu, content_path(page->name)});
  return tabs;
}

Page text_page(const content::Page& text, const Context& context) {
  Page page;
  page.path = content_path(text.name);
  page.template_name = "content.html";
  page.heading = text.title;
  page.description = text.description.empty() ? text.title : text.description;
  page.fill = [&text, &context, path = page.path](Dict dict) {
    fill_text(dict, &text, path);
    fill_page_figures(dict, &text, context);
    if (const auto day = base::Date::parse_iso(text.updated)) {
      Dict changed = dict.add("UPDATED");
      changed.set("UPDATED_ISO", day->iso());
      changed.set("UPDATED_WORDS", day->in_words());
    }
  };
  return page;
}

/// The asset's first page exists even when the region has not written its text yet.
Page asset_page(const Context& context) {
  const auto* text = context.content("asset");
  Page page;
  page.path = paths::kAsset;
  page.template_name = "asset.html";
  page.heading = text == nullptr ? "Методический актив" : text->title;
  page.description =
      text == nullptr ? base::capitalized(context.profile.terms.asset) : text->description;
  page.lead = page.description;
  page.tabs = asset_tabs(context);
  page.nav = Nav::kAsset;
  page.fill = [&context, text](Dict dict) {
    fill_text(dict, text, paths::kAsset);
    fill_page_figures(dict.add("FIGURES"), text, context);
    const auto& model = context.model;
    const auto people = static_cast<std::int64_t>(model.methodists_total);
    dict.set("PEOPLE", base::counted(people, "методист", "методиста", "методистов"));
    if (text == nullptr && !context.profile.criteria.empty()) {
      Dict list = dict.add("CRITERIA");
      for (const auto& criterion : context.profile.criteria) {
        list.add("CRITERION").set("CRITERION_TITLE", criterion.title);
      }
    }
  };
  return page;
}

/// The news before and after this one.
void fill_neighbours(Dict dict, const content::Page& text, const Context& context) {
  dict.link("NEWS_HREF", paths::kNews);
  dict.link("EVENTS_HREF", paths::kEvents);
  const auto items = newest_news(context, std::numeric_limits<std::size_t>::max());
  const auto here = std::find(items.begin(), items.end(), &text);
  if (here == items.end() || items.size() < 2) return;
  Dict part = dict.add("NEIGHBOURS");
  const auto add = [&](const content::Page& other, std::string_view words) {
    Dict row = part.add("NEIGHBOUR");
    row.set("NEIGHBOUR_WORDS", words);
    row.set("NEIGHBOUR_TITLE", other.title);
    row.link("NEIGHBOUR_HREF", content_path(other.name));
  };
  if (here != items.begin()) add(**(here - 1), "Следующая новость");
  if (here + 1 != items.end()) add(**(here + 1), "Предыдущая новость");
}

Page news_page(const content::Page& text, const Context& context) {
  auto page = text_page(text, context);
  page.template_name = "news.html";
  page.eyebrow = date_in_words(text);
  if (text.description.empty() && !text.summary.empty()) page.description = text.summary;
  page.lead = text.summary;
  page.crumbs = {{"Новости", std::string(paths::kNews)}};
  page.nav = Nav::kNews;
  page.published = text.date;
  page.fill = [&context, &text, shown = page.fill](Dict dict) {
    shown(dict);
    fill_neighbours(dict, text, context);
  };
  return page;
}

Page news_index(const Context& context) {
  Page page;
  page.path = paths::kNews;
  page.template_name = "news_index.html";
  page.heading = "Новости";
  page.description = "Новости методического актива " + context.profile.name_genitive + ".";
  page.nav = Nav::kNews;
  page.fill = [&context](Dict dict) {
    fill_news(dict, newest_news(context, std::numeric_limits<std::size_t>::max()));
    dict.link("EVENTS_HREF", paths::kEvents);
  };
  return page;
}

}  // namespace

std::string content_path(std::string_view name) {
  if (name == "asset") return std::string(paths::kAsset);
  if (name == "assignment") return std::string(paths::kAssignment);
  if (name == "standard") return std::string(paths::kStandardAbout);
  if (name == "system") return std::string(paths::kSystem);
  const bool of_site = std::find(kSitePages.begin(), kSitePages.end(), name) != kSitePages.end();
  const bool nested = name.find('/') != std::string_view::npos;
  return fmt::format("{}{}.html", of_site || nested ? "" : "asset/", name);
}

void fill_text(Dict dict, const content::Page* text, std::string_view path) {
  if (text == nullptr) return;
  const content::MarkdownOptions options{
      .heading_offset = 0, .link_prefix = root_of(path), .origin = text->file.string()};
  const auto rendered = content::render_document(text->markdown, options);
  Dict part = dict.add("HAS_TEXT");
  part.set_html("TEXT_HTML", SafeHtml(rendered.html));
  fill_contents(part, rendered.headings);
}

std::vector<Tab> asset_tabs(const Context& context) {
  std::vector<Tab> tabs = {{"Об активе", std::string(paths::kAsset)},
                           {"Состав", std::string(paths::kRoster)},
                           {"Форма 1", std::string(paths::kForm1)},
                           {"Закрепление", std::string(paths::kAssignment)}};
  const auto* system = context.content("system");
  tabs.push_back({system == nullptr || system->menu.empty() ? "Система" : system->menu,
                  std::string(paths::kSystem)});
  for (auto& tab : menu_of(context, "asset/")) {
    const bool known = std::any_of(tabs.begin(), tabs.end(),
                                   [&](const Tab& other) { return other.path == tab.path; });
    if (!known) tabs.push_back(std::move(tab));
  }
  return tabs;
}

std::vector<Tab> standard_tabs(const Context& context) {
  std::vector<Tab> tabs = {{"Функции", std::string(paths::kStandard)},
                           {"Календарь", std::string(paths::kCalendar)},
                           {"События", std::string(paths::kEvents)}};
  for (auto& tab : menu_of(context, "standard/")) tabs.push_back(std::move(tab));
  return tabs;
}

std::vector<const content::Page*> newest_news(const Context& context, std::size_t count) {
  std::vector<const content::Page*> items;
  for (const auto& page : context.contents) {
    if (is_news(page)) items.push_back(&page);
  }
  std::stable_sort(items.begin(), items.end(), [](const content::Page* a, const content::Page* b) {
    return a->date != b->date ? a->date > b->date : a->name > b->name;
  });
  if (items.size() > count) items.resize(count);
  return items;
}

void fill_news(Dict dict, const std::vector<const content::Page*>& items) {
  dict.show_if(items.empty(), "NO_NEWS");
  for (const auto* item : items) {
    Dict row = dict.add("NEWS_ITEM");
    row.set("NEWS_TITLE", item->title);
    row.link("NEWS_HREF", content_path(item->name));
    row.set("NEWS_DATE", item->date);
    row.set("NEWS_DAY", date_in_words(*item));
    row.set("NEWS_SUMMARY", item->summary.empty() ? item->description : item->summary);
  }
}

void add_content_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(asset_page(context));
  pages.push_back(news_index(context));
  for (const auto& text : context.contents) {
    const auto path = content_path(text.name);
    const bool part_of_other = path == paths::kAsset || path == paths::kAssignment ||
                               path == paths::kSystem || path == paths::kOpenData ||
                               (path == paths::kFormsHelp && !context.forms.empty());
    if (part_of_other) continue;
    auto page = is_news(text) ? news_page(text, context) : text_page(text, context);
    if (path.starts_with("asset/")) {
      page.nav = Nav::kAsset;
      page.crumbs = {{"Методический актив", std::string(paths::kAsset)}};
      page.tabs = asset_tabs(context);
    } else if (path.starts_with("standard/")) {
      page.nav = Nav::kStandard;
      page.crumbs = {{context.profile.standard.short_title, std::string(paths::kStandard)}};
      page.tabs = standard_tabs(context);
    } else if (const auto* help = context.content("help");
               help != nullptr && path.starts_with("help/")) {
      page.crumbs = {{help->title, content_path(help->name)}};
    }
    pages.push_back(std::move(page));
  }
}

}  // namespace metodaktiv::site
