#include "config/ownership.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace metodaktiv::config {
namespace {

constexpr std::string_view kMunicipalities = "municipalities";

bool find_path(const std::vector<FormDefinition>& forms, const FormDefinition& form,
               std::vector<OwnershipStep>& path) {
  constexpr std::size_t kDeepest = 6;  // references could be made circular in the form definitions
  if (form.table == kMunicipalities) {
    path.push_back({&form, form.key.front()});
    return true;
  }
  if (path.size() >= kDeepest) return false;
  for (const auto& column : form.columns) {
    if (column.references == kMunicipalities) {
      path.push_back({&form, column.key});
      return true;
    }
  }
  for (const auto& column : form.columns) {
    if (column.type != ColumnType::kReference || !column.required) continue;
    const auto* target = form_of(forms, column.references);
    if (!target || target->key.size() != 1) continue;
    path.push_back({&form, column.key});
    if (find_path(forms, *target, path)) return true;
    path.pop_back();
  }
  return false;
}

/// FNV-1a: a mark to compare, not a protection.
void feed(std::uint64_t& hash, std::string_view text) {
  constexpr std::uint64_t kPrime = 0x100000001b3;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  hash = (hash ^ 0xff) * kPrime;
}

}  // namespace

std::vector<OwnershipStep> municipality_path(const std::vector<FormDefinition>& forms,
                                             const FormDefinition& form) {
  std::vector<OwnershipStep> path;
  find_path(forms, form, path);
  return path;
}

const FormDefinition* form_of(const std::vector<FormDefinition>& forms, std::string_view table) {
  const auto it = std::find_if(forms.begin(), forms.end(),
                               [&](const FormDefinition& form) { return form.table == table; });
  return it == forms.end() ? nullptr : &*it;
}

std::string layout_version(const std::vector<FormDefinition>& forms) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const auto& form : forms) {
    feed(hash, form.table);
    feed(hash, form.title);
    for (const auto& column : form.columns) {
      feed(hash, column.key);
      feed(hash, column.title);
      for (const auto& value : column.values) feed(hash, value.key + '=' + value.title);
    }
  }
  return fmt::format("{:08x}", static_cast<std::uint32_t>(hash ^ (hash >> 32)));
}

}  // namespace metodaktiv::config
