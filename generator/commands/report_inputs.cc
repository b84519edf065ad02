#include "commands/report_inputs.h"

#include <fmt/format.h>
#include <link.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "release/sha256.h"
#include "release/staged_file.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kFolders = {"data", "templates/reports"};

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// Regular files below a folder, links followed; sorted. Empty when there is no such folder.
std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  if (!base::stands(folder)) return files;
  fs::recursive_directory_iterator it(folder, fs::directory_options::follow_directory_symlink,
                                      error);
  for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
    std::error_code unknown;
    if (is_hidden(it->path())) {
      if (it->is_directory(unknown)) it.disable_recursion_pending();
    } else if (it->is_regular_file(unknown)) {
      files.push_back(it->path());
    }
  }
  if (error) {
    throw base::Failure(fmt::format("Не удалось прочитать папку «{}»: {}.", folder.string(),
                                    base::system_error_text(error.value())));
  }
  std::sort(files.begin(), files.end());
  return files;
}

void add(release::Sha256& hash, std::string_view name, const fs::path& path) {
  const auto file = release::staged_file(path);
  hash.add(fmt::format("{} {} {}\n", file.sha256, file.size, name));
}

int note_library(dl_phdr_info* info, std::size_t /*size*/, void* names) {
  // Neither the program itself (no name) nor what the kernel brings (no path).
  const std::string_view name = info->dlpi_name == nullptr ? "" : info->dlpi_name;
  if (name.find('/') != std::string_view::npos)
    static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

}  // namespace

std::string report_files_checksum(const fs::path& project) {
  release::Sha256 hash;
  for (const auto folder : kFolders) {
    for (const auto& file : files_below(project / folder))
      add(hash, file.lexically_relative(project).string(), file);
  }
  return hash.finish();
}

std::string program_checksum() {
  std::vector<std::string> libraries;
  dl_iterate_phdr(note_library, &libraries);
  // By name, wherever they are installed.
  std::sort(libraries.begin(), libraries.end(), [](const auto& a, const auto& b) {
    return std::pair(fs::path(a).filename(), a) < std::pair(fs::path(b).filename(), b);
  });
  release::Sha256 hash;
  add(hash, "program", "/proc/self/exe");
  for (const auto& library : libraries) add(hash, fs::path(library).filename().string(), library);
  return hash.finish();
}

std::string ReportInputs::fingerprint() const {
  return release::sha256(fmt::format(
      "registry {}\nfiles {}\nprogram {}\nversion {}\nregion {}\nmunicipality {}\nas of {}\n",
      registry_checksum, files_checksum, program_checksum, program_version, region, municipality,
      as_of.iso()));
}

}  // namespace metodaktiv::commands
