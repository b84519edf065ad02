#pragma once

#include <cstddef>
#include <string_view>

namespace metodaktiv::content {

/// Rejects, in one pass over the bytes, texts that the Markdown parser would need seconds or
/// gigabytes for: too long, containers too deep, tables with too many cells, endless words, floods
/// of brackets, long reference definitions used many times. What people write stays far below every
/// bound. Failure names `origin` (when not empty) and the line.
void check_markdown_limits(std::string_view text, std::string_view origin);

/// The message of a limit, for the writer that finds one while it writes.
[[noreturn]] void fail_markdown(std::string_view origin, std::size_t line, std::string_view problem,
                                std::string_view remedy);

}  // namespace metodaktiv::content
