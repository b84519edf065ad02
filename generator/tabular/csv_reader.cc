#include "tabular/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <functional>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "tabular/limits.h"

namespace metodaktiv::tabular {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr std::size_t kSample = std::size_t{1} << 18;
constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};

/// Calls `use` with the file's bytes piece by piece until it returns false.
void read_chunks(const std::filesystem::path& file,
                 const std::function<bool(std::string_view)>& use) {
  std::ifstream in(file, std::ios::binary);
  const auto fail = [&file] {
    throw base::Failure(fmt::format("Не удалось прочитать файл «{}»: {}.", file.string(),
                                    base::system_error_text(errno)));
  };
  if (!in) fail();
  std::string chunk(kChunk, '\0');
  while (in) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    const auto got = static_cast<std::size_t>(in.gcount());
    if (got > 0 && !use(std::string_view(chunk).substr(0, got))) return;
  }
  if (in.bad()) fail();
}

/// Measures how regular a sample is under one separator.
class WidthCounter : public RowSink {
 public:
  bool row(std::int64_t, std::span<const Cell> cells) override {
    widths_.push_back(cells.size());
    return true;
  }
  void file_problem(std::int64_t, Problem) override { ++problems_; }
  void cut_short() override {}

  [[nodiscard]] std::size_t header_width() const { return widths_.empty() ? 0 : widths_.front(); }
  /// Share of rows as wide as the header, in thousandths.
  [[nodiscard]] std::size_t regularity() const {
    if (widths_.empty()) return 0;
    const auto same = std::count(widths_.begin(), widths_.end(), widths_.front());
    return static_cast<std::size_t>(same) * 1000 / (widths_.size() + problems_);
  }

 private:
  std::vector<std::size_t> widths_;
  std::size_t problems_ = 0;
};

char guess_separator(std::string_view sample) {
  char best = kSeparators.front();
  std::pair<std::size_t, std::size_t> best_score{0, 0};
  for (const char separator : kSeparators) {
    WidthCounter counter;
    CsvTokenizer tokenizer(separator, counter);
    tokenizer.feed(sample);
    tokenizer.finish();
    if (counter.header_width() < 2) continue;
    const std::pair score{counter.regularity(), counter.header_width()};
    if (score > best_score) {
      best = separator;
      best_score = score;
    }
  }
  return best;
}

/// The separator of a first line like «sep=;».
std::optional<char> separator_line(std::string_view sample) {
  std::string_view line = sample.substr(0, sample.find_first_of("\r\n"));
  if (line.starts_with('"') && line.ends_with('"') && line.size() > 1)
    line = line.substr(1, line.size() - 2);
  if (line.size() == 5 && base::to_lower(line.substr(0, 4)) == "sep=") return line[4];
  return std::nullopt;
}

/// A whole number of rows, so that the cut does not look like an irregular one.
std::string_view whole_rows(std::string_view sample, bool cut) {
  if (!cut) return sample;
  const auto end = sample.find_last_of("\r\n");
  return end == std::string_view::npos ? sample : sample.substr(0, end + 1);
}

std::optional<Problem> not_text(std::string_view head, Charset charset) {
  if (head.starts_with("PK\x03\x04")) {
    return Problem{"format", "Это не CSV, а книга Excel или архив.",
                   "Откройте файл в табличном редакторе и сохраните лист как «CSV UTF-8»."};
  }
  if (head.starts_with("\xD0\xCF\x11\xE0")) {
    return Problem{"format", "Это не CSV, а книга Excel старого образца (.xls).",
                   "Откройте файл в табличном редакторе и сохраните лист как «CSV UTF-8»."};
  }
  const bool utf16 = charset == Charset::kUtf16Le || charset == Charset::kUtf16Be;
  if (!utf16 && head.find('\0') != std::string_view::npos) {
    return Problem{"format", "Это не текст: в файле стоят нулевые байты.",
                   "Сохраните таблицу заново как «CSV UTF-8»."};
  }
  return std::nullopt;
}

/// Leaves out the «sep=» row.
class WithoutFirstRow : public RowSink {
 public:
  explicit WithoutFirstRow(RowSink& sink) : sink_(sink) {}
  bool row(std::int64_t number, std::span<const Cell> cells) override {
    return number == 1 || sink_.row(number, cells);
  }
  void file_problem(std::int64_t row, Problem problem) override {
    sink_.file_problem(row, std::move(problem));
  }
  void cut_short() override { sink_.cut_short(); }

 private:
  RowSink& sink_;
};

}  // namespace

std::string& CsvTokenizer::cell() {
  if (!open_cell_) {
    if (count_ == cells_.size()) cells_.emplace_back();
    cells_[count_].text.clear();
    open_cell_ = true;
  }
  return cells_[count_].text;
}

bool CsvTokenizer::end_cell() {
  cell();
  open_cell_ = false;
  ++count_;
  state_ = State::kCellStart;
  if (count_ <= kMaxColumns) return true;
  sink_.file_problem(row_, {"limit", fmt::format("В строке больше {} столбцов.", kMaxColumns),
                            "Проверьте разделитель: он мог попасть в текст без кавычек."});
  sink_.cut_short();
  return false;
}

