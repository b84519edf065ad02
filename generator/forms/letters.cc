#include "forms/letters.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "forms/files_aside.h"
#include "forms/submission_text.h"

namespace metodaktiv::forms {
namespace {

using base::counted;
using base::escape_markdown;
using base::plural;

std::string rows_text(std::int64_t rows) { return counted(rows, "строка", "строки", "строк"); }

/// One letter being written. What stands in it beside fixed words is escaped on the way.
class LetterWriter {
 public:
  LetterWriter(const Submission& submission, const config::RegionProfile& profile, base::Date as_of)
      : submission_(submission),
        form_(*submission.form),
        profile_(profile),
        as_of_(as_of),
        answer_by_(as_of.plus_days(kDaysToAnswer)) {}

  std::string write() {
    if (!submission_.arrived.empty()) {
      unread();
    } else {
      switch (submission_.state) {
        case SubmissionState::kWaiting:
          reminder();
          break;
        case SubmissionState::kOverdue:
          overdue();
          break;
        case SubmissionState::kRemarksOpen:
          remarks();
          break;
        case SubmissionState::kReceivedLate:
        case SubmissionState::kReceivedInTime:
          thanks();
          break;
        case SubmissionState::kNotGivenOut:
          return {};
      }
    }
    contacts();
    return text_;
  }

 private:
  void reminder() {
    front(submission_.days == 0
              ? "Форма сбора данных: сегодня срок возврата"
              : fmt::format("Форма сбора данных: срок возврата — {}", form_.due_on.in_words()));
    paragraph(given_out());
    if (submission_.days == 0) {
      paragraph("Вернуть её нужно сегодня. Книги от вас мы пока не получили.");
    } else {
      paragraph(fmt::format(
          "Вернуть её нужно не позднее {}: {} {}. Книги от вас мы пока не "
          "получили — напоминаем заранее, чтобы вы успели без спешки.",
          form_.due_on.in_words(), plural(submission_.days, "остался", "осталось", "осталось"),
          days_text(submission_.days)));
    }
    earlier_form();
    fill_in_steps(form_.due_on);
  }

  void overdue() {
    front("Форма сбора данных: срок возврата прошёл");
    paragraph(given_out());
    paragraph(
        fmt::format("Вернуть её нужно было не позднее {}. После срока {} {}, а книги от вас "
                    "мы не получили. Без неё сведения вашего муниципалитета в сводных "
                    "показателях останутся прежними.",
                    form_.due_on.in_words(), plural(submission_.days, "прошёл", "прошло", "прошло"),
                    days_text(submission_.days)));
    earlier_form();
    paragraph("Если книгу вы уже отправили, сообщите, когда и кому: возможно, она не дошла.");
    fill_in_steps(answer_by_);
  }

  void remarks() {
    const auto& back = *submission_.back;
    front("Форма сбора данных: есть замечания");
    paragraph(came());
    std::string rows = accepted();
    if (back.returned > 0) {
      rows += fmt::format(" {} {}: в {} ошибки, и в реестр {} не {}.",
                          plural(back.returned, "Возвращена", "Возвращены", "Возвращено"),
                          rows_text(back.returned), plural(back.returned, "ней", "них", "них"),
                          plural(back.returned, "она", "они", "они"),
                          plural(back.returned, "попала", "попали", "попали"));
    }
    if (back.warnings > 0) {
      rows +=
          fmt::format(" {}{}: загрузке {} не {}, но {} проверить.",
                      back.returned > 0 ? "Кроме того, есть " : "Есть ",
                      counted(back.warnings, "предупреждение", "предупреждения", "предупреждений"),
                      plural(back.warnings, "оно", "они", "они"),
                      plural(back.warnings, "мешает", "мешают", "мешают"),
                      plural(back.warnings, "его нужно", "их нужно", "их нужно"));
    }
    paragraph(rows);
    mend_steps(back.returned > 0, back.warnings > 0);
  }

