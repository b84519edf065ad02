#include "tabular/sheet_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "base/text.h"
#include "tabular/bad_workbook.h"
#include "tabular/cell_reference.h"
#include "tabular/code_points.h"
#include "tabular/limits.h"

namespace metodaktiv::tabular {
namespace {

// Where the elements of a worksheet stand: worksheet / sheetData / row / c / v, f, is.
enum Depth : std::size_t { kSheet = 1, kData, kRow, kCell, kPart };

constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;

std::size_t style_number(std::optional<std::string_view> text) {
  std::size_t style = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), style);
  return style;
}

}  // namespace

void SheetReader::fail(Problem problem) const { throw BadWorkbook(std::move(problem), row_); }

void SheetReader::start(const XmlElement& element) {
  depth_ = element.depth;
  const bool main = element.space == XmlNamespace::kMain;
  switch (element.depth) {
    case kSheet:
      if (!main || element.name != "worksheet") fail(damaged("на месте листа стоит другое"));
      break;
    case kData:
      in_data_ = main && element.name == "sheetData";
      in_merges_ = main && element.name == "mergeCells";
      break;
    case kRow:
      in_row_ = in_data_ && main && element.name == "row";
      if (in_row_) begin_row(element);
      if (in_merges_ && main && element.name == "mergeCell") merge(element);
      break;
    case kCell:
      in_cell_ = in_row_ && main && element.name == "c";
      if (in_cell_) begin_cell(element);
      break;
    case kPart:
      if (in_cell_ && main) begin_part(element);
      break;
    default:
      if (in_inline_) inline_text_.start(element);
      break;
  }
}

void SheetReader::begin_row(const XmlElement& element) {
  std::int64_t next = row_ + 1;
  if (const auto number = element.attribute("r")) {
    const auto parsed = parse_row_number(*number);
    if (!parsed) {
      fail(damaged(fmt::format("после строки {} стоит невозможный номер строки «{}»", row_,
                               shortened(*number, 20))));
    }
    next = *parsed;
  }
  if (next <= row_) {
    fail(damaged(
        fmt::format("строки листа идут не по порядку: за строкой {} стоит строка {}", row_, next)));
  }
  if (next > kLastSheetRow) fail(damaged("на листе больше строк, чем бывает на листе"));
  row_ = next;
  column_ = 0;
  width_ = 0;
  touched_ = 0;
  formula_reported_ = false;
}

void SheetReader::begin_cell(const XmlElement& element) {
  if (const auto name = element.attribute("r")) {
    const auto reference = parse_cell_reference(*name);
    if (!reference || reference->row != row_) {
      fail(damaged(fmt::format("в строке {} стоит ячейка с невозможным адресом «{}»", row_,
                               shortened(*name, 20))));
    }
    column_ = reference->column;
  } else if (++column_ > kLastSheetColumn) {
    fail(damaged(fmt::format("в строке {} больше ячеек, чем бывает в строке", row_)));
  }
  type_ = stored_type(element.attribute("t").value_or(""));
  format_ = context_.styles.kind(style_number(element.attribute("s")));
  has_value_ = false;
  has_formula_ = false;
  has_inline_ = false;
  raw_.clear();
}

void SheetReader::merge(const XmlElement& element) {
  const auto range = element.attribute("ref").value_or("");
  const auto colon = range.find(':');
  if (colon == std::string_view::npos) return;
  const auto first = parse_cell_reference(range.substr(0, colon));
  const auto last = parse_cell_reference(range.substr(colon + 1));
  if (first && last) sink_.merged({first->row, first->column, last->row, last->column});
}

void SheetReader::begin_part(const XmlElement& element) {
  if (element.name == "v") {
    in_value_ = true;
    has_value_ = true;
  } else if (element.name == "f") {
    has_formula_ = true;
  } else if (element.name == "is") {
    in_inline_ = true;
    has_inline_ = true;
    inline_text_.clear();
  }
}

void SheetReader::text(std::string_view text) {
  if (in_inline_) {
    inline_text_.text(text);
  } else if (in_value_ && depth_ == kPart && raw_.size() <= kMaxRawCellBytes) {
    raw_ += text;
  }
}

bool SheetReader::end(std::size_t depth) {
  depth_ = depth - 1;
  switch (depth) {
    case kData:
      in_data_ = false;
      return true;
    case kRow:
      return !std::exchange(in_row_, false) || end_row();
    case kCell:
      if (std::exchange(in_cell_, false)) end_cell();
      return true;
    case kPart:
      in_value_ = false;
      in_inline_ = false;
      return true;
    default:
      if (in_inline_) inline_text_.end(depth);
      return true;
  }
}

void SheetReader::read_cell(Cell& out) {
  if (has_inline_ && (type_ == StoredType::kInline || !has_value_)) {
    if (inline_text_.too_long()) throw BadWorkbook(cell_too_long());
    set_text(inline_text_.result(), out);
    return;
  }
  read_value({type_, format_, raw_}, context_.strings, context_.epoch_1904, out);
}

void SheetReader::end_cell() {
  if (!has_value_ && !has_inline_) {
    if (has_formula_) formula_without_result();
    return;
  }
  try {
    read_cell(cell_);
  } catch (const BadWorkbook& bad) {
    Problem problem = bad.problem();
    problem.message =
        fmt::format("Ячейка {}{}: {}", column_letters(column_), row_, problem.message);
    fail(std::move(problem));
  }
  if (!cell_.text.empty()) place_cell();
}

void SheetReader::place_cell() {
  if (row_ > kMaxRows) {
    fail({"limit", fmt::format("На листе больше {} строк.", base::grouped(kMaxRows)),
          "Уберите лишние строки внизу листа или разделите таблицу на несколько листов."});
  }
  if (column_ > static_cast<std::int64_t>(kMaxColumns)) return too_wide();
  const auto column = static_cast<std::size_t>(column_ - 1);
  if (cells_.size() <= column) cells_.resize(column + 1);
  for (; touched_ <= column; ++touched_) {
    cells_[touched_].kind = Cell::Kind::kText;
    cells_[touched_].text.clear();
  }
  if (!cells_[column].text.empty()) {
    fail(damaged(fmt::format("ячейка {}{} записана в ней дважды", column_letters(column_), row_)));
  }
  delivered_ += cell_.text.size();
  if (delivered_ > kMaxDeliveredBytes) {
    fail({"limit", fmt::format("На листе больше {} МБ текста.", kMaxDeliveredBytes / kMegabyte),
          "Разделите таблицу на несколько листов."});
  }
  std::swap(cells_[column], cell_);
  width_ = std::max(width_, column + 1);
}

void SheetReader::too_wide() {
  if (std::exchange(too_wide_reported_, true)) return;
  sink_.file_problem(row_,
                     {"limit",
                      fmt::format("Ячейка {}{}: значение стоит правее столбца {} и не прочитано.",
                                  column_letters(column_), row_,
                                  column_letters(static_cast<std::int64_t>(kMaxColumns))),
                      "Уберите с листа всё, что стоит правее таблицы."});
}

void SheetReader::formula_without_result() {
  if (std::exchange(formula_reported_, true)) return;
  sink_.file_problem(
      row_,
      {"formula",
       fmt::format("Ячейка {}{}: в ней формула, а её результат в файле не сохранён.",
                   column_letters(column_), row_),
       "Откройте книгу в Excel или LibreOffice и сохраните её: формулы посчитаются. Или замените "
       "формулы значениями."});
}

bool SheetReader::end_row() {
  return width_ == 0 || sink_.row(row_, std::span<const Cell>(cells_).first(width_));
}

}  // namespace metodaktiv::tabular
