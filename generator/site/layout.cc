#include "site/layout.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "site/paths.h"

namespace metodaktiv::site {
namespace {

struct NavItem {
  Nav nav;
  std::string_view title;  ///< empty: the profile's
  std::string_view path;
};

constexpr std::array<NavItem, 7> kNavigation = {{
    {Nav::kAsset, "Методический актив", paths::kAsset},
    {Nav::kIndicators, "Показатели", paths::kIndicators},
    {Nav::kMunicipalities, "Муниципалитеты", paths::kMunicipalities},
    {Nav::kPractices, "Банк практик", paths::kPractices},
    {Nav::kStandard, "", paths::kStandard},
    {Nav::kDocuments, "Документы", paths::kDocuments},
    {Nav::kNews, "Новости", paths::kNews},
}};

void fill_navigation(Dict dict, const Page& page, const Context& context) {
  for (const auto& item : kNavigation) {
    Dict entry = dict.add("NAV_ITEM");
    entry.set("NAV_TITLE", item.title.empty() ? context.profile.standard.short_title : item.title);
    entry.link("NAV_HREF", item.path);
    if (item.path == page.path) {
      entry.show("NAV_HERE");
    } else if (item.nav == page.nav) {
      entry.show("NAV_INSIDE");
    }
  }
}

void fill_masthead(Dict dict, const Page& page) {
  if (!page.masthead) return;
  Dict head = dict.add("MASTHEAD");
  head.set("HEADING", page.heading);
  head.put("EYEBROW", page.eyebrow);
  head.put("LEAD", page.lead);
  for (const auto& crumb : page.crumbs) {
    Dict step = head.add("CRUMB").add(crumb.path.empty() ? "CRUMB_TEXT" : "CRUMB_LINK");
    step.set("CRUMB_TITLE", crumb.title);
    if (!crumb.path.empty()) step.link("CRUMB_HREF", crumb.path);
  }
  if (page.tabs.size() < 2) return;
  Dict tabs = head.add("TABS");
  for (const auto& tab : page.tabs) {
    Dict entry = tabs.add("TAB");
    entry.set("TAB_TITLE", tab.title);
    entry.link("TAB_HREF", tab.path);
    if (tab.path == page.path) {
      entry.show("TAB_HERE");
    } else if (tab.path == page.current_tab) {
      entry.show("TAB_INSIDE");
    }
  }
}

void fill_footer(Dict dict, const Context& context) {
  dict.set("AS_OF", context.model.as_of.in_words());
  dict.set("SCHOOL_YEAR", context.model.school_year);
  dict.set("OPERATOR", context.profile.operator_.name);
  dict.show_if(!context.forms.empty(), "FORMS_HELP");
  dict.put("ORGANIZATION", context.profile.operator_.organization);
  dict.put("CONTACT_EMAIL", context.site.email);
  dict.put("CONTACT_PHONE", context.site.phone);
  dict.put("CONTACT_ADDRESS", context.site.address);
}

}  // namespace

std::string render_page(const Page& page, const Context& context, const Renderer& renderer) {
  const auto title = page.title.empty() ? page.heading : page.title;
  return renderer.render("layout.html", root_of(page.path), [&](Dict dict) {
    dict.set("WINDOW_TITLE", page.path == paths::kHome
                                 ? title
                                 : fmt::format("{} — {}", title, context.site.short_title));
    dict.set("PAGE_TITLE", title);
    dict.set("DESCRIPTION", page.description);
    dict.set("SITE_TITLE", context.site.title);
    dict.set("SITE_NAME", context.site.short_title);
    if (page.listed) {
      const auto path = page.path == paths::kHome ? std::string() : page.path;
      dict.put("CANONICAL", context.site.base_url + path);
    } else {
      dict.show("UNLISTED");
    }
    dict.put("SCRIPT", page.script);
    fill_navigation(dict, page, context);
    fill_masthead(dict, page);
    fill_footer(dict, context);
    page.fill(dict.include("MAIN", page.template_name));
  });
}

}  // namespace metodaktiv::site
