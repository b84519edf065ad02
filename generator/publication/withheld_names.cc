#include "publication/withheld_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "publication/named_person.h"
#include "publication/site_key.h"
#include "registry/table_writer.h"

namespace metodaktiv::publication {
namespace {

using registry::Database;
using registry::TableWriter;
using registry::Value;

constexpr std::string_view kElsewhere;  // any site that no consent names

/// Sites for which a field has a consent in force.
using Sites = std::set<std::string, std::less<>>;

struct Person {
  NamedPerson name;
  bool withdrawn = false;
  std::map<std::string, Sites, std::less<>> fields;  ///< those with rows in consents
};

/// Columns that name people, with the consent that stands beside each.
struct NameColumn {
  std::string_view field, query;
  bool authors;
};
constexpr std::array<NameColumn, 3> kColumns = {
    {{"municipalities.ums_head",
      "SELECT code, code, ums_head FROM registry.municipalities "
      "WHERE ums_head_consent = 1 AND ums_head IS NOT NULL ORDER BY code",
      false},
     {"associations.head",
      "SELECT code, municipality, head FROM registry.associations "
      "WHERE head_consent = 1 AND head IS NOT NULL ORDER BY code",
      false},
     {"practices.authors",
      "SELECT slug, municipality, authors FROM registry.practices "
      "WHERE authors_consent = 1 AND authors IS NOT NULL AND status = 'published' ORDER BY slug",
      true}}};

/// Those whom a column may have to leave out.
class People {
 public:
  void add(const std::string& municipality, Person person) {
    const auto surname = person.name.surname();
    everybody_.emplace(surname, std::pair(municipality, std::move(person)));
  }

  /// Who may be meant by a text of this municipality: its own people, by initials too; others by
  /// their full name, as people move and write for neighbours.
  [[nodiscard]] std::vector<const Person*> in(const std::string& text,
                                              const std::string& municipality) const {
    std::vector<const Person*> found;
    for (const auto& word : release::words_of(text)) {
      const auto [first, last] = everybody_.equal_range(word.stem);
      for (auto at = first; at != last; ++at) {
        const auto& [home, person] = at->second;
        const auto places = person.name.find(text);
        const bool named = std::any_of(places.begin(), places.end(), [&](const auto& place) {
          return place.in_full || home == municipality;
        });
        if (named && std::find(found.begin(), found.end(), &person) == found.end())
          found.push_back(&person);
      }
    }
    return found;
  }

 private:
  std::unordered_multimap<std::uint64_t, std::pair<std::string, Person>> everybody_;  // by surname
};

/// Consents of one person for the name or the authorship: methodist → field → sites.
using Rows = std::map<std::string, std::map<std::string, Sites, std::less<>>, std::less<>>;

Rows read_rows(Database& db, const ConsentSites& sites, base::Date as_of) {
  Rows rows;
  auto query = db.prepare(
      "SELECT methodist, field, site, given_on <= ?1 AND (expires_on IS NULL OR expires_on > ?1) "
      "AND (withdrawn_on IS NULL OR withdrawn_on < given_on) FROM registry.consents "
      "WHERE field IN ('name', 'authorship')");
  query.bind(1, as_of.iso());
  while (query.next()) {
    auto& in_force = rows[query.text(0)][query.text(1)];
    if (query.integer(3) != 0) in_force.insert(sites.key(query.text(2)));
  }
  return rows;
}

People read_people(Database& db, Rows rows) {
  People people;
  auto query = db.prepare(
      "SELECT code, municipality, last_name, first_name, patronymic, consent_withdrawn_on IS NOT "
      "NULL AND (consent_on IS NULL OR consent_withdrawn_on >= consent_on) "
      "FROM registry.methodists ORDER BY code");
  while (query.next()) {
    const auto own = rows.find(query.text(0));
    const bool withdrawn = query.integer(5) != 0;
    if (!withdrawn && own == rows.end()) continue;
    Person person{NamedPerson(query.text(2), query.text(3), query.text_or_empty(4)), withdrawn, {}};
    if (own != rows.end()) person.fields = std::move(own->second);
    people.add(query.text(1), std::move(person));
  }
  return people;
}

bool is_refused(const Person& person, std::string_view field, std::string_view site) {
  const auto rows = person.fields.find(field);
  return rows != person.fields.end() && !rows->second.contains(site);
}

bool is_refused_here(const Person& person, std::string_view field, const ConsentSites& sites) {
  const auto rows = person.fields.find(field);
  if (rows == person.fields.end()) return false;
  for (const auto& site : rows->second) {
    if (sites.is_here(site)) return false;
  }
  return true;
}

Value text_or_null(const std::string& text) {
  if (text.empty()) return {};
  return text;
}

class NameWriter {
 public:
  NameWriter(Database& db, const ConsentSites& sites)
      : sites_(sites),
        here_(db, "names_here", {"field", "key", "value"}),
        on_(db, "names_on", {"field", "key", "site", "value"}) {}

