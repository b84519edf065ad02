#include "commands/journal_text.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "config/ownership.h"
#include "registry/withdrawal.h"

namespace metodaktiv::commands {
namespace {

constexpr std::size_t kValueLimit = 80;  // characters of a value that are shown
constexpr int kHoursEast = 3;

std::string rows_text(std::int64_t rows) {
  return base::counted(rows, "строка", "строки", "строк");
}

std::string title_of(const std::string& table, const JournalNames& names) {
  const auto* form = config::form_of(names.forms, table);
  return form ? form->title : table;
}

std::string file_text(const registry::JournalFile& file, const JournalNames& names) {
  std::vector<std::string> origin;
  if (!file.municipality.empty()) {
    const auto name = names.municipalities.find(file.municipality);
    origin.push_back(name == names.municipalities.end() ? file.municipality : name->second);
  }
  if (const auto made = base::Date::parse_iso(file.form_made_on))
    origin.push_back("форма от " + made->dotted());
  auto text = file.name;
  if (!origin.empty()) text += fmt::format(" ({})", base::join(origin, ", "));
  text += fmt::format(": {} {}", base::plural(file.taken, "принята", "приняты", "принято"),
                      rows_text(file.taken));
  if (file.returned > 0) text += fmt::format(", возвращено {}", base::grouped(file.returned));
  if (file.warnings > 0) text += fmt::format(", предупреждений {}", base::grouped(file.warnings));
  return text;
}

std::string counts_text(std::int64_t added, std::int64_t changed, std::int64_t unchanged) {
  return fmt::format("новых {}, изменено {}, без изменений {}", base::grouped(added),
                     base::grouped(changed), base::grouped(unchanged));
}

std::string totals_text(const registry::JournalEntry& entry) {
  std::int64_t added = 0, changed = 0, unchanged = 0;
  for (const auto& table : entry.tables) {
    added += table.added;
    changed += table.changed;
    unchanged += table.unchanged;
  }
  return counts_text(added, changed, unchanged);
}

std::string heading(const registry::JournalEntry& entry) {
  auto text = fmt::format("№ {} · {}", entry.id, local_time(entry.applied_at));
  if (entry.partial) text += " · частично";
  if (!entry.undone_at.empty()) text += " · отменена " + local_time(entry.undone_at);
  return text + '\n';
}

std::string files_text(const registry::JournalEntry& entry, const JournalNames& names) {
  std::string text;
  for (const auto& file : entry.files) text += fmt::format("    {}\n", file_text(file, names));
  return text;
}

/// The text on one line, cut to what a person can take in.
std::string shortened(const std::string& text) {
  std::string line;
  std::size_t characters = 0;
  for (const char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins && characters++ == kValueLimit) return line + "…";
    line += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  }
  return line;
}

/// A stored value as the forms show it.
std::string value_text(const config::FormColumn* column, const std::string& value) {
  if (value.empty()) return "пусто";
  std::string shown = value;
  if (column && column->type == config::ColumnType::kBoolean) {
    shown = value == "1" ? "да" : "нет";
  } else if (column && column->type == config::ColumnType::kDate) {
    if (const auto date = base::Date::parse_iso(value)) shown = date->dotted();
  } else if (column && column->type == config::ColumnType::kNumber) {
    if (const auto point = shown.find('.'); point != std::string::npos) shown[point] = ',';
  } else if (column) {
    for (const auto& allowed : column->values) {
      if (allowed.key == value) shown = allowed.title;
    }
  }
  return fmt::format("«{}»", shortened(shown));
}

std::string key_text(const registry::JournalChange& change) {
  std::vector<std::string> parts;
  for (const auto& part : change.key) {
    if (!part.empty()) parts.push_back(shortened(part));
  }
  return base::join(parts, " · ");
}

}  // namespace

