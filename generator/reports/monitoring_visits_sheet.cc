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

constexpr int kSentenceRow = 2;
constexpr int kHeaderRow = 4;
constexpr double kMonthWidth = 22, kGroupWidth = 24, kStateWidth = 28;

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
  static constexpr std::array<const char*, 12> kMonths = {
      "Январь", "Февраль", "Март",     "Апрель",  "Май",    "Июнь",
      "Июль",   "Август",  "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"};
  return fmt::format("{} {}", kMonths[month.first_day.month() - 1], month.first_day.year());
}

void write_state(Sheet& sheet, int row, int column, const SheetStyles& styles,
                 const VisitMonth& month, const config::Norms& norms) {
  if (norms.visits_per_month == 0) {
    sheet.text(row, column, "— нормы нет", styles.no_target);
  } else if (meets(month, norms)) {
    sheet.text(row, column, "✔ норма выполнена", styles.met);
  } else if (month.elapsed) {
    sheet.text(row, column, "✘ норма не выполнена", styles.not_met);
  } else {
    sheet.text(row, column, "… месяц не завершён", styles.no_target);
  }
}

workbook::Chart chart_of(const Sheet& sheet, const std::vector<config::AllowedValue>& groups,
                         int first, int last, const config::Norms& norms, const Monitoring& m) {
  static constexpr std::array<workbook::Rgb, 4> kColors = {palette::kNow, palette::kBefore,
                                                           palette::kLongAgo, palette::kTarget};
  workbook::Chart chart;
  chart.title = "Посещённые уроки по месяцам";
  chart.number_format = "0";
  chart.least = 0;
  chart.height = 320;
  chart.width = 980;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const int column = 1 + static_cast<int>(i);
    chart.series.push_back({base::capitalized(groups[i].title), sheet.range(first, 0, last, 0),
                            sheet.range(first, column, last, column), kColors[i % kColors.size()],
                            false, false});
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

void fill_visits_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                       const indicators::Place& place) {
  const auto& monitoring = monitoring_of(context, place);
  const auto& norms = context.input.profile.norms;
  const auto groups = groups_of(context);
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
  sheet.text(kHeaderRow, state_column, "Норма месяца", styles.header);
  sheet.column(state_column, state_column, kStateWidth);
  sheet.row_height(kHeaderRow, height);

  const int first = kHeaderRow + 1;
  int row = kHeaderRow;
  std::vector<int> totals(groups.size());
  for (const auto& month : monitoring.visits) {
    ++row;
    sheet.text(row, 0, month_words(month), styles.text);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const int count = visits(month, groups[i].key);
      totals[i] += count;
      sheet.number(row, 1 + static_cast<int>(i), count, styles.integer);
    }
    write_state(sheet, row, state_column, styles, month, norms);
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
      sheet.chart(row + 3, 0, chart_of(sheet, groups, first, row, norms, monitoring));
    row += 20;
  }
  sheet.freeze(kHeaderRow + 1, 1);
  sheet.page(analytical_page(context, words.name, "Посещение уроков"));
  sheet.print_area(0, 0, row, state_column);
}

}  // namespace metodaktiv::reports
