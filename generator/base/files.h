#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::base {

/// The whole file as bytes. Failure names the file and the reason (not found, no access, a folder…)
/// in Russian.
std::string read_file(const std::filesystem::path& path);

/// Replaces the file in one step: written beside it, flushed to disk, renamed. Failure leaves the
/// old one.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// mkdir -p; Failure names the folder.
void create_folders(const std::filesystem::path& path);

/// Regular files directly in `folder` whose names end with `suffix`, sorted by name (bytes). A
/// missing folder gives an empty list.
std::vector<std::filesystem::path> list_files(const std::filesystem::path& folder,
                                              std::string_view suffix);

/// The Russian text for a system error number: «нет такого файла», «нет места на диске»…
std::string system_error_text(int error_number);

/// Whether Windows keeps a file of that name for a device (con, nul, com1…), with any extension.
bool is_device_name(std::string_view name);

}  // namespace metodaktiv::base
