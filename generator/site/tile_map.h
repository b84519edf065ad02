#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/region_map.h"
#include "site/dict.h"
#include "site/place.h"
#include "site/views.h"

namespace metodaktiv::site {

/// What a tile shows besides the name.
struct TileMark {
  /// Of its look: "1" to "5", "yes", "no", "hidden", "none" (no data), "plain".
  std::string key = "plain";
  std::string sign;   ///< one or two characters that say the same without colour; may be empty
  std::string value;  ///< «75,3 %»; may be empty
  std::string words;  ///< for the tooltip, after the name: «75,3 %, место 3»; may be empty
  std::string href;   ///< path of the site
};

/// A line of the legend.
struct TileLegend {
  std::string key, sign, text;
  std::size_t count = 0;
};

struct TileMap {
  std::string title;            ///< for those who hear the page
  std::vector<TileMark> marks;  ///< one per municipality of the model, in its order
  std::vector<TileLegend> legend;
  std::string note;  ///< below the legend; may be empty
};

/// The municipalities as equal tiles: tile_map.html, included at TILE_MAP. Places come from the
/// region's map.toml; who has none there stands in a row of its own; without a map the tiles stand
/// by territory.
void fill_tile_map(Dict dict, const Context& context, const TileMap& map);

/// Municipalities by an indicator's value of the current year, in up to five steps. Tiles lead to
/// the rows of the indicator's ranking.
TileMap indicator_map(const Context& context, const config::IndicatorDefinition& definition,
                      const std::vector<const Figure*>& figures);

/// Municipalities by the share of their targets that they reach; tiles lead to their sections.
TileMap targets_map(const Context& context);

/// Municipalities by territory, numbered in the order of the list; tiles lead to their sections.
TileMap territory_map(const Context& context);

/// A name for a tile that map.toml does not have: «Клин», «С-П», «М12».
std::string short_name(std::string_view name);

}  // namespace metodaktiv::site
