#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/file_sink.h"
#include "config/site_config.h"

namespace metodaktiv::site {

/// The text of a server's file with its words filled in: @HOST@ and @BASE_PATH@ of the site's
/// address, @BASE_PATTERN@ the same for a regular expression, @CONTENT_POLICY@ as a header has it.
std::string hosting_file(std::string_view text, const config::SiteConfig& site);

/// Ready settings of web servers: headers, types of files, caching, compression, the error page.
/// .htaccess for Apache goes to the web root, nginx.conf to `hosting`. Texts are in
/// `templates_folder`/hosting; Failure names a missing one.
void write_hosting_files(const std::filesystem::path& templates_folder,
                         const config::SiteConfig& site, base::FileSink& web_root,
                         base::FileSink& hosting);

}  // namespace metodaktiv::site
