#include "config/region_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <tuple>

#include "base/disk.h"
#include "base/text.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

constexpr std::string_view kEmptyCell = ".";

/// A label of [places]: the municipality, and where the label was found in the rows.
struct Named {
  std::string municipality;
  int line = 0;
  bool placed = false;
};
using Names = std::map<std::string, Named, std::less<>>;

class MapReader {
 public:
  MapReader(std::string file, base::Findings& findings)
      : file_(std::move(file)), findings_(findings) {}

  RegionMap read(const toml::table& table) {
    for (const auto& [key, node] : table) {
      if (key != "rows" && key != "places") {
        error(line_of(node), std::string(key.str()), "Такого ключа в карте нет.",
              "В map.toml пишут rows и раздел [places].");
      }
    }
    read_places(table);
    read_rows(table);
    for (const auto& [label, named] : names_) {
      if (named.placed) continue;
      error(named.line, label,
            fmt::format("Муниципалитет «{}» назван в [places], а на карте его нет.",
                        named.municipality),
            "Поставьте это сокращение в одну из строк rows или уберите его.");
    }
    return std::move(map_);
  }

 private:
  static int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

  void error(int line, std::string value, std::string message, std::string remedy) {
    findings_.add({base::Severity::kError,
                   "profile",
                   {file_, {}, line, {}},
                   std::move(value),
                   std::move(message),
                   std::move(remedy)});
  }

  void read_places(const toml::table& table) {
    const auto* places = table["places"].as_table();
    if (places == nullptr) {
      error(1, {}, "Нет раздела [places]: сокращений и кодов муниципалитетов.",
            "Добавьте раздел: [places], под ним строки \"Клин\" = \"klin\".");
      return;
    }
    // In the order of the file: of two municipalities the later one is the mistake.
    std::vector<std::tuple<int, std::string, const toml::node*>> lines;
    for (const auto& [key, node] : *places)
      lines.emplace_back(line_of(node), std::string(key.str()), &node);
    std::sort(lines.begin(), lines.end());
    std::map<std::string, std::string> labels;
    for (const auto& [line, label, node] : lines) {
      const auto code = node->value_exact<std::string>();
      if (!code || code->empty()) {
        error(line, label, "У сокращения нет кода муниципалитета.",
              "Пишите код в кавычках: \"Клин\" = \"klin\".");
        continue;
      }
      const bool one_word = label.find_first_of(" \t") == std::string::npos;
      if (label.empty() || label == kEmptyCell || !one_word ||
          base::length_utf8(label) > kLongestMapLabel) {
        error(line, label,
              fmt::format("Сокращение не подходит: нужно одно слово не длиннее {} букв.",
                          kLongestMapLabel),
              "Сократите: «Клин», «С-П», «Руза».");
      }
      if (const auto [other, added] = labels.emplace(*code, label); !added) {
        error(
            line, *code,
            fmt::format("У муниципалитета два места на карте: «{}» и «{}».", other->second, label),
            "Оставьте одно.");
        continue;
      }
      names_[label] = {*code, line, false};
    }
  }

  void read_rows(const toml::table& table) {
    const auto* rows = table["rows"].as_array();
    if (rows == nullptr || rows->empty()) {
      error(1, {}, "Нет строк карты rows.",
            "Перечислите ряды сверху вниз: rows = [\"Лот Клин .\", \". Руза .\"].");
      return;
    }
    int number = 0;
    for (const auto& node : *rows) {
      const auto text = node.value_exact<std::string>();
      if (!text) {
        error(line_of(node), {}, "Ряд карты должен быть текстом.", "Возьмите его в кавычки.");
        continue;
      }
      read_row(*text, ++number, line_of(node));
    }
    if (number > kLargestMapSide) too_large(line_of(*rows), "рядов");
  }

  void read_row(const std::string& text, int row, int line) {
    std::istringstream cells(text);
    std::string label;
    int column = 0;
    while (cells >> label) {
      ++column;
      if (label == kEmptyCell) continue;
      const auto found = names_.find(label);
      if (found == names_.end()) {
        error(line, label, "Сокращения на карте нет в разделе [places].",
              fmt::format("Добавьте строку \"{}\" = \"код муниципалитета\" или поставьте точку.",
                          label));
        continue;
      }
      if (found->second.placed) {
        error(line, label, "Сокращение стоит на карте дважды.",
              "Оставьте одно место, на другое поставьте точку.");
        continue;
      }
      found->second.placed = true;
      map_.tiles.push_back({found->second.municipality, label, row, column, found->second.line});
    }
    if (column > kLargestMapSide) too_large(line, "столбцов");
  }

  void too_large(int line, std::string_view what) {
    error(line, {}, fmt::format("На карте больше {} {}.", kLargestMapSide, what),
          "Сдвиньте плитки теснее: на телефоне такая карта не поместится.");
  }

  std::string file_;
  base::Findings& findings_;
  Names names_;
  RegionMap map_;
};

}  // namespace

const MapTile* RegionMap::tile(std::string_view municipality) const {
  const auto found = std::find_if(tiles.begin(), tiles.end(), [&](const MapTile& entry) {
    return entry.municipality == municipality;
  });
  return found == tiles.end() ? nullptr : &*found;
}

RegionMap read_region_map(const std::filesystem::path& file, base::Findings& findings) {
  if (!base::stands(file)) return {};
  base::Findings syntax;
  const auto table = parse_toml(file, syntax);
  const bool readable = syntax.empty();
  findings.append(syntax);
  if (!readable) return {};
  return MapReader(file.string(), findings).read(table);
}

}  // namespace metodaktiv::config
