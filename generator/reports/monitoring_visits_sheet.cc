#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "config/ownership.h"
#include "reports/monitoring_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Sheet;

constexpr int kSentenceRow = 3;
constexpr int kHeaderRow = 5;
constexpr double kMonthWidth = 22, kGroupWidth = 24, kStateWidth = 50;
constexpr int kChartRows = 18;

/// The groups as the collection form names them, in its order.
std::vector<config::AllowedValue> groups_of(const ReportContext& context) {
  const auto* form = config::form_of(context.input.forms, "lesson_visits");
  const auto* column = form ? form->column("teacher_group") : nullptr;
  return column ? column->values : std::vector<config::AllowedValue>{};
}

int visits(const VisitMonth& month, const std::string& group) {
  const auto found = month.by_group.find(group);
  return found == month.by_group.end() ? 0 : found->second;
}

bool meets(const VisitMonth& month, const config::Norms& norms) {
  return std::all_of(norms.visit_groups.begin(), norms.visit_groups.end(), [&](const auto& group) {
    return visits(month, group) >= norms.visits_per_month;
  });
}

bool has_norm(const config::Norms& norms, const std::string& group) {
  return std::find(norms.visit_groups.begin(), norms.visit_groups.end(), group) !=
         norms.visit_groups.end();
}

std::string month_words(const VisitMonth& month) {
  return fmt::format("{} {}", base::month_name(month.first_day.month()), month.first_day.year());
}

/// «не хватает: молодой специалист — 1, низкий уровень компетенций — 2».
std::string missing_words(const VisitMonth& month, const std::vector<config::AllowedValue>& groups,
                          const config::Norms& norms) {
  std::vector<std::string> parts;
  for (const auto& group : groups) {
    const int missing = norms.visits_per_month - visits(month, group.key);
    if (has_norm(norms, group.key) && missing > 0)
      parts.push_back(fmt::format("{} — {}", group.title, missing));
  }
  return "не хватает: " + base::join(parts, ", ");
}

/// Returns the height its words need.
double write_state(Sheet& sheet, int row, int column, const SheetStyles& styles,
                   const VisitMonth& month, const std::vector<config::AllowedValue>& groups,
                   const config::Norms& norms, base::Date as_of) {
  std::string words;
  auto format = styles.no_target;
  if (month.first_day > as_of) {
    words = "… месяц впереди";
  } else if (norms.visits_per_month == 0) {
    words = "— нормы нет";
  } else if (meets(month, norms)) {
    words = "✔ норма выполнена";
    format = styles.met;
  } else if (month.elapsed) {
    words = "✘ " + missing_words(month, groups, norms);
    format = styles.not_met;
  } else {
    words = "… месяц не завершён; " + missing_words(month, groups, norms);
  }
  sheet.text(row, column, words, format);
  workbook::Style bold = style::body();
  bold.bold = true;
  return workbook::fitting_height(words, kStateWidth, bold);
}

workbook::Chart chart_of(const Sheet& sheet, const std::vector<config::AllowedValue>& groups,
                         int first, int last, const config::Norms& norms, const Monitoring& m,
                         base::Date as_of) {
  static constexpr std::array<workbook::Rgb, 4> kColors = {palette::kNow, palette::kBefore,
                                                           palette::kLongAgo, palette::kTarget};
  workbook::Chart chart;
  // Months to come have no columns: an empty place would read as no visits.
  const auto begun = std::count_if(m.visits.begin(), m.visits.end(),
                                   [&](const auto& month) { return month.first_day <= as_of; });
  last = std::min(last, first + std::max(0, static_cast<int>(begun) - 1));
  const auto& newest = m.visits[static_cast<std::size_t>(last - first)];
  chart.title =
      fmt::format("Посещённые уроки: {} — {}", month_words(m.visits.front()),
                  newest.elapsed ? month_words(newest)
                                 : fmt::format("{} (по {})", month_words(newest), as_of.dotted()));
  if (norms.visits_per_month > 0) {
    chart.title += fmt::format("; норма — {} в месяц в отмеченных группах", norms.visits_per_month);
  }
  chart.number_format = "0";
  chart.least = 0;
  int most = 0;
  for (const auto& month : m.visits) {
    for (const auto& [group, count] : month.by_group) most = std::max(most, count);
  }
  chart.step = std::max(1, (most + 4) / 5);
  chart.height = kChartRows * 20;
  const double units = kMonthWidth + kGroupWidth * static_cast<double>(groups.size()) + kStateWidth;
  chart.width = static_cast<int>(units * 7);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const int column = 1 + static_cast<int>(i);
    chart.series.push_back({base::capitalized(groups[i].title), sheet.range(first, 0, last, 0),
                            sheet.range(first, column, last, column), kColors[i % kColors.size()],
                            false, true});
  }
  chart.alt_text =
      "Столбцы: посещённые уроки по месяцам и группам педагогов. " + visits_sentence(m, norms);
  return chart;
}

}  // namespace

