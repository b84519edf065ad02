#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Sheet;

enum Column { kNumber, kName, kSubject, kOrganization, kSince, kFirstCriterion };
constexpr std::array<double, 5> kWidths = {6, 36, 25, 34, 12.5};
constexpr std::array<const char*, 5> kHeaders = {"№", "Методист", "Предмет", "Организация",
                                                 "В активе с"};
constexpr double kLeastCriterionWidth = 13;
constexpr int kHeaderRow = 4;

/// Widths of all columns and the height of the header row; returns the headers.
std::vector<std::string> prepare_headers(Sheet& sheet,
                                         const std::vector<config::Criterion>& criteria) {
  std::vector<std::string> headers(kHeaders.begin(), kHeaders.end());
  for (int i = 0; i < kFirstCriterion; ++i) {
    sheet.column(i, i, kWidths[static_cast<std::size_t>(i)]);
  }
  double height = 0;
  const auto add = [&](const std::string& title) {
    const int column = static_cast<int>(headers.size());
    const double width =
        std::max(kLeastCriterionWidth, workbook::widest_word_width(title, style::header()));
    sheet.column(column, column, width);
    height = std::max(height, workbook::fitting_height(title, width, style::header()));
    headers.push_back(title);
  };
  for (const auto& criterion : criteria) add(criterion.title);
  add("Все требования");
  // The filter's button covers a corner of the cell.
  sheet.row_height(kHeaderRow, std::max(30.0, height + 10));
  return headers;
}

/// How many of the rows say «да», as a formula over the table, so that an edited row counts anew.
void write_total(Sheet& sheet, int row, int column, int first, int last, int yes,
                 const SheetStyles& styles) {
  const auto range =
      fmt::format("{}:{}", workbook::cell_name(first, column), workbook::cell_name(last, column));
  sheet.formula(row, column, fmt::format("=COUNTIF({},\"да\")/ROWS({})", range, range),
                static_cast<double>(yes) / (last - first + 1), styles.total_percent);
}

}  // namespace

void fill_methodists_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                           const indicators::Place& place) {
  const auto& criteria = context.input.profile.criteria;
  const auto& cards = context.facts.of(place.code).methodists;
  const auto words = context.words(place);
  write_heading(sheet, styles, context, "Региональные методисты и требования к ним",
                words.with_kind);
  const auto headers = prepare_headers(sheet, criteria);
  const int last_column = static_cast<int>(headers.size()) - 1;
  int row = kHeaderRow;
  std::vector<int> yes(criteria.size() + 1);
  const auto answer = [&](int column, bool met) {
    sheet.text(row, column, met ? "да" : "нет", met ? styles.yes : styles.no);
    yes[static_cast<std::size_t>(column - kFirstCriterion)] += met;
  };
  for (const auto& card : cards) {
    ++row;
    sheet.number(row, kNumber, row - kHeaderRow, styles.ordinal);
    sheet.text(row, kName, card.full_name, styles.text);
    sheet.text(row, kSubject, card.subject, styles.text);
    sheet.text(row, kOrganization, card.organization, styles.text);
    if (card.included_on) {
      sheet.date(row, kSince, *card.included_on, styles.date);
    } else {
      sheet.blank(row, kSince, styles.text);
    }
    for (std::size_t i = 0; i < card.met.size(); ++i) {
      answer(kFirstCriterion + static_cast<int>(i), card.met[i]);
    }
    answer(last_column, card.meets_all);
    sheet.row_height(
        row,
        std::max(
            {16.0, workbook::fitting_height(card.full_name, kWidths[kName], style::body()),
             workbook::fitting_height(card.subject, kWidths[kSubject], style::body()),
             workbook::fitting_height(card.organization, kWidths[kOrganization], style::body())}));
  }
  sheet.table({"methodists", kHeaderRow, 0, row, headers, styles.header});
  if (cards.empty()) {
    ++row;
    sheet.merge(row, 0, row, last_column,
                "В муниципалитете нет действующих региональных методистов.", styles.text);
  } else {
    sheet.merge(row + 1, 0, row + 1, kSince, "Доля методистов, отвечающих требованию",
                styles.total_text);
    for (int column = kFirstCriterion; column <= last_column; ++column) {
      write_total(sheet, row + 1, column, kHeaderRow + 1, row,
                  yes[static_cast<std::size_t>(column - kFirstCriterion)], styles);
    }
    ++row;
    sheet.row_height(row, 18);
  }
  sheet.freeze(kHeaderRow + 1, kName + 1);
  auto page = analytical_page(context, words.name, "Методисты и требования");
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, row, last_column);
}

}  // namespace metodaktiv::reports
