#include "reports/summary_workbook.h"

#include <fmt/format.h>

#include "reports/candidates_sheet.h"
#include "reports/distribution_sheet.h"
#include "reports/kpi_workbook.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using indicators::Scope;
using workbook::Sheet;

/// A portrait page takes so many rows without becoming too small to read.
constexpr int kMostRowsOfOnePage = 75;

/// The workbook while its sheets are added one after the other.
class Summary {
 public:
  Summary(const ReportContext& context, workbook::Workbook& book)
      : context_(context),
        region_(context.input.results.region()),
        book_(book),
        styles_(book),
        cover_(book, book.add_sheet("Обложка"), context, region_) {}

  void write() {
    add_figures();
    add_history();
    add_late();
    add_rest();
    Sheet notes = add("Пояснения", "Как читать книгу, как считается каждый показатель и откуда он");
    fill_notes_sheet(notes, styles_, context_, region_);
    fill_summary_cover(cover_, context_, cells_, *sheets_, contents_);
  }

 private:
  Sheet add(const std::string& name, const std::string& answers) {
    contents_.push_back({book_.add_sheet(name), answers});
    write_way_back(contents_.back().sheet, styles_, cover_.sheet());
    return contents_.back().sheet;
  }

  void add_figures() {
    Sheet matrix =
        add("Показатели", "Все показатели всех муниципалитетов рядом: где дальше от лучшего");
    fill_matrix_sheet(matrix, styles_, context_, "Показатели муниципалитетов", "Муниципалитет",
                      Scope::kMunicipality);
    matrix.tab_color(palette::kNow);
    if (!context_.input.results.territories().empty()) {
      Sheet sheet = add("Территории", "Те же показатели по территориям региона");
      fill_matrix_sheet(sheet, styles_, context_, "Показатели территорий", "Территория",
                        Scope::kTerritory);
    }
    if (!municipalities_have_targets(context_)) return;
    Sheet ranking = add("Рейтинг", "Кто достиг больше целей и как изменилось место за год");
    cells_.shares = fill_ranking_sheet(ranking, styles_, context_);
  }

  void add_history() {
    Sheet history = add("Динамика",
                        "Показатели региона по годам, цели и сколько муниципалитетов "
                        "их достигли");
    cells_.statuses = fill_history_sheet(history, styles_, context_);
    sheets_.emplace(SummarySheets{history, {}, {}, {}});
    if (cells_.statuses.last_row >= cells_.statuses.first_row) {
      Sheet charts = add("Диаграммы", "Та же динамика на диаграммах, по разделам");
      fill_history_charts_sheet(charts, history, styles_, context_);
    }
  }

  void add_late() {
    if (has_deadlines(context_)) {
      sheets_->deadlines = add("Сроки стандарта", "У кого просрочены задачи методической службы");
      fill_deadlines_sheet(*sheets_->deadlines, styles_, context_);
      Sheet functions =
          add("Просрочки по функциям", "Какие функции стандарта просрочены чаще всего");
      fill_overdue_functions_sheet(functions, styles_, context_);
    }
    if (context_.submissions.any_form()) {
      sheets_->submissions = add("Сдача форм", "Кто вернул форму сбора, а кто опаздывает");
      fill_submissions_sheet(*sheets_->submissions, styles_, context_);
    }
    sheets_->missing = add("Без данных", "Какие показатели не рассчитаны и чего нет в реестре");
    fill_missing_sheet(*sheets_->missing, styles_, context_);
  }

  void add_rest() {
    for (const auto& distribution : context_.input.distributions) {
      Sheet sheet = add(distribution.definition->short_title, distribution.definition->title);
      fill_distribution_sheet(sheet, styles_, context_, distribution);
    }
    if (!has_candidates(context_, region_)) return;
    Sheet totals = add("Кандидаты", "Сколько кандидатов на каждом этапе в каждом муниципалитете");
    Sheet register_sheet = add("Кандидаты поимённо", "Кто выдвинут в методический актив");
    const auto cells = fill_candidates_sheet(register_sheet, styles_, context_, region_);
    fill_candidate_totals_sheet(totals, styles_, context_, cells);
  }

  const ReportContext& context_;
  const indicators::Place& region_;
  workbook::Workbook& book_;
  SheetStyles styles_;
  CoverSheet cover_;
  std::vector<CoverEntry> contents_;
  SummaryCells cells_;
  std::optional<SummarySheets> sheets_;
};

}  // namespace

void finish_summary_sheet(Sheet& sheet, const ReportContext& context, const std::string& title,
                          int header_row, int last_row, int last_column, bool landscape) {
  sheet.freeze(header_row + 1, 1);
  auto page = analytical_page(context, context.input.profile.name, title);
  page.landscape = landscape;
  page.repeat_rows = std::pair(header_row, header_row);
  if (!landscape && last_row <= kMostRowsOfOnePage) page.pages_tall = 1;
  sheet.page(page);
  sheet.print_area(0, 0, last_row, last_column);
}

void write_summary_workbook(const ReportContext& context, const std::filesystem::path& file) {
  const auto& region = context.input.results.region();
  workbook::Workbook book(file,
                          context.properties(fmt::format("Сводка по региону: {}", region.name)));
  Summary(context, book).write();
  book.save();
}

}  // namespace metodaktiv::reports
