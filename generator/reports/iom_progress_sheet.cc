#include "reports/iom_progress_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "config/ownership.h"
#include "reports/kpi_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::Sheet;

constexpr int kHeadingRow = 4, kTableRow = 5;
constexpr int kRightColumn = 6;  // where the chart and the table of states begin
constexpr double kMonthWidth = 24, kCountWidth = 13, kGapWidth = 3, kStateWidth = 26,
                 kYearWidth = 12;
constexpr std::size_t kMostYears = 5;
constexpr long long kStages = 4;
constexpr int kChartRows = 15;
constexpr double kRowHeight = 18;  // points
constexpr double kPixelsPerPoint = 96.0 / 72.0;

base::Date next_month(base::Date first) {
  return first.month() == 12 ? base::Date(first.year() + 1, 1, 1)
                             : base::Date(first.year(), first.month() + 1, 1);
}

struct Month {
  base::Date first;
  base::Date end;        ///< the day after the last one counted
  bool running = false;  ///< not over on the as-of date
};

/// From September of the last school year to the as-of date.
std::vector<Month> months_until(base::Date as_of) {
  std::vector<Month> months;
  for (auto first = base::SchoolYear::of(as_of).previous().first_day(); first <= as_of;
       first = next_month(first)) {
    const auto next = next_month(first);
    const auto after = as_of.plus_days(1);
    months.push_back({first, std::min(next, after), after < next});
  }
  return months;
}

std::string month_words(const Month& month) {
  auto words = fmt::format("{} {}", base::capitalized(base::month_name(month.first.month())),
                           month.first.year());
  if (month.running) {
    words += fmt::format(" (по {}.{:02})", month.end.plus_days(-1).day(), month.first.month());
  }
  return words;
}

bool within(const std::optional<base::Date>& date, const Month& month) {
  return date && *date >= month.first && *date < month.end;
}

std::string in_month(const RouteRegister& list, RegisterColumn column, const Month& month) {
  const auto day = [](base::Date d) {
    return fmt::format("DATE({},{},{})", d.year(), d.month(), d.day());
  };
  return fmt::format(",{0},\">=\"&{1},{0},\"<\"&{2}", list.cells(column), day(month.first),
                     day(month.end));
}

/// «подготовительный» for 1, as the hint of the collection form has it; empty when it has not.
std::string stage_title(const ReportContext& context, long long stage) {
  const auto* form = config::form_of(context.input.forms, "ioms");
  const auto* column = form ? form->column("stage") : nullptr;
  if (!column) return {};
  const auto sign = fmt::format(" {}\u00A0— ", stage);
  const auto at = column->hint.find(sign);
  if (at == std::string::npos) return {};
  const auto begin = at + sign.size();
  return column->hint.substr(begin, column->hint.find_first_of(",.;", begin) - begin);
}

