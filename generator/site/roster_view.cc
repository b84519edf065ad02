#include <fmt/format.h>

#include "base/text.h"
#include "site/finder.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

constexpr std::size_t kPeoplePerPage = 100;

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string people_count(std::size_t n) {
  return base::counted(number(n), "методист", "методиста", "методистов");
}

void fill_subjects(Dict dict, const Context& context) {
  std::string area;
  Dict group = dict;
  for (const auto& subject : context.model.subjects) {
    if (subject.methodists == 0) continue;
    if (subject.area != area) {
      area = subject.area;
      group = dict.add("AREA");
      group.set("AREA_TITLE", base::capitalized(area));
    }
    Dict entry = group.add("SUBJECT_LINK");
    entry.set("SUBJECT_TITLE", base::capitalized(subject.name));
    entry.link("SUBJECT_HREF", paths::roster_of_subject(subject.code));
    entry.set("SUBJECT_COUNT", base::grouped(number(subject.methodists)));
  }
  for (const auto& municipality : context.model.municipalities) {
    if (municipality.methodists_total == 0) continue;
    Dict entry = dict.add("PLACE_LINK");
    entry.set("PLACE_TITLE", municipality.name);
    entry.link("PLACE_HREF", paths::municipality(municipality.code, "roster"));
    entry.set("PLACE_COUNT", base::grouped(number(municipality.methodists_total)));
  }
}

/// «Абрамова — Гусев»: the first and the last surname of a part.
std::string surnames(const Model& model, const Slice& slice) {
  const auto& first = model.methodists[slice.first].last_name;
  const auto& last = model.methodists[slice.last - 1].last_name;
  return first == last ? first : fmt::format("{} — {}", first, last);
}

Finder methodist_finder(const Context& context) {
  Finder finder;
  finder.label = "Поиск методиста";
  finder.text_label = "Фамилия, школа или направление";
  finder.one = "методист";
  finder.few = "методиста";
  finder.many = "методистов";
  finder.fixed = {{"kind", "methodist"}};
  finder.advice =
      "Возможно, методист есть, но не дал согласия на публикацию имени: спросите в методической "
      "службе муниципалитета.";
  finder.facets.push_back(
      subject_facet(context, [](const Subject& subject) { return subject.methodists > 0; }));
  finder.facets.push_back(municipality_facet(context, [](const Municipality&) { return true; }));
  finder.facets.push_back(territory_facet(context));
  finder.facets.push_back(methodist_direction_facet(context));
  return finder;
}

Page roster_page(const Context& context) {
  const auto& model = context.model;
  Page page;
  page.path = paths::kRoster;
  page.template_name = "roster.html";
  page.heading = "Состав актива";
  page.title = "Региональные методисты";
  page.description = fmt::format("Региональные методисты {}: поиск по предмету и муниципалитету.",
                                 context.profile.name_genitive);
  page.lead = fmt::format("На {} в составе актива {}.", model.as_of.in_words(),
                          people_count(model.methodists_total));
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)}};
  page.tabs = asset_tabs(context);
  page.nav = Nav::kAsset;
  if (!model.methodists.empty()) add_finder_scripts(page);
  page.fill = [&context, &model](Dict dict) {
    fill_subjects(dict, context);
    dict.put("UNNAMED", unnamed_sentence(model.methodists_total, model.methodists.size()));
    if (model.methodists.empty()) {
      dict.show("NOBODY");
      return;
    }
    Dict list = dict.add("EVERYBODY");
    fill_finder(list, methodist_finder(context));
    for (const auto& slice : slices(model.methodists.size(), kPeoplePerPage)) {
      Dict part = list.add("PART");
      part.set("PART_TITLE", surnames(model, slice));
      part.link("PART_HREF", paths::roster_part(slice.number));
      part.set("PART_COUNT", base::grouped(number(slice.last - slice.first)));
    }
  };
  return page;
}

