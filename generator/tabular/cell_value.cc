#include "tabular/cell_value.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"
#include "tabular/bad_workbook.h"
#include "tabular/limits.h"
#include "tabular/number_text.h"
#include "tabular/rich_text.h"
#include "tabular/serial_date.h"

namespace metodaktiv::tabular {
namespace {

[[noreturn]] void too_long() { throw BadWorkbook(cell_too_long()); }

void set(Cell& out, Cell::Kind kind, std::string_view text) {
  out.kind = kind;
  out.text = text;
}

void read_number(const StoredValue& value, bool epoch_1904, Cell& out) {
  auto number = parse_stored_number(value.raw);
  if (!number) {
    set_text(plain_text(value.raw), out);  // as it stands: the reader of the cell sees the mistake
    return;
  }
  out.kind = Cell::Kind::kNumber;
  if (value.format != FormatKind::kNumber) {
    if (auto date = date_of_serial(number->value, value.format, epoch_1904)) {
      out.kind = Cell::Kind::kDate;
      out.text = std::move(*date);
      return;
    }
  }
  out.text = std::move(number->text);
}

void read_shared(std::string_view raw, const SharedStrings& strings, Cell& out) {
  raw = base::trimmed(raw);
  if (raw.empty()) {
    set(out, Cell::Kind::kText, "");
    return;
  }
  std::size_t index = 0;
  const char* end = raw.data() + raw.size();
  const auto [stop, error] = std::from_chars(raw.data(), end, index);
  if (error != std::errc() || stop != end || index >= strings.size())
    throw BadWorkbook(damaged("текст ячейки в ней потерян"));
  const auto text = strings.at(index);
  if (!text) too_long();
  set(out, Cell::Kind::kText, *text);
}

}  // namespace

Problem cell_too_long() {
  return {"limit",
          fmt::format("В ячейке больше {} знаков: столько не вмещает ни один табличный редактор.",
                      base::grouped(kMaxCellCharacters)),
          "Сократите текст."};
}

StoredType stored_type(std::string_view attribute) {
  if (attribute == "s") return StoredType::kShared;
  if (attribute == "n" || attribute.empty()) return StoredType::kNumber;
  if (attribute == "inlineStr") return StoredType::kInline;
  if (attribute == "b") return StoredType::kBoolean;
  if (attribute == "e") return StoredType::kError;
  if (attribute == "d") return StoredType::kDate;
  return StoredType::kFormulaText;
}

void set_text(std::string_view text, Cell& out) {
  if (is_too_long(text)) too_long();
  set(out, Cell::Kind::kText, text);
}

void read_value(const StoredValue& value, const SharedStrings& strings, bool epoch_1904,
                Cell& out) {
  if (value.raw.size() > kMaxRawCellBytes) too_long();
  const std::string_view bare = base::trimmed(value.raw);
  switch (value.type) {
    case StoredType::kNumber:
      return read_number(value, epoch_1904, out);
    case StoredType::kShared:
      return read_shared(value.raw, strings, out);
    case StoredType::kBoolean:
      if (bare == "1" || bare == "true") return set(out, Cell::Kind::kBoolean, "1");
      if (bare == "0" || bare == "false") return set(out, Cell::Kind::kBoolean, "0");
      return set_text(plain_text(value.raw), out);
    case StoredType::kError:
      set_text(bare, out);
      if (!bare.empty()) out.kind = Cell::Kind::kError;
      return;
    case StoredType::kDate:
      if (const auto date = date_of_iso(bare)) return set(out, Cell::Kind::kDate, *date);
      return set_text(plain_text(value.raw), out);
    case StoredType::kInline:
    case StoredType::kFormulaText:
      break;
  }
  set_text(plain_text(value.raw), out);
}

}  // namespace metodaktiv::tabular
