#pragma once

#include <filesystem>
#include <optional>

#include "tabular/row_sink.h"

namespace metodaktiv::tabular {

/// What a file is by its first bytes, whatever its name says.
enum class FileKind {
  kZip,           ///< perhaps a workbook
  kEmpty,         ///< no bytes at all
  kOldWorkbook,   ///< Excel 97–2003 or older
  kPassword,      ///< a workbook encrypted as a whole
  kOpenDocument,  ///< LibreOffice's own format
  kPdf,
  kMarkup,  ///< a web page or XML under a workbook's name
  kText,    ///< a CSV file under a workbook's name
  kOther,
};

/// Reads as much of the file as it takes to tell. Failure when it cannot be read.
FileKind file_kind(const std::filesystem::path& file);

/// What to tell a person who gave such a file as a workbook; nullopt for kZip.
std::optional<Problem> not_xlsx(FileKind kind);

}  // namespace metodaktiv::tabular
