#include "config/form_definition.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {
namespace {

// In the order of ColumnType and Privacy.
const std::vector<std::string> kTypeNames = {
    "code", "text",      "markdown", "integer", "number", "boolean", "date", "school_year",
    "enum", "reference", "list",     "url",     "email",  "file",    "year"};
const std::vector<std::string> kPrivacyNames = {"P", "C", "R", "X"};

template <typename Enum>
Enum choice_of(TomlReader& reader, std::string_view key, const std::vector<std::string>& names,
               std::optional<std::string> fallback = std::nullopt) {
  const auto name = reader.choice(key, names, std::move(fallback));
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// Table and column keys become SQL names and file names.
bool is_identifier(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

void check_identifier(TomlReader& reader, std::string_view key, const std::string& value) {
  if (value.empty() || is_identifier(value)) return;
  reader.error(key, fmt::format("«{}» не годится в ключи.", value),
               "Используйте строчные латинские буквы, цифры и «_», первой — букву.");
}

std::vector<AllowedValue> read_values(TomlReader& reader) {
  std::vector<AllowedValue> values;
  std::map<std::string, std::string> seen;
  reader.tables("values", [&](TomlReader& entry) {
    AllowedValue value{entry.required_text("key"), entry.required_text("title")};
    for (const auto& name : {base::folded(value.key), base::folded(value.title)}) {
      const auto [it, added] = seen.emplace(name, value.key);
      if (!added && it->second != value.key) {
        entry.error("title", fmt::format("«{}» стоит и у другого значения.", name),
                    "Ключи и названия значений не должны совпадать.");
      }
    }
    values.push_back(std::move(value));
  });
  return values;
}

void check_pattern(TomlReader& reader, const std::string& pattern) {
  if (pattern.empty()) return;
  try {
    const std::regex compiled(pattern, std::regex::ECMAScript);
  } catch (const std::regex_error&) {
    reader.error("pattern", fmt::format("Образец «{}» записан с ошибкой.", pattern),
                 "Проверьте скобки: это регулярное выражение ECMAScript.");
  }
}

FormColumn read_column(TomlReader& reader, Privacy table_privacy) {
  FormColumn column;
  column.key = reader.required_text("key");
  check_identifier(reader, "key", column.key);
  column.title = reader.required_text("title");
  column.type = choice_of<ColumnType>(reader, "type", kTypeNames);
  column.required = reader.boolean("required", false);
  column.references = reader.text("references");
  column.values = read_values(reader);
  column.profile_values = reader.text("profile_values");
  column.privacy = choice_of<Privacy>(reader, "privacy", kPrivacyNames,
                                      kPrivacyNames[static_cast<std::size_t>(table_privacy)]);
  column.public_if = reader.text("public_if");
  column.min = reader.number("min");
  column.max = reader.number("max");
  if (const int length = reader.integer("max_length", 0); length > 0) {
    column.max_length = static_cast<std::size_t>(length);
  } else if (length < 0) {
    reader.error("max_length", "Длина не бывает отрицательной.", "Укажите целое число больше 0.");
  }
  column.pattern = reader.text("pattern");
  check_pattern(reader, column.pattern);
  column.hint = reader.text("hint");
  column.import_only = reader.boolean("import_only", false);

  const bool has_list = !column.values.empty() || !column.profile_values.empty();
  if (column.type == ColumnType::kEnum && !has_list) {
    reader.error("type", fmt::format("У столбца «{}» нет списка значений.", column.key),
                 "Добавьте values или profile_values.");
  }
  if ((column.type == ColumnType::kReference) == column.references.empty()) {
    reader.error("references",
                 fmt::format("У столбца «{}» тип и references не согласованы.", column.key),
                 "references указывают у столбцов с типом reference и только у них.");
  }
  if (column.min && column.max && *column.min > *column.max) {
    reader.error("min", fmt::format("У столбца «{}» min больше max.", column.key),
                 "Поменяйте их местами.");
  }
  if (column.import_only && (column.type != ColumnType::kFile || !column.key.ends_with("_file"))) {
    reader.error("import_only", fmt::format("Столбец «{}» не может быть import_only.", column.key),
                 "Так помечают столбец file, ключ которого — ключ заполняемого столбца с «_file».");
  }
  return column;
}

/// What one column cannot know about the others of its table.
void check_columns(TomlReader& reader, const FormDefinition& form) {
  std::map<std::string, std::string> names;
  for (const auto& column : form.columns) {
    for (const auto& name : {base::folded(column.key), base::folded(column.title)}) {
      const auto [it, added] = names.emplace(name, column.key);
      if (!added && it->second != column.key) {
        reader.error("columns", fmt::format("«{}» называет два столбца.", name),
                     "Переименуйте один из них.");
      }
    }
  }
  const auto find = [&form](const std::string& key) {
    return std::find_if(form.columns.begin(), form.columns.end(),
                        [&key](const FormColumn& column) { return column.key == key; });
  };
  const auto require = [&](std::string_view field, const std::string& key) {
    if (find(key) != form.columns.end()) return;
    reader.error(field, fmt::format("В таблице нет столбца «{}».", key), "Проверьте ключ столбца.");
  };
  for (const auto& key : form.key) require("key", key);
  for (const auto& key : form.person) require("person", key);
  for (const auto& group : form.one_of) {
    for (const auto& key : group) require("one_of", key);
  }
  if (form.key.empty())
    reader.error("key", "У таблицы нет ключа.", "Перечислите ключевые столбцы.");
  if (form.columns.empty())
    reader.error("columns", "У таблицы нет столбцов.", "Опишите их в [[columns]].");
  for (const auto& column : form.columns) {
    if (column.import_only) require("columns", column.key.substr(0, column.key.rfind("_file")));
    if (column.public_if.empty()) continue;
    const auto opener = find(column.public_if);
    if (opener == form.columns.end() || opener->type != ColumnType::kBoolean) {
      reader.error(
          "columns",
          fmt::format("public_if = «{}» — не логический столбец этой таблицы.", column.public_if),
          "Укажите ключ столбца с типом boolean.");
    }
  }
}

/// `one_of` is a list of lists, which TomlReader has no word for.
std::vector<std::vector<std::string>> read_groups(const toml::table& table, TomlReader& reader) {
  std::vector<std::vector<std::string>> groups;
  const auto* outer = table.get("one_of");
  if (!outer) return groups;
  bool good = outer->is_array();
  if (good) {
    for (const auto& item : *outer->as_array()) {
      const auto* inner = item.as_array();
      auto& group = groups.emplace_back();
      if (inner) {
        for (const auto& key : *inner) group.push_back(key.value_or<std::string>(""));
      }
      good = good && group.size() > 1;
    }
  }
  if (!good) {
    reader.error("one_of", "Значение «one_of» должно быть списком списков столбцов.",
                 "Пишите так: [[\"первый\", \"второй\"]].");
  }
  return groups;
}

FormDefinition read_form(const std::filesystem::path& file, base::Findings& findings) {
  FormDefinition form;
  toml::table table = parse_toml(file, findings);
  if (table.empty()) return form;
  const auto groups_table = table;
  table.erase("one_of");
  TomlReader reader(table, file.string(), findings);
  form.table = reader.required_text("table");
  check_identifier(reader, "table", form.table);
  form.title = reader.required_text("title");
  form.privacy = choice_of<Privacy>(reader, "privacy", kPrivacyNames);
  form.order = reader.required_integer("order");
  form.description = reader.text("description");
  form.key = reader.texts("key");
  form.person = reader.texts("person");
  form.one_of = read_groups(groups_table, reader);
  reader.tables("columns", [&](TomlReader& column) {
    form.columns.push_back(read_column(column, form.privacy));
  });
  check_columns(reader, form);
  reader.finish();
  return form;
}

/// What one form cannot know about the others.
void check_forms(const std::vector<FormDefinition>& forms, const std::filesystem::path& folder,
                 base::Findings& findings) {
  const auto report = [&](const FormDefinition& form, std::string message, std::string remedy) {
    findings.add({base::Severity::kError,
                  "profile",
                  {(folder / (form.table + ".toml")).string(), {}, 0, {}},
                  {},
                  std::move(message),
                  std::move(remedy)});
  };
  std::map<std::string, std::string> names;
  for (const auto& form : forms) {
    for (const auto& name : {base::folded(form.table), base::folded(form.title)}) {
      const auto [it, added] = names.emplace(name, form.table);
      if (!added && it->second != form.table) {
        report(form, fmt::format("«{}» называет две таблицы.", name), "Переименуйте одну из них.");
      }
    }
    for (const auto& column : form.columns) {
      if (column.references.empty()) continue;
      const auto target = std::find_if(
          forms.begin(), forms.end(),
          [&](const FormDefinition& other) { return other.table == column.references; });
      if (target == forms.end()) {
        report(form,
               fmt::format("Столбец «{}» ссылается на неизвестную таблицу «{}».", column.key,
                           column.references),
               "Проверьте references.");
      } else if (target->key.size() != 1) {
        report(form,
               fmt::format("Столбец «{}» ссылается на таблицу «{}», а у неё составной ключ.",
                           column.key, column.references),
               "Ссылаться можно на таблицу с ключом из одного столбца.");
      }
    }
  }
}

}  // namespace

const FormColumn* FormDefinition::column(std::string_view key_or_title) const {
  const std::string wanted = base::folded(key_or_title);
  for (const auto& candidate : columns) {
    if (base::folded(candidate.key) == wanted || base::folded(candidate.title) == wanted)
      return &candidate;
  }
  return nullptr;
}

bool FormDefinition::in_key(std::string_view column_key) const {
  return std::find(key.begin(), key.end(), column_key) != key.end();
}

std::vector<FormDefinition> load_form_definitions(const std::filesystem::path& forms_folder) {
  base::Findings findings;
  std::vector<FormDefinition> forms;
  for (const auto& file : base::list_files(forms_folder, ".toml"))
    forms.push_back(read_form(file, findings));
  if (forms.empty()) {
    throw base::Failure(
        fmt::format("В папке «{}» нет описаний форм (*.toml). Проверьте, что --project указывает "
                    "на папку проекта.",
                    forms_folder.string()));
  }
  if (!findings.has_errors()) check_forms(forms, forms_folder, findings);
  throw_if_errors(findings, fmt::format("Ошибки в описаниях форм «{}»:", forms_folder.string()));
  std::stable_sort(
      forms.begin(), forms.end(),
      [](const FormDefinition& a, const FormDefinition& b) { return a.order < b.order; });
  return forms;
}

}  // namespace metodaktiv::config
