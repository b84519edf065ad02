#include <fmt/format.h>

#include <memory>

#include "base/text.h"
#include "site/paths.h"
#include "site/practice_lists.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

constexpr std::size_t kPerPage = 40;

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string practice_count(std::size_t n) {
  return base::counted(number(n), "практика", "практики", "практик");
}

void fill_list(Dict dict, const PracticeList& list, const Slice& slice) {
  fill_practices(dict,
                 {list.practices.begin() + static_cast<std::ptrdiff_t>(slice.first),
                  list.practices.begin() + static_cast<std::ptrdiff_t>(slice.last)},
                 true);
  fill_pager(dict, slice, [&](std::size_t n) { return paths::practice_list(list.key, n); });
  dict.link("BANK_HREF", paths::kPractices);
  if (list.subject != nullptr && list.subject->methodists > 0) {
    Dict people = dict.add("PEOPLE");
    people.link("PEOPLE_HREF", paths::roster_of_subject(list.subject->code));
    people.set("PEOPLE_COUNT", base::counted(number(list.subject->methodists), "методист",
                                             "методиста", "методистов"));
  }
}

Page list_page(const Context& context, std::shared_ptr<const PracticeLists> lists,
               const PracticeList& list, const Slice& slice) {
  Page page;
  page.path = paths::practice_list(list.key, slice.number);
  page.template_name = "practice_list.html";
  page.heading = list.title;
  page.eyebrow = "Банк практик";
  const auto part = slice.number == 1 ? std::string() : fmt::format(", страница {}", slice.number);
  page.title =
      (list.by == PracticeList::By::kKind ? list.title : fmt::format("Практики: {}", list.title)) +
      part;
  page.description = fmt::format("Банк практик {}: {}, {}{}.", context.profile.name_genitive,
                                 list.title, practice_count(list.practices.size()), part);
  page.lead =
      practice_count(list.practices.size()) +
      (slice.count > 1 ? fmt::format(", страница {} из {}", slice.number, slice.count) : "") +
      ", новые сверху.";
  page.crumbs = {{"Банк практик", std::string(paths::kPractices)}};
  page.nav = Nav::kPractices;
  page.fill = [lists = std::move(lists), &list, slice](Dict dict) { fill_list(dict, list, slice); };
  return page;
}

}  // namespace

void add_practice_list_pages(const Context& context, std::vector<Page>& pages) {
  const auto lists = std::make_shared<const PracticeLists>(context.model);
  for (const auto& list : lists->all()) {
    for (const auto& slice : slices(list.practices.size(), kPerPage)) {
      pages.push_back(list_page(context, lists, list, slice));
    }
  }
}

}  // namespace metodaktiv::site