class ProgressSheet {
 public:
  ProgressSheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                const RouteRegister& list)
      : sheet_(sheet), styles_(styles), context_(context), list_(list) {
    std::set<std::string> years = {context.year()};
    for (const auto& route : list.routes()) years.insert(route.school_year);
    years_.assign(years.begin(), years.end());
    if (years_.size() > kMostYears) years_.erase(years_.begin(), years_.end() - kMostYears);
    sheet_.column(0, 0, kMonthWidth);
    sheet_.column(1, 4, kCountWidth);
    sheet_.column(kRightColumn - 1, kRightColumn - 1, kGapWidth);
    sheet_.column(kRightColumn, kRightColumn, kStateWidth);
    sheet_.column(kRightColumn + 1, last_column(), kYearWidth);
  }

  [[nodiscard]] int last_column() const {
    return kRightColumn + static_cast<int>(years_.size()) + 1;
  }

  /// Returns the row behind the table.
  int months() {
    sheet_.text(kHeadingRow, 0, "Составлено и завершено по месяцам", styles_.heading);
    static constexpr std::array<const char*, 5> kHeaders = {
        "Месяц", "Составлено", "Завершено", "Составлено с начала года", "Завершено с начала года"};
    for (std::size_t i = 0; i < kHeaders.size(); ++i)
      sheet_.text(kTableRow, static_cast<int>(i), kHeaders[i], styles_.header);
    sheet_.row_height(kTableRow, 30);
    int row = kTableRow, first_of_year = 0;
    std::array<long long, 2> year_sums{};
    const auto months = months_until(context_.input.as_of);
    for (const auto& month : months) {
      ++row;
      sheet_.row_height(row, kRowHeight);
      if (month.first.month() == 9) {
        first_of_year = row;
        year_sums = {};
      }
      sheet_.text(row, 0, month_words(month), styles_.text);
      const std::array<long long, 2> counts = {
          list_.count([&](const Route& route) {
            return route.developed() && within(route.created_on, month);
          }),
          list_.count([&](const Route& route) {
            return route.status == "completed" && within(route.completed_on, month);
          })};
      const std::array<std::string, 2> conditions = {
          list_.developed() + in_month(list_, kCreated, month),
          list_.with_status("completed") + in_month(list_, kCompleted, month)};
      for (int i = 0; i < 2; ++i) {
        const auto at = static_cast<std::size_t>(i);
        year_sums[at] += counts[at];
        totals_[at] += counts[at];
        by_month_[at].push_back(static_cast<double>(counts[at]));
        formula(row, 1 + i, counting(conditions[at]), counts[at]);
        formula(row, 3 + i,
                fmt::format("SUM({}:{})", workbook::cell_name(first_of_year, 1 + i),
                            workbook::cell_name(row, 1 + i)),
                year_sums[at]);
      }
    }
    chart(kTableRow + 1, row, months);
    return row + 1;
  }

  /// Routes by state and school year, below the chart; returns the row behind the table.
  int states() {
    int row = kTableRow + kChartRows + 2;
    sheet_.text(row++, kRightColumn, "Состояния маршрутов по учебным годам", styles_.heading);
    sheet_.text(row, kRightColumn, "Состояние", styles_.header);
    for (std::size_t i = 0; i < years_.size(); ++i)
      sheet_.text(row, year_column(i), years_[i], styles_.header);
    sheet_.text(row, last_column(), "Всего", styles_.header);
    const int first = ++row;
    for (const auto& state : list_.states()) {
      counted_row(
          row++, list_.status_title(state), list_.with_status(state),
          [&](const Route& route) { return route.status == state; }, false);
    }
    sheet_.text(row, kRightColumn, "Всего", styles_.total_text);
    for (int column = kRightColumn + 1; column <= last_column(); ++column) {
      sheet_.formula(row, column,
                     fmt::format("=SUM({}:{})", workbook::cell_name(first, column),
                                 workbook::cell_name(row - 1, column)),
                     static_cast<double>(sums_[column]), styles_.total_integer);
    }
    ++row;
    counted_row(
        row++, "из них просрочены", fmt::format(",{},\">0\"", list_.cells(kDaysLate)),
        [](const Route& route) { return route.days_late > 0; }, true);
    return row;
  }

  /// Stages of the routes under way in the current year, below the months.
  int stages(int row) {
    ++row;
    sheet_.text(row++, 0, fmt::format("Этапы действующих маршрутов {}", context_.year()),
                styles_.heading);
    sheet_.text(row, 0, "Этап", styles_.header);
    sheet_.text(row++, 1, "Маршрутов", styles_.header);
    const auto open =
        list_.with_year(context_.year()) + list_.developed() + list_.with_status("completed", "<>");
    for (long long stage = 1; stage <= kStages; ++stage) {
      const auto title = stage_title(context_, stage);
      sheet_.text(
          row, 0,
          title.empty() ? fmt::format("{} этап", stage) : fmt::format("{} — {}", stage, title),
          styles_.text);
      const auto count = list_.count([&](const Route& route) {
        return route.school_year == context_.year() && route.developed() &&
               route.status != "completed" && route.stage == stage;
      });
      formula(row++, 1, counting(open + fmt::format(",{},{}", list_.cells(kStage), stage)), count);
    }
    return row;
  }

 private:
  [[nodiscard]] static int year_column(std::size_t index) {
    return kRightColumn + 1 + static_cast<int>(index);
  }

  void formula(int row, int column, const std::string& text, long long result) {
    sheet_.formula(row, column, "=" + text, static_cast<double>(result), styles_.integer);
  }

  void counted_row(int row, const std::string& title, const std::string& condition,
                   const std::function<bool(const Route&)>& which, bool part) {
    sheet_.text(row, kRightColumn, title, styles_.text);
    long long total = 0;
    for (std::size_t i = 0; i < years_.size(); ++i) {
      const auto count = list_.count(
          [&](const Route& route) { return route.school_year == years_[i] && which(route); });
      total += count;
      if (!part) sums_[year_column(i)] += count;
      formula(row, year_column(i), counting(list_.with_year(years_[i]) + condition), count);
    }
    if (!part) sums_[last_column()] += total;
    formula(row, last_column(),
            fmt::format("SUM({}:{})", workbook::cell_name(row, kRightColumn + 1),
                        workbook::cell_name(row, last_column() - 1)),
            total);
  }

  void chart(int first, int last, const std::vector<Month>& months) {
    workbook::Chart chart;
    chart.title = "Составлено и завершено маршрутов по месяцам";
    if (months.back().running)
      chart.title += fmt::format("; {} — по {}", base::month_name(months.back().first.month()),
                                 context_.input.as_of.dotted());
    chart.number_format = "0";
    chart.least = 0;
    const auto series = [&](const char* name, int column, workbook::Rgb color) {
      chart.series.push_back({.name = name,
                              .categories = sheet_.range(first, 0, last, 0),
                              .values = sheet_.range(first, column, last, column),
                              .color = color,
                              .results = by_month_[static_cast<std::size_t>(column) - 1]});
    };
    series("Составлено", 1, palette::kNow);
    series("Завершено", 2, palette::kTarget);
    chart.alt_text = fmt::format(
        "Столбцы: сколько маршрутов составлено и завершено в каждом месяце с {} по {}. Всего "
        "составлено {}, завершено {}.",
        months.front().first.dotted(), context_.input.as_of.dotted(), totals_[0], totals_[1]);
    const double units = kStateWidth + kYearWidth * static_cast<double>(years_.size() + 1);
    chart.width = static_cast<int>(units * 7) + 5 * (static_cast<int>(years_.size()) + 2);
    chart.height = static_cast<int>(kChartRows * kRowHeight * kPixelsPerPoint);
    sheet_.chart(kTableRow, kRightColumn, chart);
  }

  Sheet& sheet_;
  const SheetStyles& styles_;
  const ReportContext& context_;
  const RouteRegister& list_;
  std::vector<std::string> years_;
  std::array<long long, 2> totals_{};
  std::array<std::vector<double>, 2> by_month_;
  std::map<int, long long> sums_;  ///< of the table of states, by column
};

}  // namespace

void fill_progress_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                         const indicators::Place& place, const RouteRegister& list,
                         const Sheet& cover) {
  const auto words = context.words(place);
  const auto title =
      fmt::format("Ход работы по маршрутам ({})", context.input.profile.terms.route_short);
  write_heading(sheet, styles, context, title, words.with_kind);
  sheet.link(2, 0, cover, "← К содержанию", styles.way_back);
  ProgressSheet out(sheet, styles, context, list);
  const int below_months = out.months();
  const int left = out.stages(below_months);
  const int right = out.states();
  const int row = std::max(left, right) + 1;
  sheet.merge(row, 0, row, out.last_column(),
              "Составлен — по дате составления, без черновиков и отменённых; завершён — по дате "
              "завершения. Маршруты без этих дат или с датой позже отчётной в месяцы не попали. "
              "Все числа — формулы по листу "
              "«Реестр».",
              styles.note);
  sheet.row_height(row, 28);
  auto page = analytical_page(context, words.name, title);
  page.pages_tall = 1;
  sheet.page(page);
  sheet.print_area(0, 0, row, out.last_column());
}

}  // namespace metodaktiv::reports
