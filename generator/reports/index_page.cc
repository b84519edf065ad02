#include "reports/index_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "forms/submission_text.h"
#include "reports/markdown.h"
#include "reports/report_page.h"

namespace metodaktiv::reports {
namespace {

constexpr const char* kRegionFolder = "_region";

/// Short names for a cell that holds all files of a municipality.
std::string short_title(const std::string& file) {
  static const std::map<std::string, std::string, std::less<>> kShort = {
      {"kpi.xlsx", "показатели"},        {"form-1.xlsx", "форма 1"},
      {"form-2.xlsx", "форма 2"},        {"iom.xlsx", "маршруты"},
      {"monitoring.xlsx", "мониторинг"}, {"data-quality.xlsx", "данные"},
  };
  const auto found = kShort.find(file);
  return found == kShort.end() ? file : found->second;
}

bool has(const std::vector<std::string>& files, std::string_view name) {
  return std::find(files.begin(), files.end(), name) != files.end();
}

std::vector<MarkdownLink> books(const std::string& folder, const std::vector<std::string>& files) {
  std::vector<MarkdownLink> links;
  for (const auto& file : files) {
    if (file.ends_with(".xlsx")) links.push_back({short_title(file), folder + "/" + file});
  }
  return links;
}

std::string form_words(const ReportContext& context, const std::string& code) {
  for (const auto& one : context.submissions.municipalities) {
    if (one.municipality == code) return forms::state_text(one);
  }
  return {};
}

void write_region(Markdown& text, const std::vector<std::string>& files, bool packs) {
  text.heading(2, "По региону");
  std::vector<MarkdownLink> links;
  const auto add = [&](const std::string& file) {
    links.push_back({report_file_title(file), fmt::format("{}/{}", kRegionFolder, file)});
  };
  if (has(files, "report.html")) add("report.html");
  for (const auto& file : files) {
    if (!file.starts_with("report.")) add(file);
  }
  if (packs) links.push_back({"Список рассылки архивов", "_packs/mailing.csv"});
  text.links(links);
}

}  // namespace

std::string index_text(const ReportContext& context, const FolderFiles& files, bool packs) {
  const auto& input = context.input;
  Markdown text;
  text.heading(1, fmt::format("Служебные отчёты: {}", input.profile.name));
  text.paragraph(fmt::format("{} учебный год, {} Источник: {}.", context.year(),
                             sentence("по состоянию на " + input.as_of.in_words()),
                             context.made_from()));
  if (const auto region = files.find(kRegionFolder); region != files.end()) {
    write_region(text, region->second, packs);
  }
  text.heading(2, "Муниципалитеты");
  const bool quality = input.inspection != nullptr;
  const bool forms = context.submissions.any_form();
  std::vector<std::string> headers = {"Муниципалитет", "Целей достигнуто", "Место"};
  std::string alignment = "lrr";
  const auto column = [&](const char* title, char side) {
    headers.emplace_back(title);
    alignment += side;
  };
  if (quality) {
    column("Ошибок в\u00A0данных", 'r');
    column("Предупреждений", 'r');
  }
  if (forms) column("Форма сбора", 'l');
  column("Книги", 'l');
  if (packs) column("Архив", 'l');

  std::vector<std::vector<MarkdownCell>> rows;
  for (const auto& place : context.places_by_name(indicators::Scope::kMunicipality)) {
    const auto found = files.find(place.code);
    if (found == files.end()) continue;
    std::vector<MarkdownCell> row;
    if (has(found->second, "report.html")) {
      row.push_back({{}, {{place.name, place.code + "/report.html"}}});
    } else {
      row.push_back({place.name, {}});
    }
    const auto* score = context.standings.score(place.code);
    const bool measured = score != nullptr && score->with_target() > 0;
    row.push_back({measured ? fmt::format("{} из\u00A0{}", score->met, score->with_target())
                            : std::string("—"),
                   {}});
    row.push_back({measured ? std::to_string(score->place) : std::string("—"), {}});
    if (quality) {
      const auto own = context.quality.find(place.code);
      const bool known = own != context.quality.end();
      row.push_back({base::grouped(known ? own->second.errors : 0), {}});
      row.push_back({base::grouped(known ? own->second.warnings : 0), {}});
    }
    if (forms) row.push_back({form_words(context, place.code), {}});
    row.push_back({{}, books(place.code, found->second)});
    if (packs) row.push_back({{}, {{"ZIP", "_packs/" + place.code + ".zip"}}});
    rows.push_back(std::move(row));
  }
  text.table(headers, alignment, rows);
  text.paragraph(
      "Место — по доле достигнутых целей; у кого доля равна, место общее. Название ведёт к "
      "аналитическому отчёту.");
  if (packs) {
    text.paragraph(
        "Архив собран для отправки: в нём всё, что есть у муниципалитета. В нём личные сведения: "
        "отправляйте его только адресату и по защищённому каналу.");
  }
  return text.text();
}

}  // namespace metodaktiv::reports
