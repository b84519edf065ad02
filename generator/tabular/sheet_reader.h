#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/cell_value.h"
#include "tabular/rich_text.h"
#include "tabular/row_sink.h"
#include "tabular/shared_strings.h"
#include "tabular/style_sheet.h"
#include "tabular/xml_reader.h"

namespace metodaktiv::tabular {

/// What the cells of any sheet of a workbook refer to.
struct SheetContext {
  const SharedStrings& strings;
  const StyleSheet& styles;
  bool epoch_1904 = false;
};

/// Turns the XML of a worksheet into rows for a sink. What one cell has wrong goes to the sink;
/// what makes the rest unreadable is thrown as BadWorkbook with its row.
class SheetReader : public XmlHandler {
 public:
  SheetReader(const SheetContext& context, RowSink& sink) : context_(context), sink_(sink) {}

  void start(const XmlElement& element) override;
  bool end(std::size_t depth) override;
  void text(std::string_view text) override;

 private:
  void begin_row(const XmlElement& element);
  void begin_cell(const XmlElement& element);
  void begin_part(const XmlElement& element);
  void merge(const XmlElement& element);
  void end_cell();
  bool end_row();
  void read_cell(Cell& out);
  void place_cell();
  void too_wide();
  void formula_without_result();
  [[noreturn]] void fail(Problem problem) const;

  SheetContext context_;
  RowSink& sink_;

  // Which of the elements being read is open, from the outside in: a name alone says nothing.
  bool in_data_ = false;
  bool in_merges_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  bool in_inline_ = false;
  std::size_t depth_ = 0;

  std::int64_t row_ = 0;
  std::int64_t column_ = 0;
  StoredType type_ = StoredType::kNumber;
  FormatKind format_ = FormatKind::kNumber;
  bool has_value_ = false;
  bool has_formula_ = false;
  bool has_inline_ = false;
  std::string raw_;
  RichText inline_text_{5};
  Cell cell_;

  std::vector<Cell> cells_;  ///< of the row; kept between rows for their capacity
  std::size_t width_ = 0;    ///< columns in use
  std::size_t touched_ = 0;  ///< cells of `cells_` that this row has cleared
  std::uint64_t delivered_ = 0;
  bool too_wide_reported_ = false;
  bool formula_reported_ = false;  ///< once per row
};

}  // namespace metodaktiv::tabular
