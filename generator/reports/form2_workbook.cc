#include "reports/form2_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reports/form2_layout.h"
#include "reports/form2_load_sheet.h"
#include "reports/form_styles.h"

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
constexpr double kTotalHeight = 20;
constexpr double kMostTyped = 1'000'000;
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

/// «ВСЕГО» and the signature; returns the last row.
int write_ending(Sheet& sheet, const FormStyles& styles, int top, int row, long long teachers,
                 const std::string& who) {
  sheet.merge(row, kNumber, row, kOrganization, "ВСЕГО", styles.total_text);
  sheet.formula(row, kTeachers,
                fmt::format("=SUM({}:{})", workbook::cell_name(top, kTeachers),
                            workbook::cell_name(row - 1, kTeachers)),
                static_cast<double>(teachers), styles.total_integer);
  sheet.row_height(row, kTotalHeight);
  return write_signature(
      sheet, styles, row + 2,
      {.who = kNumber, .signature = kSubject, .name = kMunicipality, .last = kOrganization}, who);
}

void offer_editing(Sheet& sheet, const FormStyles& styles, int header_row, int first, int last) {
  workbook::Validation rule;
  rule.kind = workbook::ValidationKind::kWhole;
  rule.most = kMostTyped;
  rule.input_title = "Число можно исправить";
  rule.input_text = "«ВСЕГО» и лист «Нагрузка» пересчитаются.";
  rule.error_title = "Нужно целое число";
  rule.error_text = "Введите целое число не меньше нуля.";
  sheet.validate(first, kTeachers, last, kTeachers, rule);
  sheet.column(kTeachers + 1, kTeachers + 1, 44);
  sheet.merge(header_row, kTeachers + 1, header_row + 1, kTeachers + 1,
              "Столбец «количество педагогов» можно править: «ВСЕГО» и лист «Нагрузка» "
              "пересчитаются. Эта подсказка не печатается.",
              styles.help);
}

/// The form; returns where each methodist's rows stand.
Form2Spans fill_form(Sheet& sheet, const FormStyles& styles, const ReportContext& context,
                     std::vector<const Form2Row*> rows, const std::string& who) {
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
  const auto lines = lay_out(rows, kPageRoom - top_height, kPageRoom - header_height,
                             kTotalHeight + kSignatureHeight);
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
  Form2Spans spans;
  long long teachers = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int at = top + static_cast<int>(i);
    spans.try_emplace(lines[i].row->methodist, Form2Span{at, at}).first->second.last = at;
    teachers += lines[i].row->teachers_count;
  }
  if (!lines.empty()) {
    offer_editing(sheet, styles, header_row, top, top + static_cast<int>(lines.size()) - 1);
    row = write_ending(sheet, styles, top, row, teachers, who) + 1;
  } else {
    row = write_signature(
              sheet, styles, row + 1,
              {.who = kNumber, .signature = kSubject, .name = kMunicipality, .last = kOrganization},
              who) +
          1;
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
  // Those with rows left out keep their numbers as they are.
  if (left_out > 0) spans.erase(rows.back()->methodist);
  return spans;
}

}  // namespace

void write_form2_workbook(const ReportContext& context, const indicators::Place& place,
                          const std::vector<const Form2Row*>& rows,
                          const std::filesystem::path& file) {
  workbook::Workbook book(file, context.properties(fmt::format("Форма 2: {}", place.name)));
  Sheet sheet = book.add_sheet("Форма 2");
  const auto spans = fill_form(sheet, FormStyles(book), context, rows, signatory(context, place));
  Sheet load = book.add_sheet("Нагрузка");
  fill_load_sheet(load, SheetStyles(book), context, place, sheet, spans,
                  loads(rows, context.input.profile.norms));
  book.save();
}

}  // namespace metodaktiv::reports
