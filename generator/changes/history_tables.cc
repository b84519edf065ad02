#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "changes/history.h"
#include "registry/database.h"

namespace metodaktiv::changes {
namespace {

using registry::Database;
using registry::Value;

constexpr const char* kOrigin = "история изменений";
/// Columns of release_changes behind `release`, in the order of HistoryRow.
constexpr const char* kColumns =
    "kind, municipality, subject, methodist, former_methodist, organization, practice, indicator, "
    "scope, place, school_year, field, count, before, after";

Value text_or_null(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

Value text_or_null(const std::optional<std::string>& text) { return text ? Value{*text} : Value{}; }

std::optional<std::string> optional_text(const registry::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.text(column);
}

HistoryRow read_row(const registry::Statement& row) {
  HistoryRow r;
  int column = 1;
  for (auto* text :
       {&r.kind, &r.municipality, &r.subject, &r.methodist, &r.former_methodist, &r.organization,
        &r.practice, &r.indicator, &r.scope, &r.place, &r.school_year, &r.field}) {
    *text = row.text_or_empty(column++);
  }
  if (!row.is_null(column)) r.count = row.integer(column);
  r.before = optional_text(row, column + 1);
  r.after = optional_text(row, column + 2);
  return r;
}

void insert(Database& db, const History& history) {
  auto release_row = db.prepare("INSERT INTO temp.releases VALUES (?, ?)", kOrigin);
  auto row = db.prepare(fmt::format("INSERT INTO temp.release_changes (release, {}) "
                                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                    kColumns),
                        kOrigin);
  for (const auto& release : history) {
    release_row.bind(1, release.as_of.iso()).bind(2, release.former_as_of.iso());
    release_row.run();
    for (const auto& r : release.rows) {
      row.bind(1, release.as_of.iso()).bind(2, r.kind);
      int column = 3;
      for (const auto* text :
           {&r.municipality, &r.subject, &r.methodist, &r.former_methodist, &r.organization,
            &r.practice, &r.indicator, &r.scope, &r.place, &r.school_year, &r.field}) {
        row.bind(column++, text_or_null(*text));
      }
      row.bind(column, r.count ? Value{std::int64_t{*r.count}} : Value{});
      row.bind(column + 1, text_or_null(r.before)).bind(column + 2, text_or_null(r.after));
      row.run();
    }
  }
}

std::string municipality_of(const std::filesystem::path& publication) {
  Database db(publication, Database::Mode::kReadOnly);
  auto row = db.prepare("SELECT value FROM about WHERE key = 'municipality'", kOrigin);
  return row.next() ? row.text(0) : std::string();
}

}  // namespace

History read_history(const std::filesystem::path& publication) {
  Database db(publication, Database::Mode::kReadOnly);
  History history;
  auto release = db.prepare("SELECT as_of, former_as_of FROM releases ORDER BY as_of", kOrigin);
  while (release.next()) {
    const auto as_of = base::Date::parse_iso(release.text(0));
    const auto former = base::Date::parse_iso(release.text(1));
    if (as_of && former) history.push_back({*as_of, *former, {}});
  }
  auto row = db.prepare(
      fmt::format("SELECT release, {} FROM release_changes ORDER BY release", kColumns), kOrigin);
  while (row.next()) {
    const auto day = row.text(0);
    for (auto& entry : history) {
      if (entry.as_of.iso() == day) entry.rows.push_back(read_row(row));
    }
  }
  for (auto& entry : history) std::sort(entry.rows.begin(), entry.rows.end());
  return history;
}

void write_history(const std::filesystem::path& former, const std::filesystem::path& current,
                   const std::filesystem::path& script, const config::RegionProfile& profile) {
  auto changes = compare(read_publication_snapshot(former, profile),
                         read_publication_snapshot(current, profile), profile);
  // A municipality's publication knows others only as far as its assignments name them.
  if (const auto own = municipality_of(current); !own.empty())
    changes = of_municipality(std::move(changes), own);
  const auto history = continued(read_history(former), changes);
  if (history.empty()) return;

  Database db(current, Database::Mode::kReadWrite);
  db.execute(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;"
      "CREATE TEMP TABLE releases AS SELECT * FROM main.releases WHERE 0;"
      "CREATE TEMP TABLE release_changes AS SELECT * FROM main.release_changes WHERE 0;");
  {
    registry::Transaction transaction(db);
    insert(db, history);
    db.execute(base::read_file(script), script.string());
    transaction.commit();
  }
  if (db.scalar("SELECT count(*) FROM temp.releases") == 0) return;
  {
    registry::Transaction transaction(db);
    db.execute(
        "INSERT INTO main.releases SELECT * FROM temp.releases ORDER BY as_of;"
        "INSERT INTO main.release_changes SELECT * FROM temp.release_changes ORDER BY release, "
        "rowid;",
        kOrigin);
    transaction.commit();
  }
  db.execute("DROP TABLE temp.releases; DROP TABLE temp.release_changes; VACUUM");
}

}  // namespace metodaktiv::changes
