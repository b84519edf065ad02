#include "config/profile_lists.h"

namespace metodaktiv::config {
namespace {

template <typename Entries>
std::vector<AllowedValue> allowed(const Entries& entries) {
  std::vector<AllowedValue> values;
  values.reserve(entries.size());
  for (const auto& entry : entries) values.push_back({entry.key, entry.title});
  return values;
}

}  // namespace

std::map<std::string, std::vector<AllowedValue>> profile_lists(const RegionProfile& profile) {
  std::map<std::string, std::vector<AllowedValue>> lists;
  lists["levels"] = allowed(profile.levels);
  lists["roles"] = allowed(profile.roles);
  lists["directions"] = allowed(profile.directions);
  lists["document_kinds"] = allowed(profile.document_kinds);
  auto& functions = lists["functions"];
  for (const auto& direction : profile.standard.directions) {
    for (const auto& group : direction.groups) {
      for (const auto& function : group.functions) {
        functions.push_back({function.number, function.number + ' ' + function.title});
      }
    }
  }
  return lists;
}

}  // namespace metodaktiv::config
