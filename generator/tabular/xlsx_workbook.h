#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tabular/row_sink.h"

namespace metodaktiv::tabular {

struct SheetInfo {
  std::string name;
  bool hidden = false;
};

/// An XLSX (or XLSM) workbook open for reading: cells as they were saved, formulas by their cached
/// results. Sheets are streamed: memory holds the shared strings and one row. Bounded by limits.h.
/// Not shared between threads.
class XlsxWorkbook {
 public:
  /// Opens a workbook and reads its list of sheets. nullopt after setting `problem` when the file
  /// is no workbook (an old .xls, password-protected, an OpenDocument file, a page saved as .xlsx,
  /// binary junk), damaged or over a limit. Failure when the file itself cannot be read.
  static std::optional<XlsxWorkbook> open(const std::filesystem::path& file, Problem& problem);

  XlsxWorkbook(XlsxWorkbook&&) noexcept;
  XlsxWorkbook& operator=(XlsxWorkbook&&) noexcept;
  ~XlsxWorkbook();

  /// Worksheets in the order of their tabs; chart and dialog sheets are left out.
  [[nodiscard]] const std::vector<SheetInfo>& sheets() const;

  /// Streams the rows of a sheet to the sink. What is wrong with the sheet, also a checksum that
  /// only fails at the end, goes to the sink as file_problem() and cut_short(). May be called again
  /// and in any order.
  void read(std::size_t sheet, RowSink& sink);

 private:
  struct Impl;
  explicit XlsxWorkbook(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace metodaktiv::tabular
