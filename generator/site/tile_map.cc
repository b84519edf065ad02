#include "site/tile_map.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/paths.h"

namespace metodaktiv::site {
namespace {

/// The first `count` characters of valid UTF-8.
std::string_view first_letters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool begins_letter = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins_letter && count-- == 0) break;
  }
  return text.substr(0, end);
}

void fill_tile(Dict tile, const Municipality& municipality, std::string_view label,
               const TileMark& mark) {
  tile.set("TILE_KEY", mark.key);
  tile.set("TILE_SHORT", label);
  tile.set("TILE_NAME", municipality.name);
  tile.link("TILE_HREF", mark.href);
  tile.put("TILE_SIGN", mark.sign);
  tile.put("TILE_VALUE", mark.value);
  tile.set("TILE_WORDS", mark.words.empty() ? municipality.name
                                            : fmt::format("{}: {}", municipality.name, mark.words));
}

void fill_row(Dict dict, std::string_view title,
              const std::vector<std::pair<const Municipality*, const TileMark*>>& tiles) {
  if (tiles.empty()) return;
  Dict row = dict.add("TILE_ROW");
  row.put("TILE_ROW_TITLE", title);
  for (const auto& [municipality, mark] : tiles)
    fill_tile(row.add("LOOSE_TILE"), *municipality, short_name(municipality->name), *mark);
}

}  // namespace

std::string short_name(std::string_view name) {
  const auto digit = name.find_first_of("0123456789");
  if (digit != std::string_view::npos) {
    const auto end = name.find_first_not_of("0123456789", digit);
    return fmt::format("{}{}", first_letters(name, 1), name.substr(digit, end - digit));
  }
  for (const char separator : {'-', ' '}) {
    const auto at = name.find(separator);
    if (at == std::string_view::npos) continue;
    return fmt::format("{}-{}", first_letters(name, 1),
                       base::capitalized(first_letters(name.substr(at + 1), 1)));
  }
  return std::string(first_letters(name, config::kLongestMapLabel));
}

void fill_tile_map(Dict dict, const Context& context, const TileMap& map) {
  const auto& model = context.model;
  if (model.municipalities.empty()) return;
  Dict part = dict.include("TILE_MAP", "tile_map.html");
  part.set("MAP_TITLE", map.title);
  const auto& places = context.profile.map;
  std::vector<std::pair<const Municipality*, const TileMark*>> rest;
  if (!places.empty()) {
    // In the order of the map, so that the keyboard goes over it as the eye does.
    std::vector<std::pair<const config::MapTile*, std::size_t>> placed;
    for (std::size_t i = 0; i < model.municipalities.size(); ++i) {
      const auto* tile = places.tile(model.municipalities[i].code);
      if (tile == nullptr) {
        rest.emplace_back(&model.municipalities[i], &map.marks[i]);
      } else {
        placed.emplace_back(tile, i);
      }
    }
    std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first->row, a.first->column) < std::pair(b.first->row, b.first->column);
    });
    if (!placed.empty()) {
      Dict grid = part.add("TILE_GRID");
      for (const auto& [tile, i] : placed) {
        Dict entry = grid.add("PLACED_TILE");
        entry.set("TILE_ROW_NUMBER", std::to_string(tile->row));
        entry.set("TILE_COLUMN_NUMBER", std::to_string(tile->column));
        fill_tile(entry, model.municipalities[i], tile->label, map.marks[i]);
      }
    }
    fill_row(part, placed.empty() ? "" : "Без места на карте", rest);
  } else {
    const auto add_group = [&](std::string_view title, const Territory* territory) {
      std::vector<std::pair<const Municipality*, const TileMark*>> members;
      for (std::size_t i = 0; i < model.municipalities.size(); ++i) {
        if (model.municipalities[i].territory == territory)
          members.emplace_back(&model.municipalities[i], &map.marks[i]);
      }
      fill_row(part, title, members);
    };
    for (const auto& territory : model.territories) add_group(territory.name, &territory);
    add_group(model.territories.empty() ? "" : "Без территории", nullptr);
  }
  if (!map.legend.empty()) {
    Dict legend = part.add("TILE_LEGEND");
    for (const auto& line : map.legend) {
      Dict entry = legend.add("LEGEND_ITEM");
      entry.set("LEGEND_KEY", line.key);
      entry.put("LEGEND_SIGN", line.sign);
      entry.set("LEGEND_TEXT", line.text);
      entry.set("LEGEND_COUNT", std::to_string(line.count));
    }
  }
  part.put("MAP_NOTE", map.note);
}

}  // namespace metodaktiv::site
