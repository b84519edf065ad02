#include "forms/cell_rules.h"

#include <fmt/format.h>

#include "base/number.h"
#include "base/text.h"
#include "workbook/cell_text.h"

namespace metodaktiv::forms {
namespace {

using config::ColumnType;
using config::FormColumn;
using workbook::OnInvalid;
using workbook::Validation;
using workbook::ValidationKind;

// What import takes where the form definition names no bounds.
constexpr double kMostNumber = 999'999'999'999.0;
constexpr double kFirstYear = 1900;
constexpr double kLastYear = 2199;
constexpr double kCodeLength = 64;

bool is_chosen(ColumnType type) {
  return type == ColumnType::kReference || type == ColumnType::kEnum ||
         type == ColumnType::kSchoolYear;
}

void take_numbers(Validation& rule, const FormColumn& column) {
  const bool is_year = column.type == ColumnType::kYear;
  const bool whole = column.type != ColumnType::kNumber;
  rule.kind = whole ? ValidationKind::kWhole : ValidationKind::kDecimal;
  rule.least = column.min.value_or(is_year ? kFirstYear : -kMostNumber);
  rule.most = column.max.value_or(is_year ? kLastYear : kMostNumber);
  rule.error_text = is_year ? "Напишите год четырьмя цифрами"
                    : whole ? "Напишите целое число"
                            : "Напишите число; дробную часть отделите запятой";
  if (column.min && column.max) {
    rule.error_text += fmt::format(" от {} до {}", base::plain_russian(*column.min),
                                   base::plain_russian(*column.max));
  } else if (column.min) {
    rule.error_text += fmt::format(", не меньше {}", base::plain_russian(*column.min));
  } else if (column.max) {
    rule.error_text += fmt::format(", не больше {}", base::plain_russian(*column.max));
  }
  rule.error_text += '.';
}

void take_text(Validation& rule, double least, double most) {
  rule.kind = ValidationKind::kTextLength;
  rule.least = least;
  rule.most = most;
  rule.error_text =
      fmt::format("Слишком длинно: поместится не больше {}.",
                  base::counted(static_cast<std::int64_t>(most), "знака", "знаков", "знаков"));
}

void take_list(Validation& rule, const std::string& list, OnInvalid on_invalid,
               std::string error_text) {
  rule.kind = ValidationKind::kList;
  rule.list_name = list;
  rule.on_invalid = on_invalid;
  rule.error_text = std::move(error_text);
}

/// How to fill the cell in, behind the hint of the form definition.
std::string manner(const FormColumn& column) {
  switch (column.type) {
    case ColumnType::kReference:
      return "Выберите из списка или впишите код.";
    case ColumnType::kEnum:
    case ColumnType::kSchoolYear:
      return "Выберите из списка.";
    case ColumnType::kList:
      return column.profile_values.empty() ? "" : "Несколько значений разделяйте чертой: |";
    case ColumnType::kDate:
      return "ДД.ММ.ГГГГ.";
    default:
      return "";
  }
}

}  // namespace

std::string hint_in_form(const FormColumn& column) {
  std::string hint = column.hint;
  if (is_chosen(column.type) || !column.profile_values.empty()) {
    const auto example = hint.find(" Например:");
    if (example != std::string::npos) hint.resize(example);
  }
  return hint;
}

Validation cell_rule(const FormColumn& column, const std::string& list) {
  Validation rule;
  rule.input_title = column.title;
  const std::string ending = manner(column);
  const std::size_t room = workbook::kPromptTextLimit - base::length_utf8(ending) - 1;
  rule.input_text = workbook::cell_text(hint_in_form(column), room);
  if (!ending.empty()) rule.input_text += (rule.input_text.empty() ? "" : " ") + ending;
  rule.error_title = column.title;
  switch (column.type) {
    case ColumnType::kReference:
      take_list(rule, list, OnInvalid::kWarn,
                "В списке этого нет. Если запись добавлена на другом листе этой книги, впишите её "
                "код и подтвердите ввод. Иначе выберите значение из списка.");
      break;
    case ColumnType::kSchoolYear:
      take_list(rule, list, OnInvalid::kWarn,
                "Такого учебного года нет в списке. Год пишется полностью, через дробь: "
                "2024/2025. Оставить?");
      break;
    case ColumnType::kEnum:
      take_list(rule, list, OnInvalid::kStop,
                "Такого значения нет в списке. Выберите из списка: стрелка справа от ячейки.");
      break;
    case ColumnType::kBoolean:
      take_list(rule, list, OnInvalid::kStop, "Напишите «да» или «нет».");
      break;
    case ColumnType::kList:
      if (!list.empty()) take_list(rule, list, OnInvalid::kAccept, "");
      break;
    case ColumnType::kDate:
      rule.kind = ValidationKind::kDate;
      rule.first = base::Date(1900, 1, 1);
      rule.last = base::Date(2100, 12, 31);
      rule.error_text =
          "Напишите дату в виде ДД.ММ.ГГГГ, например 01.09.2024: не раньше 1900 и не позже 2100 "
          "года.";
      break;
    case ColumnType::kInteger:
    case ColumnType::kYear:
    case ColumnType::kNumber:
      take_numbers(rule, column);
      break;
    case ColumnType::kCode:
      take_text(rule, 1, kCodeLength);
      break;
    case ColumnType::kText:
    case ColumnType::kMarkdown:
      if (column.max_length && *column.max_length < workbook::kCellTextLimit)
        take_text(rule, 0, static_cast<double>(*column.max_length));
      break;
    default:
      break;
  }
  return rule;
}

}  // namespace metodaktiv::forms
