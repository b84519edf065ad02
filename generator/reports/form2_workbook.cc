#include "reports/form2_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/form2_layout.h"
#include "reports/form_styles.h"
#include "reports/kpi_workbook.h"
#include "reports/norm_words.h"
#include "reports/sheet_styles.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Form2Row;
using workbook::Sheet;

/// Heights of the rows above the table where the region has all of them, the table's head last.
constexpr int kHeaderRow = 15;
constexpr std::array<double, kHeaderRow + 2> kTopHeights = {16, 33, 22, 18, 12, 18, 12, 18, 23,
                                                            20, 40, 18, 12, 18, 8,  18, 48};
// Points of paper height for rows: A4 across without margins at kScale, a little less for safety.
constexpr int kScale = 85;
constexpr double kPageRoom = 507.0 * 100 / kScale * 0.97;
/// More rows than anybody prints or scrolls through: the municipalities' own books have them all.
constexpr std::size_t kMostRows = 100'000;

/// Rows above the table. What the region's form does not have takes no row.
class Top {
 public:
  explicit Top(const config::FormTexts& texts) {
    const auto leave_out = [this](int first, int last) {
      for (int row = first; row <= last; ++row) kept_[static_cast<std::size_t>(row)] = false;
    };
    kept_.fill(true);
    if (texts.annex_to.empty()) leave_out(1, 1);
    if (texts.approval.empty()) leave_out(2, 9);
    if (texts.form2_place.empty()) leave_out(12, 12);
  }

  [[nodiscard]] bool has(int row) const { return kept_[static_cast<std::size_t>(row)]; }
  /// Where a row of the full form stands on this one.
  [[nodiscard]] int at(int row) const {
    return static_cast<int>(std::count(kept_.begin(), kept_.begin() + row, true));
  }

 private:
  std::array<bool, kTopHeights.size()> kept_{};
};

void write_approval(Sheet& sheet, const FormStyles& styles, const Top& top,
                    const config::FormTexts& texts) {
  sheet.merge(0, kOrganization, 0, kTeachers, "Форма 2", styles.right_strong);
  if (top.has(1)) {
    const int row = top.at(1);
    sheet.merge(row, kMunicipality, row, kTeachers, texts.annex_to, styles.right);
  }
  if (!top.has(2)) return;
  const int first = top.at(2);
  sheet.merge(first, kOrganization, first, kTeachers, texts.approval, styles.center);
  const auto line = [&](int row, const std::string& caption) {
    sheet.merge(row, kOrganization, row, kTeachers, "", styles.line);
    sheet.merge(row + 1, kOrganization, row + 1, kTeachers, caption, styles.caption);
  };
  line(first + 1, texts.approval_position);
  line(first + 3, texts.approval_organization);
  sheet.text(first + 5, kOrganization, "", styles.line);
  sheet.text(first + 5, kTeachers, "", styles.line);
  sheet.text(first + 6, kOrganization, texts.approval_signature, styles.caption);
  sheet.text(first + 6, kTeachers, texts.approval_name, styles.caption);
  sheet.merge(first + 7, kOrganization, first + 7, kTeachers, texts.approval_date, styles.center);
}

void write_title(Sheet& sheet, const FormStyles& styles, const Top& top,
                 const ReportContext& context) {
  const auto& texts = context.input.profile.form_texts;
  const int first = top.at(10);
  sheet.merge(first, 0, first, kTeachers, config::for_year(texts.form2_title, context.year()),
              styles.title);
  sheet.merge(first + 1, kSubject, first + 1, kMunicipality, context.input.profile.name,
              styles.line);
  if (top.has(12)) {
    const int row = top.at(12);
    sheet.merge(row, kSubject, row, kMunicipality, texts.form2_place, styles.caption);
  }
  const int row = top.at(13);
  sheet.merge(row, 0, row, kTeachers, config::for_year(texts.form2_year, context.year()),
              styles.center);
}

