#include "reports/kpi_workbook.h"

#include <fmt/format.h>

#include "base/text.h"
#include "reports/candidates_sheet.h"
#include "reports/post_course_sheet.h"

namespace metodaktiv::reports {

namespace {

using indicators::Place;
using workbook::Sheet;

std::string titles_of(const std::vector<const config::IndicatorDefinition*>& indicators) {
  std::vector<std::string> titles;
  for (const auto* indicator : indicators) titles.push_back(indicator->short_title);
  return base::join(titles, "; ");
}

}  // namespace

void write_heading(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                   const std::string& title, const std::string& place) {
  sheet.hide_gridlines();
  sheet.row_height(0, 26);
  sheet.text(0, 0, title, styles.title);
  sheet.row_height(1, 20);
  const auto& region = context.input.profile.name;
  sheet.text(1, 0, place == region ? place : fmt::format("{} · {}", place, region),
             styles.subtitle);
}

workbook::PageSetup analytical_page(const ReportContext& context, const std::string& place,
                                    const std::string& title) {
  workbook::PageSetup page;
  page.landscape = true;
  page.left = page.right = 1.2;
  page.header_left = place;
  page.header_right = title;
  page.footer_left = fmt::format("{} учебный год, на {}. Для служебного пользования",
                                 context.year(), context.input.as_of.dotted());
  return page;
}

void write_kpi_workbook(const ReportContext& context, const Place& place,
                        const std::filesystem::path& file) {
  workbook::Workbook book(
      file, context.properties(fmt::format("Показатели методической работы: {}", place.name)));
  const SheetStyles styles(book);
  CoverSheet cover(book, book.add_sheet("Обложка"), context, place);
  std::vector<CoverEntry> contents;
  const auto add = [&](const std::string& name, const std::string& answers) {
    contents.push_back({book.add_sheet(name), answers, name});
    write_way_back(contents.back().sheet, styles, cover.sheet());
    return contents.back().sheet;
  };

  Sheet summary = add("Сводка",
                      "Все показатели: значение, цель, выполнение, изменение за год, место среди "
                      "муниципалитетов и медиана");
  GroupSheets group_sheets;
  for (const auto& group : context.input.profile.indicator_groups) {
    const auto indicators = context.indicators_of(place, group.key);
    if (indicators.empty()) continue;
    Sheet sheet = add(group.title, titles_of(indicators));
    fill_group_sheet(sheet, styles, context, place, group);
    group_sheets.emplace(group.key, sheet);
  }
  const auto statuses = fill_summary_sheet(summary, styles, context, place, group_sheets);
  Sheet methodists = add("Методисты", "Кто из методистов какому требованию отвечает");
  fill_methodists_sheet(methodists, styles, context, place);
  if (has_candidates(context, place)) {
    Sheet sheet = add("Кандидаты", "Кто выдвинут в методический актив и на каком этапе");
    fill_candidates_sheet(sheet, styles, context, place);
  }
  if (const auto* rows = post_courses_of(context, place)) {
    Sheet sheet = add(post_course_title(context),
                      "Что педагоги взяли с курсов в практику и какая работа рекомендована дальше");
    fill_post_course_sheet(sheet, styles, context, place, *rows);
  }
  Sheet notes = add("Пояснения", "Как читать книгу, как считается каждый показатель и откуда он");
  fill_notes_sheet(notes, styles, context, place);
  fill_kpi_cover(cover, context, place, statuses, group_sheets, contents);
  book.save();
}

}  // namespace metodaktiv::reports
