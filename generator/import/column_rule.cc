#include "import/column_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <regex>

#include "base/date.h"
#include "base/error.h"
#include "base/files.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/text.h"
#include "config/form_stamp.h"
#include "import/limits.h"
#include "import/typed_text.h"
#include "tabular/code_points.h"

namespace metodaktiv::import {
namespace {

using config::ColumnType;

constexpr std::size_t kListedValues = 12;
constexpr std::size_t kMaxPatternBytes = 500;  // std::regex recurses once per character

double to_double(const std::string& canonical) {
  double value = 0;
  std::from_chars(canonical.data(), canonical.data() + canonical.size(), value);
  return value;
}

/// «school (школа)», or one of them where it says all.
std::string listed(const config::AllowedValue& value) {
  if (value.title.empty() || value.title == value.key) return value.key;
  if (value.title.starts_with(value.key + ' ')) return value.title;
  return fmt::format("{} ({})", value.key, value.title);
}

Problem code_problem(std::string_view text) {
  const bool cyrillic = std::any_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0xD0; });
  const bool latin =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (cyrillic && latin) {
    return {"code", "В коде перемешаны русские и латинские буквы: на вид они одинаковы.",
            "Наберите код заново, в латинской раскладке."};
  }
  const std::string suggestion = base::slug(text);
  return {"code",
          "Это не код: в коде только строчные латинские буквы, цифры и дефис, не больше 64 знаков.",
          suggestion.empty()
              ? "Напишите код по образцу severny-school-5."
              : fmt::format("Напишите код без других знаков, например «{}».", suggestion)};
}

}  // namespace

struct ColumnRule::Pattern {
  explicit Pattern(const std::string& text) : regex(text, std::regex::ECMAScript) {}
  std::regex regex;
};

ColumnRule::ColumnRule(const config::FormDefinition& form, const config::FormColumn& column,
                       const ProfileKeys& keys, ReferenceNames* names)
    : column_(&column), in_key_(form.in_key(column.key)), names_(names) {
  if (!column.pattern.empty()) pattern_ = std::make_unique<Pattern>(column.pattern);
  if (!column.profile_values.empty()) {
    const auto list = keys.lists.find(column.profile_values);
    if (list == keys.lists.end()) {
      throw base::Failure(
          fmt::format("Таблица «{}», столбец «{}»: в профиле региона нет списка «{}». Проверьте "
                      "описание формы и профиль.",
                      form.title, column.title, column.profile_values));
    }
    profile_allowed_ = list->second;
  }
  const bool from_profile = !column.profile_values.empty();
  if (!from_profile && column.values.empty()) return;
  const auto& allowed = from_profile ? profile_allowed_ : column.values;
  for (const auto& value : allowed) keys_.emplace(value.key, value.key);
  for (const auto& value : allowed) keys_.emplace(base::folded(value.key), value.key);
  for (const auto& value : allowed) keys_.emplace(base::folded(value.title), value.key);
}

ColumnRule::~ColumnRule() = default;
ColumnRule::ColumnRule(ColumnRule&&) noexcept = default;

registry::Value ColumnRule::empty() const {
  if (in_key_ && !column_->required && column_->type != ColumnType::kReference)
    return std::string();
  return {};
}

Problem ColumnRule::required_problem() const {
  return {"required", "Ячейка пуста, а столбец обязателен.",
          column_->hint.empty() ? "Заполните ячейку." : column_->hint};
}

std::string_view sql_type(ColumnType type) {
  switch (type) {
    case ColumnType::kInteger:
    case ColumnType::kBoolean:
    case ColumnType::kYear:
      return "INTEGER";
    case ColumnType::kNumber:
      return "REAL";
    default:
      return "TEXT";
  }
}