void write_header(Sheet& sheet, const FormStyles& styles, int top) {
  sheet.merge(top, kNumber, top + 1, kNumber, "№п/п", styles.header);
  sheet.merge(top, kName, top + 1, kName, "ФИО методиста", styles.header);
  sheet.merge(top, kSubject, top, kOther, "Направление деятельности", styles.header);
  sheet.text(top + 1, kSubject, "учебный предмет", styles.header);
  sheet.text(top + 1, kOther, "иное (указать)", styles.header);
  sheet.merge(top, kMunicipality, top, kTeachers, "Закрепление", styles.header);
  sheet.text(top + 1, kMunicipality, "муниципальное образование/ городской округ", styles.header);
  sheet.text(top + 1, kOrganization, "образовательная организация", styles.header);
  sheet.text(top + 1, kTeachers, "количество педагогов", styles.header);
}

/// Cells of lines[first, last): one methodist on one page.
void write_block(Sheet& sheet, const FormStyles& styles, int top,
                 const std::vector<Form2Line>& lines, std::size_t first, std::size_t last) {
  const auto row_of = [&](std::size_t i) { return top + static_cast<int>(i); };
  const auto& head = lines[first];
  sheet.merge(row_of(first), kNumber, row_of(last - 1), kNumber, "", styles.integer);
  sheet.number(row_of(first), kNumber, head.number, styles.integer);
  sheet.merge(row_of(first), kName, row_of(last - 1), kName, head.row->full_name, styles.text);
  sheet.merge(row_of(first), kOther, row_of(last - 1), kOther, head.row->other_direction,
              styles.text);
  for (std::size_t i = first; i < last; ++i) {
    const auto& row = *lines[i].row;
    if (lines[i].starts_subject) {
      std::size_t end = i + 1;
      while (end < last && !lines[end].starts_subject) ++end;
      sheet.merge(row_of(i), kSubject, row_of(end - 1), kSubject, row.subject, styles.text);
    }
    sheet.text(row_of(i), kMunicipality, row.municipality_name, styles.text);
    sheet.text(row_of(i), kOrganization, row.organization_name, styles.text);
    sheet.number(row_of(i), kTeachers, static_cast<double>(row.teachers_count), styles.integer);
    sheet.row_height(row_of(i), lines[i].height);
  }
}

/// All lines from row `top` on; returns the rows before which a page ends.
std::vector<int> write_lines(Sheet& sheet, const FormStyles& styles, int top,
                             const std::vector<Form2Line>& lines) {
  std::vector<int> breaks;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].starts_page) breaks.push_back(top + static_cast<int>(i));
    std::size_t end = i + 1;
    while (end < lines.size() && !lines[end].starts_methodist) ++end;
    write_block(sheet, styles, top, lines, i, end);
    i = end;
  }
  return breaks;
}

void fill_form(Sheet& sheet, const FormStyles& styles, const ReportContext& context,
               std::vector<const Form2Row*> rows) {
  sheet.hide_gridlines();
  for (std::size_t i = 0; i < kForm2Widths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kForm2Widths[i]);
  }
  double top_height = 0;
  const auto& texts = context.input.profile.form_texts;
  const Top above(texts);
  for (int i = 0; i < static_cast<int>(kTopHeights.size()); ++i) {
    if (!above.has(i)) continue;
    const double height = kTopHeights[static_cast<std::size_t>(i)];
    sheet.row_height(above.at(i), height);
    top_height += height;
  }
  const int header_row = above.at(kHeaderRow);
  write_approval(sheet, styles, above, texts);
  write_title(sheet, styles, above, context);
  write_header(sheet, styles, header_row);
  const int top = header_row + 2;
  const std::size_t left_out = rows.size() > kMostRows ? rows.size() - kMostRows : 0;
  rows.resize(rows.size() - left_out);
  const double header_height = kTopHeights[kHeaderRow] + kTopHeights[kHeaderRow + 1];
  const auto lines = lay_out(rows, kPageRoom - top_height, kPageRoom - header_height);
  auto breaks = write_lines(sheet, styles, top, lines);
  int row = top + static_cast<int>(lines.size());
  if (rows.empty() || left_out > 0) {
    const auto note =
        rows.empty() ? fmt::format("В реестре нет закрепления на {} учебный год.", context.year())
                     : fmt::format("Ещё {} — в формах муниципалитетов.",
                                   base::counted(static_cast<long long>(left_out), "строка",
                                                 "строки", "строк"));
    sheet.merge(row, 0, row, kTeachers, note, styles.text_center);
    ++row;
  }
  auto page = form_page(context, true, header_row, header_row + 1);
  // A list longer than the breaks Excel takes is printed as the program breaks it.
  if (breaks.size() <= workbook::kMostBreaks) {
    page.scale = kScale;
    page.breaks_before_rows = std::move(breaks);
  }
  sheet.page(page);
  sheet.print_area(0, 0, row - 1, kTeachers);
  sheet.freeze(top, 0);
}

