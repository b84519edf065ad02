#include "workbook/validation.h"

#include <xlsxwriter.h>

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "workbook/cell_text.h"
#include "workbook/sheet.h"

namespace metodaktiv::workbook {
namespace {

lxw_datetime datetime(base::Date date) {
  lxw_datetime value{};
  value.year = date.year();
  value.month = static_cast<int>(date.month());
  value.day = static_cast<int>(date.day());
  return value;
}

std::uint8_t type_of(const Validation& rule) {
  switch (rule.kind) {
    case ValidationKind::kAny:
      return LXW_VALIDATION_TYPE_ANY;
    case ValidationKind::kList:
      return rule.list_name.empty() ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA;
    case ValidationKind::kWhole:
      return LXW_VALIDATION_TYPE_INTEGER;
    case ValidationKind::kDecimal:
      return LXW_VALIDATION_TYPE_DECIMAL;
    case ValidationKind::kDate:
      return LXW_VALIDATION_TYPE_DATE;
    case ValidationKind::kTextLength:
      return LXW_VALIDATION_TYPE_LENGTH;
  }
  return LXW_VALIDATION_TYPE_ANY;
}

}  // namespace

void Sheet::validate(int first_row, int first_column, int last_row, int last_column,
                     const Validation& rule) {
  std::string input_title = cell_text(rule.input_title, kPromptTitleLimit);
  std::string input_text = cell_text(rule.input_text, kPromptTextLimit);
  std::string error_title = cell_text(rule.error_title, kPromptTitleLimit);
  std::string error_text = cell_text(rule.error_text, kErrorTextLimit);
  if (rule.kind == ValidationKind::kAny && input_title.empty() && input_text.empty()) return;

  lxw_data_validation data{};
  data.validate = type_of(rule);
  data.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  data.minimum_number = rule.least;
  data.maximum_number = rule.most;
  data.minimum_datetime = datetime(rule.first);
  data.maximum_datetime = datetime(rule.last);
  std::string formula = '=' + rule.list_name;
  data.value_formula = formula.data();
  std::vector<std::string> texts = rule.values;
  // `char*` in older versions of the library, `const char*` in newer ones.
  std::vector<std::remove_pointer_t<decltype(data.value_list)>> values;
  for (auto& text : texts) values.push_back(text.data());
  values.push_back(nullptr);
  data.value_list = values.data();

  data.input_title = input_title.data();
  data.input_message = input_text.data();
  data.error_title = error_title.data();
  data.error_message = error_text.data();
  data.error_type = rule.on_invalid == OnInvalid::kStop ? LXW_VALIDATION_ERROR_TYPE_STOP
                                                        : LXW_VALIDATION_ERROR_TYPE_WARNING;
  data.show_error = rule.on_invalid == OnInvalid::kAccept ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
  check(worksheet_data_validation_range(
      handle_, static_cast<std::uint32_t>(first_row), static_cast<std::uint16_t>(first_column),
      static_cast<std::uint32_t>(last_row), static_cast<std::uint16_t>(last_column), &data));
}

}  // namespace metodaktiv::workbook
