#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "import/column_rule.h"

namespace metodaktiv::import {
namespace {

using config::ColumnType;

constexpr std::size_t kExactDigits = 15;  // a spreadsheet keeps no more of a number

std::size_t digits(std::string_view number) {
  number = number.substr(0, number.find('.'));
  return static_cast<std::size_t>(
      std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

Problem number_for_date() {
  return {"date", "В ячейке число, а не дата.",
          "Задайте ячейке формат «Дата» и впишите дату заново, например 01.09.2024."};
}

Problem inexact_number() {
  return {"number",
          "Табличный редактор хранит точно не больше 15 цифр числа: значение могло исказиться.",
          "Задайте ячейке формат «Текстовый» и впишите значение заново."};
}

}  // namespace

bool ColumnRule::read(const tabular::Cell& cell, registry::Value& value, Problem& problem,
                      std::string_view municipality) const {
  using Kind = tabular::Cell::Kind;
  switch (cell.kind) {
    case Kind::kText:
      return read(std::string_view(cell.text), value, problem, municipality);
    case Kind::kNumber:
      if (column_->type != ColumnType::kDate && digits(cell.text) <= kExactDigits)
        return read(std::string_view(cell.text), value, problem);
      problem = column_->type == ColumnType::kDate ? number_for_date() : inexact_number();
      return false;
    case Kind::kBoolean:
      return read(cell.text == "1" ? "да" : "нет", value, problem);
    case Kind::kDate:
      return read_date_cell(cell.text, value, problem);
    case Kind::kError:
      problem = {"excel_error", "Вместо значения в ячейке ошибка формулы.",
                 "Исправьте формулу или впишите значение."};
      return false;
  }
  return false;
}

bool ColumnRule::read_date_cell(std::string_view iso, registry::Value& value,
                                Problem& problem) const {
  constexpr std::size_t kDateLength = 10;
  const auto day = iso.substr(0, iso.find('T'));
  if (day.size() != kDateLength && column_->type != ColumnType::kDate) {
    problem = {"date_cell", "Табличный редактор превратил значение во время.",
               "Задайте ячейке формат «Текстовый» и впишите значение заново."};
    return false;
  }
  if (day.size() != kDateLength) {
    problem = {"date", "В ячейке время, а не дата.", "Впишите дату так: 01.09.2024."};
    return false;
  }
  if (column_->type == ColumnType::kDate) return read(day, value, problem);
  const auto date = base::Date::parse(day);
  problem = {"date_cell",
             fmt::format("Здесь не дата, а табличный редактор превратил значение в дату {}.",
                         date ? date->dotted() : std::string(day)),
             "Задайте ячейке формат «Текстовый» и впишите значение заново."};
  return false;
}

}  // namespace metodaktiv::import
