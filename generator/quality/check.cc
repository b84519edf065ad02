#include "quality/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "config/toml_reader.h"

namespace metodaktiv::quality {
namespace {

namespace fs = std::filesystem;
using config::TomlReader;

const std::vector<std::string> kSeverities = {"warning", "error"};

base::Severity severity_of(std::string_view word) {
  return word == kSeverities.back() ? base::Severity::kError : base::Severity::kWarning;
}

bool is_id(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

MessageTemplate read_template(TomlReader& reader, std::string_view key) {
  const auto text = reader.required_text(key);
  auto parsed = MessageTemplate::parse(text);
  if (!parsed) {
    reader.error(key, fmt::format("В «{}» не разобрать фигурные скобки.", key),
                 "Пишите {имя}, {имя:педагог|педагога|педагогов} или {имя#…|…|…}.");
    return {};
  }
  return std::move(*parsed);
}

/// Reads the files one after another into one list of checks.
class Loader {
 public:
  explicit Loader(const std::vector<config::FormDefinition>& forms) : forms_(forms) {}

  void read(const fs::path& file, bool of_region) {
    const auto document = config::parse_toml(file, findings_);
    TomlReader reader(document, file.string(), findings_);
    reader.tables("checks", [&](TomlReader& entry) { add(entry, file); });
    if (of_region) reader.tables("changes", [&](TomlReader& entry) { change(entry); });
    reader.finish();
  }

  std::vector<Check> take() {
    config::throw_if_errors(findings_, "В правилах проверки есть ошибки:");
    return std::move(checks_);
  }

 private:
  void add(TomlReader& reader, const fs::path& file) {
    Check check;
    check.id = reader.required_text("id");
    check.severity = severity_of(reader.choice("severity", kSeverities));
    check.table = reader.text("table");
    check.title = reader.required_text("title");
    check.message = read_template(reader, "message");
    check.remedy = read_template(reader, "remedy");
    check.source = reader.text("source");
    check.sql = reader.required_text("query");
    check.file = file.string();
    check.line = reader.line();
    if (!check.id.empty() && !is_id(check.id)) {
      reader.error("id", fmt::format("«{}» не годится в ключи.", check.id),
                   "Используйте строчные латинские буквы, цифры и дефис.");
    }
    if (find(check.id) != checks_.end()) {
      reader.error("id", fmt::format("Проверка «{}» уже есть.", check.id),
                   "Дайте ей другой ключ или измените прежнюю.");
    }
    if (!check.table.empty() && std::none_of(forms_.begin(), forms_.end(), [&](const auto& form) {
          return form.table == check.table;
        })) {
      reader.error("table", fmt::format("Таблицы «{}» нет в реестре.", check.table),
                   "Возьмите ключ таблицы из data/forms.");
    }
    checks_.push_back(std::move(check));
  }

  void change(TomlReader& reader) {
    const auto id = reader.required_text("id");
    const bool enabled = reader.boolean("enabled", true);
    const auto it = find(id);
    if (it == checks_.end()) {
      reader.error("id", fmt::format("Проверки «{}» нет.", id), "Проверьте ключ по data/checks.");
      reader.text("source");
      reader.text("severity");
      return;
    }
    it->source = reader.text("source", it->source);
    const bool is_error = it->severity == base::Severity::kError;
    it->severity =
        severity_of(reader.choice("severity", kSeverities, kSeverities[is_error ? 1 : 0]));
    if (!enabled) checks_.erase(it);
  }

  std::vector<Check>::iterator find(const std::string& id) {
    return std::find_if(checks_.begin(), checks_.end(), [&](const Check& c) { return c.id == id; });
  }

  const std::vector<config::FormDefinition>& forms_;
  base::Findings findings_;
  std::vector<Check> checks_;
};

}  // namespace

std::string Check::origin() const {
  return fmt::format("{}, строка {}, проверка «{}»", file, line, id);
}

std::vector<Check> load_checks(const fs::path& checks_folder, const fs::path& region_file,
                               const std::vector<config::FormDefinition>& forms) {
  const auto files = base::list_files(checks_folder, ".toml");
  if (files.empty()) {
    throw base::Failure(
        fmt::format("В папке «{}» нет правил проверки (*.toml). Восстановите её из поставки.",
                    checks_folder.string()));
  }
  Loader loader(forms);
  for (const auto& file : files) loader.read(file, false);
  if (base::stands(region_file)) loader.read(region_file, true);
  return loader.take();
}

}  // namespace metodaktiv::quality
