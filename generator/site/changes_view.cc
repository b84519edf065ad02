#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/number.h"
#include "base/text.h"
#include "site/model_index.h"
#include "site/paths.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

/// Of a municipality's assignments, of practices and of an indicator's places; the rest is counted.
constexpr std::size_t kMoves = 12;
constexpr std::size_t kPractices = 30;
constexpr std::size_t kPlaces = 8;

long long number(std::size_t n) { return static_cast<long long>(n); }

std::string people(long long count) {
  return base::counted(count, "методист", "методиста", "методистов");
}

/// What one municipality's list of people says.
struct PlaceList {
  const Municipality* place = nullptr;  ///< nullptr: not given
  std::vector<const Methodist*> named;
  std::vector<const Release::Cell*> cells;
};

std::vector<PlaceList> by_place(const std::vector<const Methodist*>& named,
                                const std::vector<Release::Cell>& cells) {
  std::map<std::string, PlaceList> lists;  // by name; places not given come last
  const auto list_of = [&](const Municipality* place) -> PlaceList& {
    auto& list = lists[place == nullptr ? "\xFF" : natural_key(place->name) + place->code];
    list.place = place;
    return list;
  };
  for (const auto* person : named) list_of(person->municipality).named.push_back(person);
  for (const auto& cell : cells) list_of(cell.municipality).cells.push_back(&cell);
  std::vector<PlaceList> result;
  for (auto& [key, list] : lists) result.push_back(std::move(list));
  return result;
}

void fill_place(Dict dict, const Municipality* place, const Context& context) {
  Dict name = dict.add(place != nullptr && &context.model.municipalities.front() <= place &&
                               place <= &context.model.municipalities.back()
                           ? "PLACE_LINK"
                           : "PLACE_TEXT");
  name.set("PLACE_TITLE", place == nullptr ? "Муниципалитет не назван" : place->name);
  if (place != nullptr) name.link("PLACE_HREF", paths::municipality(place->code, "roster"));
}

void fill_people_of(Dict dict, const PlaceList& list, std::string_view unnamed_words) {
  for (const auto* person : list.named) {
    Dict entry = dict.add("PERSON");
    entry.set("PERSON_NAME", person->full_name());
    entry.link("PERSON_HREF", paths::methodist(person->code));
    if (person->subject != nullptr) entry.put("PERSON_FACTS", person->subject->title);
  }
  for (const auto* cell : list.cells) {
    Dict entry = dict.add("COUNTED");
    entry.set("COUNTED_WORDS", people(cell->count) + std::string(unnamed_words));
    if (cell->subject != nullptr) entry.put("COUNTED_FACTS", cell->subject->title);
  }
}

void add_people(Dict dict, const Context& context, std::string_view title, std::string_view sign,
                const std::vector<const Methodist*>& named, const std::vector<Release::Cell>& cells,
                std::string_view unnamed_words) {
  if (named.empty() && cells.empty()) return;
  Dict part = dict.add("PEOPLE");
  part.set("PEOPLE_TITLE", title);
  part.set("PEOPLE_SIGN", sign);
  auto count = number(named.size());
  for (const auto& cell : cells) count += cell.count;
  part.set("PEOPLE_COUNT", base::grouped(count));
  for (const auto& list : by_place(named, cells)) {
    Dict row = part.add("PEOPLE_PLACE");
    fill_place(row, list.place, context);
    fill_people_of(row, list, unnamed_words);
  }
}

/// What the person's card says now; nobody's former particulars are kept.
std::string fact_of(const Methodist& person, const std::string& field) {
  if (field == "municipality" && person.municipality != nullptr)
    return "муниципалитет\u00A0— " + person.municipality->name;
  if (field == "organization" && person.organization != nullptr)
    return "организация\u00A0— " + person.organization->shown_name();
  if (field == "subject" && person.subject != nullptr)
    return "предмет\u00A0— " + person.subject->title;
  if (field == "other_direction" && !person.other_direction.empty())
    return "направление\u00A0— " + person.other_direction;
  return {};
}

void fill_updated(Dict dict, const Release& release) {
  if (release.updated.empty()) return;
  Dict part = dict.add("UPDATED");
  part.set("UPDATED_COUNT", base::grouped(number(release.updated.size())));
  for (const auto& updated : release.updated) {
    Dict entry = part.add("UPDATED_PERSON");
    entry.set("UPDATED_NAME", updated.person->full_name());
    entry.link("UPDATED_HREF", paths::methodist(updated.person->code));
    std::vector<std::string> facts;
    for (const auto& field : updated.fields) {
      if (auto fact = fact_of(*updated.person, field); !fact.empty()) facts.push_back(fact);
    }
    entry.put("UPDATED_FACTS", base::join(facts, "; "));
  }
}

