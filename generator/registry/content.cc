#include "registry/content.h"

#include <fmt/format.h>

#include "base/text.h"
#include "registry/registry.h"

namespace metodaktiv::registry {
namespace {

constexpr std::size_t kBatch = 1 << 16;

void append(std::string& out, const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    out += fmt::format("i{};", *whole);
  } else if (const auto* real = std::get_if<double>(&value)) {
    out += fmt::format("r{};", *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    out += fmt::format("t{}:", text->size());
    out += *text;
  } else {
    out += "n;";
  }
}

/// Ordering columns: the primary key where there is one, else all columns.
std::string order_columns(Database& registry, const std::string& table) {
  std::vector<std::string> key;
  auto query = registry.prepare("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk");
  query.bind(1, table);
  while (query.next()) key.push_back(query.text(0));
  return base::join(key.empty() ? column_names(registry, table) : key, ", ");
}

}  // namespace

void feed_content(Database& registry, const std::function<void(std::string_view)>& consume) {
  std::string batch;
  for (const auto& table : table_names(registry)) {
    batch += fmt::format("table {}\n", table);
    auto rows = registry.prepare(fmt::format("SELECT {} FROM {} ORDER BY {}",
                                             base::join(column_names(registry, table), ", "), table,
                                             order_columns(registry, table)));
    while (rows.next()) {
      for (int c = 0; c < rows.columns(); ++c) append(batch, rows.value(c));
      batch += '\n';
      if (batch.size() >= kBatch) {
        consume(batch);
        batch.clear();
      }
    }
  }
  consume(batch);
}

}  // namespace metodaktiv::registry
