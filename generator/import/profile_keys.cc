#include "import/profile_keys.h"

namespace metodaktiv::import {
namespace {

template <typename Entries>
std::vector<config::AllowedValue> allowed(const Entries& entries) {
  std::vector<config::AllowedValue> values;
  values.reserve(entries.size());
  for (const auto& entry : entries) values.push_back({entry.key, entry.title});
  return values;
}

}  // namespace

ProfileKeys profile_keys(const config::RegionProfile& profile) {
  ProfileKeys keys;
  keys.lists["levels"] = allowed(profile.levels);
  keys.lists["roles"] = allowed(profile.roles);
  keys.lists["directions"] = allowed(profile.directions);
  keys.lists["document_kinds"] = allowed(profile.document_kinds);
  auto& functions = keys.lists["functions"];
  for (const auto& direction : profile.standard.directions) {
    for (const auto& group : direction.groups) {
      for (const auto& function : group.functions)
        functions.push_back({function.number, function.title});
    }
  }
  return keys;
}

}  // namespace metodaktiv::import
