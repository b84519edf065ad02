#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tabular/xml_reader.h"

namespace metodaktiv::tabular {

/// Joins the runs of a string element (<si> or <is>) standing at a given depth: <t> and <r><t>;
/// phonetic hints (<rPh>) are not part of the text. White space is kept with and without xml:space.
class RichText {
 public:
  explicit RichText(std::size_t depth) : depth_(depth) {}

  /// The string element begins.
  void clear();
  // Everything inside it, in order.
  void start(const XmlElement& element);
  void end(std::size_t depth);
  void text(std::string_view text);

  /// The text with its escapes decoded, as plain_text() does.
  [[nodiscard]] std::string result() const;
  /// The text is longer than any cell may be; result() is then its beginning.
  [[nodiscard]] bool too_long() const { return too_long_; }

 private:
  std::size_t depth_;
  std::size_t now_ = 0;    ///< depth of the element being read
  std::size_t taken_ = 0;  ///< depth of the <t> whose text counts, or 0
  bool in_run_ = false;
  bool too_long_ = false;
  std::string raw_;
};

/// Bytes that the longest allowed cell may take in the file, every character escaped.
inline constexpr std::size_t kMaxRawCellBytes = std::size_t{32'767} * 7;

/// What a text of a workbook stands for: "_x0041_" is "A" (pairs of surrogates are one character),
/// "_x005F_x0041_" is "_x0041_"; line ends become LF, as in CSV.
std::string plain_text(std::string_view raw);

/// Whether valid UTF-8 has more characters than a cell may hold.
bool is_too_long(std::string_view text);

}  // namespace metodaktiv::tabular
