#include "site/municipal_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "site/content_view.h"
#include "site/news.h"
#include "site/paths.h"

namespace metodaktiv::site {
namespace {

/// Name of the editorial text that stands on the home page.
constexpr std::string_view kAbout = "about";

/// What the site takes over as it is: its section, lists and pages that are the same for everybody.
bool is_taken(const Page& page, const Context& context, const Municipality& own) {
  static constexpr std::array<std::string_view, 4> kFamilies = {"practices/", "standard/",
                                                                "events/", "calendar/"};
  static constexpr std::array<std::string_view, 5> kPages = {
      paths::kNews, paths::kNotFound, paths::kSearch, paths::kStandard, paths::kChanges};
  static constexpr std::array<std::string_view, 2> kReplaced = {paths::kPractices,
                                                                paths::kCalendar};
  const auto is_one_of = [&](const auto& list) {
    return std::find(list.begin(), list.end(), page.path) != list.end();
  };
  // Only the region's start of the bank leads to the practices without a subject.
  const bool without_subject =
      page.path == paths::practice_list("other", 1) || page.path.starts_with("practices/other_");
  if (is_one_of(kReplaced) || without_subject) return false;
  if (is_one_of(kPages) || context.edition.has_own_assignments(page.path)) return true;
  if (page.path.starts_with(fmt::format("municipalities/{}/", own.code))) return true;
  if (std::any_of(kFamilies.begin(), kFamilies.end(),
                  [&](std::string_view family) { return page.path.starts_with(family); }))
    return true;
  return std::any_of(context.contents.begin(), context.contents.end(), [&](const auto& text) {
    return text.name != kAbout && content_path(text.name) == page.path;
  });
}

bool is_own_card(const Page& page, const Municipality& own) {
  return std::any_of(own.methodists.begin(), own.methodists.end(), [&](const Methodist* person) {
    return page.path == paths::methodist(person->code);
  });
}

/// Texts of the service with a label for a menu, by their order.
std::vector<const content::Page*> own_texts(const Context& context,
                                            const std::vector<Page>& pages) {
  std::vector<const content::Page*> texts;
  for (const auto& text : context.contents) {
    const auto path = content_path(text.name);
    const bool listed = !text.menu.empty() && path.starts_with("asset/") && text.name != kAbout &&
                        std::any_of(pages.begin(), pages.end(),
                                    [&](const Page& page) { return page.path == path; });
    if (listed) texts.push_back(&text);
  }
  std::stable_sort(texts.begin(), texts.end(),
                   [](const auto* a, const auto* b) { return a->order < b->order; });
  return texts;
}

void fill_home(Dict dict, const Context& context, const Municipality& own,
               const std::vector<const content::Page*>& texts) {
  dict.set("TITLE", context.site.title);
  dict.put("LEAD", context.site.description);
  dict.put("PLACE_KIND", own.kind.empty() ? own.name : own.name + ", " + own.kind);
  fill_text(dict, context.content(kAbout), paths::municipality(own.code));
  fill_news(dict, newest_news(context, 3));
  dict.link("NEWS_HREF_ALL", paths::kNews);
  if (!texts.empty()) {
    Dict list = dict.add("TEXTS");
    for (const auto* text : texts) {
      Dict entry = list.add("TEXT");
      entry.set("TEXT_TITLE", text->menu);
      entry.link("TEXT_HREF", content_path(text->name));
      entry.put("TEXT_ABOUT", text->description);
    }
  }
}

/// The section's first page inside the home page's frame.
void make_home(Page& page, const Context& context, const Municipality& own,
               std::vector<const content::Page*> texts) {
  page.heading = context.site.title;
  page.title.clear();
  page.description = context.site.description;
  page.masthead = false;
  page.fill = [&context, &own, texts = std::move(texts), section = std::move(page.fill),
               inner = page.template_name](Dict dict) {
    fill_home(dict, context, own, texts);
    section(dict.include("SECTION", inner));
  };
  page.template_name = "municipal_home.html";
}

void make_not_found(Page& page, const Context& context) {
  page.template_name = "municipal_not_found.html";
  page.fill = [&context](Dict dict) {
    dict.link("SEARCH_HREF", paths::kSearch);
    for (const auto& item : municipal_navigation(context)) {
      Dict entry = dict.add("SECTION_LINK");
      entry.set("LINK_TITLE", item.title);
      entry.link("LINK_HREF", item.path);
    }
  };
}

/// Where the page belongs in this site; pages of the section lead home anyway.
std::vector<Crumb> crumbs_of(const Page& page, const Municipality& own, const Edition& edition) {
  const auto section = [&](std::string_view name) { return paths::municipality(own.code, name); };
  const bool about_people =
      edition.has_own_assignments(page.path) || page.path.starts_with("asset/methodist-");
  if (about_people) return {{"Методисты", section("roster")}};
  if (page.path.starts_with("indicators/")) return {{"Показатели", section("indicators")}};
  if (page.path.starts_with("practices/")) return {{"Банк практик", section("practices")}};
  if (page.path.starts_with("calendar/") || page.path.starts_with("events/"))
    return {{"Календарь", section("calendar")}};
  if (page.path.starts_with(fmt::format("municipalities/{}/practices-", own.code)))
    return {{"Банк практик", section("practices")}};
  if (page.path.starts_with("standard/") || page.path.starts_with("news/")) return page.crumbs;
  return {};
}

/// Tabs that lead to pages of this site, each once; the section's own have become the header.
void fit_tabs(Page& page, const Municipality& own, const Edition& edition) {
  const auto section = fmt::format("municipalities/{}/", own.code);
  std::vector<Tab> tabs;
  for (auto& tab : page.tabs) {
    const auto address = edition.address(tab.path);
    const bool stays =
        address && edition.address_of_page(tab.path) == *address && !tab.path.starts_with(section);
    if (stays) tabs.push_back(std::move(tab));
  }
  if (tabs.size() < 2) tabs.clear();
  page.tabs = std::move(tabs);
}

}  // namespace

const Municipality& own_municipality(const Context& context) {
  for (const auto& municipality : context.model.municipalities) {
    if (municipality.code == context.edition.municipality()) return municipality;
  }
  throw base::Failure(
      fmt::format("В публикации нет муниципалитета «{}».", context.edition.municipality()));
}

std::vector<Tab> municipal_navigation(const Context& context) {
  const auto section = [&](std::string title, std::string_view name) {
    return Tab{std::move(title), paths::municipality(context.edition.municipality(), name)};
  };
  return {section("Методисты", "roster"),
          section("Организации", "schools"),
          section("Объединения", "associations"),
          section("Документы", "documents"),
          section("Показатели", "indicators"),
          section("Практики", "practices"),
          section("Календарь", "calendar"),
          {context.profile.standard.short_title, std::string(paths::kStandard)},
          {"Новости", std::string(paths::kNews)}};
}

std::vector<Page> municipal_pages(const Context& context, std::vector<Page> pages) {
  const auto& own = own_municipality(context);
  std::erase_if(pages, [&](const Page& page) {
    return !is_taken(page, context, own) && !is_own_card(page, own);
  });
  for (const auto& definition : context.profile.indicators) {
    const auto* figure = context.model.figure(definition.id, context.model.school_year,
                                              Scope::kMunicipality, own.code);
    if (figure != nullptr) pages.push_back(municipal_indicator_page(context, own, definition));
  }
  const auto texts = own_texts(context, pages);
  Edition edition = context.edition;
  edition.take(pages);
  for (auto& page : pages) {
    if (page.path == paths::municipality(own.code)) {
      make_home(page, context, own, texts);
      continue;
    }
    if (page.path == paths::kNotFound) make_not_found(page, context);
    if (page.path == paths::kSearch) {
      page.lead = "Методисты, практики, показатели, документы и школы — всё в одном месте.";
      page.description = fmt::format("Поиск по сайту: {}.", context.site.title);
    }
    page.crumbs = crumbs_of(page, own, edition);
    std::erase_if(page.crumbs, [&](const Crumb& crumb) {
      return !crumb.path.empty() && (crumb.path == page.path || !edition.address(crumb.path));
    });
    fit_tabs(page, own, edition);
    if (page.eyebrow.starts_with(own.name)) page.eyebrow.clear();
  }
  return pages;
}

}  // namespace metodaktiv::site
