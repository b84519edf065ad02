#include <fmt/format.h>

#include "forms/route_blank.h"

namespace metodaktiv::forms {
namespace {

/// Lines to write on are dots: a Markdown viewer would take underscores for emphasis.
std::string inline_text(std::string_view text) {
  std::string out;
  std::size_t line = 0;  // length of the line to write on, so far
  for (std::size_t i = 0; i < text.size(); ++i) {
    line = text[i] == '_' ? line + 1 : 0;
    if (line > 0) {
      if (line % 2 == 1) out += "…";
    } else if (text[i] == '|') {
      out += "\\|";
    } else {
      out += text[i] == '\n' ? ' ' : text[i];
    }
  }
  return out;
}

std::string heading(std::string_view marks, const std::string& number, const std::string& title) {
  return fmt::format("\n{} {}{}\n", marks, number.empty() ? "" : number + ". ", inline_text(title));
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const auto& cell : cells) row += fmt::format(" {} |", inline_text(cell));
  return row + "\n";
}

std::string block_text(const config::RouteBlock& block) {
  std::string text = table_row(block.columns);
  text += table_row(std::vector<std::string>(block.columns.size(), "---"));
  for (int i = 0; i < block.rows; ++i)
    text += table_row(std::vector<std::string>(block.columns.size()));
  return text;
}

std::string plan_text(const config::RouteForm& form) {
  std::string text;
  std::string part;
  for (const auto& section : form.sections) {
    if (section.part != part && section.part != section.number) {
      for (const auto& entry : form.parts) {
        if (entry.number == section.part) text += heading("###", entry.number, entry.title);
      }
    }
    part = section.part;
    text += heading("####", section.number, section.title);
    for (const auto& block : section.blocks) text += "\n" + block_text(block);
  }
  return text;
}

}  // namespace

std::string route_blank_text(const config::RouteForm& form) {
  std::string text = fmt::format("# {}\n", inline_text(form.title));
  if (!form.approval_heading.empty()) {
    text += "\n";
    for (const auto& line : {form.approval_heading, form.approval_position, form.approval_signature,
                             form.approval_date}) {
      if (!line.empty()) text += fmt::format("> {}  \n", inline_text(line));
    }
  }
  text += heading("##", form.general_number, form.general_title);
  text += "\n| Сведения | Значение |\n| --- | --- |\n";
  for (const auto& field : form.fields) {
    text += table_row(
        {field.hint.empty() ? field.label : fmt::format("{} ({})", field.label, field.hint), ""});
  }
  text += heading("##", form.aim_number, form.aim_title);
  text += fmt::format("\n{}\n", inline_text(form.aim_text));
  text += heading("##", form.plan_number, form.plan_title);
  text += fmt::format("\n{}:\n\n- {}: {}\n- {}: {}\n", inline_text(form.period_label),
                      inline_text(form.period_begin), inline_text(form.period_date),
                      inline_text(form.period_end), inline_text(form.period_date));
  text += plan_text(form) + "\n";
  for (const auto& signature : form.signatures)
    text += fmt::format("{}: {}  \n", inline_text(signature.role), inline_text(signature.line));
  text += fmt::format("\n{}\n", inline_text(form.source));
  return text;
}

}  // namespace metodaktiv::forms
