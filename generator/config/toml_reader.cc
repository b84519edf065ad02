#include "config/toml_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "config/toml_remark.h"

namespace metodaktiv::config {

TomlReader::TomlReader(const toml::table& table, std::string file, base::Findings& findings)
    : table_(table), file_(std::move(file)), findings_(findings) {}

int TomlReader::line() const { return static_cast<int>(table_.source().begin.line); }

int TomlReader::line_of(std::string_view key) const {
  const auto* node = table_.get(key);
  return node ? static_cast<int>(node->source().begin.line) : line();
}

void TomlReader::error(std::string_view key, std::string message, std::string remedy) {
  findings_.add({base::Severity::kError,
                 "profile",
                 {file_, {}, line_of(key), {}},
                 {},
                 std::move(message),
                 std::move(remedy)});
}

const toml::node* TomlReader::find(std::string_view key) {
  asked_.emplace_back(key);
  return table_.get(key);
}

std::string TomlReader::text(std::string_view key, std::string fallback) {
  const auto* node = find(key);
  if (!node) return fallback;
  if (const auto value = node->value_exact<std::string>()) return *value;
  error(key, fmt::format("Значение «{}» должно быть текстом.", key), "Возьмите его в кавычки.");
  return fallback;
}

std::string TomlReader::required_text(std::string_view key) {
  const bool present = table_.get(key) != nullptr;
  auto value = text(key);
  if (!present || (value.empty() && table_.get(key)->is_string())) {
    error(key, fmt::format("Не указано «{}».", key),
          fmt::format("Добавьте строку {} = \"…\".", key));
  }
  return value;
}

bool TomlReader::boolean(std::string_view key, bool fallback) {
  const auto* node = find(key);
  if (!node) return fallback;
  if (const auto value = node->value_exact<bool>()) return *value;
  error(key, fmt::format("Значение «{}» должно быть true или false.", key), "Пишите без кавычек.");
  return fallback;
}

int TomlReader::integer(std::string_view key, int fallback) {
  const auto* node = find(key);
  if (!node) return fallback;
  const auto value = node->value_exact<std::int64_t>();
  if (value && *value >= -1000000000 && *value <= 1000000000) return static_cast<int>(*value);
  error(key, fmt::format("Значение «{}» должно быть целым числом.", key), "Пишите без кавычек.");
  return fallback;
}

int TomlReader::required_integer(std::string_view key) {
  if (!table_.get(key)) {
    error(key, fmt::format("Не указано «{}».", key),
          fmt::format("Добавьте строку {} = число.", key));
  }
  return integer(key, 0);
}

std::optional<double> TomlReader::number(std::string_view key) {
  const auto* node = find(key);
  if (!node) return std::nullopt;
  if (node->is_integer() || node->is_floating_point()) return node->value<double>();
  error(key, fmt::format("Значение «{}» должно быть числом.", key),
        "Пишите без кавычек, дробную часть — через точку.");
  return std::nullopt;
}

std::vector<std::string> TomlReader::texts(std::string_view key) {
  std::vector<std::string> result;
  const auto* node = find(key);
  if (!node) return result;
  const auto* array = node->as_array();
  bool good = array != nullptr;
  if (array) {
    for (const auto& item : *array) {
      const auto value = item.value_exact<std::string>();
      good = good && value.has_value();
      if (value) result.push_back(*value);
    }
  }
  if (!good) {
    error(key, fmt::format("Значение «{}» должно быть списком текстов.", key),
          "Пишите так: [\"первое\", \"второе\"].");
  }
  return result;
}

std::vector<int> TomlReader::integers(std::string_view key) {
  std::vector<int> result;
  const auto* node = find(key);
  if (!node) return result;
  const auto* array = node->as_array();
  bool good = array != nullptr;
  if (array) {
    for (const auto& item : *array) {
      const auto value = item.value_exact<std::int64_t>();
      good = good && value.has_value();
      if (value) result.push_back(static_cast<int>(*value));
    }
  }
  if (!good) {
    error(key, fmt::format("Значение «{}» должно быть списком целых чисел.", key),
          "Пишите так: [1, 4, 7, 10].");
  }
  return result;
}

std::string TomlReader::choice(std::string_view key, const std::vector<std::string>& words,
                               std::optional<std::string> fallback) {
  const auto value = fallback ? text(key, *fallback) : required_text(key);
  if (std::find(words.begin(), words.end(), value) != words.end()) return value;
  if (!value.empty()) {
    error(key, fmt::format("Значение «{}» = «{}» не из списка.", key, value),
          fmt::format("Допустимо: {}.", base::join(words, ", ")));
  }
  return words.front();
}

void TomlReader::table(std::string_view key, bool required,
                       const std::function<void(TomlReader&)>& read) {
  const auto* node = find(key);
  const toml::table empty;
  if (node && !node->is_table()) {
    error(key, fmt::format("«{}» должно быть разделом.", key),
          fmt::format("Начните его строкой [{}].", key));
    return;
  }
  if (!node && required) {
    error(key, fmt::format("Нет раздела [{}].", key), "Добавьте его.");
    return;
  }
  TomlReader reader(node ? *node->as_table() : empty, file_, findings_);
  read(reader);
  reader.finish();
}

void TomlReader::tables(std::string_view key, const std::function<void(TomlReader&)>& read) {
  const auto* node = find(key);
  if (!node) return;
  const auto* array = node->as_array();
  if (!array) {
    error(key, fmt::format("«{}» должно быть списком разделов.", key),
          fmt::format("Начинайте каждый строкой [[{}]].", key));
    return;
  }
  for (const auto& item : *array) {
    const auto* entry = item.as_table();
    if (!entry) {
      error(key, fmt::format("«{}» должно быть списком разделов.", key),
            fmt::format("Начинайте каждый строкой [[{}]].", key));
      return;
    }
    TomlReader reader(*entry, file_, findings_);
    read(reader);
    reader.finish();
  }
}

void TomlReader::finish() {
  for (const auto& [key, node] : table_) {
    const std::string name(key.str());
    if (std::find(asked_.begin(), asked_.end(), name) == asked_.end()) {
      error(name, fmt::format("Неизвестный ключ «{}».", name),
            "Проверьте написание или удалите строку.");
    }
  }
}

toml::table parse_toml(const std::filesystem::path& file, base::Findings& findings) {
  const std::string text = base::read_file(file);
  try {
    return toml::parse(text, file.string());
  } catch (const toml::parse_error& e) {
    auto remark = toml_remark(e, text);
    findings.add({base::Severity::kError,
                  "toml",
                  {file.string(), {}, static_cast<std::int64_t>(e.source().begin.line), {}},
                  {},
                  std::move(remark.message),
                  std::move(remark.remedy)});
    return {};
  }
}

void throw_if_errors(const base::Findings& findings, std::string_view headline) {
  if (!findings.has_errors()) return;
  std::string text(headline);
  for (const auto& finding : findings.sorted()) text += "\n  " + base::to_text(finding);
  throw InvalidData(text, findings);
}

}  // namespace metodaktiv::config
