#pragma once

#include <cstddef>

namespace metodaktiv::import {

// Beside what tabular/limits.h says about files and sheets.
inline constexpr std::size_t kMaxBodyFileBytes = std::size_t{200} * 1024;
inline constexpr std::size_t kMaxUrlLength = 2000;
inline constexpr std::size_t kMaxTextLength = 30000;  ///< where the form sets no limit of its own

/// Rows searched for the header: a title block may stand above it.
inline constexpr std::size_t kMaxTitleRows = 30;

/// Findings kept per run; further ones are only counted.
inline constexpr std::size_t kMaxFindings = 1000;

}  // namespace metodaktiv::import
