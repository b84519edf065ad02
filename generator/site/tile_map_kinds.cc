#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "site/axis.h"
#include "site/figure.h"
#include "site/paths.h"
#include "site/tile_map.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kHiddenSign = "×", kNoneSign = "–";
constexpr std::size_t kSteps = 5;

/// Counts the tiles of each look and drops looks that no tile has.
void count_tiles(TileMap& map) {
  for (auto& line : map.legend) {
    line.count = static_cast<std::size_t>(
        std::count_if(map.marks.begin(), map.marks.end(),
                      [&](const TileMark& mark) { return mark.key == line.key; }));
  }
  std::erase_if(map.legend, [](const TileLegend& line) { return line.count == 0; });
}

TileMark mark_without_value(const Figure* figure) {
  TileMark mark;
  const bool hidden = figure != nullptr && figure->status == Status::kSuppressed;
  mark.key = hidden ? "hidden" : "none";
  mark.sign = hidden ? kHiddenSign : kNoneSign;
  mark.value = hidden ? "скрыто" : "н/д";
  mark.words = hidden ? "скрыто" : "нет данных";
  return mark;
}

/// Steps are spread over the looks "1" to "5", so that three steps don't look like the lowest ones.
std::string key_of_step(std::size_t step, std::size_t steps) {
  if (steps <= 1) return "3";
  return std::to_string(1 + step * (kSteps - 1) / (steps - 1));
}

void add_ranges(TileMap& map, const std::vector<Range>& ranges, config::Unit unit) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const auto key = key_of_step(i, ranges.size());
    map.legend.push_back({key, std::to_string(i + 1), shown_range(ranges[i], unit), 0});
  }
}

void add_silent(TileMap& map) {
  map.legend.push_back({"hidden", std::string(kHiddenSign), "значение скрыто", 0});
  map.legend.push_back({"none", std::string(kNoneSign), "нет данных", 0});
}

}  // namespace

TileMap indicator_map(const Context& context, const config::IndicatorDefinition& definition,
                      const std::vector<const Figure*>& figures) {
  const auto& model = context.model;
  TileMap map;
  map.title = fmt::format("{}: муниципалитеты на карте, {} учебный год", definition.title,
                          model.school_year);
  const bool presence = definition.unit == config::Unit::kPresence;
  std::vector<double> values;
  std::map<std::string_view, std::size_t> places;
  for (const auto& entry : ranked(figures)) {
    if (const auto value = entry.figure->value()) values.push_back(*value);
    places.emplace(entry.figure->code, entry.place);
  }
  const auto ranges = ranges_for(values, definition.unit, kSteps);
  for (const auto& municipality : model.municipalities) {
    const auto* figure =
        model.figure(definition.id, model.school_year, Scope::kMunicipality, municipality.code);
    auto mark = mark_without_value(figure);
    if (const auto value = figure == nullptr ? std::nullopt : figure->value()) {
      mark.value = figure->shown();
      mark.words = mark.value;
      if (presence) {
        mark.key = *value > 0 ? "yes" : "no";
        mark.sign = *value > 0 ? "+" : "−";
      } else {
        const auto step = range_of(ranges, *value);
        mark.key = key_of_step(step, ranges.size());
        mark.sign = std::to_string(step + 1);
        if (figure->status != Status::kInfo)
          mark.words += fmt::format(", {}", status_title(figure->status));
        mark.words += fmt::format(", место {}", places[municipality.code]);
      }
    }
    mark.href = figure == nullptr ? paths::municipality(municipality.code, "indicators")
                                  : paths::indicator_row(definition.id, municipality.code);
    map.marks.push_back(std::move(mark));
  }
  if (presence) {
    map.legend.push_back({"yes", "+", "есть", 0});
    map.legend.push_back({"no", "−", "нет", 0});
  } else {
    add_ranges(map, ranges, definition.unit);
    if (ranges.size() > 1 && definition.unit != config::Unit::kCount)
      map.note = "Значение на границе относится к следующей ступени.";
  }
  add_silent(map);
  count_tiles(map);
  return map;
}

TileMap targets_map(const Context& context) {
  const auto& model = context.model;
  TileMap map;
  map.title = fmt::format("Муниципалитеты на карте: сколько целей достигнуто, {} учебный год",
                          model.school_year);
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < kSteps; ++i) {
    constexpr double kStep = 100.0 / kSteps;
    ranges.push_back({kStep * static_cast<double>(i), kStep * static_cast<double>(i + 1)});
  }
  bool any = false;
  for (const auto& municipality : model.municipalities) {
    TargetCount targets;
    for (const auto& definition : context.profile.indicators) {
      const auto* figure =
          model.figure(definition.id, model.school_year, Scope::kMunicipality, municipality.code);
      if (figure == nullptr) continue;
      const auto one = count_targets({figure});
      targets.met += one.met;
      targets.measured += one.measured;
    }
    auto mark = mark_without_value(nullptr);
    if (targets.measured > 0) {
      any = true;
      const auto step = range_of(
          ranges, 100.0 * static_cast<double>(targets.met) / static_cast<double>(targets.measured));
      mark.key = key_of_step(step, kSteps);
      mark.sign = std::to_string(step + 1);
      mark.value = fmt::format("{} из {}", targets.met, targets.measured);
      mark.words = "целей достигнуто " + mark.value;
    }
    mark.href = paths::municipality(municipality.code);
    map.marks.push_back(std::move(mark));
  }
  if (!any) {
    map.title = "Плитки муниципалитетов";
    for (auto& mark : map.marks) mark = {"plain", "", "", "", std::move(mark.href)};
    return map;
  }
  add_ranges(map, ranges, config::Unit::kPercent);
  add_silent(map);
  map.legend.back().text = "сравнить с целями нечего";
  count_tiles(map);
  map.note = "Доля достигнутых целей — среди показателей, у которых есть и цель, и значение.";
  return map;
}

TileMap territory_map(const Context& context) {
  const auto& model = context.model;
  TileMap map;
  map.title = "Плитки муниципалитетов";
  for (const auto& municipality : model.municipalities) {
    TileMark mark;
    if (municipality.territory != nullptr) {
      const auto number =
          static_cast<std::size_t>(municipality.territory - model.territories.data());
      mark.key = std::to_string(1 + number % kSteps);
      mark.sign = std::to_string(number + 1);
      mark.words = municipality.territory->name;
    }
    mark.href = paths::municipality(municipality.code);
    map.marks.push_back(std::move(mark));
  }
  for (std::size_t i = 0; i < model.territories.size(); ++i) {
    const auto members =
        std::count_if(model.municipalities.begin(), model.municipalities.end(),
                      [&](const Municipality& m) { return m.territory == &model.territories[i]; });
    map.legend.push_back({std::to_string(1 + i % kSteps), std::to_string(i + 1),
                          model.territories[i].name, static_cast<std::size_t>(members)});
  }
  return map;
}

}  // namespace metodaktiv::site
