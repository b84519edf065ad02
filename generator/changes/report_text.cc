#include "changes/report_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace metodaktiv::changes {
namespace {

constexpr const char* kNothing = "Изменений нет.";

bool is_left_out(const ReportTable& table) { return table.if_any && table.rows.empty(); }

std::string heading(const ReportTable& table) {
  return table.summary.empty() ? table.title : fmt::format("{}: {}", table.title, table.summary);
}

/// A cell on one line; «|» and markup have no meaning in it.
std::string markdown_cell(const std::string& text) {
  return text.empty() ? " " : base::escape_markdown(text);
}

}  // namespace

std::string report_text(const Report& report, std::size_t limit) {
  auto text =
      fmt::format("{} {}\n{}\n{}.\n", report.title, report.period, report.place, report.sources);
  for (const auto& table : report.tables) {
    if (is_left_out(table)) continue;
    text += fmt::format("\n{}\n", heading(table));
    if (table.rows.empty()) text += fmt::format("  {}\n", kNothing);
    std::string group;
    const auto shown = std::min(limit, table.rows.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const auto& row = table.rows[i];
      if (row.group != group || i == 0) text += fmt::format("  {}\n", row.group);
      group = row.group;
      text += fmt::format("    – {}\n", row.line);
    }
    if (shown < table.rows.size()) {
      text += fmt::format("  …и ещё {}: целиком — с ключом --markdown или --xlsx.\n",
                          base::counted(static_cast<std::int64_t>(table.rows.size() - shown),
                                        "строка", "строки", "строк"));
    }
    if (!table.note.empty()) text += fmt::format("  {}\n", table.note);
  }
  return text;
}

std::string report_markdown(const Report& report) {
  auto text =
      fmt::format("# {}\n\n{}, {}\n\n{}.\n", report.title, base::escape_markdown(report.place),
                  report.period, base::escape_markdown(report.sources));
  for (const auto& table : report.tables) {
    if (is_left_out(table)) continue;
    text += fmt::format("\n## {}\n\n", table.title);
    if (table.rows.empty()) {
      text += fmt::format("{}\n", kNothing);
    } else {
      text += fmt::format("{}.\n\n|", base::capitalized(table.summary));
      for (const auto& column : table.columns) text += fmt::format(" {} |", column.title);
      text += "\n|";
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto form = table.rows.front().cells[i].form;
        text += form == CellForm::kText || form == CellForm::kDate ? "---|" : "--:|";
      }
      text += '\n';
    }
    for (const auto& row : table.rows) {
      text += '|';
      for (const auto& cell : row.cells) text += fmt::format(" {} |", markdown_cell(cell.text));
      text += '\n';
    }
    if (!table.note.empty()) text += fmt::format("\n{}\n", table.note);
  }
  return text;
}

}  // namespace metodaktiv::changes
