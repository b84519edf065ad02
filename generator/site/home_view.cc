#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "site/deadline_view.h"
#include "site/news.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

/// The subjects with the longest lists, the longest first.
template <typename Size>
std::vector<const Subject*> largest(const Model& model, std::size_t count, Size size) {
  std::vector<const Subject*> subjects;
  for (const auto& subject : model.subjects) {
    if (size(subject) > 0) subjects.push_back(&subject);
  }
  std::stable_sort(subjects.begin(), subjects.end(),
                   [&](const Subject* a, const Subject* b) { return size(*a) > size(*b); });
  if (subjects.size() > count) subjects.resize(count);
  return subjects;
}

void add_quick_link(Dict way, std::string_view title, std::string_view path) {
  Dict entry = way.add("QUICK");
  entry.set("QUICK_TITLE", title);
  entry.link("QUICK_HREF", path);
}

void fill_ways(Dict dict, const Context& context) {
  const auto& model = context.model;
  Dict methodist = dict.add("WAY");
  methodist.set("WAY_TITLE", "Найти методиста");
  methodist.link("WAY_HREF", paths::kRoster);
  methodist.set("WAY_TEXT",
                "Учитель-практик по вашему предмету\u00A0— рядом с вами или по соседству.");
  for (const auto* subject : largest(model, 5, [](const Subject& s) { return s.named.size(); })) {
    add_quick_link(methodist, subject->title, paths::roster_of_subject(subject->code));
  }
  Dict practice = dict.add("WAY");
  practice.set("WAY_TITLE", "Найти практику");
  practice.link("WAY_HREF", paths::kPractices);
  practice.set("WAY_TEXT", "Как коллеги решили такую же задачу: шаги, материалы, результат.");
  for (const auto* subject :
       largest(model, 5, [](const Subject& s) { return s.practices.size(); })) {
    add_quick_link(practice, subject->title, paths::practice_list("subject-" + subject->code, 1));
  }
  Dict place = dict.add("WAY");
  place.set("WAY_TITLE", "Мой муниципалитет");
  place.link("WAY_HREF", paths::kMunicipalities);
  place.set("WAY_TEXT",
            fmt::format("Служба, методисты, документы, показатели и сроки {}.",
                        base::counted(number(model.municipalities.size()), "муниципалитета",
                                      "муниципалитетов", "муниципалитетов")));
  auto places = std::vector<const Municipality*>();
  for (const auto& municipality : model.municipalities) places.push_back(&municipality);
  std::stable_sort(places.begin(), places.end(), [](const Municipality* a, const Municipality* b) {
    return a->organizations.size() > b->organizations.size();
  });
  if (places.size() > 5) places.resize(5);
  for (const auto* municipality : places) {
    add_quick_link(place, municipality->name, paths::municipality(municipality->code));
  }
  if (places.size() < model.municipalities.size()) {
    place.put("ALL", "Весь список по алфавиту");
    place.link("ALL_HREF", std::string(paths::kHome) + "#places");
  }
}

void add_key_figure(Dict dict, std::size_t count, std::string_view words, std::string_view meaning,
                    std::string_view path) {
  Dict entry = dict.add("KEY_FIGURE");
  entry.set("FIGURE", base::grouped(number(count)));
  entry.set("FIGURE_WORDS", words);
  entry.set("MEANING", meaning);
  entry.link("FIGURE_HREF", path);
}

