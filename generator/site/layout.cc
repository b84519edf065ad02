#include "site/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "site/municipal_site.h"
#include "site/page_head.h"
#include "site/paths.h"
#include "site/xml_text.h"

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

/// In the site of a municipality a page belongs where its crumbs lead.
void fill_municipal_navigation(Dict dict, const Page& page, const Context& context) {
  for (const auto& item : municipal_navigation(context)) {
    Dict entry = dict.add("NAV_ITEM");
    entry.set("NAV_TITLE", item.title);
    entry.link("NAV_HREF", item.path);
    const bool inside = std::any_of(page.crumbs.begin(), page.crumbs.end(),
                                    [&](const Crumb& crumb) { return crumb.path == item.path; });
    if (item.path == page.path) {
      entry.show("NAV_HERE");
    } else if (inside) {
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
  const bool municipal = context.edition.municipal();
  const auto& owner = municipal ? context.site.owner : context.profile.operator_.name;
  if (owner != context.site.title) dict.put("OPERATOR", owner);
  dict.show_if(context.content("help") != nullptr, "HELP_PAGE");
  dict.show_if(!context.forms.empty(), "FORMS_HELP");
  if (!municipal) dict.put("ORGANIZATION", context.profile.operator_.organization);
  if (!context.site.region_url.empty()) {
    Dict region = dict.add("REGION_SITE");
    region.set("REGION_URL", context.site.region_url);
    region.set("REGION_TITLE", context.site.region_title);
  }
  dict.put("CONTACT_EMAIL", context.site.email);
  dict.put("CONTACT_PHONE", context.site.phone);
  dict.put("CONTACT_ADDRESS", context.site.address);
}

}  // namespace

std::string render_page(const Page& page, const Context& context, const Renderer& renderer) {
  // A server shows the error page at any depth, so its links start at the site's root.
  const auto root =
      page.path == paths::kNotFound ? root_path(context.site.base_url) : root_of(page.path);
  auto html = renderer.render("layout.html", root, [&](Dict dict) {
    fill_head(dict, page, context);
    dict.set("SITE_TITLE", context.site.title);
    dict.set("SITE_NAME", context.site.short_title);
    for (const auto& script : page.scripts) dict.add("SCRIPT_FILE").set("SCRIPT", script);
    dict.link("SEARCH_HREF", paths::kSearch);
    dict.show_if(page.path == paths::kSearch, "SEARCH_HERE");
    context.edition.municipal() ? fill_municipal_navigation(dict, page, context)
                                : fill_navigation(dict, page, context);
    fill_masthead(dict, page);
    fill_footer(dict, context);
    page.fill(dict.include("MAIN", page.template_name));
  });
  return relinked(std::move(html), page.path, root, context.edition);
}

}  // namespace metodaktiv::site
