#include "publication/publication.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "publication/disclosed.h"
#include "publication/published.h"
#include "publication/site_key.h"
#include "publication/withheld_names.h"
#include "registry/database.h"
#include "registry/table_writer.h"

namespace metodaktiv::publication {
namespace {

using registry::Database;
using registry::TableWriter;
using registry::Value;

Value whole_or_null(const std::optional<long long>& value) {
  if (!value) return {};
  return std::int64_t{*value};
}

Value real_or_null(const std::optional<double>& value) {
  if (!value) return {};
  return *value;
}

void run_allow_list(Database& db, const PublicationInput& input) {
  db.attach_read_only(input.registry_file, "registry");
  db.execute("PRAGMA temp_store = MEMORY; CREATE TEMP TABLE build (as_of TEXT, school_year TEXT)");
  auto insert = db.prepare("INSERT INTO temp.build VALUES (?, ?)");
  insert.bind(1, input.as_of.iso()).bind(2, base::SchoolYear::of(input.as_of).text());
  insert.run();
  registry::Transaction transaction(db);
  const ConsentSites sites(input.site_url, input.region_url);
  write_addresses(db, sites);
  write_names(db, sites, input.as_of);
  db.execute(base::read_file(input.allow_list), input.allow_list.string());
  transaction.commit();
}

void write_figures(Database& db, const std::vector<indicators::Figure>& figures) {
  TableWriter table(db, "indicator_values",
                    {"indicator", "scope", "code", "name", "school_year", "numerator",
                     "denominator", "value", "unit", "target", "status"});
  for (const auto& f : figures) {
    const auto value = f.machine_value();
    table.row({f.indicator, std::string(indicators::scope_key(f.scope)), f.code, f.name,
               f.school_year, real_or_null(f.numerator), real_or_null(f.denominator),
               value.empty() ? Value{} : Value{value}, std::string(config::unit_key(f.unit)),
               real_or_null(f.target), std::string(indicators::status_key(f.status))});
  }
}

void write_form1(Database& db, const std::vector<indicators::Form1>& forms) {
  TableWriter table(db, "form1",
                    {"scope", "code", "position", "subject", "teachers", "recommended_min",
                     "recommended_max", "actual"});
  for (const auto& form : forms) {
    std::int64_t position = 0;
    const auto write = [&](const indicators::Form1Row& row) {
      table.row({std::string(indicators::scope_key(form.scope)), form.code, ++position, row.subject,
                 whole_or_null(row.teachers), whole_or_null(row.recommended_min),
                 whole_or_null(row.recommended_max), std::int64_t{row.actual}});
    };
    for (const auto& row : form.rows) write(row);
    write(form.total);
  }
}

void write_distributions(Database& db, const std::vector<indicators::Distribution>& distributions) {
  TableWriter table(db, "distribution_values",
                    {"distribution", "scope", "code", "position", "key", "count", "total"});
  for (const auto& distribution : distributions) {
    const auto& definition = *distribution.definition;
    for (const auto& row : distribution.rows) {
      for (std::size_t i = 0; i < row.counts.size(); ++i) {
        table.row({definition.id, std::string(indicators::scope_key(row.scope)), row.code,
                   static_cast<std::int64_t>(i + 1), definition.values[i].key,
                   whole_or_null(row.counts[i]), whole_or_null(row.total)});
      }
    }
  }
}

void write_about(Database& db, const PublicationInput& input) {
  TableWriter table(db, "about", {"key", "value"});
  table.row({std::string("as_of"), input.as_of.iso()});
  table.row({std::string("disclosure_k"), std::to_string(input.profile.disclosure_k)});
  table.row({std::string("program_version"), input.program_version});
  table.row({std::string("region"), input.profile.code});
  table.row({std::string("school_year"), input.results.current_year()});
  table.row({std::string("site"), ConsentSites(input.site_url, input.region_url).region()});
  table.row({std::string("years"), base::join(input.results.years(), "|")});
}

}  // namespace

std::size_t write_publication(const PublicationInput& input, const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) {
    throw base::Failure(
        fmt::format("Файл «{}» уже есть: база публикации пишется только заново.", file.string()));
  }
  Database db(file, Database::Mode::kCreate);
  db.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
  run_allow_list(db, input);
  const auto disclosed =
      disclose(input.results, input.profile, input.form1, input.distributions,
               input.former.empty() ? FormerFigures() : FormerFigures(input.former));
  {
    registry::Transaction transaction(db);
    write_figures(db, disclosed.figures);
    write_form1(db, disclosed.form1);
    write_distributions(db, disclosed.distributions);
    write_about(db, input);
    transaction.commit();
  }
  db.execute("DETACH registry");
  db.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; VACUUM;",
                         kPublicationId, kPublicationLayout));
  return disclosed.given_away;
}

}  // namespace metodaktiv::publication
