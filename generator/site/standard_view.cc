#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "site/deadline_view.h"
#include "site/month_view.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

/// More days than this in a school year are a rhythm: the next one of them stands for all.
constexpr std::size_t kDaysInFull = 4;

/// Days of the function's deadlines in the school year, each once, with links to their months.
void fill_days(Dict row, const std::vector<base::Date>& days, base::Date as_of) {
  if (days.empty()) return;
  Dict list = row.add("DAYS");
  const auto add_day = [&](base::Date date) {
    Dict day = list.add("DAY");
    day.set("DAY_WORDS", wording::day_and_month(date));
    day.set("DAY_ISO", date.iso());
    day.link("DAY_HREF", fmt::format("{}#{}", paths::calendar_month(date.year(), date.month()),
                                     day_anchor(date)));
  };
  if (days.size() <= kDaysInFull) {
    list.set("DAYS_WORD", "В календаре:");
    for (const auto date : days) add_day(date);
    return;
  }
  const auto next =
      std::find_if(days.begin(), days.end(), [&](base::Date d) { return d >= as_of; });
  list.set("DAYS_WORD", next == days.end() ? "Последний день в этом году:" : "Ближайший день:");
  add_day(next == days.end() ? days.back() : *next);
}

void fill_functions(Dict dict, const Context& context) {
  std::map<std::string, std::vector<base::Date>> days;
  for (const auto& deadline : config::deadlines(context.profile.standard, current_year(context))) {
    auto& of_function = days[deadline.function];
    if (of_function.empty() || of_function.back() != deadline.on)
      of_function.push_back(deadline.on);
  }
  for (const auto& direction : context.profile.standard.directions) {
    Dict part = dict.add("DIRECTION");
    part.set("DIRECTION_NUMBER", direction.number);
    part.set("DIRECTION_TITLE", direction.title);
    Dict jump = dict.add("JUMP");
    jump.set("JUMP_NUMBER", direction.number);
    jump.set("JUMP_TITLE", direction.title);
    for (const auto& group : direction.groups) {
      Dict section = part.add("GROUP");
      section.set("GROUP_NUMBER", group.number);
      section.set("GROUP_TITLE", group.title);
      for (const auto& entry : group.functions) {
        Dict row = section.add("FUNCTION");
        row.set("NUMBER", entry.number);
        row.set("ANCHOR", function_anchor(entry.number));
        row.set("TITLE", entry.title);
        row.put("WHO", entry.who);
        row.set("DEADLINE", entry.deadline);
        fill_days(row, days[entry.number], context.model.as_of);
        for (const auto& action : entry.actions) row.add("ACTION").set("ACTION_TEXT", action);
      }
    }
  }
}

void fill_departments(Dict dict, const Context& context) {
  if (context.profile.departments.empty()) return;
  Dict section = dict.add("DEPARTMENTS");
  for (const auto& department : context.profile.departments) {
    Dict entry = section.add("DEPARTMENT");
    entry.set("DEPARTMENT_TITLE", department.title);
    entry.set("SUMMARY", department.summary);
    for (const auto& number : department.functions) {
      for (const auto& direction : context.profile.standard.directions) {
        for (const auto& group : direction.groups) {
          if (group.number != number) continue;
          Dict item = entry.add("DEPARTMENT_GROUP");
          item.set("ITEM_NUMBER", group.number);
          item.set("ITEM_TITLE", group.title);
        }
      }
    }
  }
}

std::size_t function_count(const config::Standard& standard) {
  std::size_t count = 0;
  for (const auto& direction : standard.directions) {
    for (const auto& group : direction.groups) count += group.functions.size();
  }
  return count;
}

Page functions_page(const Context& context) {
  Page page;
  page.path = paths::kStandard;
  page.template_name = "standard.html";
  page.heading = context.profile.standard_title();
  if (const auto& menu = context.profile.standard.short_title; !page.heading.starts_with(menu))
    page.eyebrow = menu;
  page.description = fmt::format("{}: кто что делает и к какому сроку.", page.heading);
  page.lead =
      fmt::format("{}: кто что делает и к какому сроку.",
                  base::counted(static_cast<std::int64_t>(function_count(context.profile.standard)),
                                "функция", "функции", "функций"));
  page.tabs = standard_tabs(context);
  page.nav = Nav::kStandard;
  page.fill = [&context](Dict dict) {
    dict.set("SOURCE", context.profile.standard.source);
    dict.set("DOCUMENT", base::capitalized(context.profile.standard.name));
    fill_departments(dict, context);
    fill_functions(dict, context);
  };
  return page;
}

Page calendar_page(const Context& context) {
  const auto year = current_year(context);
  Page page;
  page.path = paths::kCalendar;
  page.template_name = "calendar.html";
  page.heading = fmt::format("Календарь на {} учебный год", year.text());
  page.title = "Календарь сроков";
  page.eyebrow = context.profile.standard.short_title;
  page.description =
      fmt::format("Сроки методической работы и события региона, {} учебный год.", year.text());
  const auto& standard = context.profile.standard;
  page.lead =
      config::deadlines(standard, year).empty()
          ? std::string("События региона.")
          : fmt::format("Сроки {}, названные датой, и события региона.", standard.name_genitive);
  page.tabs = standard_tabs(context);
  page.nav = Nav::kStandard;
  page.fill = [&context, year](Dict dict) {
    fill_calendar(dict, calendar_of(context, year, context.model.regional_events), context,
                  {.anchors = Anchors::kDaysAndEvents}, true);
    dict.link("FUNCTIONS_HREF", paths::kStandard);
    dict.add("ALL_EVENTS").link("EVENTS_HREF", paths::kEvents);
    fill_subscription(dict, context, paths::calendar_file());
  };
  return page;
}

}  // namespace

void add_standard_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(functions_page(context));
  pages.push_back(calendar_page(context));
}

}  // namespace metodaktiv::site
