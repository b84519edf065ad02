#include "import/review.h"

#include <fmt/format.h>

#include <map>
#include <string>

namespace metodaktiv::import {
namespace {

/// The key's parts as RowRemark::key joins them.
std::string joined_key(const config::FormDefinition& form) {
  std::string expression;
  for (const auto& column : form.key) {
    if (!expression.empty()) expression += " || ' · ' || ";
    expression += fmt::format("ifnull({}, '')", column);
  }
  return expression;
}

}  // namespace

void report_remarks(registry::Database& database, const std::vector<config::FormDefinition>& forms,
                    const std::vector<Source>& sources, const std::vector<RowRemark>& remarks,
                    FindingLog& log) {
  std::map<std::string, std::multimap<std::string, const RowRemark*>> by_table;
  for (const auto& remark : remarks) by_table[remark.table].emplace(remark.key, &remark);
  for (const auto& form : forms) {
    const auto of_table = by_table.find(form.table);
    if (of_table == by_table.end()) continue;
    auto query = database.prepare(
        fmt::format("SELECT _source, _row, {} FROM staging.{} WHERE _valid ORDER BY _source, _row",
                    joined_key(form), form.table),
        "проверка строк");
    while (query.next()) {
      const auto [first, last] = of_table->second.equal_range(query.text(2));
      for (auto it = first; it != last; ++it) {
        const auto& remark = *it->second;
        const auto& source = sources.at(static_cast<std::size_t>(query.integer(0)));
        Spot spot{query.integer(1)};
        for (std::size_t i = 0; i < form.columns.size(); ++i) {
          if (form.columns[i].key == remark.column) spot = spot_of(source, query.integer(1), i);
        }
        log.warning(source, spot, remark.value, {remark.code, remark.message, remark.remedy});
      }
    }
  }
}

}  // namespace metodaktiv::import
