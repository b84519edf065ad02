#include "site/column_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "base/text.h"

namespace metodaktiv::site::wording {
namespace {

using config::ColumnType;
using config::FormColumn;
using config::FormDefinition;
using config::Privacy;

constexpr std::string_view kExample = " Например:";

std::string bounds(const FormColumn& column) {
  if (column.min && column.max) {
    return fmt::format(", от {} до {}", base::plain_russian(*column.min),
                       base::plain_russian(*column.max));
  }
  if (column.min) return fmt::format(", не меньше {}", base::plain_russian(*column.min));
  if (column.max) return fmt::format(", не больше {}", base::plain_russian(*column.max));
  return {};
}

std::string year_bounds(const FormColumn& column) {
  if (column.min && column.max)
    return fmt::format(", с {:.0f} по {:.0f}", *column.min, *column.max);
  if (column.min) return fmt::format(", с {:.0f}", *column.min);
  return column.max ? fmt::format(", по {:.0f}", *column.max) : std::string();
}

std::string length(const FormColumn& column) {
  if (!column.max_length) return {};
  return fmt::format(", до {}", base::counted(static_cast<std::int64_t>(*column.max_length),
                                              "знака", "знаков", "знаков"));
}

}  // namespace

std::string privacy(Privacy privacy) {
  switch (privacy) {
    case Privacy::kPublic:
      return "публикуется";
    case Privacy::kConsent:
      return "только с согласия человека";
    case Privacy::kRestricted:
      return "служебное: не публикуется";
    case Privacy::kPersonal:
      return "персональные данные: не публикуются";
  }
  return {};
}

std::string column_type(const FormColumn& column, std::string_view school_year) {
  switch (column.type) {
    case ColumnType::kCode:
      return "код: строчные латинские буквы, цифры и дефис";
    case ColumnType::kText:
      return "текст" + length(column);
    case ColumnType::kMarkdown:
      return "текст с разметкой Markdown" + length(column);
    case ColumnType::kInteger:
      return "целое число" + bounds(column);
    case ColumnType::kNumber:
      return "число" + bounds(column);
    case ColumnType::kBoolean:
      return "да или нет";
    case ColumnType::kDate:
      return "дата: ДД.ММ.ГГГГ";
    case ColumnType::kSchoolYear:
      return fmt::format("учебный год полностью, например {}", school_year);
    case ColumnType::kEnum:
      return "одно значение из списка";
    case ColumnType::kReference:
      return "код записи из таблицы";
    case ColumnType::kList:
      return column.values.empty() && column.profile_values.empty()
                 ? "одно или несколько значений через «|»"
                 : "одно или несколько значений из списка через «|»";
    case ColumnType::kUrl:
      return "адрес страницы: https://…";
    case ColumnType::kEmail:
      return "адрес электронной почты";
    case ColumnType::kFile:
      return "имя файла";
    case ColumnType::kYear:
      return "год четырьмя цифрами" + year_bounds(column);
  }
  return {};
}

std::string column_privacy(const FormDefinition& form, const FormColumn& column) {
  const auto* consent = column.public_if.empty() ? nullptr : form.column(column.public_if);
  return consent ? fmt::format("публикуется, только если «{}» — да", consent->title)
                 : privacy(column.privacy);
}

std::string column_hint(const FormDefinition& form, const FormColumn& column) {
  const bool is_name =
      !column.public_if.empty() ||
      std::find(form.person.begin(), form.person.end(), column.key) != form.person.end();
  const auto example = column.hint.find(kExample);
  return is_name && example != std::string::npos ? column.hint.substr(0, example) : column.hint;
}

}  // namespace metodaktiv::site::wording