  void write(const NameColumn& column, const std::string& key, const std::string& text,
             const std::vector<const Person*>& people) {
    std::vector<const NamedPerson*> refused;
    for (const auto* person : people) {
      if (person->withdrawn || is_refused_here(*person, "name", sites_) ||
          (column.authors && is_refused_here(*person, "authorship", sites_)))
        refused.push_back(&person->name);
    }
    const auto here = without_people(text, refused);
    if (here != text) here_.row({std::string(column.field), key, text_or_null(here)});
    write_elsewhere(column, key, here, people);
  }

 private:
  void write_elsewhere(const NameColumn& column, const std::string& key, const std::string& here,
                       const std::vector<const Person*>& people) {
    std::set<std::string, std::less<>> sites = {std::string(kElsewhere)};
    for (const auto* person : people) {
      if (!person->name.is_in(here)) continue;
      for (const auto& [field, allowed] : person->fields)
        sites.insert(allowed.begin(), allowed.end());
    }
    std::map<std::string, std::string> values;
    for (const auto& site : sites) {
      std::vector<const NamedPerson*> refused;
      for (const auto* person : people) {
        if (is_refused(*person, "name", site) ||
            (column.authors && is_refused(*person, "authorship", site)))
          refused.push_back(&person->name);
      }
      values[site] = without_people(here, refused);
    }
    if (values[std::string(kElsewhere)] == here) return;  // nobody here names sites
    for (const auto& [site, value] : values)
      on_.row({std::string(column.field), key, site, text_or_null(value)});
  }

  const ConsentSites& sites_;
  TableWriter here_, on_;
};

}  // namespace

ConsentSites::ConsentSites(std::string_view site_url, std::string_view region_url)
    : site_(site_key(site_url)), region_(site_key(region_url.empty() ? site_url : region_url)) {}

std::string ConsentSites::key(std::string_view address) const {
  const auto key = site_key(address);
  return key.empty() ? region_ : key;
}

bool ConsentSites::is_here(std::string_view key) const {
  if (key == site_) return true;
  return key == region_ && !region_.empty() && site_.starts_with(region_ + "/");
}

void write_addresses(Database& db, const ConsentSites& sites) {
  db.execute("CREATE TEMP TABLE addresses (address TEXT PRIMARY KEY, site TEXT, here INTEGER)");
  std::set<std::string> addresses;
  auto query = db.prepare("SELECT DISTINCT site FROM registry.consents");
  while (query.next()) addresses.insert(query.text(0));
  TableWriter table(db, "addresses", {"address", "site", "here"});
  for (const auto& address : addresses) {
    const auto key = sites.key(address);
    table.row({address, key, std::int64_t{sites.is_here(key)}});
  }
}

void write_names(Database& db, const ConsentSites& sites, base::Date as_of) {
  db.execute(
      "CREATE TEMP TABLE names_here (field TEXT, key TEXT, value TEXT, PRIMARY KEY (field, key)); "
      "CREATE TEMP TABLE names_on (field TEXT, key TEXT, site TEXT, value TEXT)");
  const auto people = read_people(db, read_rows(db, sites, as_of));
  NameWriter writer(db, sites);
  for (const auto& column : kColumns) {
    auto query = db.prepare(column.query);
    while (query.next()) {
      const auto text = query.text(2);
      const auto named = people.in(text, query.text(1));
      if (!named.empty()) writer.write(column, query.text(0), text, named);
    }
  }
}

}  // namespace metodaktiv::publication