void fill_load(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
               const indicators::Place& place, const std::vector<MethodistLoad>& loads) {
  constexpr int kTable = 3;
  constexpr std::array<double, 8> kTableWidths = {6, 38, 26, 26, 14, 14, 16, 20};
  const auto& norms = context.input.profile.norms;
  const NormWords norm_words(norms);
  const std::array<const char*, 8> headers = {
      "№",
      "Методист",
      "Предмет",
      "Муниципалитет",
      "Организаций",
      "Педагогов",
      norms.binding ? "Отклонение от нормы" : "Отклонение от ориентира",
      "Нагрузка"};
  const auto words = context.words(place);
  write_heading(sheet, styles, context,
                fmt::format("Нагрузка методистов ({} {}–{} педагогов)",
                            norms.binding ? "норма" : "ориентир", norms.load_min, norms.load_max),
                words.with_kind);
  for (std::size_t i = 0; i < kTableWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kTableWidths[i]);
    sheet.text(kTable, static_cast<int>(i), headers[i], styles.header);
  }
  sheet.row_height(kTable, 30);
  int row = kTable;
  for (const auto& load : loads) {
    ++row;
    const auto form1 = context.form1.find(load.municipality);
    sheet.number(row, 0, row - kTable, styles.ordinal);
    sheet.text(row, 1, load.full_name, styles.text);
    sheet.text(row, 2, load.subject, styles.text);
    sheet.text(row, 3, form1 == context.form1.end() ? load.municipality : form1->second->name,
               styles.text);
    sheet.number(row, 4, load.organizations, styles.integer);
    sheet.number(row, 5, static_cast<double>(load.teachers), styles.integer);
    sheet.number(row, 6, static_cast<double>(load.deviation), styles.deviation);
    sheet.text(row, 7, shown(load.verdict, norm_words),
               norms.binding ? styles.verdict(load.verdict) : styles.no_target);
    sheet.row_height(
        row,
        std::max({16.0, workbook::fitting_height(load.full_name, kTableWidths[1], style::body()),
                  workbook::fitting_height(load.subject, kTableWidths[2], style::body())}));
  }
  if (!loads.empty()) sheet.autofilter(kTable, 0, row, 7);
  const auto sum = totals(loads);
  sheet.merge(row + 1, 0, row + 1, 7,
              fmt::format("{} — {}, {} — {}, {} — {}. Нагрузка методиста — сумма "
                          "закреплённых педагогов по всем организациям.{}",
                          base::capitalized(norm_words.within), sum.within, norm_words.above,
                          sum.above, norm_words.below, sum.below,
                          norms.binding ? std::string() : " " + norm_words.statement),
              styles.note);
  sheet.row_height(row + 1, norms.binding ? 18 : 30);
  sheet.freeze(kTable + 1, 2);
  auto page = analytical_page(context, words.name, "Нагрузка методистов");
  page.repeat_rows = std::pair(kTable, kTable);
  sheet.page(page);
  sheet.print_area(0, 0, row + 1, 7);
}

}  // namespace

void write_form2_workbook(const ReportContext& context, const indicators::Place& place,
                          const std::vector<const Form2Row*>& rows,
                          const std::filesystem::path& file) {
  workbook::Workbook book(file, context.properties(fmt::format("Форма 2: {}", place.name)));
  Sheet sheet = book.add_sheet("Форма 2");
  fill_form(sheet, FormStyles(book), context, rows);
  Sheet load = book.add_sheet("Нагрузка");
  fill_load(load, SheetStyles(book), context, place, loads(rows, context.input.profile.norms));
  book.save();
}

}  // namespace metodaktiv::reports
