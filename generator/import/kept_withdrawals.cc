#include "import/kept_withdrawals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/date.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

struct ConsentTable {
  std::string_view table, given, withdrawn;
};
constexpr std::array<ConsentTable, 2> kTables = {
    {{"methodists", "consent_on", "consent_withdrawn_on"},
     {"consents", "given_on", "withdrawn_on"}}};

bool names(const Source& source, std::string_view column) {
  return std::any_of(source.columns.begin(), source.columns.end(),
                     [&](const auto* c) { return c->key == column; });
}

std::string dotted(const std::string& iso) {
  const auto date = base::Date::parse_iso(iso);
  return date ? date->dotted() : iso;
}

void keep(registry::Database& database, const ConsentTable& table, const Source& source,
          std::int64_t index, FindingLog& log) {
  const auto& form = *source.form;
  // A column that the file does not have keeps the registry's value.
  const auto given = names(source, table.given) ? fmt::format("s.{}", table.given)
                                                : fmt::format("r.{}", table.given);
  const auto condition = fmt::format(
      "s._source = {0} AND s._valid AND r.{1} IS NOT NULL AND (r.{2} IS NULL OR r.{1} >= r.{2}) "
      "AND (s.{1} IS NULL OR s.{1} < {3}) AND ({3} IS NULL OR {3} <= r.{1})",
      index, table.withdrawn, table.given, given);
  auto query = database.prepare(
      fmt::format("SELECT s._row, r.{0} FROM staging.{1} s JOIN main.{1} r ON {2} WHERE {3} "
                  "ORDER BY s.rowid",
                  table.withdrawn, form.table, same_key(form, "r.", "s."), condition),
      "проверка отзывов");
  const auto column = static_cast<std::size_t>(form.column(table.withdrawn) - form.columns.data());
  bool found = false;
  while (query.next()) {
    found = true;
    log.warning(
        source, spot_of(source, query.integer(0), column), {},
        {"withdrawal_kept",
         fmt::format("В реестре записан отзыв согласия от {}, а в файле его нет: отзыв остаётся "
                     "в силе.",
                     dotted(query.text(1))),
         "Если согласие дано заново, укажите день нового согласия — позже дня отзыва. Если отзыв "
         "записан по ошибке, отмените запись командой journal --undo."});
  }
  if (!found) return;
  database.execute(
      fmt::format("UPDATE staging.{1} AS s SET {0} = r.{0} FROM main.{1} AS r WHERE {2} AND {3}",
                  table.withdrawn, form.table, same_key(form, "r.", "s."), condition),
      "проверка отзывов");
}

}  // namespace

void keep_withdrawals(registry::Database& database, const std::vector<Source>& sources,
                      FindingLog& log) {
  for (const auto& table : kTables) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const auto& source = sources[i];
      if (source.form == nullptr || source.form->table != table.table || source.header_row == 0 ||
          !names(source, table.withdrawn))
        continue;
      keep(database, table, source, static_cast<std::int64_t>(i), log);
    }
  }
}

}  // namespace metodaktiv::import
