#pragma once

#include <filesystem>
#include <string_view>

namespace metodaktiv::base {

/// Writes a new file or over an old one, neither aside nor flushed: for a file that is to be moved
/// to its place, and flushed, later. Failure names it and leaves none behind.
void put_file(const std::filesystem::path& path, std::string_view bytes);

/// Sends a file, or what a folder lists, to the disk: after a power cut it is there. Failure names
/// it.
void flush_to_disk(const std::filesystem::path& path);

/// Swaps two files or two folders in one step, so that each name stands at every moment. Returns 0
/// or the system's error: ENOENT when one of them is missing, EINVAL or ENOSYS on a file system
/// that cannot (see cannot_swap).
int swap_names(const std::filesystem::path& one, const std::filesystem::path& other);

/// Whether swap_names() failed because the file system cannot do it at all.
bool cannot_swap(int error);

/// Whether there is a file or folder of that name; Failure when the system cannot tell. For what
/// may be missing: an unreadable disk must not look like a missing file.
bool stands(const std::filesystem::path& path);

}  // namespace metodaktiv::base