std::string move_words(const Release::Move& move) {
  using Way = Release::Move::Way;
  const auto name = [](const Methodist* person) { return person->full_name(); };
  switch (move.way) {
    case Way::kAssigned:
      return move.to == nullptr ? "закреплён методист" : "методист\u00A0— " + name(move.to);
    case Way::kUnassigned:
      return move.from == nullptr ? "закрепление снято" : "закрепление снято: " + name(move.from);
    case Way::kReassigned:
      if (move.to != nullptr && move.from != nullptr)
        return fmt::format("{} → {}", name(move.from), name(move.to));
      if (move.to != nullptr) return "теперь методист\u00A0— " + name(move.to);
      return "закреплён другой методист";
  }
  return {};
}

void fill_moves(Dict dict, const Context& context, const Release& release) {
  if (release.moves.empty() && release.counts.new_year.empty()) return;
  Dict part = dict.add("ASSIGNMENT");
  part.link("ASSIGNMENT_HREF", paths::kAssignment);
  if (!release.counts.new_year.empty()) part.put("NEW_YEAR", release.counts.new_year);
  std::map<std::string, std::vector<const Release::Move*>> places;
  for (const auto& move : release.moves) {
    const auto* place = move.organization->municipality;
    places[place == nullptr ? std::string() : natural_key(place->name) + place->code].push_back(
        &move);
  }
  for (const auto& [key, moves] : places) {
    Dict row = part.add("MOVE_PLACE");
    fill_place(row, moves.front()->organization->municipality, context);
    for (std::size_t i = 0; i < std::min(kMoves, moves.size()); ++i) {
      Dict entry = row.add("MOVE");
      const auto& move = *moves[i];
      entry.set("MOVE_WHAT", move.organization->shown_name());
      if (move.subject != nullptr) entry.put("MOVE_SUBJECT", move.subject->title);
      entry.set("MOVE_WORDS", move_words(move));
    }
    if (moves.size() > kMoves) {
      row.put("MORE_MOVES",
              fmt::format("и ещё {}", base::counted(number(moves.size() - kMoves), "изменение",
                                                    "изменения", "изменений")));
    }
  }
}

void fill_practices_of(Dict dict, const Release& release) {
  if (release.practices.empty() && release.practices_removed.empty()) return;
  Dict part = dict.add("PRACTICES");
  for (std::size_t i = 0; i < std::min(kPractices, release.practices.size()); ++i) {
    const auto& practice = *release.practices[i];
    Dict entry = part.add("PRACTICE");
    entry.set("PRACTICE_TITLE", practice.title);
    entry.link("PRACTICE_HREF", paths::practice(practice.slug));
    if (practice.municipality != nullptr) entry.put("PRACTICE_PLACE", practice.municipality->name);
  }
  if (release.practices.size() > kPractices) {
    Dict more = part.add("MORE_PRACTICES");
    more.set("MORE_PRACTICES_WORDS",
             fmt::format("и ещё {}", base::counted(number(release.practices.size() - kPractices),
                                                   "практика", "практики", "практик")));
    more.link("MORE_PRACTICES_HREF", paths::kPractices);
  }
  for (const auto& cell : release.practices_removed) {
    Dict entry = part.add("REMOVED");
    entry.set("REMOVED_WORDS",
              fmt::format("{} {}", base::plural(cell.count, "Снята", "Сняты", "Снято"),
                          base::counted(cell.count, "практика", "практики", "практик")));
    if (cell.municipality != nullptr) entry.put("REMOVED_PLACE", cell.municipality->name);
  }
}

std::string shown_tenths(const std::optional<long long>& tenths, config::Unit unit) {
  if (!tenths) return "нет данных";
  if (unit == config::Unit::kPresence) return *tenths == 0 ? "нет" : "есть";
  return base::fixed_russian(*tenths, 1) + (unit == config::Unit::kPercent ? "\u00A0%" : "");
}

enum class Way { kUp, kDown, kOther };

Way way_of(const Release::Moved& moved) {
  if (!moved.before || !moved.after) return Way::kOther;
  return *moved.after > *moved.before ? Way::kUp : Way::kDown;
}

/// MOVED_FROM, MOVED_TO and the sign with a word; both say the same to those who see no colours.
void fill_moved(Dict dict, const Release::Moved& moved) {
  const auto unit = moved.figure->unit;
  dict.set("MOVED_FROM", shown_tenths(moved.before, unit));
  dict.set("MOVED_TO", shown_tenths(moved.after, unit));
  const auto way = way_of(moved);
  std::string words = way == Way::kUp ? "▲ " : way == Way::kDown ? "▼ " : "";
  std::string_view mood = "other";
  if (way == Way::kOther) {
    words += moved.after ? "появились данные" : "данных больше нет";
  } else {
    const auto delta = std::abs(*moved.after - *moved.before);
    words += unit == config::Unit::kPresence
                 ? std::string(way == Way::kUp ? "появилось" : "больше нет")
                 : base::fixed_russian(delta, 1) +
                       (unit == config::Unit::kPercent ? "\u00A0п.\u00A0п." : "");
    if (moved.figure->target) {
      const bool better =
          (way == Way::kUp) == (moved.figure->target_is == config::TargetIs::kAtLeast);
      mood = better ? "better" : "worse";
      words += better ? ", лучше" : ", хуже";
    }
  }
  dict.set("MOVED_WAY", mood);
  dict.set("MOVED_WORDS", words);
}