bool ColumnRule::read(std::string_view cell, registry::Value& value, Problem& problem,
                      std::string_view municipality) const {
  const auto fault = text_fault(cell);
  if (fault == Fault::kUndecodable) {
    problem = {"encoding", "В ячейке есть знаки, которые не удалось прочитать.",
               "Введите текст заново и сохраните файл как «CSV UTF-8»."};
    return false;
  }
  if (fault == Fault::kControl) {
    problem = {"characters", "В ячейке есть управляющие знаки, которых не видно.",
               "Введите текст заново."};
    return false;
  }
  const auto text = base::trimmed(cell);
  if (text.empty()) {
    value = empty();
    if (!column_->required) return true;
    problem = required_problem();
    return false;
  }
  switch (column_->type) {
    case ColumnType::kCode:
    case ColumnType::kReference:
      if (column_->type == ColumnType::kCode && base::is_device_name(text)) {
        problem = {"code",
                   fmt::format("Код «{}» занят системой Windows: страницу с таким именем там не "
                               "сохранить.",
                               text),
                   "Возьмите другой код, например с цифрой на конце."};
        return false;
      }
      if (is_code(text)) {
        value = std::string(text);
        return true;
      }
      if (column_->type == ColumnType::kReference)
        return read_label(text, value, problem, municipality);
      problem = code_problem(text);
      return false;
    case ColumnType::kMarkdown:
      return read_text(with_plain_line_ends(cell), value, problem);
    case ColumnType::kText:
      return read_text(with_plain_line_ends(text), value, problem);
    case ColumnType::kInteger:
    case ColumnType::kNumber:
    case ColumnType::kYear:
      return read_number(text, value, problem);
    case ColumnType::kBoolean:
      if (const auto answer = read_boolean(text)) {
        value = std::int64_t{*answer ? 1 : 0};
        return true;
      }
      problem = {"boolean", "Ожидалось «да» или «нет».",
                 "Напишите «да» или «нет» (можно 1 или 0)."};
      return false;
    case ColumnType::kDate:
      if (const auto date = base::Date::parse(text)) {
        value = date->iso();
        return true;
      }
      problem = {"date", date_fault(text), "Напишите дату так: 01.09.2024 или 2024-09-01."};
      return false;
    case ColumnType::kSchoolYear:
      if (const auto year = base::SchoolYear::parse(text)) {
        value = year->text();
        return true;
      }
      problem = {"school_year", "Это не учебный год.",
                 "Напишите два года подряд через дробь, например 2024/2025."};
      return false;
    case ColumnType::kEnum:
      return read_enum(text, value, problem);
    case ColumnType::kList:
      return read_list(text, value, problem);
    case ColumnType::kUrl:
      if (is_web_address(text) && text.size() <= kMaxUrlLength) {
        value = std::string(text);
        return true;
      }
      problem = {
          "url", "Это не адрес страницы.",
          "Скопируйте адрес из браузера целиком: он начинается с https:// и не содержит пробелов."};
      return false;
    case ColumnType::kEmail:
      if (is_email(text)) {
        value = std::string(text);
        return true;
      }
      problem = {"email", "Это не адрес электронной почты.",
                 "Напишите один адрес, например metod@severny.example."};
      return false;
    case ColumnType::kFile: {
      std::string path(text);
      std::replace(path.begin(), path.end(), '\\', '/');
      if (is_inner_path(path)) {
        value = std::move(path);
        return true;
      }
      problem = {
          "path", "Путь должен вести внутрь загружаемой папки.",
          "Положите файл в эту папку и напишите путь от неё, например practices/reading-club.md."};
      return false;
    }
  }
  return false;
}

bool ColumnRule::read_label(std::string_view text, registry::Value& value, Problem& problem,
                            std::string_view municipality) const {
  const auto by_name = [&](std::string_view name) {
    return names_ ? names_->find(column_->references, name, municipality) : ReferenceNames::Found();
  };
  if (const auto code = config::code_of_label(text); is_code(code)) {
    const auto found = by_name(text.substr(0, text.rfind('[')));
    if (found.code && *found.code != code) {
      problem = {"label",
                 fmt::format("Название и код говорят о разном: под этим названием в реестре стоит "
                             "код «{}».",
                             *found.code),
                 "Выберите значение из списка заново."};
      return false;
    }
    value = std::string(code);
    return true;
  }
  const auto found = by_name(text);
  if (found.code) {
    value = *found.code;
    return true;
  }
  if (found.several) {
    problem = {"ambiguous", "Так называются несколько записей.",
               "Выберите значение из списка или впишите код."};
    return false;
  }
  problem = {
      "code",
      municipality.empty()
          ? "Это не код, и записи с таким названием в реестре нет."
          : "Это не код, и записи с таким названием в реестре у этого муниципалитета нет.",
      "Выберите значение из списка или впишите код; у новой записи с другого листа — её код."};
  return false;
}

