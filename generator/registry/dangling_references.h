#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "registry/database.h"
#include "registry/export.h"

namespace metodaktiv::registry {

/// A table with rows that refer to rows that are not there.
struct DanglingReferences {
  std::string table;
  std::set<std::int64_t> written_by;  ///< imports in force that added or changed such rows
};

/// What the references of `tables` from or to one of `touched` are broken in, in the order of
/// `tables`. For use inside a transaction whose foreign keys are deferred.
std::vector<DanglingReferences> dangling_references(Database& registry,
                                                    const std::vector<ExportTable>& tables,
                                                    const std::set<std::string>& touched);

}  // namespace metodaktiv::registry
