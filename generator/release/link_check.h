#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace metodaktiv::release {

/// What a page refers to and offers: taken from its attributes href, src and id.
struct PageLinks {
  std::vector<std::string> targets;  ///< as written, entities decoded
  std::set<std::string> anchors;
};

/// Scans generated HTML (attributes in double quotes, as the templates write them); comments,
/// scripts and text are not mistaken for attributes.
PageLinks scan_links(std::string_view html);

/// Checks every link and anchor inside the site of the *.html files under `root`; `paths` are all
/// files of the tree. A missing target or anchor is an error that names the page and the link.
/// Links that begin with '/' must stay under `base_path`, where the site's root is at its host.
/// Absolute links (http, https, mailto, tel, data) are not followed.
base::Findings check_links(const std::filesystem::path& root, const std::vector<std::string>& paths,
                           unsigned jobs, std::string_view base_path = "/");

}  // namespace metodaktiv::release
