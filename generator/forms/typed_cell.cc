#include "forms/typed_cell.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace metodaktiv::forms {
namespace {

using tabular::Cell;

constexpr std::size_t kExactDigits = 15;

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// A number as a CSV file spells it, if a cell holds it without loss: "12", "-3,5"; no leading
/// zeros.
std::optional<double> plain_number(std::string text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits == 0 || static_cast<std::size_t>(digits) > kExactDigits) return std::nullopt;
  const auto sign = text.starts_with('-') ? 1U : 0U;
  if (text.size() > sign + 1 && text[sign] == '0' && text[sign + 1] >= '0' && text[sign + 1] <= '9')
    return std::nullopt;
  std::replace(text.begin(), text.end(), ',', '.');
  return number_in(text);
}

/// "09:30:00" → seconds of the day.
std::optional<int> time_in(std::string_view text) {
  int parts[3] = {};
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto* begin = text.data() + 3 * i;
    if (std::from_chars(begin, begin + 2, parts[i]).ptr != begin + 2) return std::nullopt;
  }
  return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

TypedCell as_text(std::string text) {
  TypedCell typed;
  typed.text = std::move(text);
  return typed;
}

TypedCell as_number(double value) {
  TypedCell typed;
  typed.content = Content::kNumber;
  typed.number = value;
  return typed;
}

TypedCell as_date(base::Date date) {
  TypedCell typed;
  typed.content = Content::kDate;
  typed.date = date;
  return typed;
}

TypedCell typed_moment(const std::string& text) {
  if (const auto seconds = time_in(text)) {
    TypedCell typed;
    typed.content = Content::kTime;
    typed.seconds = *seconds;
    return typed;
  }
  const auto date = base::Date::parse_iso(std::string_view(text).substr(0, 10));
  if (!date) return as_text(text);
  auto typed = as_date(*date);
  if (text.size() == 10) return typed;
  const auto seconds = text[10] == 'T' ? time_in(std::string_view(text).substr(11)) : std::nullopt;
  if (!seconds) return as_text(text);
  typed.content = Content::kDateTime;
  typed.seconds = *seconds;
  return typed;
}

TypedCell typed_text(const std::string& text, const config::FormColumn* column) {
  using config::ColumnType;
  if (column == nullptr) return as_text(text);
  switch (column->type) {
    case ColumnType::kInteger:
    case ColumnType::kNumber:
    case ColumnType::kYear:
      if (const auto number = plain_number(text)) return as_number(*number);
      break;
    case ColumnType::kDate:
      if (const auto date = base::Date::parse(text)) return as_date(*date);
      break;
    default:
      break;
  }
  return as_text(text);
}

}  // namespace

TypedCell typed(const Cell& cell, const config::FormColumn* column, bool from_csv) {
  switch (cell.kind) {
    case Cell::Kind::kText:
      return from_csv ? typed_text(cell.text, column) : as_text(cell.text);
    case Cell::Kind::kNumber:
      if (const auto number = number_in(cell.text)) return as_number(*number);
      break;
    case Cell::Kind::kBoolean:
      return as_text(cell.text == "1" ? "да" : "нет");
    case Cell::Kind::kDate:
      return typed_moment(cell.text);
    case Cell::Kind::kError:
      break;
  }
  return as_text(cell.text);
}

void write_cell(workbook::Sheet& sheet, int row, int column, const TypedCell& cell,
                const RemarksStyles& styles, Mark mark) {
  const auto format = styles.cell(cell.content, mark);
  switch (cell.content) {
    case Content::kNumber:
      return sheet.number(row, column, cell.number, format);
    case Content::kDate:
      return sheet.date(row, column, cell.date, format);
    case Content::kDateTime:
      return sheet.date_time(row, column, cell.date, cell.seconds, format);
    case Content::kTime:
      return sheet.number(row, column, cell.seconds / 86400.0, format);
    case Content::kText:
    case Content::kHeader:
      break;
  }
  if (!cell.text.empty()) return sheet.text(row, column, cell.text, format);
  sheet.blank(row, column, format);
}

}  // namespace metodaktiv::forms
