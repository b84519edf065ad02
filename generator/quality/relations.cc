#include "quality/relations.h"

#include <fmt/format.h>

#include "config/ownership.h"
#include "quality/cell_remarks.h"

namespace metodaktiv::quality {
namespace {

using config::FormDefinition;

constexpr std::string_view kTables = R"sql(
DROP TABLE IF EXISTS temp.profile_keys;
DROP TABLE IF EXISTS temp.document_kinds;
DROP TABLE IF EXISTS temp.norms;
DROP TABLE IF EXISTS temp.criteria;
DROP TABLE IF EXISTS temp.methodist_names;
DROP TABLE IF EXISTS temp.valid_consents;
DROP TABLE IF EXISTS temp.cell_remarks;
CREATE TEMP TABLE profile_keys (list TEXT, key TEXT, title TEXT, PRIMARY KEY (list, key)) WITHOUT ROWID;
CREATE TEMP TABLE document_kinds (key TEXT PRIMARY KEY, title TEXT, regional INTEGER, required INTEGER);
CREATE TEMP TABLE norms (load_min INTEGER, load_max INTEGER);
CREATE TEMP TABLE criteria (key TEXT PRIMARY KEY, title TEXT, position INTEGER);
CREATE TEMP TABLE methodist_names AS
SELECT code, last_name || ' ' || first_name || ifnull(' ' || nullif(patronymic, ''), '') AS name
FROM main.methodists;
CREATE UNIQUE INDEX temp.methodist_names_code ON methodist_names (code);
CREATE UNIQUE INDEX IF NOT EXISTS temp.active_methodists_code ON active_methodists (code);
CREATE INDEX IF NOT EXISTS temp.methodist_criteria_methodist ON methodist_criteria (methodist);
CREATE INDEX IF NOT EXISTS temp.current_teachers_organization ON current_teachers (organization);
)sql";

// The gate's rule (data/publication.sql): a recorded withdrawal ends consent whatever its date,
// unless it was given anew later; rows of the field 'name' narrow the main consent. Rows without an
// address are for the region's site.
constexpr std::string_view kConsents = R"sql(
CREATE TEMP TABLE valid_consents AS
SELECT c.methodist, c.field
FROM main.consents AS c, temp.period AS p
WHERE c.site = '' AND c.given_on <= p.as_of AND (c.withdrawn_on IS NULL OR c.withdrawn_on < c.given_on)
  AND (c.expires_on IS NULL OR c.expires_on > p.as_of);
INSERT INTO temp.valid_consents
SELECT m.code, ''
FROM main.methodists AS m, temp.period AS p
WHERE m.consent_on <= p.as_of
  AND (m.consent_withdrawn_on IS NULL OR m.consent_withdrawn_on < m.consent_on)
  AND (m.code IN (SELECT methodist FROM temp.valid_consents WHERE field = 'name')
       OR m.code NOT IN (SELECT methodist FROM main.consents WHERE field = 'name'));
CREATE INDEX temp.valid_consents_key ON valid_consents (methodist, field);
)sql";

void add_keys(registry::Statement& insert, const std::string& list, const std::string& key,
              const std::string& title) {
  insert.bind(1, list).bind(2, key).bind(3, title);
  insert.run();
}

void fill_profile_keys(registry::Database& db, const config::RegionProfile& profile) {
  auto insert = db.prepare("INSERT OR IGNORE INTO temp.profile_keys VALUES (?, ?, ?)");
  for (const auto& level : profile.levels) add_keys(insert, "levels", level.key, level.title);
  for (const auto& kind : profile.document_kinds)
    add_keys(insert, "document_kinds", kind.key, kind.title);
  for (const auto& role : profile.roles) add_keys(insert, "roles", role.key, role.title);
  for (const auto& direction : profile.directions) {
    add_keys(insert, "directions", direction.key, direction.title);
  }
  for (const auto& direction : profile.standard.directions) {
    for (const auto& group : direction.groups) {
      for (const auto& function : group.functions) {
        add_keys(insert, "functions", function.number, function.title);
      }
    }
  }
}

void fill_profile_rules(registry::Database& db, const config::RegionProfile& profile) {
  auto kind_insert = db.prepare("INSERT OR IGNORE INTO temp.document_kinds VALUES (?, ?, ?, ?)");
  for (const auto& kind : profile.document_kinds) {
    kind_insert.bind(1, kind.key).bind(2, kind.title).bind(3, std::int64_t{kind.regional});
    kind_insert.bind(4, std::int64_t{kind.in_package});
    kind_insert.run();
  }
  auto norms = db.prepare("INSERT INTO temp.norms VALUES (?, ?)");
  norms.bind(1, std::int64_t{profile.norms.load_min}).bind(2, std::int64_t{profile.norms.load_max});
  norms.run();
  auto criterion_insert = db.prepare("INSERT OR IGNORE INTO temp.criteria VALUES (?, ?, ?)");
  std::int64_t position = 0;
  for (const auto& criterion : profile.criteria) {
    criterion_insert.bind(1, criterion.key).bind(2, criterion.title).bind(3, position++);
    criterion_insert.run();
  }
}

/// The municipality reached from the row `alias`, the table of path[step].
std::string municipality_at(const std::vector<config::OwnershipStep>& path, std::size_t step,
                            const std::string& alias) {
  const auto& column = path[step].column;
  if (step + 1 == path.size()) return fmt::format("{}.{}", alias, column);
  const auto& target = *path[step + 1].form;
  const auto inner = fmt::format("r{}", step);
  return fmt::format("(SELECT {} FROM main.{} AS {} WHERE {}.{} = {}.{})",
                     municipality_at(path, step + 1, inner), target.table, inner, inner,
                     target.key.front(), alias, column);
}

}  // namespace

std::string municipality_of(const std::vector<FormDefinition>& forms, const FormDefinition& form,
                            const std::string& alias) {
  const auto path = config::municipality_path(forms, form);
  return path.empty() ? "NULL" : municipality_at(path, 0, alias);
}

std::string key_of(const FormDefinition& form, const std::string& alias) {
  std::string expression;
  for (const auto& column : form.key) {
    if (!expression.empty()) expression += " || ' · ' || ";
    expression += fmt::format("ifnull({}.{}, '')", alias, column);
  }
  return expression;
}

void prepare_relations(registry::Database& registry, const config::RegionProfile& profile,
                       const std::vector<FormDefinition>& forms, base::SchoolYear year,
                       base::Date as_of) {
  registry.execute(kTables);
  registry.execute(kConsents);
  fill_profile_keys(registry, profile);
  fill_profile_rules(registry, profile);
  fill_cell_remarks(registry, forms, year, as_of);
}

}  // namespace metodaktiv::quality
