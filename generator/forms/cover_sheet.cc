#include "forms/cover_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "workbook/measure.h"

namespace metodaktiv::forms {
namespace {

using workbook::Sheet;

constexpr std::array<double, 4> kWidths = {32, 72, 8, 12};
constexpr double kTotalWidth = kWidths[0] + kWidths[1] + kWidths[2] + kWidths[3];
constexpr int kLastColumn = 3;
constexpr int kRowsColumn = 3;

/// Writes the cover from top to bottom.
class CoverWriter {
 public:
  CoverWriter(Sheet& sheet, const CollectionStyles& styles, const Cover& cover)
      : sheet_(sheet), styles_(styles), cover_(cover) {}

  void write() {
    sheet_.hide_gridlines();
    for (int i = 0; i <= kLastColumn; ++i)
      sheet_.column(i, i, kWidths[static_cast<std::size_t>(i)], styles_.locked);
    title();
    facts();
    heading("Как заполнить");
    steps();
    ++row_;
    warning();
    heading("Что в книге");
    contents();
    left_out();
    row_ += 2;
    sheet_.text(row_, 0, config::to_text(cover_.stamp), styles_.stamp);
    finish();
  }

 private:
  void title() {
    sheet_.row_height(row_, 26);
    sheet_.text(row_++, 0, cover_title(cover_), styles_.title);
    sheet_.row_height(row_, 18);
    sheet_.text(
        row_++, 0,
        fmt::format("{} · форма подготовлена {}", cover_.profile.name, cover_.made_on.in_words()),
        styles_.subtitle);
    ++row_;
  }

  void facts() {
    const auto& terms = cover_.profile.terms;
    const auto& op = cover_.profile.operator_;
    std::string whom = base::capitalized(terms.service) + ": " + cover_.municipality;
    if (!cover_.municipality_kind.empty()) whom += fmt::format(" ({})", cover_.municipality_kind);
    fact("Для кого", whom);
    fact("Что это",
         fmt::format("Данные муниципалитета в реестре региона ({}). Здесь уже стоит всё, что в "
                     "реестре есть: исправьте устаревшее и допишите новое.",
                     cover_.profile.name));
    fact("Срок", fmt::format("до {}", cover_.due_on.in_words()), true);
    std::vector<std::string> lines = {
        fmt::format("{} — {}", op.short_name, op.name),
        op.organization_short.empty() ||
                op.organization.find(op.organization_short) != std::string::npos
            ? op.organization
            : fmt::format("{} ({})", op.organization, op.organization_short)};
    if (!op.email.empty()) lines.push_back("Почта: " + op.email);
    if (!op.phone.empty()) lines.push_back("Телефон: " + op.phone);
    if (!op.address.empty()) lines.push_back("Адрес: " + op.address);
    if (op.email.empty() && op.phone.empty())
      lines.emplace_back("Способ передачи — в сопроводительном письме.");
    fact("Кому вернуть", base::join(lines, "\n"));
  }

  void steps() {
    const std::string code = cover_.stamp.municipality.substr(0, 40);
    const std::vector<std::string> texts = {
        "На каждом листе исправьте устаревшее и допишите новые строки сразу под заполненными. "
        "Если менять нечего, оставьте лист как есть.",
        "Столбцы со звёздочкой (*) на тёмном фоне обязательны в каждой заполненной строке. "
        "Подсказка к столбцу появляется, когда выбрана ячейка.",
        fmt::format("Где у ячейки есть список, выбирайте из него. Дату пишите в виде ДД.ММ.ГГГГ, "
                    "учебный год — полностью: {}. Несколько значений в одной ячейке разделяйте "
                    "вертикальной чертой: первое|второе.",
                    base::SchoolYear::of(cover_.due_on).text()),
        fmt::format("Код — постоянное имя записи. Коды заполненных строк не меняйте и не удаляйте. "
                    "Новой записи дайте свой код: строчные латинские буквы, цифры и дефис, "
                    "например {}-school-5. Записи, добавленной в этой же книге, в списках ещё нет: "
                    "впишите её код и подтвердите ввод.",
                    code),
        "Удалённая строка остаётся в реестре. Чтобы запись перестала действовать, укажите дату "
        "увольнения, исключения или окончания либо смените состояние.",
        "Если книгу заполняют несколько организаций, оставьте в каждой копии только её строки и "
        "верните все копии вместе. Листы и столбцы не переименовывайте и не добавляйте.",
        fmt::format("Верните книгу в том же формате (xlsx). {} загрузит её и, если понадобится, "
                    "пришлёт файл remarks.xlsx: в нём отмечены ячейки с замечаниями и сказано, как "
                    "исправить. Исправляйте прямо в нём и присылайте обратно.",
                    cover_.profile.operator_.short_name)};
    int number = 0;
    for (const auto& text : texts) paragraph(fmt::format("{}. {}", ++number, text));
  }

