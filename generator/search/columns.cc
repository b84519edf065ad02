#include "search/columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"

namespace metodaktiv::search {
namespace {

/// Numbers for things in the order in which they are first asked for.
template <typename Key>
class Numbers {
 public:
  /// True when the key is new.
  bool add(const Key& key, std::uint32_t& number) {
    const auto [found, fresh] =
        numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size()));
    number = found->second;
    return fresh;
  }

 private:
  std::map<Key, std::uint32_t> numbers_;
};

Column column_of(std::string key, std::vector<FacetValue> values, const Collection& collection,
                 std::vector<std::string> (*values_of)(const Document&, const Column&)) {
  Column column;
  column.key = std::move(key);
  column.values = std::move(values);
  std::map<std::string_view, std::uint32_t> known;
  for (std::uint32_t i = 0; i < column.values.size(); ++i) known.emplace(column.values[i].value, i);

  Numbers<std::vector<std::uint32_t>> sets;
  for (const auto& document : collection.documents) {
    std::vector<std::uint32_t> set;
    for (const auto& value : values_of(document, column)) {
      const auto found = known.find(value);
      if (found == known.end()) {
        throw base::Failure(fmt::format(
            "Поисковый указатель: у страницы {} значение «{}» в поле {}, которого нет в списке. "
            "Это ошибка программы; сообщите о ней разработчику.",
            document.url, value, column.key));
      }
      set.push_back(found->second);
    }
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    std::uint32_t number = 0;
    if (sets.add(set, number)) column.sets.push_back(std::move(set));
    column.documents.push_back(number);
  }
  return column;
}

}  // namespace

std::vector<Column> columns_of(const Collection& collection) {
  std::vector<Column> columns;
  std::vector<FacetValue> kinds;
  for (const auto& kind : collection.kinds) kinds.push_back({kind.key, kind.many});
  columns.push_back(
      column_of("kind", std::move(kinds), collection, [](const Document& document, const Column&) {
        return std::vector<std::string>{document.kind};
      }));
  for (const auto& facet : collection.facets) {
    columns.push_back(column_of(
        facet.key, facet.values, collection, [](const Document& document, const Column& column) {
          const auto found = document.facets.find(column.key);
          return found == document.facets.end() ? std::vector<std::string>{} : found->second;
        }));
  }
  return columns;
}

}  // namespace metodaktiv::search