void fill_key_figures(Dict dict, const Context& context) {
  const auto& model = context.model;
  const auto words = [](std::size_t n, std::string_view one, std::string_view few,
                        std::string_view many) { return base::plural(number(n), one, few, many); };
  const auto with_asset = static_cast<std::size_t>(
      std::count_if(model.municipalities.begin(), model.municipalities.end(),
                    [](const Municipality& m) { return m.methodists_total > 0; }));
  const auto people = model.methodists_total;
  add_key_figure(
      dict, people, words(people, "методист", "методиста", "методистов"),
      people == 0
          ? std::string("состав актива ещё не внесён в реестр")
          : fmt::format("{} в {} {} из\u00A0{}", words(people, "работает", "работают", "работают"),
                        with_asset,
                        words(with_asset, "муниципалитете", "муниципалитетах", "муниципалитетах"),
                        model.municipalities.size()),
      paths::kRoster);
  const auto practices = model.practices.size();
  add_key_figure(dict, practices, words(practices, "практика", "практики", "практик"),
                 practices == 0
                     ? std::string("первую опубликует методическая служба муниципалитета")
                     : fmt::format("{} так, чтобы можно было повторить",
                                   words(practices, "прошла отбор и описана",
                                         "прошли отбор и описаны", "прошли отбор и описаны")),
                 paths::kPractices);
  const auto associations = model.associations.size();
  add_key_figure(dict, associations,
                 words(associations, "методическое объединение", "методических объединения",
                       "методических объединений"),
                 associations == 0
                     ? std::string("сведения вносят методические службы")
                     : fmt::format("{} учителей одного предмета или одной темы",
                                   words(associations, "собирает", "собирают", "собирают")),
                 paths::kMunicipalities);
  TargetCount targets;
  std::size_t with_target = 0;
  for (const auto& definition : context.profile.indicators) {
    const auto* figure = model.region_figure(definition.id, model.school_year);
    if (figure == nullptr || !figure->target) continue;
    ++with_target;
    if (figure->status == Status::kMet) ++targets.met;
  }
  if (const auto measures = context.profile.indicators.size(); with_target == 0) {
    add_key_figure(
        dict, measures, words(measures, "показатель", "показателя", "показателей"),
        fmt::format("{} за {} учебный год", words(measures, "посчитан", "посчитано", "посчитано"),
                    model.school_year),
        paths::kIndicators);
    return;
  }
  add_key_figure(
      dict, targets.met,
      fmt::format("{} из {}", words(targets.met, "цель", "цели", "целей"), with_target),
      fmt::format("{} по региону в {} учебном году",
                  words(targets.met, "достигнута", "достигнуты", "достигнуто"), model.school_year),
      paths::kIndicators);
}

void fill_targets(Dict dict, const Context& context) {
  const auto& model = context.model;
  std::optional<Dict> section;
  for (const auto& definition : context.profile.indicators) {
    const auto* figure = model.region_figure(definition.id, model.school_year);
    if (figure == nullptr || !figure->target || !figure->value()) continue;
    if (!section) section = dict.add("TARGETS");
    Dict row = section->add("TARGET");
    row.set("TARGET_TITLE", definition.title);
    row.link("TARGET_HREF", paths::indicator(definition.id));
    row.set("TARGET_GOAL", figure->shown_target());
    fill_figure(row, figure);
    fill_bar(row, *figure,
             scale_of({figure}) * (figure->unit == config::Unit::kPercent ? 1 : 1.25));
  }
}

/// The first letter of a name, ё under е.
std::string letter_of(std::string_view name) {
  std::size_t end = name.empty() ? 0 : 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
  const auto letter = name.substr(0, end);
  return std::string(letter == "Ё" ? "Е" : letter);
}

void fill_places(Dict dict, const Context& context) {
  std::optional<Dict> group;
  std::string letter;
  for (const auto& municipality : context.model.municipalities) {
    if (auto next = letter_of(municipality.name); !group || next != letter) {
      letter = std::move(next);
      group = dict.add("PLACE_LETTER");
      group->set("LETTER", letter);
    }
    Dict entry = group->add("PLACE");
    entry.set("PLACE_TITLE", municipality.name);
    entry.link("PLACE_HREF", paths::municipality(municipality.code));
  }
}

void fill_home(Dict dict, const Context& context) {
  dict.set("TITLE", context.site.title);
  dict.set("LEAD", context.site.description);
  dict.set("YEAR", context.model.school_year);
  fill_ways(dict, context);
  fill_key_figures(dict, context);
  fill_targets(dict, context);
  fill_deadlines(dict, "DEADLINES", upcoming(context, context.model.regional_events, 6), context);
  fill_news(dict, newest_news(context, 3));
  if (!context.model.releases.empty()) {
    const auto& latest = context.model.releases.front();
    Dict note = dict.add("RELEASE_NOTE");
    note.set("RELEASE_DAY", latest.as_of.in_words());
    note.set("RELEASE_SUMMARY", release_summary(latest.counts));
    note.link("RELEASE_HREF", paths::kChanges);
  }
  dict.link("HOME_SEARCH_HREF", paths::kSearch);
  fill_places(dict, context);
}

}  // namespace

void add_home_pages(const Context& context, std::vector<Page>& pages) {
  Page home;
  home.path = paths::kHome;
  home.template_name = "home.html";
  home.heading = context.site.title;
  home.description = context.site.description;
  home.masthead = false;
  home.fill = [&context](Dict dict) { fill_home(dict, context); };
  pages.push_back(std::move(home));

  Page lost;
  lost.path = paths::kNotFound;
  lost.template_name = "not_found.html";
  lost.heading = "Такой страницы нет";
  lost.description = "Страница не найдена: она переехала или её не было.";
  lost.lead = "Возможно, она переехала, методист вышел из состава актива или в адресе опечатка.";
  lost.listed = false;
  lost.fill = [](Dict) {};
  pages.push_back(std::move(lost));
}

}  // namespace metodaktiv::site
