#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "config/collection.h"
#include "config/distribution_definition.h"
#include "config/form_texts.h"
#include "config/indicator_definition.h"
#include "config/region_map.h"
#include "config/standard.h"

namespace metodaktiv::config {

/// One level of the region's assessment scale; the vector's order is the scale's, lowest first.
struct Level {
  std::string key;
  std::string title;
  bool deficit = false;
  bool inadmissible = false;
};

/// A requirement for a methodist: `rule` is an SQL condition over active_methodists
/// (docs/indicators.md).
struct Criterion {
  std::string key;
  std::string title;
  std::string rule;
  std::string source;
};

struct DocumentKind {
  std::string key;
  std::string title;
  bool regional = false;
  bool in_package = false;  ///< belongs to the required package of the standard
  std::string source;       ///< paragraph that requires it; may be empty
};

struct KeyTitle {
  std::string key;
  std::string title;
};

struct Department {
  std::string key;
  std::string title;
  std::string summary;
  std::vector<std::string> functions;  ///< number prefixes of the functions table
};

/// Municipality of the profile: serves `init`, `demo` and grammatical cases; the registry says
/// which exist.
struct ProfileMunicipality {
  std::string code;
  std::string name;
  std::string name_genitive;
  std::string name_prepositional;
  std::string kind;
  std::string territory;
  int line = 0;  ///< of profile.toml, for messages
};

struct ProfileTerritory {
  std::string code;
  std::string name;
  std::string center;
};

struct ProfileSubject {
  std::string code;
  std::string area;
  std::string name;
  int position = 0;
};

struct SourceDocument {
  std::string key;
  std::string title;
  std::string short_title;
  std::string number;
  std::string date;
  std::string issuer;
};

struct Operator {
  std::string short_name;
  std::string name;
  std::string organization_short;
  std::string organization;
  std::string address;
  std::string phone;
  std::string email;
  std::string site;
};

/// Words of the region for the same things; used in pages, reports and messages.
struct Terms {
  std::string asset_short, asset;
  std::string service_short, service, service_plural;
  std::string association_short, association, association_plural;
  std::string assessment_short, assessment;
  std::string route_short, route;
};

struct Norms {
  int load_min = 0;  ///< teachers per methodist
  int load_max = 0;
  std::string source;  ///< paragraph the norm comes from; may be empty
  /// false: the region's documents set no norm. The numbers are an orientation, nothing follows
  /// from a load outside of them.
  bool binding = true;
  int visits_per_month = 0;                    ///< lessons to visit in each group; 0: no norm
  std::vector<std::string> visit_groups = {};  ///< the groups it holds for, keys of lesson_visits
};

/// data/regions/<code>/: what a region decides for itself. Immutable once loaded.
struct RegionProfile {
  std::filesystem::path folder;
  std::string code;
  std::string name;
  std::string name_genitive;
  std::string name_prepositional;
  std::string time_zone;
  Operator operator_;
  Terms terms;
  Norms norms;
  FormTexts form_texts;
  std::string
      motor_distribution;  ///< id; notes of its answers are the work recommended; may be empty
  int disclosure_k = 5;
  Collection collection;
  std::vector<Level> levels;
  std::vector<Criterion> criteria;
  std::vector<DocumentKind> document_kinds;
  std::vector<KeyTitle> roles;
  std::vector<KeyTitle> directions;
  std::vector<Department> departments;
  std::vector<ProfileMunicipality> municipalities;
  std::vector<ProfileTerritory> territories;
  std::vector<ProfileSubject> subjects;
  std::vector<SourceDocument> source_documents;
  Standard standard;  ///< functions.toml
  std::vector<KeyTitle> indicator_groups;
  std::vector<IndicatorDefinition> indicators;
  std::vector<DistributionDefinition> distributions;
  std::vector<Partition> partitions;  ///< [[partitions]] of indicators.toml
  RegionMap map;                      ///< map.toml; may be empty

  /// nullptr when the profile does not know the code.
  [[nodiscard]] const ProfileMunicipality* municipality(std::string_view code) const;
  /// Title for a key, or the key itself when the profile does not list it.
  [[nodiscard]] std::string document_kind_title(std::string_view key) const;
  [[nodiscard]] std::string level_title(std::string_view key) const;
  [[nodiscard]] std::string direction_title(std::string_view key) const;
  [[nodiscard]] const IndicatorDefinition* indicator(std::string_view id) const;
  [[nodiscard]] const DistributionDefinition* distribution(std::string_view id) const;
  /// Title of the functions table: its own, or «Функции» and the service's short name.
  [[nodiscard]] std::string standard_title() const;
  /// Whether the region asks every municipality for a package of documents.
  [[nodiscard]] bool has_document_package() const;
};

/// Reads profile.toml, functions.toml, indicators.toml, map.toml and the SQL files under
/// `regions_folder`/`code`. Failure lists everything that is wrong, each with file and line.
RegionProfile load_region_profile(const std::filesystem::path& regions_folder,
                                  std::string_view code);

/// The same, whatever is wrong: errors go to `findings`, each with file and line, and the profile
/// holds what could be read. Failure only when there is no such profile.
RegionProfile read_region_profile(const std::filesystem::path& regions_folder,
                                  std::string_view code, base::Findings& findings);

}  // namespace metodaktiv::config
