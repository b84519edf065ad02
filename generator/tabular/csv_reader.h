#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/charset.h"
#include "tabular/row_sink.h"

namespace metodaktiv::tabular {

/// How a CSV file is written.
struct CsvFormat {
  Charset charset = Charset::kUtf8;
  char separator = ',';
  bool separator_line = false;  ///< the first row is Excel's «sep=;», not data
};

/// What the caller knows better than the guess.
struct CsvOptions {
  std::optional<Charset> charset;
  std::optional<char> separator;
};

/// Splits UTF-8 text into rows by RFC 4180, also with lone CR or LF, and hands them to the sink.
/// Row numbers count records, blank ones too: as a spreadsheet shows them. Memory: one row.
class CsvTokenizer {
 public:
  CsvTokenizer(char separator, RowSink& sink) : separator_(separator), sink_(sink) {}

  /// Returns false when the sink wants no more or the file cannot be read further.
  bool feed(std::string_view text);
  /// The end of the file: the last row may lack a line end; an open quote is reported.
  void finish();

 private:
  enum class State { kCellStart, kUnquoted, kQuoted, kQuoteInQuoted, kAfterQuoted };

  bool plain(char c);
  bool end_cell();
  bool end_row();
  bool too_long();
  std::string& cell();

  char separator_;
  RowSink& sink_;
  State state_ = State::kCellStart;
  std::vector<Cell> cells_;  ///< kept between rows for their capacity
  std::size_t count_ = 0;    ///< finished cells of the row
  std::int64_t row_ = 1;
  bool row_has_quotes_ = false;
  bool junk_reported_ = false;  ///< once per row
  bool after_cr_ = false;
  bool open_cell_ = false;
  bool stopped_ = false;
};

/// «UTF-8, разделитель «;»»: what the guess was, for a person.
std::string to_text(const CsvFormat& format);

/// Reads the whole file once to guess charset and separator. nullopt after reporting to the sink
/// that the file is no text (a workbook, an archive, zero bytes inside). Failure when it cannot be
/// read.
std::optional<CsvFormat> detect_csv_format(const std::filesystem::path& file,
                                           const CsvOptions& options, RowSink& sink);

/// Streams the rows of a CSV file to the sink; what is wrong with the file goes to the sink too.
/// Failure when the file cannot be read.
void read_csv(const std::filesystem::path& file, const CsvOptions& options, RowSink& sink);

}  // namespace metodaktiv::tabular
