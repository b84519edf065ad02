#include "forms/remarks_notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "config/form_stamp.h"

namespace metodaktiv::forms {
namespace {

constexpr std::size_t kMostNamed = 6;  // files or sheets in one sentence

struct Counts {
  std::int64_t errors = 0, warnings = 0;
};

std::string counts_text(const Counts& counts) {
  std::vector<std::string> parts;
  if (counts.errors > 0)
    parts.push_back(base::counted(counts.errors, "ошибка", "ошибки", "ошибок"));
  if (counts.warnings > 0) {
    parts.push_back(
        base::counted(counts.warnings, "предупреждение", "предупреждения", "предупреждений"));
  }
  return base::join(parts, ", ");
}

Counts count(const Remarks& remarks, const RemarkedTable* table) {
  Counts counts;
  for (const auto& finding : remarks.findings) {
    if (table && (finding.place.file != table->label || finding.place.sheet != table->sheet)) {
      continue;
    }
    ++(finding.severity == base::Severity::kError ? counts.errors : counts.warnings);
  }
  return counts;
}

/// «а», «б», «в» и ещё 3.
std::string named(std::vector<std::string> names, const char* separator) {
  std::string rest;
  if (names.size() > kMostNamed) {
    rest = fmt::format(" и ещё {}", names.size() - kMostNamed);
    names.resize(kMostNamed);
  }
  return base::join(names, separator) + rest;
}

std::string row_list(const std::vector<std::int64_t>& rows) {
  std::vector<std::string> names;
  for (const auto row : rows) names.push_back(std::to_string(row));
  return named(std::move(names), ", ");
}

std::string shown_name(const SummarizedTable& one) {
  if (one.written.sheet) return one.written.sheet->name();
  return one.table->sheet.empty() ? one.table->label
                                  : fmt::format("{}, {}", one.table->label, one.table->sheet);
}

/// «лист «а»» or «листы «а», «б»»; empty without names.
std::string sheets(const std::vector<std::string>& names, const char* one, const char* many) {
  if (names.empty()) return {};
  return fmt::format("{} {}", names.size() == 1 ? one : many, named(names, ", "));
}

}  // namespace

std::string files_line(const Remarks& remarks) {
  std::vector<std::string> files;
  const auto add = [&files](const std::string& label) {
    if (!label.empty() && std::find(files.begin(), files.end(), label) == files.end())
      files.push_back(label);
  };
  for (const auto& table : remarks.tables) add(table.label);
  for (const auto& finding : remarks.findings) add(finding.place.file);
  std::string text;
  if (!files.empty()) {
    text = fmt::format("{}: {}. ", files.size() == 1 ? "Файл" : "Файлы", named(files, ", "));
  }
  if (const auto stamp = config::parse_form_stamp(remarks.stamp)) {
    const auto made = base::Date::parse_iso(stamp->made_on);
    text += fmt::format("Форма муниципалитета {}{}. ", stamp->municipality,
                        made ? " от " + made->dotted() : std::string());
  }
  return text + fmt::format("Замечания составлены {}", remarks.made_on.in_words());
}

std::string counts_line(const Remarks& remarks, const std::vector<SummarizedTable>& tables) {
  const auto all = counts_text(count(remarks, nullptr));
  if (all.empty()) return "Замечаний нет.";
  std::vector<std::string> parts;
  for (const auto& one : tables) {
    const auto text = counts_text(count(remarks, one.table));
    if (!text.empty()) parts.push_back(fmt::format("«{}» — {}", shown_name(one), text));
  }
  auto line = fmt::format("Всего: {}.", all);
  if (!parts.empty()) line += fmt::format(" По листам: {}.", named(std::move(parts), "; "));
  return line;
}

std::vector<std::string> notes(const Remarks& remarks, const std::vector<SummarizedTable>& tables) {
  std::vector<std::string> lines;
  std::vector<std::string> partial, unreadable, damaged;
  bool any_sheet = false;
  for (const auto& one : tables) {
    const auto name = fmt::format("«{}»", shown_name(one));
    any_sheet = any_sheet || one.written.sheet.has_value();
    if (!one.written.sheet) {
      unreadable.push_back(name);
    } else {
      if (!one.written.complete) partial.push_back(name);
      if (one.written.damaged) damaged.push_back(name);
    }
  }
  if (any_sheet) {
    lines.emplace_back(
        "Ошибки отмечены красным с толстой рамкой: их надо исправить. Предупреждения отмечены "
        "жёлтым: их надо проверить. Исправьте ячейки прямо на листах этой книги, сохраните её и "
        "верните: её можно загрузить снова. Лист и столбцы «Замечания» при загрузке пропускаются.");
  } else if (!remarks.findings.empty()) {
    lines.emplace_back("Исправьте исходный файл по этому списку и верните его.");
  }
  if (!partial.empty()) {
    lines.push_back(
        fmt::format("Не все строки: {} — только строки с замечаниями; остальные "
                    "остались в исходном файле.",
                    sheets(partial, "на листе", "на листах")));
  }
  for (const auto& one : tables) {
    if (!one.written.sheet || one.written.too_long.empty()) continue;
    lines.push_back(
        fmt::format("На листе «{}» нет строк с текстом длиннее 32 767 знаков, ячейка "
                    "Excel его не вмещает: исправьте их в исходном файле. Строки: {}.",
                    shown_name(one), row_list(one.written.too_long)));
  }
  if (!damaged.empty()) {
    lines.push_back(fmt::format("Файл читается не до конца: {} — только то, что удалось прочитать.",
                                sheets(damaged, "на листе", "на листах")));
  }
  if (!unreadable.empty()) {
    lines.push_back(fmt::format("Прочитать ещё раз не удалось: {}. Исправляйте исходный файл.",
                                named(unreadable, ", ")));
  }
  return lines;
}

}  // namespace metodaktiv::forms