/// A part of everybody by alphabet: for who knows the name and has no JavaScript.
Page part_page(const Context& context, const Slice& slice) {
  const auto& model = context.model;
  Page page;
  page.path = paths::roster_part(slice.number);
  page.template_name = "roster_part.html";
  page.heading = "Методисты по алфавиту";
  page.title = fmt::format("Методисты по алфавиту: {}", surnames(model, slice));
  page.description = fmt::format("Региональные методисты {} по алфавиту: {}.",
                                 context.profile.name_genitive, surnames(model, slice));
  page.lead =
      surnames(model, slice) +
      (slice.count > 1 ? fmt::format(", страница {} из {}", slice.number, slice.count) : "");
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)},
                 {"Состав актива", std::string(paths::kRoster)}};
  page.tabs = asset_tabs(context);
  page.current_tab = paths::kRoster;
  page.nav = Nav::kAsset;
  page.fill = [&model, slice](Dict dict) {
    std::vector<const Methodist*> people;
    for (auto i = slice.first; i < slice.last; ++i) people.push_back(&model.methodists[i]);
    fill_people(dict, people, true, true);
    fill_pager(dict, slice, paths::roster_part);
  };
  return page;
}

Page subject_page(const Context& context, const Subject& subject) {
  Page page;
  page.path = paths::roster_of_subject(subject.code);
  page.template_name = "roster_subject.html";
  page.heading = subject.title;
  page.title = "Методисты: " + subject.title;
  page.eyebrow = "Региональные методисты";
  page.description = fmt::format("Региональные методисты {} по предмету «{}».",
                                 context.profile.name_genitive, subject.title);
  page.lead = people_count(subject.methodists) + ".";
  if (base::folded(subject.area) != base::folded(subject.title)) {
    page.lead += fmt::format(" Предметная область: {}.", subject.area);
  }
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)},
                 {"Состав актива", std::string(paths::kRoster)}};
  page.tabs = asset_tabs(context);
  page.current_tab = paths::kRoster;
  page.nav = Nav::kAsset;
  page.fill = [&context, &subject](Dict dict) {
    dict.put("UNNAMED", unnamed_sentence(subject.methodists, subject.named.size()));
    // People grouped by municipality: whoever looks for a methodist looks for one nearby.
    for (const auto& municipality : context.model.municipalities) {
      std::vector<const Methodist*> people;
      for (const auto* methodist : subject.named) {
        if (methodist->municipality == &municipality) people.push_back(methodist);
      }
      if (people.empty()) continue;
      Dict place = dict.add("PLACE");
      place.set("PLACE_TITLE", municipality.name);
      place.link("PLACE_HREF", paths::municipality(municipality.code, "roster"));
      fill_people(place, people, false, false);
    }
    std::vector<const Methodist*> elsewhere;
    for (const auto* methodist : subject.named) {
      if (methodist->municipality == nullptr) elsewhere.push_back(methodist);
    }
    if (!elsewhere.empty()) fill_people(dict.add("ELSEWHERE"), elsewhere, false, false);
    if (subject.named.empty()) dict.show("NOBODY");
    if (!subject.practices.empty()) {
      Dict practices = dict.add("PRACTICES");
      practices.link("PRACTICES_HREF", paths::practice_list("subject-" + subject.code, 1));
      practices.set("PRACTICES_COUNT", base::counted(number(subject.practices.size()), "практика",
                                                     "практики", "практик"));
    }
  };
  return page;
}

}  // namespace

void add_roster_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(roster_page(context));
  if (const auto named = context.model.methodists.size(); named > 0) {
    for (const auto& slice : slices(named, kPeoplePerPage)) {
      pages.push_back(part_page(context, slice));
    }
  }
  for (const auto& subject : context.model.subjects) {
    if (subject.methodists > 0) pages.push_back(subject_page(context, subject));
  }
}

}  // namespace metodaktiv::site
