#include <fmt/format.h>

#include "base/text.h"
#include "site/finder.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

std::string practice_count(std::size_t n) {
  return base::counted(static_cast<std::int64_t>(n), "практика", "практики", "практик");
}

Finder practice_finder(const Context& context) {
  auto finder = practice_finder(context.model.newest_practices);
  finder.facets.insert(
      finder.facets.begin(),
      {subject_facet(context, [](const Subject& subject) { return !subject.practices.empty(); }),
       municipality_facet(context, [](const Municipality& m) { return !m.practices.empty(); }),
       territory_facet(context)});
  return finder;
}

void fill_index(Dict dict, const Context& context) {
  const auto& model = context.model;
  if (model.practices.empty()) {
    dict.show("EMPTY");
    return;
  }
  Dict full = dict.add("BANK");
  fill_finder(full, practice_finder(context));
  const auto add_link = [&](Dict link, const std::string& title, const std::string& path,
                            std::size_t count) {
    link.set("LINK_TITLE", title);
    link.link("LINK_HREF", path);
    link.set("LINK_COUNT", base::grouped(static_cast<std::int64_t>(count)));
  };
  for (const auto& subject : model.subjects) {
    if (subject.practices.empty()) continue;
    add_link(full.add("BY_SUBJECT"), subject.title,
             paths::practice_list("subject-" + subject.code, 1), subject.practices.size());
  }
  if (!model.practices_without_subject.empty()) {
    add_link(full.add("BY_SUBJECT"), "Без предмета", paths::practice_list("other", 1),
             model.practices_without_subject.size());
  }
  for (const auto& municipality : model.municipalities) {
    if (municipality.practices.empty()) continue;
    add_link(full.add("BY_PLACE"), municipality.name,
             paths::municipality(municipality.code, "practices"), municipality.practices.size());
  }
  auto newest = model.newest_practices;
  if (newest.size() > 8) newest.resize(8);
  fill_practices(full, newest, true);
}

Page index_page(const Context& context) {
  Page page;
  page.path = paths::kPractices;
  page.template_name = "practices.html";
  page.heading = "Банк практик";
  page.description =
      fmt::format("Педагогические и управленческие практики {}: по предметам и муниципалитетам.",
                  context.profile.name_genitive);
  page.lead =
      fmt::format("{} из муниципалитетов {}: задача, шаги, результат и материалы.",
                  practice_count(context.model.practices.size()), context.profile.name_genitive);
  page.nav = Nav::kPractices;
  if (!context.model.practices.empty()) add_finder_scripts(page);
  page.fill = [&context](Dict dict) { fill_index(dict, context); };
  return page;
}

}  // namespace

void add_practice_bank_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(index_page(context));
}

}  // namespace metodaktiv::site
