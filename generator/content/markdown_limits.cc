#include "content/markdown_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/text.h"
#include "content/markdown.h"

namespace metodaktiv::content {
namespace {

constexpr std::size_t kMaxContainers = 32;       // quotes and list marks that open one line
constexpr std::size_t kMaxColumns = 64;          // of a table
constexpr std::size_t kMaxCells = 50'000;        // of all tables together, empty ones counted
constexpr std::size_t kMaxWord = 4096;           // bytes without white space
constexpr std::size_t kMaxBlock = 64 * 1024;     // bytes between two blank lines
constexpr std::size_t kMaxBrackets = 2'000;      // '[' between two blank lines
constexpr std::size_t kMaxDeclarations = 200;    // "<?" and "<!" between two blank lines
constexpr std::size_t kMaxDelimiterLines = 100;  // lines like |---|---| between two blank lines
constexpr std::size_t kMaxFootnotes = 500;       // "[^" in the whole text
constexpr std::size_t kMaxReferenceBytes = 32 * 1024 * 1024;  // what reference links may expand to

/// Quotes and list marks at the beginning of a line: the depth it can reach. A line of marks alone
/// that are all the same is a rule ("* * *") or a line below a heading, not a list.
std::size_t container_marks(std::string_view line) {
  std::size_t marks = 0;
  std::size_t i = 0;
  const auto ends_mark = [&](std::size_t at) {
    return at >= line.size() || line[at] == ' ' || line[at] == '\t';
  };
  while (i < line.size()) {
    const char c = line[i];
    if (c == ' ' || c == '\t') {
      ++i;
    } else if (c == '>') {
      ++marks;
      ++i;
    } else if ((c == '-' || c == '*' || c == '+') && ends_mark(i + 1)) {
      ++marks;
      ++i;
    } else if (c >= '0' && c <= '9') {
      std::size_t end = i;
      while (end < line.size() && line[end] >= '0' && line[end] <= '9') ++end;
      if (end == line.size() || (line[end] != '.' && line[end] != ')') || !ends_mark(end + 1))
        break;
      ++marks;
      i = end + 1;
    } else {
      break;
    }
  }
  return marks;
}

/// Columns that a line would give a table, were it the line below its head; 0 when it cannot be
/// that line. Only marks of quotes and lists may stand before it.
std::size_t delimiter_columns(std::string_view line) {
  std::size_t columns = 1;
  bool dash = false;
  while (!line.empty() &&
         std::string_view("|-: \t\v\f").find(line.back()) != std::string_view::npos) {
    if (line.back() == '|') ++columns;
    if (line.back() == '-') dash = true;
    line.remove_suffix(1);
  }
  const bool only_marks = line.find_first_not_of("> \t-*+.)0123456789") == std::string_view::npos;
  return dash && only_marks ? columns : 0;
}

/// What has been seen since the last blank line.
struct Block {
  std::size_t bytes = 0, lines = 0, brackets = 0, declarations = 0, columns = 0, delimiters = 0;
  std::size_t definition = 0;          // bytes since the last "]:"
  std::size_t longest_definition = 0;  // of those before
  bool defines = false;
};

class LimitCheck {
 public:
  explicit LimitCheck(std::string_view origin) : origin_(origin) {}

  void line(std::string_view text) {
    ++number_;
    if (text.find_first_not_of(" \t") == std::string_view::npos) {
      end_block();
      return;
    }
    if (container_marks(text) > kMaxContainers) {
      fail("слишком глубокая вложенность цитат и списков", "Оставьте не больше 32 уровней.");
    }
    count_words(text);
    count_table(text);
    block_.bytes += text.size() + 1;
    if (block_.bytes > kMaxBlock) {
      fail("больше 64 КБ текста подряд без пустой строки",
           "Разделите его на абзацы пустыми строками.");
    }
    if (block_.brackets > kMaxBrackets) {
      fail("слишком много квадратных скобок в одном абзаце", "Разделите его на абзацы.");
    }
    if (block_.declarations > kMaxDeclarations) {
      fail("слишком много знаков «<?» и «<!» в одном абзаце",
           "Уберите разметку HTML: она не нужна.");
    }
  }

  void finish() {
    end_block();
    if (longest_definition_ != 0 && all_brackets_ * longest_definition_ > kMaxReferenceBytes) {
      number_ = 0;
      fail("слишком длинные определения ссылок повторяются слишком часто",
           "Пишите адрес прямо в ссылке: [текст](адрес).");
    }
  }

 private:
  void count_words(std::string_view text) {
    std::size_t word = 0;
    char before = 0;
    for (const char c : text) {
      word = c == ' ' || c == '\t' ? 0 : word + 1;
      if (word > kMaxWord) {
        fail("слово длиннее 4096 знаков", "Сократите его; файлы и картинки вставляйте ссылкой.");
      }
      if (c == '[') ++block_.brackets;
      if (before == '[' && c == '^' && ++footnotes_ > kMaxFootnotes) {
        fail("больше 500 сносок и ссылок на них", "Разделите его на несколько страниц.");
      }
      if (before == '<' && (c == '?' || c == '!')) ++block_.declarations;
      ++block_.definition;
      if (before == ']' && c == ':') {
        close_definition();
        block_.defines = true;
      }
      before = c;
    }
    ++block_.definition;
  }

  void count_table(std::string_view text) {
    ++block_.lines;
    const std::size_t columns = delimiter_columns(text);
    if (columns == 0) return;
    if (columns > kMaxColumns) {
      fail("в таблице больше 64 столбцов", "Разделите таблицу на несколько.");
    }
    block_.columns = std::max(block_.columns, columns);
    if (++block_.delimiters > kMaxDelimiterLines) {
      fail("слишком много строк «|---|» подряд", "Разделите таблицы пустыми строками.");
    }
  }

  void close_definition() {
    if (block_.defines) {
      block_.longest_definition = std::max(block_.longest_definition, block_.definition);
    }
    block_.definition = 0;
  }

  void end_block() {
    close_definition();
    longest_definition_ = std::max(longest_definition_, block_.longest_definition);
    all_brackets_ += block_.brackets;
    // A row with fewer cells than the head is filled up, so a table of one-letter lines can grow a
    // thousandfold: what counts is columns × rows.
    cells_ += block_.columns * block_.lines;
    if (cells_ > kMaxCells) {
      fail(fmt::format("в таблицах больше {} ячеек", base::grouped(kMaxCells)),
           "Вынесите большую таблицу в отдельный файл и дайте на него ссылку.");
    }
    block_ = {};
  }

  [[noreturn]] void fail(std::string_view problem, std::string_view remedy) const {
    fail_markdown(origin_, number_, problem, remedy);
  }

  std::string_view origin_;
  std::size_t number_ = 0;
  Block block_;
  std::size_t cells_ = 0;
  std::size_t all_brackets_ = 0;
  std::size_t footnotes_ = 0;
  std::size_t longest_definition_ = 0;
};

}  // namespace

void fail_markdown(std::string_view origin, std::size_t line, std::string_view problem,
                   std::string_view remedy) {
  std::string place(origin);
  if (line != 0) place += fmt::format("{}строка {}", place.empty() ? "" : ", ", line);
  throw base::Failure(fmt::format("Текст в разметке Markdown не принят{}: {}. Как исправить: {}",
                                  place.empty() ? "" : fmt::format(" ({})", place), problem,
                                  remedy));
}

void check_markdown_limits(std::string_view text, std::string_view origin) {
  if (text.size() > kMaxMarkdownBytes) {
    fail_markdown(origin, 0,
                  fmt::format("его размер {} КБ, а предел — {} КБ",
                              base::grouped(static_cast<std::int64_t>((text.size() + 1023) / 1024)),
                              kMaxMarkdownBytes / 1024),
                  "Разделите его на несколько страниц.");
  }
  LimitCheck check(origin);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    check.line(text.substr(0, end));
    const bool both = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    text.remove_prefix(std::min(end + (both ? 2 : 1), text.size()));
  }
  check.finish();
}

}  // namespace metodaktiv::content
