#include "reports/monitoring_workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using workbook::Sheet;

constexpr double kSheetWidth = 34, kSentenceWidth = 100;
constexpr int kFirstRow = 4;

struct Part {
  const char* title;
  std::string sentence;
  void (*fill)(Sheet&, const SheetStyles&, const ReportContext&, const Place&);
};

void fill_contents(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                   const Place& place, const std::vector<std::pair<Sheet, std::string>>& parts) {
  const auto words = context.words(place);
  write_heading(sheet, styles, context, "Мониторинг методической работы", words.with_kind);
  sheet.text(2, 0, "По состоянию на", styles.label);
  sheet.date(2, 1, context.input.as_of, styles.plain_date);
  sheet.column(0, 0, kSheetWidth);
  sheet.column(1, 1, kSentenceWidth);
  int row = kFirstRow;
  sheet.text(row, 0, "Лист", styles.header);
  sheet.text(row, 1, "Коротко", styles.header);
  for (const auto& [part, sentence] : parts) {
    ++row;
    sheet.link(row, 0, part, part.name(), styles.link);
    sheet.text(row, 1, sentence, styles.text);
    sheet.row_height(
        row, std::max(20.0, workbook::fitting_height(sentence, kSentenceWidth, style::body())));
  }
  sheet.merge(row + 2, 0, row + 2, 1,
              "Книга для служебного пользования: в ней названы педагоги. Числа — из регионального "
              "реестра; чтобы их исправить, исправьте строку в форме сбора и загрузите её снова.",
              styles.note);
  sheet.row_height(row + 2, 30);
  sheet.page(analytical_page(context, words.name, "Мониторинг методической работы"));
  sheet.print_area(0, 0, row + 2, 1);
  sheet.tab_color(palette::kNow);
}

}  // namespace

const Monitoring& monitoring_of(const ReportContext& context, const Place& place) {
  static const Monitoring kNone;
  const auto found = context.monitorings.find(place.code);
  return found == context.monitorings.end() ? kNone : found->second;
}

void write_monitoring_workbook(const ReportContext& context, const Place& place,
                               const std::filesystem::path& file) {
  const auto& monitoring = monitoring_of(context, place);
  const std::vector<Part> parts = {
      {"Функции", tasks_sentence(monitoring), fill_tasks_sheet},
      {"Посещение уроков", visits_sentence(monitoring, context.input.profile.norms),
       fill_visits_sheet},
      {"Методический аудит", audit_sentence(monitoring), fill_audit_sheet},
      {"Наставничество", mentoring_sentence(monitoring), fill_mentoring_sheet}};

  workbook::Workbook book(
      file, context.properties(fmt::format("Мониторинг методической работы: {}", place.name)));
  const SheetStyles styles(book);
  Sheet contents = book.add_sheet("Коротко");
  std::vector<std::pair<Sheet, std::string>> sheets;
  for (const auto& part : parts) {
    Sheet sheet = book.add_sheet(part.title);
    part.fill(sheet, styles, context, place);
    sheets.emplace_back(sheet, part.sentence);
  }
  fill_contents(contents, styles, context, place, sheets);
  book.save();
}

}  // namespace metodaktiv::reports