bool ColumnRule::read_text(std::string&& text, registry::Value& value, Problem& problem) const {
  const std::size_t limit = column_->max_length.value_or(kMaxTextLength);
  if (text.size() > limit) {
    if (const auto length = base::length_utf8(text); length > limit) {
      problem = {
          "length",
          fmt::format("Слишком длинный текст: {}, а поместится не больше {}.",
                      base::counted(static_cast<std::int64_t>(length), "знак", "знака", "знаков"),
                      base::grouped(static_cast<std::int64_t>(limit))),
          "Сократите текст."};
      return false;
    }
  }
  if (pattern_ && (text.size() > kMaxPatternBytes || !std::regex_match(text, pattern_->regex))) {
    problem = {"pattern", "Значение записано не по образцу.",
               column_->hint.empty() ? "Сверьтесь с описанием столбца." : column_->hint};
    return false;
  }
  value = std::move(text);
  return true;
}

bool ColumnRule::read_number(std::string_view text, registry::Value& value,
                             Problem& problem) const {
  const auto canonical = canonical_number(text);
  const bool whole = column_->type != ColumnType::kNumber;
  if (!canonical || (whole && canonical->find('.') != std::string::npos)) {
    if (column_->type == ColumnType::kYear) {
      problem = {"integer", "Это не год.", "Напишите год четырьмя цифрами, например 2025."};
    } else if (whole) {
      problem = {"integer", "Ожидалось целое число.", "Напишите число цифрами, например 12."};
    } else {
      problem = {"number", "Ожидалось число.",
                 "Напишите число цифрами, дробную часть — через запятую: 3,5."};
    }
    return false;
  }
  // base::plain keeps six decimals: what is stored now is what an export will write.
  const double number = to_double(base::plain(to_double(*canonical)));
  const double least = column_->min.value_or(column_->type == ColumnType::kYear ? 1900 : number);
  const double most = column_->max.value_or(column_->type == ColumnType::kYear ? 2199 : number);
  if (number < least || number > most) {
    const bool low = number < least;
    problem = {
        "range",
        fmt::format("Число {} допустимого: {} — {}.", low ? "меньше" : "больше",
                    low ? "наименьшее" : "наибольшее", base::plain_russian(low ? least : most)),
        "Проверьте число."};
    return false;
  }
  if (whole) {
    std::int64_t integer = 0;
    std::from_chars(canonical->data(), canonical->data() + canonical->size(), integer);
    value = integer;
  } else {
    value = number;
  }
  return true;
}

const std::string* ColumnRule::key_for(std::string_view typed) const {
  auto found = keys_.find(typed);
  if (found == keys_.end()) found = keys_.find(base::folded(typed));
  return found == keys_.end() ? nullptr : &found->second;
}

Problem ColumnRule::not_allowed(std::string_view typed) const {
  const auto& allowed = column_->profile_values.empty() ? column_->values : profile_allowed_;
  std::vector<std::string> names;
  std::vector<std::string> shown;
  for (const auto& value : allowed) {
    names.push_back(value.key);
    names.push_back(value.title);
    if (shown.size() < kListedValues) shown.push_back(listed(value));
  }
  std::string remedy;
  if (const auto near = base::nearest(typed, names))
    remedy = fmt::format("Возможно, имелось в виду «{}». ", *near);
  remedy += fmt::format("Допустимо: {}{}.", base::join(shown, ", "),
                        allowed.size() > shown.size() ? " и другие значения списка" : "");
  return {"enum", "Такого значения нет в списке.", std::move(remedy)};
}

bool ColumnRule::read_enum(std::string_view text, registry::Value& value, Problem& problem) const {
  if (const auto* key = key_for(text)) {
    value = *key;
    return true;
  }
  problem = not_allowed(text);
  return false;
}

bool ColumnRule::read_list(std::string_view text, registry::Value& value, Problem& problem) const {
  std::vector<std::string> items;
  for (const auto& part : base::split(text, '|')) {
    std::string item(base::trimmed(part));
    if (item.empty()) continue;
    if (!column_->profile_values.empty()) {
      const auto* key = key_for(item);
      if (!key) {
        problem = not_allowed(item);
        problem.message = fmt::format("Значения «{}» нет в списке.", tabular::shortened(item, 60));
        return false;
      }
      item = *key;
    }
    if (std::find(items.begin(), items.end(), item) == items.end())
      items.push_back(std::move(item));
  }
  std::string joined = with_plain_line_ends(base::join(items, "|"));
  if (joined.empty()) {
    value = empty();
    if (column_->required) problem = required_problem();
    return !column_->required;
  }
  return read_text(std::move(joined), value, problem);
}

bool is_inner_path(std::string_view path) {
  if (path.empty() || path.size() > 500 || path.find_first_of("\\:\n\t") != std::string_view::npos)
    return false;
  for (const auto& part : base::split(path, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return true;
}

}  // namespace metodaktiv::import
