#pragma once

#include <filesystem>

namespace metodaktiv::registry {

/// Copies a registry page by page while others may go on writing it (SQLite's online backup): the
/// copy is its state at one moment, whatever stands in its journal. `target` is written over and
/// flushed to disk. Failure names the file and the reason; `target` is then not to be used.
void copy_registry(const std::filesystem::path& source, const std::filesystem::path& target);

}  // namespace metodaktiv::registry
