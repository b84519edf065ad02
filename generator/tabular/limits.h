#pragma once

#include <cstddef>
#include <cstdint>

namespace metodaktiv::tabular {

// What an input may hold at most: bounds memory and time whatever the file is. Bytes, not ratios:
// an honest workbook part compresses 121 to 1. The help of `import` states them.

inline constexpr std::size_t kMaxCsvCellBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxColumns = 256;
inline constexpr std::int64_t kMaxRows = 200'000;  ///< of one sheet

inline constexpr std::uint64_t kMaxWorkbookBytes = std::uint64_t{32} << 20;  ///< the file itself
inline constexpr std::uint64_t kMaxPartBytes = std::uint64_t{256} << 20;     ///< one part, unpacked
inline constexpr std::uint64_t kMaxAllPartsBytes = std::uint64_t{384} << 20;
inline constexpr std::uint64_t kMaxEntries = 10'000;
inline constexpr std::size_t kMaxSheets = 256;
inline constexpr std::size_t kMaxCellCharacters = 32'767;
inline constexpr std::uint64_t kMaxDeliveredBytes = std::uint64_t{512} << 20;  ///< text of a sheet
inline constexpr std::size_t kMaxXmlDepth = 64;
inline constexpr std::size_t kMaxXmlElements = 20'000'000;  ///< of one part: some 10 million cells
inline constexpr std::size_t kMaxUnparsedBytes = std::size_t{1} << 20;  ///< one XML token

}  // namespace metodaktiv::tabular
