#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace metodaktiv::config {

/// A municipality's place on the tile map; rows and columns count from 1.
struct MapTile {
  std::string municipality;
  std::string label;  ///< at most kLongestMapLabel characters
  int row = 0;
  int column = 0;
  int line = 0;  ///< of map.toml, for messages
};

inline constexpr std::size_t kLongestMapLabel = 4;
inline constexpr int kLargestMapSide = 16;

/// map.toml: where municipalities stand on a map of equal tiles. Empty when the region has none.
struct RegionMap {
  std::vector<MapTile> tiles;  ///< row by row

  [[nodiscard]] bool empty() const { return tiles.empty(); }
  /// nullptr when the municipality has no place.
  [[nodiscard]] const MapTile* tile(std::string_view municipality) const;
};

/// Reads map.toml (docs/indicators.md, "The tile map"); an absent file gives an empty map. What is
/// wrong goes to `findings`, each with file and line: labels that are unknown, too long or
/// repeated, municipalities named twice or placed nowhere.
RegionMap read_region_map(const std::filesystem::path& file, base::Findings& findings);

}  // namespace metodaktiv::config
