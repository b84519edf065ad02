#include "forms/choice_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"

namespace metodaktiv::forms {
namespace {

using config::ColumnType;

/// The name of the list of allowed values; empty when the column has none.
std::string values_name(const config::FormDefinition& form, const config::FormColumn& column) {
  if (!column.profile_values.empty()) return "list_" + column.profile_values;
  if (!column.values.empty()) return fmt::format("values_{}_{}", form.table, column.key);
  return {};
}

}  // namespace

ChoiceLists::ChoiceLists(workbook::Workbook& book, workbook::Sheet& sheet,
                         const SharedLists& shared, ReferenceLabels& labels)
    : book_(book), sheet_(sheet), shared_(shared), labels_(labels) {}

const ShownValues& ChoiceLists::values_of(const config::FormDefinition& form,
                                          const config::FormColumn& column) {
  const std::string name = values_name(form, column);
  const auto known = values_.find(name);
  if (known != values_.end()) return known->second;
  if (column.profile_values.empty()) {
    return values_.emplace(name, ShownValues(column.values)).first->second;
  }
  const auto list = shared_.profile.find(column.profile_values);
  if (list == shared_.profile.end()) {
    throw base::Failure(
        fmt::format("Таблица «{}», столбец «{}»: в профиле региона нет списка «{}». Проверьте "
                    "описание формы и профиль.",
                    form.title, column.title, column.profile_values));
  }
  return values_.emplace(name, ShownValues(list->second)).first->second;
}

std::string ChoiceLists::list_of(const config::FormDefinition& form,
                                 const config::FormColumn& column) {
  switch (column.type) {
    case ColumnType::kReference:
      return add("refs_" + column.references, column.references,
                 labels_.offered(column.references));
    case ColumnType::kBoolean:
      return add("yes_no", "да или нет", {std::string(kYes), std::string(kNo)});
    case ColumnType::kSchoolYear:
      return add("school_years", "Учебный год", shared_.school_years);
    case ColumnType::kEnum:
    case ColumnType::kList: {
      const std::string name = values_name(form, column);
      if (name.empty()) return {};
      return add(name, column.title, values_of(form, column).offered());
    }
    default:
      return {};
  }
}

std::string ChoiceLists::add(const std::string& name, const std::string& heading,
                             const std::vector<std::string>& values) {
  const int next = static_cast<int>(columns_.size());
  const auto [entry, is_new] = columns_.try_emplace(name, next);
  if (!is_new) return name;
  const int column = entry->second;
  sheet_.text(0, column, heading);
  int row = 0;
  for (const auto& value : values) sheet_.text(++row, column, value);
  const int last = std::max(row, 1);  // an empty list offers nothing, but must have a cell
  book_.define_name(name, sheet_.range(1, column, last, column));
  return name;
}

}  // namespace metodaktiv::forms
