#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace metodaktiv::bench {

enum class CellKind : std::uint8_t { kBlank, kNumber, kText, kFormula };

struct FinishedCell {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  CellKind kind = CellKind::kBlank;
  double number = 0;     ///< also the stored result of a formula
  std::size_t text = 0;  ///< index of FinishedWorkbook::texts
};

struct FinishedSheet {
  std::string name;
  std::vector<FinishedCell> cells;  ///< row by row
};

/// Every cell of a workbook, with content or only with a format.
struct FinishedWorkbook {
  std::string path;  ///< below the folder of reports
  std::vector<FinishedSheet> sheets;
  std::vector<std::string> texts;

  [[nodiscard]] std::size_t cells() const;
};

/// Reads a workbook written by the program. Failure when it is damaged.
FinishedWorkbook read_finished(const std::filesystem::path& folder, const std::string& path);

/// Writes the same cells with libxlsxwriter and nothing else: one format, no widths, no charts.
void write_bare(const FinishedWorkbook& book, const std::filesystem::path& file);

}  // namespace metodaktiv::bench