  void warning() {
    const bool personal = std::any_of(cover_.tables.begin(), cover_.tables.end(),
                                      [](const TableRows& table) { return table.personal; });
    const std::string text =
        personal ? "Для служебного пользования. В книге персональные данные: они охраняются "
                   "Федеральным законом от 27.07.2006 № 152-ФЗ «О персональных данных». "
                   "Передавайте книгу только по защищённому каналу и только тем, кто работает с "
                   "этими данными по должности; лишние копии удаляйте. Листы с такими данными "
                   "отмечены рыжим ярлыком и буквами «ПДн» в таблице ниже."
                 : "Для служебного пользования.";
    sheet_.row_height(row_, workbook::fitting_height(text, kTotalWidth - 3, style::plain()) + 8);
    sheet_.merge(row_, 0, row_, kLastColumn, text, styles_.warning);
    ++row_;
  }

  void contents() {
    constexpr std::array<const char*, 4> kHeaders = {"Лист", "Что в нём", "ПДн", "Заполнено строк"};
    sheet_.row_height(row_, 28);
    for (int i = 0; i <= kLastColumn; ++i)
      sheet_.text(row_, i, kHeaders[static_cast<std::size_t>(i)], styles_.table_header);
    for (std::size_t i = 0; i < cover_.tables.size(); ++i) {
      const auto& table = cover_.tables[i];
      ++row_;
      const auto& what = table.form->description;
      sheet_.link(row_, 0, cover_.sheets[i], table.form->title, styles_.table_link);
      sheet_.text(row_, 1, what, styles_.table_text);
      sheet_.text(row_, 2, table.personal ? "ПДн" : "", styles_.table_mark);
      sheet_.number(row_, kRowsColumn, static_cast<double>(table.rows.size()),
                    styles_.table_number);
      sheet_.row_height(row_, workbook::fitting_height(what, kWidths[1], style::body()) + 2);
    }
    ++row_;
  }

  void left_out() {
    for (const auto& table : cover_.tables) {
      std::vector<std::string> titles;
      for (const auto* column : table.left_out_columns) titles.push_back("«" + column->title + "»");
      if (!titles.empty()) {
        note(
            fmt::format("На листе «{}» нет {} {}: есть тексты длиннее, чем помещается в ячейку. "
                        "В реестре всё остаётся без изменений.",
                        table.form->title, titles.size() == 1 ? "столбца" : "столбцов",
                        base::join(titles, ", ")));
      }
      if (table.left_out_rows > 0) {
        const auto count = table.left_out_rows;
        note(fmt::format(
            "На листе «{}» {} {}: текст длиннее, чем помещается в ячейку. В реестре "
            "всё остаётся без изменений.",
            table.form->title, base::plural(count, "не показана", "не показаны", "не показано"),
            base::counted(count, "строка", "строки", "строк")));
      }
    }
  }

  void finish() {
    sheet_.protect({true, true, false, false, false, false});
    sheet_.tab_color(kPlainTab);
    workbook::PageSetup page;
    page.footer_left = "Для служебного пользования";
    sheet_.page(page);
    sheet_.print_area(0, 0, row_, kLastColumn);
  }

  void fact(const char* name, const std::string& text, bool strong = false) {
    sheet_.text(row_, 0, name, styles_.label);
    const double width = kTotalWidth - kWidths[0];
    sheet_.row_height(row_, workbook::fitting_height(text, width, style::plain()) + 3);
    sheet_.merge(row_, 1, row_, kLastColumn, text, strong ? styles_.strong : styles_.plain);
    ++row_;
  }

  void heading(const char* text) {
    ++row_;
    sheet_.row_height(row_, 20);
    sheet_.text(row_++, 0, text, styles_.heading);
  }

  void paragraph(const std::string& text) {
    sheet_.row_height(row_, workbook::fitting_height(text, kTotalWidth, style::plain()) + 3);
    sheet_.merge(row_, 0, row_, kLastColumn, text, styles_.plain);
    ++row_;
  }

  void note(const std::string& text) {
    ++row_;
    sheet_.row_height(row_, workbook::fitting_height(text, kTotalWidth, style::note()) + 3);
    sheet_.merge(row_, 0, row_, kLastColumn, text, styles_.note);
  }

  Sheet& sheet_;
  const CollectionStyles& styles_;
  const Cover& cover_;
  int row_ = 0;
};

}  // namespace

std::string cover_title(const Cover& cover) {
  return fmt::format("Сбор данных: {}, {} учебный год", cover.municipality,
                     base::SchoolYear::of(cover.due_on).text());
}

void fill_cover_sheet(Sheet& sheet, const CollectionStyles& styles, const Cover& cover) {
  CoverWriter(sheet, styles, cover).write();
}

}  // namespace metodaktiv::forms