/// «выше в 31, ниже в 12»: how many places moved where.
std::string places_words(const std::vector<const Release::Moved*>& places) {
  std::array<long long, 3> counts{};
  for (const auto* moved : places) ++counts.at(static_cast<std::size_t>(way_of(*moved)));
  std::vector<std::string> words;
  if (counts[0] > 0) words.push_back("▲ выше в " + base::grouped(counts[0]));
  if (counts[1] > 0) words.push_back("▼ ниже в " + base::grouped(counts[1]));
  if (counts[2] > 0) words.push_back("данные появились или исчезли в " + base::grouped(counts[2]));
  return "Муниципалитеты: " + base::join(words, ", ");
}

/// One indicator: the region's own value, territories, then the municipalities or how many.
void fill_indicator(Dict dict, const std::vector<const Release::Moved*>& all, bool own_site) {
  const auto& definition = *all.front()->indicator;
  dict.set("MOVED_TITLE", definition.title);
  dict.link("MOVED_HREF", paths::indicator(definition.id));
  std::vector<const Release::Moved*> municipalities;
  for (const auto* moved : all) {
    if (moved->figure->scope == Scope::kMunicipality) {
      municipalities.push_back(moved);
    } else {
      Dict entry = dict.add("MOVED");
      entry.put("MOVED_PLACE", moved->figure->name);
      fill_moved(entry, *moved);
    }
  }
  if (municipalities.size() > kPlaces) {
    dict.put("MOVED_PLACES", places_words(municipalities));
    return;
  }
  for (const auto* moved : municipalities) {
    Dict entry = dict.add("MOVED");
    if (!own_site) entry.put("MOVED_PLACE", moved->figure->name);
    fill_moved(entry, *moved);
  }
}

void fill_figures(Dict dict, const Context& context, const Release& release) {
  if (release.figures.empty()) return;
  Dict part = dict.add("FIGURES");
  part.set("FIGURES_YEAR", release.figures.front().school_year);
  for (std::size_t i = 0; i < release.figures.size();) {
    std::vector<const Release::Moved*> same;
    const auto* indicator = release.figures[i].indicator;
    for (; i < release.figures.size() && release.figures[i].indicator == indicator; ++i)
      same.push_back(&release.figures[i]);
    fill_indicator(part.add("INDICATOR"), same, context.edition.municipal());
  }
}

void fill_release(Dict dict, const Release& release) {
  dict.set("RELEASE_ID", "day-" + release.as_of.iso());
  dict.set("RELEASE_ISO", release.as_of.iso());
  dict.set("RELEASE_DAY", release.as_of.in_words());
  dict.set("RELEASE_SUMMARY", release_summary(release.counts));
  dict.set("FORMER_DAY", release.former_as_of == release.as_of
                             ? "с предыдущей публикации того же дня"
                             : "с " + release.former_as_of.in_words());
}

void fill_body(Dict dict, const Context& context, const Release& release) {
  add_people(dict, context, "Вошли в состав", "+", release.entered, release.entered_unnamed,
             " без имени на сайте");
  add_people(dict, context, "Вышли из состава", "−", {}, release.left, "");
  add_people(dict, context, "Названы на сайте с их согласия", "•", release.named, {}, "");
  fill_updated(dict, release);
  fill_moves(dict, context, release);
  fill_practices_of(dict, release);
  fill_figures(dict, context, release);
}

}  // namespace

void add_changes_pages(const Context& context, std::vector<Page>& pages) {
  Page page;
  page.path = paths::kChanges;
  page.template_name = "changes.html";
  page.heading = "Что изменилось";
  page.description =
      "Кто вошёл в методический актив, как изменилось закрепление, какие практики опубликованы и "
      "какие показатели сдвинулись с прошлой публикации.";
  page.lead =
      "Состав актива, закрепление, практики и показатели: чем каждая публикация данных отличается "
      "от предыдущей.";
  page.crumbs = {{"Новости", std::string(paths::kNews)}};
  page.nav = Nav::kNews;
  page.fill = [&context](Dict dict) {
    const auto& releases = context.model.releases;
    if (releases.empty()) dict.show("NO_RELEASES");
    dict.link("DATA_HREF", paths::kOpenData);
    for (std::size_t i = 0; i < releases.size(); ++i) {
      Dict release = dict.add("RELEASE");
      fill_release(release, releases[i]);
      fill_body(release.add(i == 0 ? "OPEN" : "FOLDED").include("BODY", "changes_body.html"),
                context, releases[i]);
    }
  };
  pages.push_back(std::move(page));
}

}  // namespace metodaktiv::site
