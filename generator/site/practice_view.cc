#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "content/markdown.h"
#include "site/paths.h"
#include "site/renderer.h"
#include "site/view_parts.h"
#include "site/views.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

constexpr std::size_t kPerPage = 40;

std::string practice_count(std::size_t n) {
  return base::counted(static_cast<std::int64_t>(n), "практика", "практики", "практик");
}

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

/// Up to three others of the same subject: same level first, then from other places, then newest.
std::vector<const Practice*> related(const Practice& practice, const Model& model) {
  const auto& pool =
      practice.subject == nullptr ? model.practices_without_subject : practice.subject->practices;
  std::vector<std::pair<int, const Practice*>> found;
  const auto self = std::find(pool.begin(), pool.end(), &practice);
  const auto position = static_cast<std::size_t>(self - pool.begin());
  // Neighbours in time, so that related practices differ from page to page.
  constexpr std::size_t kReach = 30;
  const auto first = position > kReach ? position - kReach : 0;
  const auto last = std::min(pool.size(), position + kReach + 1);
  for (std::size_t i = first; i < last; ++i) {
    const auto* other = pool[i];
    if (other == &practice) continue;
    int distance = other->level == practice.level ? 0 : 2;
    if (other->direction != practice.direction) ++distance;
    if (other->municipality == practice.municipality) ++distance;
    found.emplace_back(distance, other);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Practice*> result;
  for (const auto& [distance, other] : found) {
    if (result.size() < 3) result.push_back(other);
  }
  return result;
}

void fill_practice(Dict dict, const Practice& practice, const Context& context,
                   const std::string& path) {
  if (practice.municipality != nullptr) {
    Dict place = dict.add("PLACE");
    place.set("PLACE_TITLE", practice.municipality->name);
    place.link("PLACE_HREF", paths::municipality(practice.municipality->code, "practices"));
  }
  if (practice.organization != nullptr)
    dict.put("ORGANIZATION", practice.organization->shown_name());
  if (practice.subject != nullptr) {
    Dict subject = dict.add("SUBJECT");
    subject.set("SUBJECT_TITLE", practice.subject->title);
    subject.link("SUBJECT_HREF", paths::practice_list("subject-" + practice.subject->code, 1));
  }
  dict.put("LEVEL", practice.level.empty() ? "" : wording::education_level(practice.level));
  dict.put("DIRECTION", practice.direction);
  dict.put("AUTHORS", practice.authors);
  dict.set("KIND", wording::practice_kind(practice.kind));
  dict.set("YEAR", std::to_string(practice.year));
  if (practice.reviewed_on) dict.put("REVIEWED_ON", practice.reviewed_on->in_words());
  dict.put("MATERIALS_URL", web_address(practice.materials_url));
  dict.set("MATERIALS_HOST", shown_address(practice.materials_url));
  if (!practice.tags.empty()) {
    Dict tags = dict.add("TAGS");
    for (const auto& tag : practice.tags) tags.add("TAG").set("TAG_TITLE", tag);
  }
  const content::MarkdownOptions options{.heading_offset = heading_offset(practice.body),
                                         .link_prefix = root_of(path),
                                         .origin = fmt::format("практика «{}»", practice.slug),
                                         .relative_links = false};
  dict.set_html("BODY_HTML", SafeHtml(content::render_markdown(practice.body, options)));
  const auto others = related(practice, context.model);
  if (!others.empty()) fill_practices(dict.add("RELATED"), others, true);
}

Page practice_page(const Context& context, const Practice& practice) {
  Page page;
  page.path = paths::practice(practice.slug);
  page.template_name = "practice.html";
  page.heading = practice.title;
  page.eyebrow = base::capitalized(wording::practice_kind(practice.kind)) + " практика";
  page.description = practice.annotation;
  page.lead = practice.annotation;
  page.crumbs = {{"Банк практик", std::string(paths::kPractices)}};
  if (practice.subject != nullptr) {
    page.crumbs.push_back(
        {practice.subject->title, paths::practice_list("subject-" + practice.subject->code, 1)});
  }
  page.nav = Nav::kPractices;
  page.fill = [&context, &practice, path = page.path](Dict dict) {
    fill_practice(dict, practice, context, path);
  };
  return page;
}

void add_list(const Context& context, std::vector<Page>& pages, const std::string& key,
              const std::string& heading, const Subject* subject,
              const std::vector<const Practice*>& practices) {
  for (const auto& slice : slices(practices.size(), kPerPage)) {
    Page page;
    page.path = paths::practice_list(key, slice.number);
    page.template_name = "practice_list.html";
    page.heading = heading;
    page.eyebrow = "Банк практик";
    page.title = slice.number == 1
                     ? fmt::format("Практики: {}", heading)
                     : fmt::format("Практики: {}, страница {}", heading, slice.number);
    page.description = fmt::format("Практики {}: {}.", context.profile.name_genitive, heading);
    page.lead =
        practice_count(practices.size()) +
        (slice.count > 1 ? fmt::format(", страница {} из {}", slice.number, slice.count) : "") +
        ", новые сверху.";
    page.crumbs = {{"Банк практик", std::string(paths::kPractices)}};
    page.nav = Nav::kPractices;
    page.fill = [&practices, subject, slice, key](Dict dict) {
      fill_practices(dict,
                     {practices.begin() + static_cast<std::ptrdiff_t>(slice.first),
                      practices.begin() + static_cast<std::ptrdiff_t>(slice.last)},
                     true);
      fill_pager(dict, slice,
                 [&](std::size_t number) { return paths::practice_list(key, number); });
      if (subject != nullptr && subject->methodists > 0) {
        Dict people = dict.add("PEOPLE");
        people.link("PEOPLE_HREF", paths::roster_of_subject(subject->code));
        people.set("PEOPLE_COUNT", base::counted(static_cast<std::int64_t>(subject->methodists),
                                                 "методист", "методиста", "методистов"));
      }
    };
    pages.push_back(std::move(page));
  }
}

void fill_index(Dict dict, const Context& context) {
  const auto& model = context.model;
  if (model.practices.empty()) {
    dict.show("EMPTY");
    return;
  }
  Dict full = dict.add("BANK");
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
  page.fill = [&context](Dict dict) { fill_index(dict, context); };
  return page;
}

}  // namespace

void add_practice_pages(const Context& context, std::vector<Page>& pages) {
  const auto& model = context.model;
  pages.push_back(index_page(context));
  for (const auto& subject : model.subjects) {
    if (subject.practices.empty()) continue;
    add_list(context, pages, "subject-" + subject.code, subject.title, &subject, subject.practices);
  }
  if (!model.practices_without_subject.empty()) {
    add_list(context, pages, "other", "Без предмета", nullptr, model.practices_without_subject);
  }
  for (const auto& practice : model.practices) pages.push_back(practice_page(context, practice));
}

}  // namespace metodaktiv::site
