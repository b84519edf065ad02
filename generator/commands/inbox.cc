#include "commands/inbox.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "import/import.h"
#include "registry/journal.h"
#include "registry/registry.h"
#include "release/sha256.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

/// Files that editors and systems keep for themselves.
bool is_hidden(const fs::path& file) {
  const auto name = file.filename().string();
  return name.starts_with("~$") || name.starts_with(".");
}

/// Of a file of any size; empty when it cannot be read, which the import then says.
std::string checksum(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  release::Sha256 sum;
  std::array<char, 1 << 16> buffer{};
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0)
    sum.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
  return in.eof() ? sum.finish() : std::string();
}

std::set<std::string> loaded_checksums(registry::Database& registry) {
  std::set<std::string> sums;
  for (const auto& entry : registry::read_journal(registry)) {
    if (!entry.undone_at.empty()) continue;
    for (const auto& file : entry.files) sums.insert(file.sha256);
  }
  return sums;
}

}  // namespace

std::vector<InboxFile> judge_inbox(const fs::path& folder, const fs::path& registry_file,
                                   const std::vector<config::FormDefinition>& forms,
                                   const import::ProfileKeys& keys) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw base::Failure(
        fmt::format("Папка «{}» не найдена. Укажите в --inbox папку, куда складывают присланные "
                    "книги.",
                    folder.string()));
  }
  std::set<std::string> loaded;
  {
    // A registry that is none, or of another layout, is refused before it is opened for writing.
    auto probe = registry::open_registry(registry_file);
    loaded = loaded_checksums(probe);
  }
  // The import stages rows in a temporary database, which a connection for reading cannot have.
  registry::Database registry(registry_file, registry::Database::Mode::kReadWrite);
  import::ImportOptions options;
  options.check_only = true;
  std::vector<InboxFile> files;
  for (const auto& path : base::list_files(folder, "")) {
    if (is_hidden(path)) continue;
    InboxFile file;
    file.name = path.filename().string();
    const auto report = import::import_tables(registry, forms, keys, {path}, options);
    if (!report.files.empty()) file.stamp = report.files.front().stamp;
    file.loaded = loaded.contains(checksum(path));
    if (!file.loaded)
      file.errors = static_cast<std::int64_t>(report.findings.count(base::Severity::kError));
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace metodaktiv::commands