  void thanks() {
    const auto& back = *submission_.back;
    front("Форма сбора данных: всё получено");
    paragraph(came());
    paragraph(back.taken > 0 ? accepted() + " Замечаний нет."
                             : "Строк с данными в книге нет, замечаний к ней тоже нет.");
    heading("Что дальше");
    std::string next = "Делать ничего не нужно.";
    if (const auto due = config::next_due(profile_.collection, std::max(as_of_, form_.due_on)))
      next += fmt::format(" Следующий сбор — к {}; новую форму пришлём заранее.", due->in_words());
    paragraph(next);
    paragraph("Спасибо за работу!");
  }

  /// A book has come, and it is not in the registry yet.
  void unread() {
    const auto& arrived = submission_.arrived;
    std::int64_t errors = 0;
    for (const auto& file : arrived) errors += file.errors;
    std::vector<std::string> names;
    for (const auto& file : arrived) names.push_back(fmt::format("«{}»", file.name));
    const bool one = arrived.size() == 1;
    const auto what = fmt::format("{} {}", one ? "файл" : "файлы", base::join(names, ", "));
    front(errors > 0 ? "Форма сбора данных: в присланной книге есть ошибки"
                     : "Форма сбора данных: книга получена");
    paragraph(given_out());
    if (errors == 0) {
      paragraph(
          fmt::format("Мы получили от вас {}. Ошибок проверка не нашла; {} к загрузке в "
                      "реестр.",
                      what, one ? "книга готова" : "книги готовы"));
      heading("Что дальше");
      paragraph("Делать ничего не нужно. Если при загрузке появятся замечания, мы их пришлём.");
      return;
    }
    paragraph(
        fmt::format("Мы получили от вас {}. Проверка нашла {}, поэтому в реестр {} пока не "
                    "{}.",
                    what, counted(errors, "ошибку", "ошибки", "ошибок"), one ? "книга" : "книги",
                    one ? "загружена" : "загружены"));
    mend_steps(true, false);
  }

  void fill_in_steps(base::Date by) {
    heading("Что сделать");
    numbered({fmt::format("Откройте книгу{}: в ней уже стоит всё, что есть в реестре.",
                          form_.file.empty() ? std::string() : fmt::format(" «{}»", form_.file)),
              "Исправьте устаревшее и допишите новое. Если менять нечего, верните книгу как есть: "
              "это тоже ответ.",
              fmt::format("Пришлите книгу в том же формате (xlsx) не позднее {}. В ней "
                          "персональные данные: передавайте её только по защищённому каналу.",
                          by.in_words())});
  }

  void mend_steps(bool errors, bool warnings) {
    paragraph(
        "К письму приложена книга замечаний (имя файла оканчивается на remarks.xlsx). Ячейки с "
        "замечаниями в ней отмечены, рядом сказано, что не так и как исправить; все замечания "
        "собраны на листе «Замечания».");
    heading("Что сделать");
    std::vector<std::string> steps;
    if (errors)
      steps.emplace_back("Исправьте отмеченное прямо в книге замечаний. Коды строк не меняйте.");
    if (warnings)
      steps.emplace_back(
          "Проверьте предупреждения. Если сведения верны, исправлять их не нужно: напишите об этом "
          "в ответе.");
    steps.push_back(fmt::format(
        "Пришлите исправленную книгу в том же формате (xlsx) не позднее {}. В ней персональные "
        "данные: передавайте её только по защищённому каналу.",
        std::max(answer_by_, form_.due_on).in_words()));
    numbered(steps);
  }

  void front(const std::string& title) {
    text_ = fmt::format("# {}\n\n", escape_markdown(title));
    const auto& op = profile_.operator_;
    const auto* known = profile_.municipality(submission_.municipality);
    const bool has_cases =
        known && known->name == submission_.name && !known->name_genitive.empty();
    const auto service = base::capitalized(profile_.terms.service);
    item("Кому", has_cases ? fmt::format("{} {}", service, known->name_genitive)
                           : fmt::format("{} — {}", service, submission_.name));
    item("От кого",
         op.name.empty() ? op.short_name : fmt::format("{} — {}", op.short_name, op.name));
    item("Дата", as_of_.in_words());
    paragraph("Уважаемые коллеги!");
  }

