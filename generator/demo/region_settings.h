#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "config/region_profile.h"
#include "demo/event_rule.h"

namespace metodaktiv::demo {

inline constexpr std::size_t kYears = 3;  ///< school years a demo region has, oldest first

/// Kinds of organizations in the order of registry.md.
enum class OrganizationKind { kPreschool, kSchool, kAdditional, kVocational };
inline constexpr std::size_t kOrganizationKinds = 4;
std::string_view kind_key(OrganizationKind kind);

/// A share in percent that differs between municipalities and grows from year to year.
struct Rate {
  std::string key;
  double from = 0;
  double to = 0;
  double growth = 0;
};

struct OrganizationShare {
  OrganizationKind kind = OrganizationKind::kSchool;
  std::string code;    ///< letter in the organization's code
  double share = 0;    ///< percent of the municipality's teachers
  double average = 0;  ///< teachers per organization
};

struct DocumentRule {
  enum class Of { kYear, kOnce, kLastYear };
  std::string kind;
  Of of = Of::kYear;
  std::array<int, kYears> shares{};
  std::string from, until;  ///< MM-DD
  int agreed = 0;
  int count = 1;
  std::string title;
  bool regional = false;
};

/// data/regions/<code>/demo.toml: sizes and rates of the made-up region.
struct RegionSettings {
  int teachers = 0;
  int methodists = 0;
  int practices = 0;
  std::string association_kind;
  std::string host;          ///< reserved host name for addresses
  std::string service_name;  ///< with {municipality}
  /// First part of a service's host name and the name of its mailbox.
  std::string service_prefix;
  std::string phone_prefix;  ///< of a service: all but the last four digits
  /// Who nominates candidates; empty: as in the shared lists.
  std::vector<std::string> nominated_by;
  /// Instead of the shared rules of the same kinds.
  std::vector<EventRule> regional_events, municipal_events;
  std::vector<OrganizationShare> organizations;
  double default_weight = 1;
  std::vector<std::pair<std::string, double>> weights;  ///< municipality code, relative size
  /// Percent per level of the profile's scale: first and last school year, and among methodists.
  std::vector<double> levels_first, levels_last, levels_methodists;
  Rate assessed, iom_developed, iom_completed, iom_digital, iom_voluntary, iom_detailed,
      digital_cabinet, by_order, methodist_ratio, training_federal, training_regional, contests,
      mentored, mentoring_model, innovation, innovation_completed, visits_kept, tasks_on_time,
      audit, meetings_held, site;
  std::vector<DocumentRule> documents;

  [[nodiscard]] double weight(std::string_view municipality) const;
};

/// Reads demo.toml of the profile's folder. Failure lists everything wrong with file and line:
/// unknown keys, document kinds that the profile lacks, shares that do not fit the profile's scale
/// of levels.
RegionSettings load_region_settings(const config::RegionProfile& profile);

}  // namespace metodaktiv::demo
