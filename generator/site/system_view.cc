#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/content_view.h"
#include "site/distribution_parts.h"
#include "site/page_figures.h"
#include "site/paths.h"
#include "site/tile_map.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

void add_subject(Dict level, std::size_t count, std::string_view words, std::string_view path) {
  Dict entry = level.add("SUBJECT");
  entry.set("SUBJECT_COUNT", base::grouped(number(count)));
  entry.set("SUBJECT_WORDS", words);
  entry.link("SUBJECT_HREF", path);
}

Dict add_level(Dict dict, std::string_view title, const std::string& who) {
  Dict level = dict.add("LEVEL");
  level.set("LEVEL_TITLE", title);
  level.put("LEVEL_WHO", who);
  return level;
}

/// Who works at which level, with the numbers the registry knows.
void fill_levels(Dict dict, const Context& context) {
  const auto& model = context.model;
  const auto& profile = context.profile;
  const auto& leader = profile.operator_;
  auto region = add_level(dict, "Регион",
                          leader.organization.empty()
                              ? leader.name
                              : fmt::format("{} — {}", leader.name, leader.organization));
  add_subject(region, model.methodists_total,
              base::plural(number(model.methodists_total), "методист актива", "методиста актива",
                           "методистов актива"),
              paths::kRoster);
  if (!model.territories.empty()) {
    auto between = add_level(dict, "Территории", "Муниципалитеты, которые работают вместе");
    add_subject(
        between, model.territories.size(),
        base::plural(number(model.territories.size()), "территория", "территории", "территорий"),
        std::string(paths::kSystem) + "#territories");
  }
  auto municipal =
      add_level(dict, "Муниципалитет", base::capitalized(profile.terms.service_plural));
  add_subject(municipal, model.municipalities.size(),
              base::plural(number(model.municipalities.size()), "муниципалитет", "муниципалитета",
                           "муниципалитетов"),
              paths::kMunicipalities);
  add_subject(municipal, model.associations.size(),
              base::plural(number(model.associations.size()), "методическое объединение",
                           "методических объединения", "методических объединений"),
              paths::kMunicipalities);
  auto school = add_level(dict, "Организация", "Педагоги, наставники и методические советы");
  add_subject(school, model.organizations.size(),
              base::plural(number(model.organizations.size()), "образовательная организация",
                           "образовательные организации", "образовательных организаций"),
              paths::kMunicipalities);
}

void fill_territory(Dict row, const Territory* territory, const Context& context,
                    const std::string& name) {
  row.set("TERRITORY_NAME", name);
  if (territory != nullptr) row.put("TERRITORY_CENTER", territory->center);
  std::size_t people = 0, practices = 0, associations = 0, organizations = 0;
  for (const auto& municipality : context.model.municipalities) {
    if (municipality.territory != territory) continue;
    people += municipality.methodists_total;
    practices += municipality.practices.size();
    associations += municipality.associations.size();
    organizations += municipality.organizations.size();
    Dict member = row.add("MEMBER");
    member.set("MEMBER_NAME", municipality.name);
    member.link("MEMBER_HREF", paths::municipality(municipality.code));
  }
  row.set("TERRITORY_PEOPLE", base::grouped(number(people)));
  row.set("TERRITORY_ASSOCIATIONS", base::grouped(number(associations)));
  row.set("TERRITORY_ORGANIZATIONS", base::grouped(number(organizations)));
  row.set("TERRITORY_PRACTICES", base::grouped(number(practices)));
}

void fill_territories(Dict dict, const Context& context) {
  const auto& model = context.model;
  if (model.territories.empty()) return;
  Dict table = dict.add("TERRITORIES");
  const bool centers = std::any_of(model.territories.begin(), model.territories.end(),
                                   [](const Territory& t) { return !t.center.empty(); });
  table.show_if(centers, "CENTER_HEAD");
  const auto add = [&](const Territory* territory, const std::string& name) {
    Dict row = table.add("TERRITORY");
    if (centers) row.show("CENTER_CELL");
    fill_territory(row, territory, context, name);
  };
  for (const auto& territory : model.territories) add(&territory, territory.name);
  const bool rest = std::any_of(model.municipalities.begin(), model.municipalities.end(),
                                [](const Municipality& m) { return m.territory == nullptr; });
  if (rest) add(nullptr, "Вне территорий");
}

/// The public distribution over the profile's working directions; nullptr when there is none.
const Distribution* by_direction(const Context& context) {
  const auto& directions = context.profile.directions;
  const auto known = [&](const config::DistributionValue& value) {
    return std::any_of(directions.begin(), directions.end(),
                       [&](const config::KeyTitle& entry) { return entry.key == value.key; });
  };
  for (const auto& distribution : context.model.distributions) {
    const auto& values = distribution.definition->values;
    if (!values.empty() && std::all_of(values.begin(), values.end(), known)) return &distribution;
  }
  return nullptr;
}

void fill_directions(Dict dict, const content::Page* text, const Context& context) {
  const auto& directions = context.profile.directions;
  if (directions.empty()) return;
  const auto* distribution = by_direction(context);
  if (distribution != nullptr && text != nullptr) {
    const bool shown = std::any_of(
        text->distributions.begin(), text->distributions.end(),
        [&](const content::FigureName& name) { return name.id == distribution->definition->id; });
    if (shown) return;
  }
  Dict section = dict.add("DIRECTIONS");
  section.link("ROSTER_HREF", paths::kRoster);
  const auto* row = distribution == nullptr
                        ? nullptr
                        : distribution->row(Scope::kRegion, context.model.region_code);
  if (row == nullptr || row->total.value_or(1) == 0) {
    Dict list = section.add("PLAIN_DIRECTIONS");
    for (const auto& direction : directions)
      list.add("DIRECTION").set("DIRECTION_TITLE", direction.title);
    return;
  }
  fill_shares(section, *distribution, row);
  Dict more = section.add("DISTRIBUTION_LINK");
  more.set("DISTRIBUTION_TITLE", distribution->definition->title);
  more.link("DISTRIBUTION_HREF", paths::distribution(distribution->definition->id));
}

}  // namespace

void add_system_pages(const Context& context, std::vector<Page>& pages) {
  const auto* text = context.content("system");
  Page page;
  page.path = paths::kSystem;
  page.template_name = "system.html";
  page.heading = text == nullptr ? "Региональная система сопровождения" : text->title;
  page.description =
      text == nullptr
          ? fmt::format(
                "Кто на каком уровне помогает педагогам {}: службы, территории, направления.",
                context.profile.name_genitive)
          : text->description;
  page.lead = page.description;
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)}};
  page.tabs = asset_tabs(context);
  page.nav = Nav::kAsset;
  page.fill = [&context, text](Dict dict) {
    fill_text(dict, text, paths::kSystem);
    fill_page_figures(dict, text, context);
    dict.set("AS_OF", context.model.as_of.in_words());
    fill_levels(dict, context);
    fill_territories(dict, context);
    const auto map =
        context.model.territories.empty() ? targets_map(context) : territory_map(context);
    if (!context.model.municipalities.empty()) fill_tile_map(dict.add("MAP"), context, map);
    fill_directions(dict, text, context);
  };
  pages.push_back(std::move(page));
}

}  // namespace metodaktiv::site
