#pragma once

#include <string_view>

namespace metodaktiv::site {

/// What a page may load: its own files and nothing else, no script or style inside the page. The
/// only place that says so; pages carry it as <meta>, the server's files (hosting_files.h) as a
/// header. The pages connect to nothing; connect-src lets page checkers read robots.txt.
inline constexpr std::string_view kContentPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'";

/// The part that browsers obey in a header only.
inline constexpr std::string_view kFramePolicy = "frame-ancestors 'self'";

}  // namespace metodaktiv::site
