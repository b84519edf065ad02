#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "content/markdown.h"
#include "site/paths.h"
#include "site/practice_lists.h"
#include "site/related_practices.h"
#include "site/renderer.h"
#include "site/text_contents.h"
#include "site/view_parts.h"
#include "site/views.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

/// What all practices' pages share, counted once.
struct Bank {
  explicit Bank(const Context& context)
      : lists(context.model), related(context.model), municipal(context.edition.municipal()) {}
  PracticeLists lists;
  RelatedPractices related;
  bool municipal;  ///< of one municipality's site
};

/// A practice's sections stand below its h1: a text that starts its headings with one # moves down
/// a level.
int heading_offset(std::string_view markdown) {
  bool code = false;
  for (const auto& line : base::split(markdown, '\n')) {
    if (line.starts_with("```")) code = !code;
    if (!code && line.starts_with("# ")) return 1;
  }
  return 0;
}

/// Named methodists of the practice's subject whom its readers can meet: first those of its own
/// organization, then of the municipality, then of the territory; each by name.
std::vector<const Methodist*> methodists_nearby(const Practice& practice, std::size_t limit) {
  std::vector<const Methodist*> people;
  if (practice.subject == nullptr || practice.municipality == nullptr) return people;
  const auto distance = [&](const Methodist& person) {
    if (person.municipality == practice.municipality) {
      const bool same =
          practice.organization != nullptr && person.organization == practice.organization;
      return same ? 0 : 1;
    }
    const auto* territory = practice.municipality->territory;
    return territory != nullptr && person.municipality != nullptr &&
                   person.municipality->territory == territory
               ? 2
               : 3;
  };
  for (const auto* person : practice.subject->named) {
    if (distance(*person) < 3) people.push_back(person);
  }
  std::stable_sort(people.begin(), people.end(),
                   [&](const auto* a, const auto* b) { return distance(*a) < distance(*b); });
  if (people.size() > limit) people.resize(limit);
  return people;
}

void fill_facts(Dict dict, const Practice& practice, const PracticeLists& lists) {
  if (practice.municipality != nullptr) {
    Dict place = dict.add("PLACE");
    place.set("PLACE_TITLE", practice.municipality->name);
    place.link("PLACE_HREF", paths::municipality(practice.municipality->code, "practices"));
  }
  if (practice.organization != nullptr) {
    dict.put("ORGANIZATION", practice.organization->shown_name());
    dict.put("ORGANIZATION_SITE", web_address(practice.organization->site));
  }
  const auto add_fact = [&](std::string_view title, std::string_view value, PracticeList::By by,
                            std::string_view key) {
    const auto path = lists.path(by, key);
    if (value.empty() || path.empty()) return;
    Dict fact = dict.add("FACT");
    fact.set("FACT_TITLE", title);
    fact.set("FACT_VALUE", value);
    fact.link("FACT_HREF", path);
  };
  if (practice.subject != nullptr) {
    add_fact("Предмет", practice.subject->title, PracticeList::By::kSubject,
             practice.subject->code);
  }
  add_fact("Направление", practice.direction, PracticeList::By::kDirection, practice.direction);
  if (!practice.level.empty()) {
    add_fact("Уровень", wording::education_level(practice.level), PracticeList::By::kLevel,
             practice.level);
  }
  add_fact("Вид", wording::practice_kind(practice.kind) + " практика", PracticeList::By::kKind,
           practice.kind);
  dict.put("AUTHORS", practice.authors);
  dict.show_if(practice.authors.empty(), "NO_AUTHORS");
  dict.set("YEAR", std::to_string(practice.year));
  if (practice.reviewed_on) dict.put("REVIEWED_ON", practice.reviewed_on->in_words());
  const auto materials = web_address(practice.materials_url);
  dict.put("MATERIALS_URL", materials);
  dict.set("MATERIALS_HOST", shown_host(materials));
  if (!practice.tags.empty()) {
    Dict tags = dict.add("TAGS");
    for (const auto& tag : practice.tags) tags.add("TAG").set("TAG_TITLE", tag);
  }
}

void fill_people_nearby(Dict dict, const Practice& practice, bool municipal) {
  const auto* subject = practice.subject;
  if (subject == nullptr || subject->methodists == 0) return;
  Dict section = dict.add("METHODISTS");
  section.set("METHODISTS_SUBJECT", subject->title);
  section.link("METHODISTS_HREF", paths::roster_of_subject(subject->code));
  section.show_if(!municipal, "IN_REGION");
  section.set("METHODISTS_COUNT", base::counted(static_cast<std::int64_t>(subject->methodists),
                                                "методист", "методиста", "методистов"));
  const auto people = methodists_nearby(practice, 3);
  if (people.empty()) {
    section.show("NOBODY_NEAR");
  } else {
    fill_people(section.add("NEAR"), people, true, false);
  }
}

void fill_practice(Dict dict, const Practice& practice, const Bank& bank, const std::string& path) {
  fill_facts(dict, practice, bank.lists);
  const content::MarkdownOptions options{.heading_offset = heading_offset(practice.body),
                                         .link_prefix = root_of(path),
                                         .origin = fmt::format("практика «{}»", practice.slug),
                                         .relative_links = false};
  const auto text = content::render_document(practice.body, options);
  fill_contents(dict, text.headings);
  dict.set_html("BODY_HTML", SafeHtml(text.html));
  fill_people_nearby(dict, practice, bank.municipal);
  const auto others = bank.related.of(practice);
  if (!others.empty()) fill_practices(dict.add("RELATED"), others, true);
}

/// For search engines: annotations of two practices may coincide, so what and whose comes first.
std::string description(const Practice& practice) {
  std::string text = practice.subject != nullptr
                         ? practice.subject->title
                         : wording::practice_kind(practice.kind) + " практика";
  if (practice.municipality != nullptr) text += ", " + practice.municipality->name;
  return base::capitalized(text) + ": " + practice.annotation;
}

Page practice_page(const Practice& practice, std::shared_ptr<const Bank> bank) {
  Page page;
  page.path = paths::practice(practice.slug);
  page.template_name = "practice.html";
  page.heading = practice.title;
  page.eyebrow = base::capitalized(wording::practice_kind(practice.kind)) + " практика";
  page.description = description(practice);
  page.lead = practice.annotation;
  page.crumbs = {{"Банк практик", std::string(paths::kPractices)}};
  if (practice.subject != nullptr) {
    page.crumbs.push_back(
        {practice.subject->title, paths::practice_list("subject-" + practice.subject->code, 1)});
  }
  page.nav = Nav::kPractices;
  page.published =
      practice.reviewed_on ? practice.reviewed_on->iso() : std::to_string(practice.year);
  page.fill = [&practice, bank = std::move(bank), path = page.path](Dict dict) {
    fill_practice(dict, practice, *bank, path);
  };
  return page;
}

}  // namespace

void add_practice_pages(const Context& context, std::vector<Page>& pages) {
  const auto bank = std::make_shared<const Bank>(context);
  for (const auto& practice : context.model.practices) {
    pages.push_back(practice_page(practice, bank));
  }
}

}  // namespace metodaktiv::site
