#pragma once

#include "registry/database.h"

namespace metodaktiv::registry {

/// The query is innocent: its file cannot be read or written — the disk, its room, rights, a lock,
/// damage. The message names the files of the database.
class StorageFailure : public QueryFailure {
 public:
  using QueryFailure::QueryFailure;
};

/// Another program is writing to the file.
class BusyFailure : public StorageFailure {
 public:
  using StorageFailure::StorageFailure;
};

}  // namespace metodaktiv::registry