std::string visits_sentence(const Monitoring& monitoring, const config::Norms& norms) {
  int total = 0, elapsed = 0, met = 0;
  for (const auto& month : monitoring.visits) {
    for (const auto& [group, count] : month.by_group) total += count;
    elapsed += month.elapsed;
    met += month.elapsed && norms.visits_per_month > 0 && meets(month, norms);
  }
  auto text = total == 0
                  ? std::string("Посещения уроков в этом учебном году не внесены.")
                  : fmt::format("{} {}.", base::plural(total, "Посещён", "Посещено", "Посещено"),
                                base::counted(total, "урок", "урока", "уроков"));
  if (norms.visits_per_month > 0 && elapsed > 0) {
    text += fmt::format(" Норма выполнена в {} из {}.", met,
                        base::counted(elapsed, "завершённого месяца", "завершённых месяцев",
                                      "завершённых месяцев"));
  }
  return text;
}

std::vector<std::string> months_below_norm(const Monitoring& monitoring,
                                           const config::Norms& norms) {
  std::vector<std::string> result;
  for (const auto& month : monitoring.visits) {
    if (norms.visits_per_month > 0 && month.elapsed && !meets(month, norms))
      result.push_back(month_words(month));
  }
  return result;
}

void fill_visits_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                       const indicators::Place& place) {
  const auto& monitoring = monitoring_of(context, place);
  const auto& norms = context.input.profile.norms;
  const auto groups = groups_of(context);
  const auto as_of = context.input.as_of;
  const auto words = context.words(place);
  write_heading(sheet, styles, context, "Посещение уроков", words.with_kind);
  auto sentence = visits_sentence(monitoring, norms);
  if (norms.visits_per_month > 0) {
    sentence += fmt::format(" Норма: не меньше {} в месяц в каждой из отмеченных групп.",
                            base::counted(norms.visits_per_month, "урока", "уроков", "уроков"));
  }
  sheet.text(kSentenceRow, 0, sentence, styles.label);

  const int state_column = 1 + static_cast<int>(groups.size());
  sheet.text(kHeaderRow, 0, "Месяц", styles.header);
  sheet.column(0, 0, kMonthWidth);
  double height = 24;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const int column = 1 + static_cast<int>(i);
    const auto title =
        base::capitalized(groups[i].title) +
        (has_norm(norms, groups[i].key) ? fmt::format(" (норма {})", norms.visits_per_month)
                                        : std::string());
    sheet.text(kHeaderRow, column, title, styles.header);
    sheet.column(column, column, kGroupWidth);
    height = std::max(height, workbook::fitting_height(title, kGroupWidth, style::header()) + 4);
  }
  sheet.text(kHeaderRow, state_column, "Норма", styles.header);
  sheet.column(state_column, state_column, kStateWidth);
  sheet.row_height(kHeaderRow, height);

  const int first = kHeaderRow + 1;
  int row = kHeaderRow;
  std::vector<int> totals(groups.size());
  for (const auto& month : monitoring.visits) {
    ++row;
    sheet.text(row, 0, base::capitalized(month_words(month)), styles.text);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const int count = visits(month, groups[i].key);
      totals[i] += count;
      const int column = 1 + static_cast<int>(i);
      if (month.first_day > as_of && count == 0) {
        sheet.text(row, column, "—", styles.text_center);
      } else {
        sheet.number(row, column, count, styles.ordinal);
      }
    }
    sheet.row_height(row, std::max(17.0, write_state(sheet, row, state_column, styles, month,
                                                     groups, norms, as_of)));
  }
  if (row >= first) {
    sheet.text(row + 1, 0, "Всего", styles.total_text);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const int column = 1 + static_cast<int>(i);
      sheet.formula(row + 1, column,
                    fmt::format("=SUM({}:{})", workbook::cell_name(first, column),
                                workbook::cell_name(row, column)),
                    totals[i], styles.total_integer);
    }
    sheet.blank(row + 1, state_column, styles.total_text);
    if (!groups.empty())
      sheet.chart(row + 3, 0, chart_of(sheet, groups, first, row, norms, monitoring, as_of));
    row += kChartRows + 4;
  }
  sheet.freeze(kHeaderRow + 1, 1);
  auto page = analytical_page(context, words.name, "Посещение уроков");
  page.pages_tall = 1;
  sheet.page(page);
  sheet.print_area(0, 0, row, state_column);
}

}  // namespace metodaktiv::reports