std::string local_time(const std::string& iso) {
  const auto date = base::Date::parse_iso(iso.substr(0, 10));
  int hour = 0, minute = 0;
  const bool has_time = iso.size() >= 16 && iso[10] == 'T' && iso[13] == ':' &&
                        std::from_chars(iso.data() + 11, iso.data() + 13, hour).ec == std::errc() &&
                        std::from_chars(iso.data() + 14, iso.data() + 16, minute).ec == std::errc();
  if (!date || !has_time) return iso;
  hour += kHoursEast;
  return fmt::format("{} {:02}:{:02}", date->plus_days(hour / 24).dotted(), hour % 24, minute);
}

std::string entry_text(const registry::JournalEntry& entry, const JournalNames& names) {
  return heading(entry) + files_text(entry, names) + fmt::format("    {}\n", totals_text(entry));
}

std::string entry_details(const registry::JournalEntry& entry, const JournalNames& names) {
  auto text = heading(entry) + files_text(entry, names);
  std::int64_t untouched = 0;
  for (const auto& table : entry.tables) {
    if (table.added + table.changed == 0) {
      untouched += table.unchanged;
      continue;
    }
    text += fmt::format("{} ({}): {}\n", title_of(table.table, names), table.table,
                        counts_text(table.added, table.changed, table.unchanged));
  }
  if (untouched > 0)
    text += fmt::format("Таблицы, где ничего не изменилось: {}\n", rows_text(untouched));
  return text;
}

std::string changes_text(const std::vector<registry::JournalChange>& changes, std::int64_t total,
                         const JournalNames& names) {
  std::string text;
  for (const auto& change : changes) {
    const auto* form = config::form_of(names.forms, change.table);
    text += fmt::format("    {}: {}\n", title_of(change.table, names), key_text(change));
    for (const auto& cell : change.cells) {
      const auto* column = form ? form->column(cell.column) : nullptr;
      text += fmt::format("        {}: {} → {}\n", column ? column->title : cell.column,
                          value_text(column, cell.before), value_text(column, cell.after));
    }
  }
  const auto more = total - static_cast<std::int64_t>(changes.size());
  if (more > 0) text += fmt::format("    …и ещё {}\n", rows_text(more));
  return text;
}

std::string undone_text(const registry::JournalEntry& entry, const JournalNames& names) {
  const bool withdrawal =
      entry.files.size() == 1 && entry.files.front().name.starts_with(registry::kWithdrawalFile);
  auto text = withdrawal
                  ? fmt::format(
                        "Запись № {} ({}) отменена. Согласие снова действует: следующая сборка "
                        "вернёт имя на сайт.\n",
                        entry.id, entry.files.front().name)
                  : fmt::format("Загрузка № {} отменена.\n", entry.id);
  for (const auto& table : entry.tables) {
    std::vector<std::string> parts;
    if (table.added > 0) parts.push_back(fmt::format("удалено: {}", rows_text(table.added)));
    if (table.changed > 0)
      parts.push_back(fmt::format("прежние значения возвращены: {}", rows_text(table.changed)));
    if (parts.empty()) continue;
    text += fmt::format("{} ({}): {}\n", title_of(table.table, names), table.table,
                        base::join(parts, ", "));
  }
  return text;
}

std::string refusal_text(std::int64_t id, const registry::UndoRefusal& refusal,
                         const JournalNames& names) {
  auto text = fmt::format("Загрузка № {} не отменена, реестр не изменён.", id);
  std::vector<std::string> titles;
  for (const auto& table : refusal.tables)
    titles.push_back(fmt::format("«{}»", title_of(table, names)));
  if (!titles.empty()) {
    text += fmt::format(" Без её строк остались бы ссылки в никуда: на них ссылаются строки {} {}.",
                        titles.size() == 1 ? "таблицы" : "таблиц", base::join(titles, ", "));
  }
  if (!refusal.later.empty()) {
    std::vector<std::string> numbers;
    for (const auto later : refusal.later) numbers.push_back(fmt::format("№ {}", later));
    text += fmt::format(
        " После неё с этими строками работали загрузки: {}. Отмените сначала их, начиная с "
        "последней: journal --undo {}.",
        base::join(numbers, ", "), refusal.later.back());
  } else {
    text += " Уберите сначала эти строки из реестра.";
  }
  return text;
}

}  // namespace metodaktiv::commands
