#pragma once

#include <string>

namespace SQLite {
class Exception;
}

namespace metodaktiv::registry {

/// What went wrong, in Russian, without a full stop.
std::string reason(const SQLite::Exception& e);

/// Whether another program is writing to the file.
bool is_busy(const SQLite::Exception& e);
/// The file or the disk is to blame, not the query.
bool is_storage(const SQLite::Exception& e);

}  // namespace metodaktiv::registry
