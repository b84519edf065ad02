#include "reports/report_page.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "content/link_policy.h"
#include "content/markdown.h"

namespace metodaktiv::reports {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kTitles = {{
    {"report.html", "Аналитический отчёт"},
    {"report.md", "Отчёт в Markdown"},
    {"kpi.xlsx", "Показатели и методисты"},
    {"summary.xlsx", "Сводка по региону"},
    {"form-1.xlsx", "Форма 1"},
    {"form-2.xlsx", "Форма 2"},
    {"iom.xlsx", "Маршруты"},
    {"monitoring.xlsx", "Мониторинг"},
    {"data-quality.xlsx", "Качество данных"},
    {"indicators.csv", "Показатели в CSV"},
    {"mailing.csv", "Список рассылки"},
}};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

/// Puts values, ready as HTML, into the places {{NAME}} of a frame, in one pass: what a value holds
/// is never looked at.
std::string fill(std::string_view frame, const std::map<std::string, std::string>& values) {
  std::string out;
  while (true) {
    const auto open = frame.find("{{");
    out += frame.substr(0, open);
    if (open == std::string_view::npos) return out;
    const auto close = frame.find("}}", open);
    const auto name = close == std::string_view::npos
                          ? ""
                          : std::string(frame.substr(open + 2, close - open - 2));
    const auto value = values.find(name);
    if (value == values.end()) {
      throw base::Failure("Шаблон templates/reports/page.html: места {{" + name +
                          "}} программа не знает. Верните файл из поставки программы.");
    }
    out += value->second;
    frame.remove_prefix(close + 2);
  }
}

std::string links(const char* kind, const char* title, const char* id,
                  const std::vector<PageFile>& list) {
  if (list.empty()) return {};
  std::string out =
      fmt::format("<nav class=\"{}\" aria-labelledby=\"{}\">\n<h2 id=\"{}\">{}</h2>\n<ul>\n", kind,
                  id, id, title);
  for (const auto& [address, text] : list) {
    out += fmt::format("<li><a href=\"{}\">{}</a></li>\n", content::link_attribute(address),
                       escaped(text));
  }
  return out + "</ul>\n</nav>\n";
}

}  // namespace

ReportPages::ReportPages(const std::filesystem::path& templates)
    : frame_(base::read_file(templates / "page.html")),
      style_(base::read_file(templates / "page.css")) {
  fill(frame_, {{"TITLE", ""}, {"STYLE", ""}, {"FILES", ""}, {"CONTENTS", ""}, {"BODY", ""}});
}

std::string ReportPages::page(std::string_view markdown, const std::vector<PageFile>& files,
                              const std::string& origin) const {
  content::MarkdownOptions options;
  options.origin = origin;
  auto text = content::render_document(markdown, options);
  // The title is the page's own heading, above the links.
  std::string title;
  if (!text.headings.empty()) {
    title = text.headings.front().text;
    text.headings.erase(text.headings.begin());
    const auto end = text.html.find("</h2>\n");
    if (end != std::string::npos) text.html.erase(0, end + 6);
  }
  std::vector<PageFile> contents;
  for (const auto& heading : text.headings) {
    if (heading.level == 2) contents.push_back({"#" + heading.id, heading.text});
  }
  return fill(frame_, {{"TITLE", escaped(title)},
                       {"STYLE", style_},
                       {"FILES", links("files", "Файлы", "_files", files)},
                       {"CONTENTS", contents.size() < 3
                                        ? std::string()
                                        : links("contents", "Содержание", "_contents", contents)},
                       {"BODY", text.html}});
}

std::string report_file_title(const std::string& name) {
  for (const auto& [file, title] : kTitles) {
    if (file == name) return std::string(title);
  }
  return name;
}

}  // namespace metodaktiv::reports
