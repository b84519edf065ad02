#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "commands/site_sources.h"

namespace metodaktiv::commands {

/// publication.db of the site that lives in `out`, for a build of the same region and municipality
/// to go on from; empty when there is none: no site, another layout, a damaged file.
std::filesystem::path former_publication(const std::filesystem::path& out, std::string_view region,
                                         std::string_view municipality);

/// Writes into the new `publication` what has changed since `former`, behind what that one
/// remembers. Nothing when `former` is empty.
void continue_history(const SiteSources& sources, const std::filesystem::path& former,
                      const std::filesystem::path& publication);

}  // namespace metodaktiv::commands