bool CsvTokenizer::end_row() {
  const bool blank = count_ == 0 && !row_has_quotes_ && (!open_cell_ || cells_[0].text.empty());
  bool go_on = blank || end_cell();
  if (go_on && !blank) go_on = sink_.row(row_, std::span<const Cell>(cells_).first(count_));
  count_ = 0;
  open_cell_ = false;
  row_has_quotes_ = false;
  junk_reported_ = false;
  state_ = State::kCellStart;
  ++row_;
  return go_on;
}

bool CsvTokenizer::too_long() {
  if (state_ == State::kQuoted) {
    sink_.file_problem(
        row_, {"quote", "Кавычка, открытая в этой строке, не закрыта: остаток файла не прочитан.",
               "Закройте кавычку; кавычку внутри текста пишите дважды."});
  } else {
    sink_.file_problem(row_, {"limit", "В строке стоит слишком длинное значение: больше 1 МБ.",
                              "Проверьте концы строк и разделитель в этом месте файла."});
  }
  sink_.cut_short();
  return false;
}

/// A character outside quotes, or just after a closing one.
bool CsvTokenizer::plain(char c) {
  if (c == separator_) return end_cell();
  if (c == '\n') return end_row();
  if (c == '\r') {
    after_cr_ = true;
    return end_row();
  }
  if (state_ == State::kQuoteInQuoted) {
    state_ = State::kAfterQuoted;
    if (c != ' ' && !junk_reported_) {
      junk_reported_ = true;
      sink_.file_problem(row_, {"quote", "После закрывающей кавычки стоит лишний текст.",
                                "Кавычку внутри текста пишите дважды, всё значение — в кавычках."});
    }
  }
  cell() += c;
  if (state_ == State::kCellStart) state_ = State::kUnquoted;
  return true;
}

bool CsvTokenizer::feed(std::string_view text) {
  for (std::size_t i = 0; i < text.size() && !stopped_; ++i) {
    const char c = text[i];
    if (after_cr_) {
      after_cr_ = false;
      if (c == '\n') continue;
    }
    if (state_ == State::kQuoted) {
      if (c == '"') {
        state_ = State::kQuoteInQuoted;
        continue;
      }
      if (c == '\r') {  // line ends inside a cell become LF
        cell() += '\n';
        after_cr_ = true;
      } else {
        cell() += c;
      }
    } else if (c == '"' && state_ == State::kCellStart && !open_cell_) {
      state_ = State::kQuoted;
      row_has_quotes_ = true;
      cell();
    } else if (c == '"' && state_ == State::kQuoteInQuoted) {
      cell() += '"';
      state_ = State::kQuoted;
    } else if (!plain(c)) {
      stopped_ = true;
    }
    if (open_cell_ && cells_[count_].text.size() > kMaxCsvCellBytes) stopped_ = !too_long();
  }
  return !stopped_;
}

void CsvTokenizer::finish() {
  if (stopped_) return;
  if (state_ == State::kQuoted) {
    too_long();
  } else if (open_cell_ || count_ > 0) {
    end_row();
  }
}

std::string to_text(const CsvFormat& format) {
  const std::string separator =
      format.separator == '\t' ? "табуляция" : fmt::format("«{}»", format.separator);
  return fmt::format("{}, разделитель {}", charset_title(format.charset), separator);
}

std::optional<CsvFormat> detect_csv_format(const std::filesystem::path& file,
                                           const CsvOptions& options, RowSink& sink) {
  std::string head;
  bool cut = false;
  CharsetGuess guess;
  read_chunks(file, [&](std::string_view bytes) {
    const std::string_view part = bytes.substr(0, std::min(bytes.size(), kSample - head.size()));
    head += part;
    cut = cut || part.size() < bytes.size();
    guess.add(bytes);
    return !options.charset || !cut;
  });
  CsvFormat format;
  format.charset = options.charset.value_or(guess.result());
  if (auto problem = not_text(head, format.charset)) {
    sink.file_problem(0, std::move(*problem));
    sink.cut_short();
    return std::nullopt;
  }
  std::string sample;
  Decoder decoder(format.charset);
  decoder.decode(head, sample);
  const auto named = separator_line(sample);
  format.separator_line = named.has_value();
  if (options.separator) {
    format.separator = *options.separator;
  } else {
    format.separator = named ? *named : guess_separator(whole_rows(sample, cut));
  }
  return format;
}

void read_csv(const std::filesystem::path& file, const CsvOptions& options, RowSink& sink) {
  const auto format = detect_csv_format(file, options, sink);
  if (!format) return;
  WithoutFirstRow trimmed_sink(sink);
  CsvTokenizer tokenizer(format->separator, format->separator_line ? trimmed_sink : sink);
  Decoder decoder(format->charset);
  std::string text;
  bool go_on = true;
  read_chunks(file, [&](std::string_view bytes) {
    text.clear();
    decoder.decode(bytes, text);
    go_on = tokenizer.feed(text);
    return go_on;
  });
  if (!go_on) return;
  text.clear();
  decoder.finish(text);
  if (tokenizer.feed(text)) tokenizer.finish();
}

}  // namespace metodaktiv::tabular