  [[nodiscard]] std::string given_out() const {
    return fmt::format(
        "{} для вас подготовлена форма сбора данных — книга Excel со сведениями, "
        "которые хранит реестр региона ({}).",
        form_.made_on.in_words(), profile_.name);
  }

  /// «Книгу с данными … мы получили 24 сентября 2026 г., в срок. Спасибо!»
  [[nodiscard]] std::string came() const {
    const auto& back = *submission_.back;
    std::string text = fmt::format(
        "Книгу по форме от {} мы получили {}, {}", form_.made_on.in_words(),
        back.first_on.in_words(),
        submission_.days == 0 ? std::string("в срок")
                              : fmt::format("на {} позже срока ({})", days_text(submission_.days),
                                            form_.due_on.dotted()));
    if (back.last_on != back.first_on)
      text += fmt::format("; исправленную — {}", back.last_on.in_words());
    return text + '.' + (submission_.days == 0 ? " Спасибо!" : "");
  }

  [[nodiscard]] std::string accepted() const {
    const auto taken = submission_.back->taken;
    return fmt::format("{} {}.", plural(taken, "Принята", "Приняты", "Принято"), rows_text(taken));
  }

  void earlier_form() {
    if (!submission_.earlier_form) return;
    paragraph(
        fmt::format("Сведения по прежней форме, от {}, мы получили и загрузили. После неё "
                    "выдана новая: проверьте, всё ли в ней верно, и верните её тоже.",
                    submission_.earlier_form->in_words()));
  }

  void contacts() {
    const auto& op = profile_.operator_;
    heading("Кого спросить");
    std::vector<std::string> ways;
    if (!op.phone.empty()) ways.push_back("телефон " + op.phone);
    if (!op.email.empty()) ways.push_back("почта " + op.email);
    paragraph(ways.empty() ? fmt::format("{}: ответьте на это письмо, и мы поможем.", op.short_name)
                           : fmt::format("{}: {}.", op.short_name, base::join(ways, ", ")));
  }

  /// «2026 г.» at the end of a sentence is its full stop.
  static std::string tidy(std::string text) {
    constexpr std::string_view kTwice = "г..";
    for (auto at = text.find(kTwice); at != std::string::npos; at = text.find(kTwice, at))
      text.erase(at + kTwice.size() - 1, 1);
    return text;
  }

  void heading(const char* text) { text_ += fmt::format("\n## {}\n", text); }
  void paragraph(std::string text) {
    text_ += fmt::format("\n{}\n", escape_markdown(tidy(std::move(text))));
  }
  void numbered(const std::vector<std::string>& items) {
    text_ += '\n';
    for (std::size_t i = 0; i < items.size(); ++i) {
      text_ += fmt::format("{}. {}\n", i + 1, escape_markdown(tidy(items[i])));
    }
  }
  void item(const char* name, const std::string& text) {
    text_ += fmt::format("- **{}:** {}\n", name, escape_markdown(text));
  }

  const Submission& submission_;
  const FormGivenOut& form_;
  const config::RegionProfile& profile_;
  base::Date as_of_, answer_by_;
  std::string text_;
};

}  // namespace

std::vector<Letter> write_letters(const Submissions& submissions,
                                  const config::RegionProfile& profile) {
  std::vector<Letter> letters;
  for (const auto& submission : submissions.municipalities) {
    if (!submission.form) continue;
    letters.push_back(
        {submission.municipality, LetterWriter(submission, profile, submissions.as_of).write()});
  }
  return letters;
}

void save_letters(const std::vector<Letter>& letters, const std::filesystem::path& folder) {
  base::create_folders(folder);
  std::vector<std::filesystem::path> files;
  for (const auto& letter : letters) files.push_back(folder / (letter.municipality + ".md"));
  FilesAside aside(files);
  for (std::size_t i = 0; i < letters.size(); ++i)
    base::write_file(aside.aside(i), letters[i].text);
  aside.put_into_place();
}

}  // namespace metodaktiv::forms
