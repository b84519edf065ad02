#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using config::IndicatorDefinition;
using config::Unit;
using workbook::Sheet;

constexpr std::array<double, 6> kWidths = {36, 16, 58, 10, 30, 36};
constexpr std::array<const char*, 6> kHeaders = {"Показатель", "Единица",   "Как считается",
                                                 "Цель",       "Основание", "Примечание"};
constexpr std::array<const char*, 7> kHowToRead = {
    "Значение текущего года рассчитано на дату, указанную в сводке, прошлых лет — на 31 августа "
    "каждого года.",
    "Доля — числитель, делённый на знаменатель; в ячейке она хранится с двумя знаками процента, на "
    "экране "
    "показан один. Числа можно использовать в формулах.",
    "«✔ выполнено» и «✘ не выполнено» — сравнение с целью; «— без цели» — цель для показателя не "
    "установлена.",
    "«Нет данных» — в реестре нет ни одной записи, к которой показатель относится (знаменатель "
    "равен нулю).",
    "▲ и ▼ — рост и снижение за год; зелёный цвет — движение к цели, красный — от неё.",
    "Место и медиана рассчитаны среди муниципалитетов региона, у которых показатель рассчитан.",
    "Книга содержит служебные сведения и не предназначена для публикации."};

std::string unit_words(const IndicatorDefinition& indicator) {
  switch (indicator.unit) {
    case Unit::kPercent:
      return "доля, %";
    case Unit::kRatio:
      return "отношение";
    case Unit::kCount:
      return "количество";
    case Unit::kPresence:
      return "есть или нет";
  }
  return {};
}

std::string formula_words(const IndicatorDefinition& indicator) {
  if (indicator.unit == Unit::kCount || indicator.denominator.empty()) {
    return base::capitalized(indicator.numerator);
  }
  if (indicator.unit == Unit::kPresence) return base::capitalized(indicator.numerator);
  return fmt::format("{}Числитель: {}.\nЗнаменатель: {}.",
                     indicator.unit == Unit::kPercent ? "100 × числитель / знаменатель.\n"
                                                      : "Числитель / знаменатель.\n",
                     indicator.numerator, indicator.denominator);
}

}  // namespace

void fill_notes_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                      const indicators::Place& place) {
  const auto words = context.words(place);
  write_heading(sheet, styles, context, "Пояснения", words.with_kind);
  int row = 4;
  sheet.text(row++, 0, "Как читать", styles.heading);
  workbook::Style note;
  double total_width = 0;
  for (const double width : kWidths) total_width += width;
  for (const char* line : kHowToRead) {
    sheet.merge(row, 0, row, static_cast<int>(kWidths.size()) - 1, fmt::format("• {}", line),
                styles.plain);
    sheet.row_height(row, workbook::fitting_height(line, total_width, note) + 1);
    ++row;
  }
  ++row;
  sheet.text(row++, 0, "Показатели", styles.heading);
  const int header_row = row;
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  sheet.row_height(header_row, 20);
  workbook::Style small = style::body();
  small.size = 9;
  for (const auto* indicator : context.indicators_of(place)) {
    ++row;
    const auto* figure = context.now(*indicator, place);
    const std::array<std::string, 6> cells = {
        indicator->title,          unit_words(*indicator),
        formula_words(*indicator), indicators::shown_target(*figure),
        indicator->source,         indicator->note};
    double height = 16;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      sheet.text(row, static_cast<int>(i), cells[i].empty() ? "—" : cells[i], styles.text_small);
      height = std::max(height, workbook::fitting_height(cells[i], kWidths[i], small));
    }
    sheet.row_height(row, height);
  }
  sheet.table({"indicator_notes", header_row, 0, row,
               std::vector<std::string>(kHeaders.begin(), kHeaders.end()), styles.header});
  auto page = analytical_page(context, words.name, "Пояснения");
  page.repeat_rows = std::pair(header_row, header_row);
  sheet.page(page);
  sheet.print_area(0, 0, row, static_cast<int>(kWidths.size()) - 1);
}

}  // namespace metodaktiv::reports
