#include "forms/letters.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::forms {
namespace {

namespace fs = std::filesystem;

/// With plain spaces instead of no-break ones.
std::string plain(std::string text) {
  for (auto at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0"))
    text.replace(at, 2, " ");
  return text;
}

testing::AssertionResult contains(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "«" << part << "» is not in:\n" << text;
}

class LettersTest : public testing::Test {
 protected:
  void SetUp() override {
    profile_.name = "Северный край";
    profile_.terms.service = "муниципальная методическая служба";
    profile_.operator_.short_name = "Центр";
    profile_.operator_.name = "Центр развития";
    profile_.operator_.phone = "+7 000 000-00-00";
    profile_.operator_.email = "metod_centr@example.org";
    profile_.collection.due = {{1, 14}, {9, 25}};
    profile_.municipalities = {{"lesnoy", "Лесной", "Лесного городского округа", "", "", ""}};
    submission_.municipality = "lesnoy";
    submission_.name = "Лесной";
    submission_.form = FormGivenOut{{2026, 9, 1}, {2026, 9, 25}, "lesnoy.xlsx"};
  }

  void received(base::Date first, std::int64_t returned = 0, std::int64_t warnings = 0) {
    submission_.back = FormReturned{first, first, 21, returned, warnings};
    submission_.days = std::max(0, first.days_since_epoch() - kDue.days_since_epoch());
    submission_.state = returned + warnings > 0 ? SubmissionState::kRemarksOpen
                        : submission_.days > 0  ? SubmissionState::kReceivedLate
                                                : SubmissionState::kReceivedInTime;
  }

  [[nodiscard]] std::string letter(base::Date as_of) {
    Submissions all;
    all.as_of = as_of;
    if (!submission_.back) {
      const int left = kDue.days_since_epoch() - as_of.days_since_epoch();
      submission_.state = left < 0 ? SubmissionState::kOverdue : SubmissionState::kWaiting;
      submission_.days = std::abs(left);
    }
    all.municipalities = {submission_};
    const auto letters = write_letters(all, profile_);
    EXPECT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters.front().text.find(".."), std::string::npos) << letters.front().text;
    EXPECT_EQ(letters.front().text.find("  "), std::string::npos) << letters.front().text;
    return plain(letters.front().text);
  }

  static constexpr base::Date kDue{2026, 9, 25};
  config::RegionProfile profile_;
  Submission submission_;
};

TEST_F(LettersTest, AReminderSaysHowLongThereIs) {
  const auto text = letter({2026, 9, 23});
  EXPECT_TRUE(contains(text, "# Форма сбора данных: срок возврата — 25 сентября 2026 г.\n"));
  EXPECT_TRUE(
      contains(text, "- **Кому:** Муниципальная методическая служба Лесного городского округа\n"));
  EXPECT_TRUE(contains(text, "- **От кого:** Центр — Центр развития\n"));
  EXPECT_TRUE(contains(text, "- **Дата:** 23 сентября 2026 г.\n"));
  EXPECT_TRUE(contains(text, "1 сентября 2026 г. для вас подготовлена форма"));
  EXPECT_TRUE(contains(text, "не позднее 25 сентября 2026 г.: осталось 2 дня."));
  EXPECT_TRUE(contains(text, "1. Откройте книгу «lesnoy.xlsx»"));
  EXPECT_TRUE(
      contains(text, "Центр: телефон +7 000 000-00-00, почта metod_centr@example.org.\n"));
}

TEST_F(LettersTest, OnTheLastDayItSaysToday) {
  const auto text = letter(kDue);
  EXPECT_TRUE(contains(text, "# Форма сбора данных: сегодня срок возврата\n"));
  EXPECT_TRUE(contains(text, "Вернуть её нужно сегодня."));
}

TEST_F(LettersTest, OverdueGivesAWeekMore) {
  const auto text = letter({2026, 9, 26});
  EXPECT_TRUE(contains(text, "# Форма сбора данных: срок возврата прошёл\n"));
  EXPECT_TRUE(contains(text, "После срока прошёл 1 день"));
  EXPECT_TRUE(contains(text, "(xlsx) не позднее 3 октября 2026 г. В ней"));
  EXPECT_TRUE(contains(letter({2026, 9, 30}), "После срока прошло 5 дней"));
}

TEST_F(LettersTest, AnEarlierFormIsThankedFor) {
  submission_.earlier_form = base::Date(2026, 8, 1);
  EXPECT_TRUE(
      contains(letter({2026, 9, 26}), "по прежней форме, от 1 августа 2026 г., мы получили"));
}

TEST_F(LettersTest, RemarksSayWhatRemains) {
  received({2026, 9, 24}, 1, 3);
  auto text = letter({2026, 9, 26});
  EXPECT_TRUE(contains(text, "# Форма сбора данных: есть замечания\n"));
  EXPECT_TRUE(contains(text, "мы получили 24 сентября 2026 г., в срок. Спасибо!"));
  EXPECT_TRUE(contains(text,
                       "Принята 21 строка. Возвращена 1 строка: в ней ошибки, и в реестр она "
                       "не попала. Кроме того, есть 3 предупреждения: загрузке они не мешают, "
                       "но их нужно проверить.\n"));
  EXPECT_TRUE(contains(text, "remarks.xlsx"));
  EXPECT_TRUE(contains(text, "не позднее 3 октября 2026 г. В ней"));
  received({2026, 9, 27}, 5, 0);
  text = letter({2026, 9, 28});
  EXPECT_TRUE(
      contains(text, "мы получили 27 сентября 2026 г., на 2 дня позже срока (25.09.2026).\n"));
  EXPECT_TRUE(contains(text, "Возвращено 5 строк: в них ошибки, и в реестр они не попали.\n"));
  EXPECT_FALSE(contains(text, "предупрежд"));
}

TEST_F(LettersTest, RemarksLeaveAtLeastTheTimeOfTheForm) {
  received({2026, 9, 5}, 1);
  EXPECT_TRUE(contains(letter({2026, 9, 6}), "не позднее 25 сентября 2026 г."));
}

TEST_F(LettersTest, WarningsAloneNeedNoCorrection) {
  received({2026, 9, 24}, 0, 1);
  const auto text = letter({2026, 9, 26});
  EXPECT_TRUE(
      contains(text, "Есть 1 предупреждение: загрузке оно не мешает, но его нужно проверить."));
  EXPECT_FALSE(contains(text, "Исправьте отмеченное"));
  EXPECT_TRUE(contains(text, "1. Проверьте предупреждения."));
}

TEST_F(LettersTest, ThanksNeedNothingMore) {
  received({2026, 9, 24});
  auto text = letter({2026, 9, 26});
  EXPECT_TRUE(contains(text, "# Форма сбора данных: всё получено\n"));
  EXPECT_TRUE(contains(text, "Принята 21 строка. Замечаний нет."));
  EXPECT_TRUE(contains(text, "Следующий сбор — к 14 января 2027 г.; новую"));
  EXPECT_FALSE(contains(text, "Что сделать"));
  submission_.back->last_on = {2026, 10, 2};
  text = letter({2026, 10, 3});
  EXPECT_TRUE(
      contains(text, "24 сентября 2026 г., в срок; исправленную — 2 октября 2026 г. Спасибо!"));
}

TEST_F(LettersTest, ABookThatLiesUnreadIsNotRemindedOf) {
  submission_.arrived = {{"lesnoy.xlsx", "2026-09-01", 0}};
  auto text = letter({2026, 9, 30});
  EXPECT_TRUE(contains(text, "# Форма сбора данных: книга получена\n"));
  EXPECT_FALSE(contains(text, "После срока"));
  submission_.arrived.front().errors = 21;
  text = letter({2026, 9, 30});
  EXPECT_TRUE(
      contains(text, "Проверка нашла 21 ошибку, поэтому в реестр книга пока не загружена."));
  EXPECT_TRUE(contains(text, "remarks.xlsx"));
}

TEST_F(LettersTest, NamesNeedNoCasesAndCannotBreakTheMarkup) {
  submission_.municipality = "unknown";
  submission_.name = "Дальний *и* [ближний](http://example.org)";
  profile_.operator_.phone.clear();
  profile_.operator_.email.clear();
  const auto text = letter({2026, 9, 20});
  EXPECT_TRUE(contains(text, "служба — Дальний \\*и\\* \\[ближний\\](http://example.org)\n"));
  EXPECT_TRUE(contains(text, "Центр: ответьте на это письмо, и мы поможем.\n"));
}

TEST_F(LettersTest, NoFormNoLetter) {
  submission_.form.reset();
  Submissions all;
  all.municipalities = {submission_};
  EXPECT_TRUE(write_letters(all, profile_).empty());
}

TEST_F(LettersTest, AllLettersArePutInPlaceOrNone) {
  const auto folder =
      fs::temp_directory_path() / ("metodaktiv-letters-" + std::to_string(::getpid()));
  fs::create_directories(folder / "b.md");  // in the way
  EXPECT_THROW(save_letters({{"a", "new"}, {"b", "new"}}, folder), base::Failure);
  EXPECT_FALSE(fs::exists(folder / "a.md"));
  fs::remove(folder / "b.md");
  save_letters({{"a", "one"}, {"b", "two"}}, folder);
  EXPECT_EQ(base::read_file(folder / "a.md"), "one");
  EXPECT_EQ(base::read_file(folder / "b.md"), "two");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 2);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace metodaktiv::forms
