#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "config/region_profile.h"
#include "indicators/figure.h"

namespace metodaktiv::changes {

enum class Kind { kRegistry, kPublication };

/// A methodist of the roster. Of a publication: one whom it names; what the consent does not cover
/// is empty.
struct Person {
  std::string code, name, municipality, organization, subject, other_direction;
  std::string roles, directions;                       ///< titles, for reading
  std::string included_on, excluded_on, order_number;  ///< dates ISO
};

/// A row of form 2; `methodist` is empty where a publication does not name the person.
struct Assignment {
  std::string methodist, organization, subject;
  long long teachers_count = 0;
};

struct Practice {
  std::string slug, title, municipality;
};

struct Organization {
  std::string name, municipality;
};

/// Municipality and subject, codes; either may be empty where a consent was narrowed.
using Cell = std::pair<std::string, std::string>;

/// What is compared of a registry or a publication, as of one day.
struct Snapshot {
  Kind kind = Kind::kRegistry;
  std::filesystem::path file;
  base::Date as_of;
  std::string school_year;
  std::map<std::string, std::string> municipalities, subjects;  ///< code → name
  std::map<std::string, Organization> organizations;            ///< by code
  std::map<std::string, Person> roster;                         ///< active ones, by code
  std::map<std::string, Person> dormant;      ///< of a registry: those not active on the day
  std::map<Cell, long long> unnamed;          ///< of a publication: active ones without a name
  std::vector<Assignment> assignments;        ///< of the school year, of active methodists
  std::map<std::string, Practice> practices;  ///< published ones
  std::vector<indicators::Figure> figures;    ///< all years
};

/// Reads a registry as of `as_of`; its figures are computed with the profile on up to `jobs`
/// connections. Failure as registry::open_registry() and indicators::compute().
Snapshot read_registry_snapshot(const std::filesystem::path& file,
                                const config::RegionProfile& profile, base::Date as_of,
                                unsigned jobs);

/// Reads a publication (data/publication.sql) that has been checked to be one, of a region or of a
/// municipality; figures of indicators that the profile does not know are left out. Failure when a
/// table is not as it should be.
Snapshot read_publication_snapshot(const std::filesystem::path& file,
                                   const config::RegionProfile& profile);

}  // namespace metodaktiv::changes
