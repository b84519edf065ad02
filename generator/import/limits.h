#pragma once

#include <cstddef>

namespace metodaktiv::import {

// What an input may hold at most: bounds memory whatever the file is.
inline constexpr std::size_t kMaxCellBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxColumns = 256;
inline constexpr std::size_t kMaxBodyFileBytes = std::size_t{200} * 1024;
inline constexpr std::size_t kMaxUrlLength = 2000;
inline constexpr std::size_t kMaxTextLength = 30000;  ///< where the form sets no limit of its own

/// Findings kept per run; further ones are only counted.
inline constexpr std::size_t kMaxFindings = 1000;

}  // namespace metodaktiv::import
