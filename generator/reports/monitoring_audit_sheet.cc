#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "reports/monitoring_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Sheet;

enum Column { kItem, kMost, kSelf, kExpert, kDifference, kShare };
constexpr std::array<double, 6> kWidths = {70, 14, 14, 14, 20, 18};
constexpr std::array<const char*, 6> kHeaders = {
    "Позиция чек-листа", "Наибольший балл",          "Самооценка",
    "Оценка эксперта",   "Самооценка минус эксперт", "Доля от наибольшего"};
constexpr int kSentenceRow = 3;
constexpr int kHeaderRow = 5;
constexpr std::size_t kMostBars = 20;  ///< more make no readable chart

struct Totals {
  double most = 0, self = 0, expert = 0;
  bool any_self = false, any_expert = false;
  double most_of_assessed = 0;  ///< of the items that the expert assessed
};

Totals totals_of(const std::vector<AuditItem>& items) {
  Totals sum;
  for (const auto& item : items) {
    sum.most += item.most.value_or(0);
    sum.self += item.self.value_or(0);
    sum.expert += item.expert.value_or(0);
    sum.any_self |= item.self.has_value();
    sum.any_expert |= item.expert.has_value();
    if (item.expert) sum.most_of_assessed += item.most.value_or(0);
  }
  return sum;
}

void write_score(Sheet& sheet, int row, int column, const SheetStyles& styles,
                 const std::optional<double>& score) {
  if (score) {
    sheet.number(row, column, *score, styles.fraction);
  } else {
    sheet.text(row, column, "—", styles.text_center);
  }
}

void write_item(Sheet& sheet, int row, const SheetStyles& styles, const AuditItem& item) {
  sheet.text(row, kItem, item.item, styles.text);
  write_score(sheet, row, kMost, styles, item.most);
  write_score(sheet, row, kSelf, styles, item.self);
  write_score(sheet, row, kExpert, styles, item.expert);
  if (item.self && item.expert) {
    sheet.formula(
        row, kDifference,
        fmt::format("={}-{}", workbook::cell_name(row, kSelf), workbook::cell_name(row, kExpert)),
        *item.self - *item.expert, styles.fraction_deviation);
  } else {
    sheet.text(row, kDifference, "—", styles.text_center);
  }
  if (item.expert && item.most && *item.most > 0) {
    sheet.formula(
        row, kShare,
        fmt::format("={}/{}", workbook::cell_name(row, kExpert), workbook::cell_name(row, kMost)),
        *item.expert / *item.most, styles.value(config::Unit::kPercent));
  } else {
    sheet.text(row, kShare, "—", styles.text_center);
  }
  sheet.row_height(
      row, std::max(16.0, workbook::fitting_height(item.item, kWidths[kItem], style::body())));
}

void write_totals(Sheet& sheet, int row, int first, const SheetStyles& styles,
                  const Totals& totals) {
  sheet.text(row, kItem, "Всего", styles.total_text);
  const auto sum = [&](int column, double value) {
    sheet.formula(row, column,
                  fmt::format("=SUM({}:{})", workbook::cell_name(first, column),
                              workbook::cell_name(row - 1, column)),
                  value, styles.total_fraction);
  };
  sum(kMost, totals.most);
  sum(kSelf, totals.self);
  sum(kExpert, totals.expert);
  sheet.blank(row, kDifference, styles.total_text);
  if (totals.most_of_assessed > 0) {
    sheet.formula(
        row, kShare,
        fmt::format("={0}/SUMIF({1}:{2},\">=0\",{3}:{4})", workbook::cell_name(row, kExpert),
                    workbook::cell_name(first, kExpert), workbook::cell_name(row - 1, kExpert),
                    workbook::cell_name(first, kMost), workbook::cell_name(row - 1, kMost)),
        totals.expert / totals.most_of_assessed, styles.total_percent);
  } else {
    sheet.blank(row, kShare, styles.total_text);
  }
}

/// Self-assessment beside the expert's score, item by item; returns the rows it covers.
int write_chart(Sheet& sheet, int row, int first, int last, const std::string& sentence) {
  const int items = last - first + 1;
  const int height = 90 + items * 30;
  workbook::Chart chart;
  chart.kind = workbook::ChartKind::kBar;
  chart.title = "Самооценка и оценка эксперта, баллы";
  chart.number_format = "0.0";
  chart.least = 0;
  const auto series = [&](const char* name, int column, workbook::Rgb color) {
    chart.series.push_back({name, sheet.range(first, kItem, last, kItem),
                            sheet.range(first, column, last, column), color, false, true});
  };
  series("Самооценка", kSelf, palette::kBefore);
  series("Оценка эксперта", kExpert, palette::kNow);
  chart.alt_text = "Полосы: самооценка и оценка эксперта по позициям чек-листа. " + sentence;
  double units = 0;
  for (const double width : kWidths) units += width;
  chart.width = static_cast<int>(units * 7);
  chart.height = height;
  sheet.chart(row, 0, chart);
  return height / 17 + 1;
}

}  // namespace

std::string audit_sentence(const Monitoring& monitoring) {
  if (monitoring.audit.empty()) return "Чек-лист методического аудита не внесён.";
  const auto totals = totals_of(monitoring.audit);
  auto text = fmt::format("Чек-лист {} учебного года: {}.", monitoring.audit_year,
                          base::counted(static_cast<long long>(monitoring.audit.size()), "позиция",
                                        "позиции", "позиций"));
  const auto points = [](double score, double most) {
    return fmt::format("{} из {} возможных баллов", base::plain_russian(score),
                       base::plain_russian(most));
  };
  if (totals.any_self) text += fmt::format(" Самооценка — {}.", points(totals.self, totals.most));
  text += totals.any_expert ? fmt::format(" Оценка эксперта — {}.",
                                          points(totals.expert, totals.most_of_assessed))
                            : " Оценки эксперта ещё нет.";
  return text;
}

void fill_audit_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                      const indicators::Place& place) {
  const auto& monitoring = monitoring_of(context, place);
  const auto words = context.words(place);
  write_heading(sheet, styles, context, "Методический аудит", words.with_kind);
  sheet.text(kSentenceRow, 0, audit_sentence(monitoring), styles.label);
  for (std::size_t i = 0; i < kHeaders.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  sheet.row_height(kHeaderRow, 30);
  int row = kHeaderRow;
  for (const auto& item : monitoring.audit) write_item(sheet, ++row, styles, item);
  sheet.table({.name = "Audit",
               .header_row = kHeaderRow,
               .last_row = row,
               .headers = {kHeaders.begin(), kHeaders.end()},
               .header = styles.header});
  if (monitoring.audit.empty()) {
    ++row;
    sheet.merge(row, 0, row, kShare,
                "Самооценку вносит методическая служба, оценку эксперта — региональный центр: "
                "таблица «Методический аудит».",
                styles.text);
  } else {
    ++row;
    const auto totals = totals_of(monitoring.audit);
    write_totals(sheet, row, kHeaderRow + 1, styles, totals);
    if (totals.any_self && totals.any_expert && monitoring.audit.size() <= kMostBars) {
      row += 2 + write_chart(sheet, row + 2, kHeaderRow + 1, row - 1, audit_sentence(monitoring));
    }
  }
  sheet.freeze(kHeaderRow + 1, 1);
  auto page = analytical_page(context, words.name, "Методический аудит");
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  if (monitoring.audit.size() <= kMostBars) page.pages_tall = 1;
  sheet.page(page);
  sheet.print_area(0, 0, row, kShare);
}

}  // namespace metodaktiv::reports
