#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "forms/submission_text.h"
#include "reports/kpi_workbook.h"
#include "reports/summary_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using forms::Submission;
using forms::SubmissionState;
using workbook::Sheet;

constexpr int kCountsRow = 4;
constexpr int kHeaderRow = 7;
constexpr std::array<const char*, 9> kHeaders = {
    "Муниципалитет",    "Форма от",       "Срок",      "Получена", "Принято строк",
    "Возвращено строк", "Предупреждений", "Состояние", "Подробно"};
constexpr std::array<double, 9> kWidths = {28, 13, 13, 13, 13, 13, 16, 18, 40};
constexpr int kState = 7, kDetails = 8;

struct StateLook {
  SubmissionState state;
  const char* title;
  workbook::Format format;
};

std::array<StateLook, forms::kSubmissionStates> looks(const SheetStyles& styles) {
  return {{{SubmissionState::kOverdue, "просрочено", styles.not_met},
           {SubmissionState::kRemarksOpen, "замечания", styles.attention},
           {SubmissionState::kWaiting, "ждём", styles.text},
           {SubmissionState::kNotGivenOut, "не выдана", styles.no_target},
           {SubmissionState::kReceivedLate, "с опозданием", styles.met},
           {SubmissionState::kReceivedInTime, "в срок", styles.met}}};
}

void write_counts(Sheet& sheet, const SheetStyles& styles, const forms::Submissions& all) {
  sheet.text(kCountsRow, 0, "Всего муниципалитетов", styles.header);
  sheet.number(kCountsRow + 1, 0, static_cast<double>(all.municipalities.size()), styles.ordinal);
  int column = 0;
  for (const auto& look : looks(styles)) {
    ++column;
    sheet.text(kCountsRow, column, base::capitalized(look.title), styles.header);
    sheet.number(kCountsRow + 1, column, static_cast<double>(all.count(look.state)),
                 styles.ordinal);
  }
  sheet.row_height(kCountsRow, 20);
}

void write_row(Sheet& sheet, int row, const SheetStyles& styles, const Submission& submission) {
  const auto date = [&](int column, std::optional<base::Date> day) {
    if (day) {
      sheet.date(row, column, *day, styles.date);
    } else {
      sheet.text(row, column, "—", styles.text_center);
    }
  };
  const auto number = [&](int column, std::int64_t value) {
    if (submission.back) {
      sheet.number(row, column, static_cast<double>(value), styles.integer);
    } else {
      sheet.text(row, column, "—", styles.text_center);
    }
  };
  const auto& form = submission.form;
  const auto back = submission.back.value_or(forms::FormReturned{});
  sheet.text(row, 0, submission.name, styles.text);
  date(1, form ? std::optional(form->made_on) : std::nullopt);
  date(2, form ? std::optional(form->due_on) : std::nullopt);
  date(3, submission.back ? std::optional(back.last_on) : std::nullopt);
  number(4, back.taken);
  number(5, back.returned);
  number(6, back.warnings);
  for (const auto& look : looks(styles)) {
    if (look.state == submission.state) sheet.text(row, kState, look.title, look.format);
  }
  const auto details = forms::state_text(submission);
  sheet.text(row, kDetails, details, styles.text);
  sheet.row_height(
      row, std::max({18.0, workbook::fitting_height(submission.name, kWidths[0], style::body()),
                     workbook::fitting_height(details, kWidths[kDetails], style::body())}));
}

}  // namespace

void fill_submissions_sheet(Sheet& sheet, const SheetStyles& styles, const ReportContext& context) {
  constexpr const char* kTitle = "Сдача форм";
  const auto& all = context.submissions;
  write_heading(sheet, styles, context, kTitle, context.input.profile.name);
  sheet.text(2, 1,
             fmt::format("Кто вернул последнюю выданную форму сбора: на {}",
                         context.input.as_of.in_words()),
             styles.label);
  write_counts(sheet, styles, all);
  for (std::size_t i = 0; i < kHeaders.size(); ++i) {
    const int column = static_cast<int>(i);
    sheet.column(column, column, kWidths[i]);
  }
  sheet.row_height(kHeaderRow, 32);
  int row = kHeaderRow;
  for (const auto& submission : all.municipalities) write_row(sheet, ++row, styles, submission);
  sheet.table({"submissions", kHeaderRow, 0, row,
               std::vector<std::string>(kHeaders.begin(), kHeaders.end()), styles.header});
  sheet.merge(row + 1, 0, row + 1, kDetails,
              "Получена — день последней загрузки. Опоздание считается по первой: исправленная "
              "книга, присланная после срока, опозданием не считается. Замечания — возвращённые "
              "строки и предупреждения последней загрузки.",
              styles.note);
  sheet.row_height(row + 1, 30);
  sheet.freeze(kHeaderRow + 1, 1);
  auto page = analytical_page(context, context.input.profile.name, kTitle);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, row + 1, kDetails);
}

}  // namespace metodaktiv::reports
